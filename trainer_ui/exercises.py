"""Exercises as pages show them: to whoever set them, and to those they are set for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from people.models import User
from scenarios.queries import tell_about
from simulator.models import PRACTICE, Exercise, Run
from simulator.queries import exercises_for, exercises_of, invited_to
from simulator.services.exercises import PRESENT, is_open
from simulator.services.sharing import read_now
from trainer_ui.exercise_forms import MODE_NAMES, WHO_SEES
from trainer_ui.helping import NAMES as HELP_NAMES
from trainer_ui.shelves import Offer, make_offer

NO_RUNS: Mapping[int, Run] = {}
OPEN, COMING, OVER, CALLED_OFF = "open", "coming", "over", "called_off"


@dataclass(frozen=True, slots=True)
class ShownExercise:
    """`state` is one of OPEN, COMING, OVER, CALLED_OFF; `run` is the viewer's own, if they have one."""

    exercise: Exercise
    offer: Offer
    state: str
    mode: str
    who_sees: str
    help: str
    run: Run | None = None

    @property
    def waits(self) -> bool:
        """Whether a coach has still to let it begin."""
        return self.exercise.begins_together and self.exercise.began_at is None


NOT_THERE, WAITS, PLAYS, ENDED = "not_there", "waits", "plays", "ended"
STATE_NAMES: Mapping[str, Any] = {
    NOT_THERE: gettext_lazy("not there yet"),
    WAITS: gettext_lazy("waits"),
    PLAYS: gettext_lazy("under way"),
    ENDED: gettext_lazy("has ended"),
}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody it is set for. `state` is one of STATE_NAMES; `run` is None as long as there is none."""

    person: User
    name: str
    state: str
    run: Run | None

    @property
    def said(self) -> str:
        return str(STATE_NAMES[self.state])


def show_exercise(exercise: Exercise, *, language: str, run: Run | None = None) -> ShownExercise:
    (shown,) = show_exercises([exercise], language=language, runs={exercise.pk: run} if run is not None else {})
    return shown


def show_exercises(
    exercises: Sequence[Exercise], *, language: str, runs: Mapping[int, Run] = NO_RUNS
) -> list[ShownExercise]:
    """In their order. `runs`: exercise → the viewer's own run of it."""
    abouts = tell_about(exercise.version for exercise in exercises)
    return [
        ShownExercise(
            exercise=exercise,
            offer=make_offer(exercise.version, abouts[exercise.version_id], language=language),
            state=find_state(exercise),
            mode=str(MODE_NAMES[exercise.mode]),
            who_sees=str(WHO_SEES[exercise.mode]),
            help=str(HELP_NAMES[exercise.help_stage]),
            run=runs.get(exercise.pk),
        )
        for exercise in exercises
    ]


def find_state(exercise: Exercise) -> str:
    if exercise.called_off_at is not None:
        return CALLED_OFF
    if is_open(exercise):
        return OPEN
    return COMING if exercise.opens_at > read_now() else OVER


def list_set(coach: User, *, language: str) -> list[ShownExercise]:
    """What is set in the coach's cohorts: open, then what comes next, then what was."""
    order = (OPEN, COMING, OVER, CALLED_OFF)
    shown = show_exercises(list(exercises_of(coach)), language=language)
    return sorted(shown, key=lambda each: order.index(each.state))


def list_invitations(trainee: User, *, language: str) -> list[ShownExercise]:
    """What is set for the trainee and not done yet. A class that was played is done; practice may be played again."""
    exercises = list(exercises_for(trainee))
    shown = show_exercises(exercises, language=language, runs=own_runs(exercises, trainee))
    return [each for each in shown if each.run is None or not each.run.ended]


def own_runs(exercises: Sequence[Exercise], trainee: User) -> dict[int, Run]:
    """Exercise → the trainee's last run of it."""
    runs = Run.objects.filter(exercise__in=exercises, trainee=trainee, parent=None, purging=False).order_by("pk")
    return {run.exercise_id: run for run in runs if run.exercise_id is not None}


def list_members(exercise: Exercise) -> list[Member]:
    """Whom it is set for and how far they are. Of practice nobody but the trainee knows: nobody is named."""
    if exercise.mode == PRACTICE:
        return []
    runs = {run.trainee_id: run for run in _find_runs(exercise)}
    waiting = find_waiting(exercise)
    return [_describe(person, runs.get(person.pk), is_there=person.pk in waiting) for person in invited_to(exercise)]


def count_practice(exercise: Exercise) -> tuple[int, int]:
    """(how many trainees have played it to its end, how many it is set for)."""
    ended = Run.objects.filter(exercise=exercise, ended=True, purging=False).values("trainee").distinct().count()
    return ended, invited_to(exercise).count()


def find_waiting(exercise: Exercise) -> frozenset[int]:
    """Who waits for the class to begin, right now."""
    if exercise.began_at is not None:
        return frozenset()
    here = exercise.arrivals.filter(seen_at__gte=read_now() - PRESENT)
    return frozenset(here.values_list("person_id", flat=True))


def _find_runs(exercise: Exercise) -> list[Run]:
    return list(Run.objects.filter(exercise=exercise, parent=None, purging=False).select_related("trainee"))


def _describe(person: User, run: Run | None, *, is_there: bool) -> Member:
    begun = PLAYS if run is None or not run.ended else ENDED
    state = begun if run is not None else WAITS if is_there else NOT_THERE
    return Member(person, person.get_full_name() or person.username, state, run)
