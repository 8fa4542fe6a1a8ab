"""Starting a run: its row, its first event, and what is due at once."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from people.models import Cohort, Role, User
from people.queries import cohorts_of
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import HELPED, HELPS
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, read_scenario
from scoring.models import Rehearsal
from simulator.core.clock import REAL_TIME
from simulator.core.draws import SEED_BITS
from simulator.core.events import ENGINE_VERSION, actor_of, canonical
from simulator.core.own_templates import write_beside
from simulator.models import CERTIFICATION, MODES, PRACTICE, Exercise, Run
from simulator.services import clock, pulse, store
from simulator.services.casting import draw_cast, draw_crowd, sign_off_of
from simulator.services.earlier import lock_runs_of, print_earlier, still_stands
from simulator.services.locking import hand_over
from simulator.services.own_templates import list_brought
from simulator.services.readying import ready_templates
from simulator.services.refusals import Refused
from simulator.services.session import Session, open_session
from simulator.services.steering import check_speed


def start_run(
    *,
    trainee: User,
    version: ScenarioVersion,
    mode: str = PRACTICE,
    seed: int | None = None,
    speed: int = REAL_TIME,
    cohort: Cohort | None = None,
    help_stage: str = "alone",
    exercise: Exercise | None = None,
) -> Run:
    """A new run of `version` under way, with what is due at its first millisecond.

    `cohort` is needed in all modes but practice; `help_stage` is one of vocabulary.HELPS; `exercise` is what the run
    was set as. Raises Refused: forbidden (a scenario of another cohort, or no trainee of `cohort`), not_practice,
    bad_speed, and what `check_play` does.
    """
    _check(trainee, version, mode=mode, speed=speed, cohort=cohort)
    check_play(version, mode=mode, help_stage=help_stage)
    timeline = load_timeline(version)
    read_scenario(timeline)
    seed = secrets.randbits(SEED_BITS) if seed is None else seed
    cast = draw_cast(timeline, seed=seed)
    brought = list_brought(trainee, language=timeline.language)
    drawn = {"cast": cast, **describe_crowd(timeline, seed=seed, cast=cast)}
    ready_templates(brought, timeline, begun={**drawn, "agent": sign_off_of(trainee, brand=timeline.brand)})
    earlier = print_earlier(trainee, language=timeline.language)
    pulse.beat_if_stale()
    with transaction.atomic():
        if earlier.words:
            # Whoever erases words has these locks, too: either the prints are seen there, or the gap is seen here.
            lock_runs_of(trainee)
            if not still_stands(earlier):
                earlier = print_earlier(trainee, language=timeline.language)
        now = clock.wall_ms()
        run = create_run(
            trainee=trainee, version=version, mode=mode, cohort=cohort, seed=seed, now=now, exercise=exercise
        )
        session = open_new(run, now=now)
        data = {
            **describe_start(timeline, version, trainee=trainee, mode=mode, seed=seed, now=now),
            **drawn,
            "speed": speed,
            "fingerprints": earlier.runs,
            **({"help": help_stage} if help_stage in HELPED else {}),
            **({"own_templates": len(brought)} if brought else {}),
        }
        beside = write_beside(earlier.text, brought)
        session.add("RunStarted", data, actor=actor_of(trainee.pk), at_ms=0, words=beside)
        session.catch_up()
        session.close()
        hand_over([session])
    run.refresh_from_db()
    return run


def check_play(version: ScenarioVersion, *, mode: str, help_stage: str) -> None:
    """Whether anybody may play `version` so.

    Raises Refused, for a certification: no_help (nobody is helped), guided (a run that teaches the desk certifies
    nobody), not_rehearsed (robots have not played it under the engine and the score of today), rehearsal_failed (they
    have, and it did not pass). Raises ValueError for a mode or a help that there is not.
    """
    if mode not in MODES:
        raise ValueError(f"no such mode: {mode}")
    if help_stage not in HELPS:
        raise ValueError(f"no such help: {help_stage}")
    if mode != CERTIFICATION:
        return
    if help_stage in HELPED:
        raise Refused("no_help")
    if load_timeline(version).guide:
        raise Refused("guided")
    _check_rehearsal(version)


def create_run(
    *,
    trainee: User,
    version: ScenarioVersion,
    mode: str,
    cohort: Cohort | None,
    seed: int,
    now: int,
    parent: Run | None = None,
    exercise: Exercise | None = None,
) -> Run:
    """The row of a run whose log is still empty."""
    return Run.objects.create(
        trainee=trainee,
        version=version,
        mode=mode,
        cohort=cohort,
        seed=seed,
        parent=parent,
        exercise=exercise,
        created_at=datetime.fromtimestamp(now / 1000, tz=UTC),
        outages_seen=pulse.last_outage(),
    )


def open_new(run: Run, *, now: int) -> Session:
    """The session of a run that nobody else knows yet, so that it needs no lock."""
    head = store.Head(run.pk, run.version_id, run.trainee_id, run.mode, 0, "", run.outages_seen, 0, False)
    return open_session(head, now=now)


def describe_start(
    timeline: Timeline, version: ScenarioVersion, *, trainee: User, mode: str, seed: int, now: int
) -> dict[str, Any]:
    """RunStarted's data, but for speed, cast, and what its trainee wrote before."""
    return {
        "scenario": version.digest,
        "key": timeline.key,
        "language": timeline.language,
        "mode": mode,
        "seed": seed,
        "engine": ENGINE_VERSION,
        "scoring": SCORING_VERSION,
        "rubric": digest_rubric(timeline.weights),
        "duration_ms": timeline.duration_ms,
        "wall_ms": now,
        "agent": sign_off_of(trainee, brand=timeline.brand),
        "trainee": actor_of(trainee.pk),
    }


def describe_crowd(timeline: Timeline, *, seed: int, cast: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """What RunStarted says of a crowd: its authors, and the heat that it starts with, in points."""
    crowd = timeline.public.crowd
    if crowd is None:
        return {}
    return {"crowd": draw_crowd(timeline, seed=seed, cast=cast), "heat": crowd.heat // 1000}


def digest_rubric(weights: Mapping[str, int]) -> str:
    """What names the weights that a run is scored by."""
    return hashlib.sha256(canonical({"weights": dict(weights)}).encode()).hexdigest()


def _check(trainee: User, version: ScenarioVersion, *, mode: str, speed: int, cohort: Cohort | None) -> None:
    check_speed(speed)
    if speed != REAL_TIME and mode != PRACTICE:
        raise Refused("not_practice")
    owner = version.scenario.cohort_id
    if owner is not None and not cohorts_of(trainee).filter(pk=owner).exists():
        raise Refused("forbidden")
    if cohort is None:
        if mode != PRACTICE:
            raise Refused("forbidden")
    elif not cohorts_of(trainee, role=Role.TRAINEE).filter(pk=cohort.pk).exists():
        raise Refused("forbidden")


def _check_rehearsal(version: ScenarioVersion) -> None:
    """It has to do what its author declared of robots, under the engine and the score of today."""
    current = {"engine_version": ENGINE_VERSION, "scoring_version": SCORING_VERSION}
    rehearsal = Rehearsal.objects.filter(version=version, **current).only("passed").first()
    if rehearsal is None:
        raise Refused("not_rehearsed")
    if not rehearsal.passed:
        raise Refused("rehearsal_failed")
