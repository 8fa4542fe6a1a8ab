"""Which figures are measured, how often and for how long; `quick` is for seeing that everything still works."""

import os
import time
from pathlib import Path

from django.db import connection

from tests.bench import (
    agreement,
    archives,
    assessing,
    classes,
    control_room,
    desks,
    editors,
    fanout,
    hardship,
    lines,
    linting,
    logs,
    machine,
    masking,
    memory,
    mutation,
    postgresql,
    ranked,
    rehearsals,
    shifts,
    store,
    storms,
)
from tests.bench.children import start_child
from tests.bench.figures import Report, print_line
from tests.bench.product import migrate

REPETITIONS = 5
SHORT = {"live", "hall", "slow", "room", "desk", "editor", "line", "memory", "kill", "backlog", "postgresql"}
"""What `quick` measures for a few seconds and once: too little for limits on times and ratios to tell anything."""

ROWS = (
    ("live", "hall", "room"),
    ("memory", "slow", "kill", "backlog"),
    ("desk", "shift"),
    ("editor", "line", "postgresql"),
)
"""What mostly waits. `quick` measures these rows beside each other, each in a process of its own, after the rest."""
LONGEST_ROW = max(map(len, ROWS))


def measure(names: list[str], *, folder: Path, quick: bool) -> Report:
    """Measures what `names` say, in this order."""
    report = Report()
    times = 1 if quick else REPETITIONS
    print_line(f"{machine.describe()}, {connection.vendor}{', QUICK: one repetition each' if quick else ''}\n")
    migrate()
    machine.pin(os.getpid(), machine.LOAD_CORE)
    steps = {
        "store": lambda: store.measure_store(report, count=100 if quick else 200, times=times),
        "postgresql": lambda: postgresql.measure_postgresql(report, folder),
        "logs": lambda: logs.measure_logs(report, times=times),
        "lint": lambda: linting.measure_lint(report, folder, times=times),
        "masking": lambda: masking.measure_recall(report, seeds=5 if quick else 40),
        "reply": lambda: assessing.measure_reply(report, count=100 if quick else 400, times=times),
        "archive": lambda: _measure_archive(report, folder, quick=quick),
        "agreement": lambda: agreement.print_agreement(every=20 if quick else 1),
        "ranking": ranked.print_ranking,
        "mutation": lambda: _measure_mutation(report, quick=quick),
        "storm": lambda: storms.measure_storm(report, times=times),
        "rehearsal": lambda: _measure_rehearsal(report, quick=quick, times=times),
        "backlog": lambda: fanout.measure_backlog(report, folder, sockets=100 if quick else 500, times=times),
        "live": lambda: _measure_live(report, folder, quick=quick, times=times),
        "hall": lambda: classes.measure_hall(
            report, folder, runs=30 if quick else 200, seconds=3 if quick else 300, times=1, both=not quick
        ),
        "kill": lambda: hardship.measure_kill(report, folder, sockets=100 if quick else 500, times=1 if quick else 3),
        "slow": lambda: hardship.measure_slow(
            report,
            folder,
            times=1 if quick else 5,
            calm=2 if quick else 10,
            seconds=4 if quick else 10,
            patience=None if quick else 60,
        ),
        "desk": lambda: _measure_desk(report, folder, quick=quick, times=times),
        "editor": lambda: _measure_editor(report, folder, quick=quick, times=times),
        "line": lambda: _measure_line(report, folder, times=times),
        "shift": lambda: _measure_shift(report, folder, minutes=2 if quick else 60),
        "room": lambda: _measure_room(report, folder, quick=quick, times=times),
        "memory": lambda: memory.measure_memory(report, folder, runs=20 if quick else 400, seconds=2 if quick else 600),
    }
    rows = [row for row in ROWS if set(row) <= set(names)] if quick and len(names) > LONGEST_ROW else []
    waiting = {name for row in rows for name in row}
    for name in [name for name in names if name not in waiting]:
        print_line(f"\n{name}")
        report.is_too_short = quick and name in SHORT
        began = time.monotonic()
        steps[name]()
        print_line(f"({time.monotonic() - began:.0f} s)")
    children = [
        start_child(row, folder=folder / row[0], DATABASE_URL=f"sqlite:///{folder / row[0]}.sqlite3") for row in rows
    ]
    for child in children:
        child.collect(report)
    return report


def _measure_rehearsal(report: Report, *, quick: bool, times: int) -> None:
    rehearsals.measure_expert(report, times=times)
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    rehearsals.measure_rehearsal(report, seeds=2 if quick else 4, times=1 if quick else 3)
    os.sched_setaffinity(0, pinned)


def _measure_mutation(report: Report, *, quick: bool) -> None:
    """Not when it has to be quick: to see which tests enter what takes a minute by itself."""
    if quick:
        print_line("not with QUICK=1")
        return
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    mutation.measure_mutation(report, sample=200)
    os.sched_setaffinity(0, pinned)


def _measure_archive(report: Report, folder: Path, *, quick: bool) -> None:
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    archives.measure_archive(report, folder, count=500 if quick else archives.REPLIES, times=1)
    os.sched_setaffinity(0, pinned)


def _measure_desk(report: Report, folder: Path, *, quick: bool, times: int) -> None:
    """Both cores: a browser is many processes, and the server has nothing to do."""
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    desks.measure_desk(report, folder / "desk", posts=500, keys=30 if quick else 600, times=1 if quick else times)
    os.sched_setaffinity(0, pinned)


def _measure_editor(report: Report, folder: Path, *, quick: bool, times: int) -> None:
    """Both cores, as for the desk."""
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    editors.measure_editor(
        report, folder / "editor", bursts=6 if quick else 40, rounds=20 if quick else 40, times=1 if quick else times
    )
    os.sched_setaffinity(0, pinned)


def _measure_line(report: Report, folder: Path, *, times: int) -> None:
    """Both cores, as for the desk."""
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    lines.measure_line(report, folder / "line", times=times)
    os.sched_setaffinity(0, pinned)


def _measure_shift(report: Report, folder: Path, *, minutes: int) -> None:
    """Both cores, as for the desk."""
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    shifts.measure_shift(report, folder / "shift", minutes=minutes)
    os.sched_setaffinity(0, pinned)


def _measure_room(report: Report, folder: Path, *, quick: bool, times: int) -> None:
    """Both cores, as for the desk."""
    pinned = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    control_room.measure_room(report, folder / "room", seconds=4 if quick else 20, times=times)
    os.sched_setaffinity(0, pinned)


def _measure_live(report: Report, folder: Path, *, quick: bool, times: int) -> None:
    fanout.measure_live(
        report, folder, sockets=100 if quick else 500, seconds=3 if quick else 20, times=times, p99_limit=1.5
    )
    if not quick:
        fanout.measure_live(report, folder, sockets=2_000, seconds=20, times=times, p99_limit=2.0)
