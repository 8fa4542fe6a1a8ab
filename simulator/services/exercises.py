"""Exercises: what a coach sets people of a cohort to play, in a window of time, and how those begin.

Rules kept here: only who coaches the cohort sets, begins and calls off; nobody begins outside the window, or before a
class has begun; in a class and a certification everybody has one run, which they come back to.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from people.models import Cohort, Role, User
from people.queries import cohorts_of, trainees_of
from scenarios.models import ScenarioVersion
from simulator.core.draws import SEED_BITS
from simulator.models import CLASS, PRACTICE, Arrival, Exercise, Run
from simulator.services.refusals import Refused
from simulator.services.replying import is_storable
from simulator.services.sharing import read_now
from simulator.services.starting import check_play, start_run

LONGEST_MESSAGE = 500
LONGEST_WINDOW = timedelta(days=366)
SHARED_SEED, OWN_SEED = "shared", "own"
SEEDS = (SHARED_SEED, OWN_SEED)
"""Whether all play the very same run, or each one of their own with other names."""
PRESENT = timedelta(seconds=20)
"""Whoever was seen this long ago still waits: their page says so every few seconds."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a coach sets. `people` None: whoever is a trainee of `cohort` then. `seeds` is one of SEEDS."""

    version: ScenarioVersion
    cohort: Cohort
    mode: str
    opens_at: datetime
    closes_at: datetime
    help_stage: str = "alone"
    people: Collection[User] | None = None
    seeds: str = SHARED_SEED
    begins_together: bool = False
    message: str = ""


def set_exercise(plan: Plan, *, coach: User) -> Exercise:
    """Sets what `plan` says.

    Raises Refused: forbidden (no coach of the cohort, a scenario of another one, somebody who is no trainee there),
    nobody, bad_window, too_long, bad_text, not_class (only a class begins together), and what `check_play` does.
    """
    if not coaches(coach, plan.cohort):
        raise Refused("forbidden")
    if plan.version.scenario.cohort_id not in (None, plan.cohort.pk):
        raise Refused("forbidden")
    _check_window(plan.opens_at, plan.closes_at)
    if len(plan.message) > LONGEST_MESSAGE:
        raise Refused("too_long", limit=LONGEST_MESSAGE, length=len(plan.message))
    if not is_storable(plan.message):
        raise Refused("bad_text")
    if plan.begins_together and plan.mode != CLASS:
        raise Refused("not_class")
    if plan.seeds not in SEEDS:
        raise ValueError(f"{plan.seeds} is none of {SEEDS}")
    check_play(plan.version, mode=plan.mode, help_stage=plan.help_stage)
    trainees = trainees_of(plan.cohort)
    invited = trainees if plan.people is None else trainees.filter(pk__in=[each.pk for each in plan.people])
    if not invited.exists():
        raise Refused("nobody")
    if plan.people is not None and invited.count() != len(plan.people):
        raise Refused("forbidden")
    with transaction.atomic():
        exercise = Exercise.objects.create(
            version=plan.version,
            cohort=plan.cohort,
            mode=plan.mode,
            opens_at=plan.opens_at,
            closes_at=plan.closes_at,
            is_for_all=plan.people is None,
            seed=secrets.randbits(SEED_BITS) if plan.seeds == SHARED_SEED else None,
            help_stage=plan.help_stage,
            message=plan.message.strip(),
            begins_together=plan.begins_together,
            set_by=coach,
            set_at=read_now(),
        )
        if plan.people is not None:
            exercise.people.set(invited)
    return exercise


def call_off(exercise: Exercise, *, coach: User) -> None:
    """Nobody begins it any more; runs that have begun go on. Safe to call twice. Raises Refused: forbidden."""
    if not coaches(coach, exercise.cohort):
        raise Refused("forbidden")
    Exercise.objects.filter(pk=exercise.pk, called_off_at=None).update(called_off_at=read_now())


def arrive(exercise: Exercise, *, trainee: User) -> Run | None:
    """`trainee` is there. Their run, if the class has begun; None while it has not.

    Raises Refused: as `join_exercise`, but for not_begun.
    """
    _check_invited(exercise, trainee)
    if not exercise.begins_together or exercise.began_at is not None:
        return join_exercise(exercise, trainee=trainee)
    _check_open(exercise)
    Arrival.objects.update_or_create(exercise=exercise, person=trainee, defaults={"seen_at": read_now()})
    return None


def join_exercise(exercise: Exercise, *, trainee: User) -> Run:
    """The run in which `trainee` plays it: the one they have, or a new one.

    Raises Refused: forbidden (not invited), not_open (before or after its window, or called off), not_begun (the class
    begins together and has not), and what `start_run` does.
    """
    _check_invited(exercise, trainee)
    found = _find_own(exercise, trainee)
    if found is not None:
        return found
    _check_open(exercise)
    if exercise.begins_together and exercise.began_at is None:
        raise Refused("not_begun")
    try:
        return _start(exercise, trainee)
    except IntegrityError:
        # Two tabs at once: one of them was first.
        found = _find_own(exercise, trainee)
        if found is None:
            raise
        return found


def begin_class(exercise: Exercise, *, coach: User) -> list[Run]:
    """Lets a class begin, and starts the runs of all who wait. Who comes later begins then. Safe to call twice.

    Raises Refused: forbidden, not_class (nothing that begins together), not_open.
    """
    if not coaches(coach, exercise.cohort):
        raise Refused("forbidden")
    if not exercise.begins_together:
        raise Refused("not_class")
    _check_open(exercise)
    now = read_now()
    Exercise.objects.filter(pk=exercise.pk, began_at=None).update(began_at=now)
    exercise.refresh_from_db()
    waiting = exercise.arrivals.filter(seen_at__gte=now - PRESENT).select_related("person").order_by("pk")
    invited = [each.person for each in waiting if is_invited(exercise, each.person)]
    return [join_exercise(exercise, trainee=person) for person in invited]


def is_invited(exercise: Exercise, person: User) -> bool:
    """Whether `person` is a trainee of its cohort, and named where not all are meant."""
    if not cohorts_of(person, role=Role.TRAINEE).filter(pk=exercise.cohort_id).exists():
        return False
    return exercise.is_for_all or exercise.people.filter(pk=person.pk).exists()


def coaches(person: User, cohort: Cohort) -> bool:
    return cohorts_of(person, role=Role.COACH).filter(pk=cohort.pk).exists()


def is_open(exercise: Exercise) -> bool:
    """Whether it can be begun now, a class that has not begun left aside."""
    return exercise.called_off_at is None and exercise.opens_at <= read_now() < exercise.closes_at


def _start(exercise: Exercise, trainee: User) -> Run:
    practice = exercise.mode == PRACTICE
    return start_run(
        trainee=trainee,
        version=exercise.version,
        mode=exercise.mode,
        seed=exercise.seed,
        cohort=None if practice else exercise.cohort,
        help_stage=exercise.help_stage,
        exercise=exercise,
    )


def _find_own(exercise: Exercise, trainee: User) -> Run | None:
    """In practice only what is still under way: it may be played as often as one likes."""
    again = Q(ended=False) if exercise.mode == PRACTICE else Q()
    runs = Run.objects.filter(again, exercise=exercise, trainee=trainee, parent=None, purging=False)
    return runs.order_by("-pk").first()


def _check_invited(exercise: Exercise, person: User) -> None:
    if not is_invited(exercise, person):
        raise Refused("forbidden")


def _check_open(exercise: Exercise) -> None:
    if not is_open(exercise):
        raise Refused("not_open")


def _check_window(opens_at: datetime, closes_at: datetime) -> None:
    if not opens_at < closes_at <= opens_at + LONGEST_WINDOW or closes_at <= read_now():
        raise Refused("bad_window")
