"""Long logs: what folding 2,000 events costs beside only reading and parsing them, and catch-ups, also amid a crowd."""

import gc
import json
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from django.db import connection, transaction

from scenarios.core.public import Phase
from scenarios.core.timeline import Timeline
from scenarios.queries import load_timeline
from simulator import queries, services
from simulator.core.engine import fold_all
from simulator.models import Run
from simulator.services import clock, pulse, store
from tests.bench.figures import Report, percentile
from tests.bench.product import LONGEST_MS, make_people, make_timeline, store_version
from tests.simulator.crowds import make_storm

LONG, SHORT = 2_000, 100
CATCH_UPS = 200
STEP_MS = 50
OF_A_STORM = 100
"""Catch-ups of a storm, from LONG and from SHORT events on."""
LATE_MS, LATE_LOOKS = 60_000, 8
"""Looks at a storm that nobody looked at for so long, from LONG and from SHORT events on."""


def _time_ms(work: Callable[[], object], times: int = 5) -> float:
    """The best of some tries: what the work costs, without what disturbed it."""
    took = []
    for _ in range(times):
        gc.collect()
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1000)
    return min(took)


def _start_run(posts: int, spare: int) -> Run:
    """A run whose log has `posts` events behind it, and `spare` posts ahead, 50 ms apart."""
    cohort, (trainee,), _ = make_people(trainees=1)
    offsets = [0] * (posts - 1) + [1_000 + STEP_MS * n for n in range(spare)]
    timeline = make_timeline(offsets, duration_ms=LONGEST_MS, key=f"log-{time.time_ns()}", threads=100)
    run = services.start_run(trainee=trainee, version=store_version(timeline), mode="class", cohort=cohort)
    services.catch_up(run.pk)
    return run


def _fold_cold(run_id: int, timeline: Timeline) -> int:
    return fold_all(timeline, store.read_events(run_id)).seq


def _read_bare(run_id: int) -> int:
    """The driver and the JSON parser, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, at_ms, kind, actor, data FROM simulator_runevent WHERE run_id = %s ORDER BY seq", [run_id]
        )
        return sum(1 for *_, data in cursor.fetchall() if json.loads(data))


def _catch_up_warm(run: Run, now: clock.FixedClock) -> float:
    """Median ms of a catch-up that writes one event."""
    took = []
    now.now_ms += 1_000 - STEP_MS
    services.catch_up(run.pk)
    for _ in range(CATCH_UPS):
        now.advance(STEP_MS)
        started = time.perf_counter()
        services.catch_up(run.pk)
        took.append((time.perf_counter() - started) * 1000)
    return percentile(took, 50)


def _start_storm() -> Run:
    """An hour with a crowd that never tires."""
    cohort, (trainee,), _ = make_people(trainees=1)
    busy = make_storm(
        minutes=60, most_per_minute=60, tires_after=10**6, heat=90_000, phases=(Phase(0, 3_000, "flood"),)
    )
    version = store_version(replace(busy, key=f"storm-{time.time_ns()}"))
    return services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)


def _catch_up_late(now: clock.FixedClock) -> list[float]:
    """Median ms for each event of a catch-up that writes a whole minute of a storm: from SHORT and from LONG on."""
    run = _start_storm()
    medians = []
    for count in (SHORT, LONG):
        took = []
        while len(took) < LATE_LOOKS:
            before = run.head_seq
            for _ in range(LATE_MS // pulse.BEAT_MS):
                now.advance(pulse.BEAT_MS)
                pulse.beat()
            started = time.perf_counter()
            services.catch_up(run.pk)
            ended = time.perf_counter()
            run.refresh_from_db()
            if run.next_due_at is None:
                raise AssertionError(f"a storm of {before} events is none of {LONG}")
            if before >= count:
                took.append((ended - started) * 1000 / (run.head_seq - before))
        medians.append(percentile(took, 50))
    return medians


def _catch_up_storm(now: clock.FixedClock) -> list[float]:
    """Median ms of a catch-up that writes what is due next in a crowd that never tires: from SHORT and from LONG on."""
    run = _start_storm()
    medians = []
    for count in (SHORT, LONG):
        took = []
        while len(took) < OF_A_STORM:
            run.refresh_from_db()
            if run.next_due_at is None:
                raise AssertionError(f"a storm of {run.head_seq} events is none of {LONG}")
            now.now_ms = max(now.now_ms, run.next_due_at)
            pulse.beat()
            started = time.perf_counter()
            services.catch_up(run.pk)
            if run.head_seq >= count:
                took.append((time.perf_counter() - started) * 1000)
        medians.append(percentile(took, 50))
    return medians


def measure_logs(report: Report, *, times: int) -> None:
    cold, bare, short, long, storms, lates = [], [], [], [], [], []
    for _ in range(times):
        with clock.fixed(clock.process_ms()) as now:
            run = _start_run(LONG, CATCH_UPS + 5)
            with transaction.atomic():
                cold.append(_time_ms(partial(_fold_cold, run.pk, load_timeline(run.version))))
                bare.append(_time_ms(partial(_read_bare, run.pk)))
            long.append(_catch_up_warm(run, now))
            short.append(_catch_up_warm(_start_run(SHORT, CATCH_UPS + 5), now))
            assert len(queries.read_log(run.pk)) >= LONG + CATCH_UPS - 1
            storms.append(_catch_up_storm(now))
            lates.append(_catch_up_late(now))
    report.add(f"{LONG:,} events: cold fold", cold, "ms", 60)
    report.add(f"{LONG:,} events: bare read and parse", bare, "ms")
    report.add("cold fold / bare read and parse", [c / b for c, b in zip(cold, bare, strict=True)], "×", 4)
    report.add(f"catch-up of one event at {SHORT} events", short, "ms")
    report.add(f"catch-up of one event at {LONG:,} events", long, "ms")
    report.add("catch-up, long / short log", [a / b for a, b in zip(long, short, strict=True)], "×", 1.3)
    report.add(f"catch-up in a storm at {SHORT} events", [early for early, _ in storms], "ms")
    report.add(f"catch-up in a storm at {LONG:,} events", [late for _, late in storms], "ms")
    report.add("catch-up in a storm, long / short log", [late / early for early, late in storms], "×", 1.3)
    report.add(f"a storm looked at a minute late, at {SHORT} events, for each", [early for early, _ in lates], "ms")
    report.add(f"a storm looked at a minute late, at {LONG:,} events, for each", [late for _, late in lates], "ms")
    report.add("a storm looked at late, long / short log", [late / early for early, late in lates], "×", 1.3)
