"""`make bench`: the figures that the issues name, measured and held against their limits.

    python -m tests.bench [name …]       see NAMES; all without a name

QUICK=1 measures everything small, in at most three minutes. The server runs on core 0, the load on core 1, on a SQLite
file of its own; `postgresql` makes and drops a database on the server that BENCH_POSTGRESQL names.
A figure that misses its limit is reported as missed, and the exit status is 1.
"""

import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import django

# Memory first: a hall leaves 400 runs under way, which every later server takes up.
NAMES = (
    "memory",
    "store",
    "postgresql",
    "logs",
    "lint",
    "masking",
    "reply",
    "agreement",
    "ranking",
    "mutation",
    "archive",
    "storm",
    "rehearsal",
    "backlog",
    "live",
    "hall",
    "kill",
    "slow",
    "room",
    "desk",
    "editor",
    "line",
    "shift",
)


def set_environment(folder: Path) -> None:
    """A production-like installation on a database of its own, for this process and the servers it starts."""
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'bench.sqlite3'}")
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        SECRET_KEY="for-the-benchmark-only-for-the-benchmark-only",
        ALLOWED_HOSTS="127.0.0.1,localhost",
        HTTPS="0",
        ORIGINS="http://127.0.0.1",
        STATIC_FILES="plain",
        LOG_LEVEL="WARNING",
    )


def main(names: list[str]) -> int:
    quick = os.environ.get("QUICK") == "1"
    with tempfile.TemporaryDirectory(prefix="generalprobe-bench-") as path:
        folder = Path(path)
        set_environment(folder)
        django.setup()
        # Only now can what needs the models be imported.
        from tests.bench import plan

        started = time.monotonic()
        report = plan.measure(names or list(NAMES), folder=folder, quick=quick)
        if "BENCH_FIGURES" in os.environ:
            Path(os.environ["BENCH_FIGURES"]).write_text(json.dumps([asdict(figure) for figure in report.figures]))
        print(f"\n{len(report.figures)} figures in {time.monotonic() - started:.0f} s")
        print("\n".join(f"discarded: {each}" for each in report.discarded))
        print("\n".join(f"MISSED: {each}" for each in report.missed) or "all limits met")
        return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
