"""Attempts: begun after a briefing and a technical check, played run by run, repeated where a run was interrupted.

Rules kept here: nobody is failed by a machine that stood still; a run that was interrupted for longer than the terms
allow can be played again, and the attempt is not lost; what is played is drawn once, when the attempt begins; from a
pool nobody gets a scenario that they have had in any attempt of theirs.
"""

import json
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from people.models import Role, User
from people.queries import cohorts_of
from people.services.auditing import record
from scenarios.models import ScenarioVersion
from scoring.core.halts import list_interruptions, list_pauses
from scoring.core.pools import TooFewLeftError, draw_from_pool
from scoring.core.terms import PASSED, Terms, draw_scenarios, read_terms
from scoring.models import Attempt, AttemptRun, Programme, ProgrammeVersion
from scoring.services.declining import Declined
from simulator.core.draws import SEED_BITS
from simulator.core.events import canonical
from simulator.models import CERTIFICATION, Run
from simulator.queries import read_log
from simulator.services import start_run
from simulator.services.sharing import read_now


def begin_attempt(programme: Programme, *, trainee: User, acknowledged: bool, checked: Mapping[str, Any]) -> Attempt:
    """A new attempt on the terms of today, or the one under way. `checked` is what the technical check found.

    Raises Declined: forbidden (no trainee of the cohort), retired, not_acknowledged, not_checked, no_attempts (all are
    used), wait (`until` when), undecided (the last one is not decided yet), pool_used (`left` scenarios of the pool are
    new to them, `needed` are).
    """
    if not cohorts_of(trainee, role=Role.TRAINEE).filter(pk=programme.cohort_id).exists():
        raise Declined("forbidden")
    with transaction.atomic():
        locked = Programme.objects.select_for_update().get(pk=programme.pk)
        version = locked.versions.order_by("number").last()
        if locked.retired_at is not None or version is None:
            raise Declined("retired")
        earlier = list(attempts_at(locked, trainee=trainee))
        if earlier and not earlier[-1].verdict:
            if _is_under_way(earlier[-1]):
                return earlier[-1]
            raise Declined("undecided")
        check_open(version, earlier)
        if not acknowledged:
            raise Declined("not_acknowledged")
        if not checked.get("socket"):
            raise Declined("not_checked")
        seed = secrets.randbits(SEED_BITS)
        attempt = Attempt.objects.create(
            version=version,
            trainee=trainee,
            # Those before may be gone: their time was over.
            number=max((each.number for each in earlier), default=0) + 1,
            seed=seed,
            drawn=json.dumps(list(_draw(version, trainee=trainee, seed=seed))),
            acknowledged_at=read_now(),
            checked=canonical(dict(checked)),
        )
        record("attempt.begun", actor=trainee, about=trainee, attempt=attempt.pk, terms=version.digest)
    return attempt


def _draw(version: ProgrammeVersion, *, trainee: User, seed: int) -> Sequence[int]:
    """What an attempt consists of. Raises Declined: pool_used. The programme is locked: nobody else draws from it."""
    terms = terms_of(version)
    if not terms.is_pool:
        return draw_scenarios(terms, seed=seed)
    played: Counter[tuple[int, int]] = Counter()
    for drawn in Attempt.objects.filter(version=version).values_list("drawn", flat=True):
        played.update((scenario, place) for place, scenario in enumerate(json.loads(drawn)))
    try:
        return draw_from_pool(terms, seed=seed, had=_list_had(terms, trainee=trainee), played=played)
    except TooFewLeftError as few:
        raise Declined("pool_used", left=few.left, needed=few.needed) from None


def _list_had(terms: Terms, *, trainee: User) -> set[int]:
    """The versions of the pool whose scenario was drawn for `trainee` before, in whatever version,
    language and programme."""
    before = Attempt.objects.filter(trainee=trainee).values_list("drawn", flat=True)
    drawn = {each for one in before for each in json.loads(one)}
    rows = ScenarioVersion.objects.filter(pk__in=drawn | set(terms.scenarios))
    scenarios = dict(rows.values_list("pk", "scenario__key"))
    had = {scenarios[each] for each in drawn if each in scenarios}
    return {each for each in terms.scenarios if scenarios.get(each) in had}


def check_open(version: ProgrammeVersion, earlier: list[Attempt]) -> None:
    """Whether another attempt can begin after the decided ones. Raises Declined: no_attempts, wait."""
    terms = terms_of(version)
    # Who passed may renew; only what was tried since then counts.
    since = max((place + 1 for place, each in enumerate(earlier) if each.verdict == PASSED), default=0)
    tried = earlier[since:]
    if len(tried) >= terms.attempts:
        raise Declined("no_attempts", most=terms.attempts)
    until = find_wait(terms, tried)
    if until is not None and until > read_now():
        raise Declined("wait", until=until)


def find_wait(terms: Terms, tried: list[Attempt]) -> datetime | None:
    """Until when somebody has to wait after the last attempt that they did not pass."""
    if not tried or tried[-1].decided_at is None:
        return None
    return tried[-1].decided_at + timedelta(days=terms.wait_days)


def start_next(attempt: Attempt, *, trainee: User) -> Run:
    """The run of the attempt that is under way, or the next one. Raises Declined: forbidden, over; Refused as
    `start_run`."""
    if attempt.trainee_id != trainee.pk:
        raise Declined("forbidden")
    with transaction.atomic():
        Attempt.objects.select_for_update().get(pk=attempt.pk)
        counted = list(attempt.runs.filter(repeated_at=None).select_related("run").order_by("place"))
        running = next((each.run for each in counted if each.run is not None and not each.run.ended), None)
        if running is not None:
            return running
        drawn = json.loads(attempt.drawn)
        taken = {each.place for each in counted}
        place = next((number for number in range(len(drawn)) if number not in taken), None)
        if place is None:
            raise Declined("over")
        run = start_run(
            trainee=trainee,
            version=ScenarioVersion.objects.get(pk=drawn[place]),
            mode=CERTIFICATION,
            cohort=attempt.version.programme.cohort,
        )
        AttemptRun.objects.create(attempt=attempt, place=place, run=run)
    return run


def repeat_run(attempt: Attempt, *, place: int, actor: User) -> None:
    """The run at `place` counts no more, because it was interrupted for longer than the terms allow; it can be played
    again. Safe to call twice.

    Raises Declined: forbidden (neither the trainee nor who manages or coaches the cohort), decided, no_such_run,
    not_interrupted.
    """
    mine = attempt.trainee_id == actor.pk
    if not mine and not role_in(attempt, actor):
        raise Declined("forbidden")
    with transaction.atomic():
        locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
        if locked.verdict or locked.rulings.exists():
            raise Declined("decided")
        played = locked.runs.filter(place=place, repeated_at=None).select_related("run").first()
        if played is None or played.run is None or not played.run.ended:
            raise Declined("no_such_run")
        stood_ms = find_stood_ms(played.run)
        if stood_ms <= terms_of(locked.version).gap_s * 1000:
            raise Declined("not_interrupted")
        AttemptRun.objects.filter(pk=played.pk).update(repeated_at=read_now())
        told = {"attempt": attempt.pk, "run": played.run.pk, "stood_ms": stood_ms}
        record("attempt.run_repeated", actor=actor, about=attempt.trainee, **told)


def find_stood_ms(run: Run) -> int:
    """For how long a run stood still through nobody's fault: interruptions, and what a coach halted, in wall ms."""
    log = read_log(run.pk)
    gaps: list[int] = [max(0, each["wall_ms"]) for each in list_interruptions(log)]
    halts: list[int] = [each["wall_ms"] or 0 for each in list_pauses(log, trainee=log[0].actor) if "by" in each]
    return sum(gaps) + sum(halts)


def attempts_at(programme: Programme, *, trainee: User) -> QuerySet[Attempt]:
    """All attempts of somebody at a programme, on whatever terms, the first first."""
    return Attempt.objects.filter(version__programme=programme, trainee=trainee, purging=False).order_by("pk")


def role_in(attempt: Attempt, person: User) -> str:
    """As what `person` may decide on it: manager or coach of its cohort, and never in their own case; "" as nothing."""
    if attempt.trainee_id == person.pk:
        return ""
    cohort = attempt.version.programme.cohort_id
    for role in (Role.MANAGER, Role.COACH):
        if cohorts_of(person, role=role).filter(pk=cohort).exists():
            return str(role.value)
    return ""


def terms_of(version: ProgrammeVersion) -> Terms:
    return read_terms(json.loads(version.terms))


def list_runs(attempt: Attempt) -> list[AttemptRun]:
    """The runs that count, in their order."""
    return list(attempt.runs.filter(repeated_at=None).select_related("run__version__scenario").order_by("place"))


def is_played(attempt: Attempt) -> bool:
    """Whether every run of it has ended."""
    ended = attempt.runs.filter(repeated_at=None, run__ended=True).count()
    return ended == len(json.loads(attempt.drawn))


def _is_under_way(attempt: Attempt) -> bool:
    return not is_played(attempt)
