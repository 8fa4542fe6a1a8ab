"""`make test`: pytest and the browser modules' own tests, with what this machine lacks said aloud.

    python -m tests.run_all [arguments for pytest]

What is asked for with arguments runs in one process, in which a debugger can be used. Without any, everything runs in
parts, each by as many workers as it can bear, and a part that failed does not stop the next.

FAST=1 leaves out what drives a browser, kills processes, rehearses the library, or tries much to find little. With
CI=true or REQUIRE_ALL=1 nothing may be missing or skipped.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = os.environ.get("CI") == "true" or os.environ.get("REQUIRE_ALL") == "1"
FAST = os.environ.get("FAST") == "1"


@dataclass(frozen=True, slots=True)
class Part:
    """Tests that are run together. `chosen` is what pytest's -m takes."""

    title: str
    chosen: str
    workers: int


SLOW = (
    # Only computes: hundreds of runs of every shipped scenario.
    Part("rehearsals", chosen="rehearsals", workers=2),
    # Only computes: hostile files in processes of their own, large real files, statistics over many seeds.
    Part("thorough tests", chosen="thorough", workers=2),
    # These wait more than they compute: one for the run that is played at real speed, two for all others.
    Part("tests in a browser", chosen="e2e", workers=3),
    # Never beside the others: what is killed or stopped here has seconds within which to answer.
    Part("tests with killed processes", chosen="faults", workers=2),
)
QUICK = Part("quick tests", chosen=" and ".join(f"not {part.chosen}" for part in SLOW), workers=2)


def find_missing() -> list[str]:
    """What this machine lacks for the whole of the tests, a sentence each."""
    missing = []
    if not FAST and not Path("/usr/bin/chromium").exists():
        missing.append("no /usr/bin/chromium: the tests in a browser (apt-get install chromium)")
    if not shutil.which("node"):
        missing.append("no node: the tests of the browser's modules (apt-get install nodejs)")
    if not (ROOT.parent / "shared" / "data" / "real_threads").is_dir():
        missing.append("no ../shared/data/real_threads: the tests that import real conversations")
    return missing


def describe_ground() -> str:
    database = "PostgreSQL" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"
    return f"{database} and the {'Redis' if os.environ.get('REDIS_URL') else 'in-memory'} layer"


def find_marked(mark: str) -> list[str]:
    """The files that set `mark`, and the folders whose conftest sets it for all of theirs. To read the other few
    hundred files takes each worker ten seconds."""
    found = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if f'add_marker("{mark}")' in text and path.name == "conftest.py":
            found.append(path.parent)
        elif f"pytest.mark.{mark}" in text:
            found.append(path)
    return [str(path.relative_to(ROOT)) for path in found]


def run(title: str, command: list[str], *, fine: frozenset[int] = frozenset({0})) -> bool:
    print(f"\n\033[1m» {title}\033[0m", flush=True)
    return subprocess.run(command, cwd=ROOT, check=False).returncode in fine


def run_chosen(arguments: list[str]) -> bool:
    """What pytest makes of the arguments, one test after the other."""
    chosen = ["-m", QUICK.chosen] if FAST else []
    return run(f"pytest on {describe_ground()}", [sys.executable, "-m", "pytest", "-q", *chosen, *arguments])


def run_part(part: Part) -> bool:
    """A worker that dies is not replaced: its test has failed, and the part with it."""
    workers = ["-n", str(part.workers), "--max-worker-restart", "0"]
    where = find_marked(part.chosen) if part is not QUICK else []
    command = [sys.executable, "-m", "pytest", "-q", "-m", part.chosen, *workers, *where]
    # All of what asks no database may have been kept from the pass before (tests/keeping.py).
    fine = frozenset({0, pytest.ExitCode.NO_TESTS_COLLECTED}) if part.chosen == "thorough" else frozenset({0})
    return run(f"{part.title} on {describe_ground()}", command, fine=fine)


def run_node() -> bool:
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "js").rglob("*.test.*js"))
    if not files or not shutil.which("node"):
        return True
    return run("node --test", ["node", "--test", "--test-reporter=dot", *files])


def main(arguments: list[str]) -> int:
    missing = find_missing()
    if missing and REQUIRE_ALL:
        print("\n".join(f"MISSING: {each}" for each in missing))
        return 1
    if arguments:
        passed = [run_chosen(arguments)]
    else:
        passed = [*(run_part(part) for part in (QUICK, *(() if FAST else SLOW))), run_node()]
    for each in missing:
        print(f"NOT TESTED HERE: {each}")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
