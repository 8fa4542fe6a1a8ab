"""`make test`: pytest and the browser modules' own tests, with what this machine lacks said aloud.

    python -m tests.run_all [arguments for pytest]

What is asked for with arguments runs in one process, in which a debugger can be used. Without any, everything runs in
parts, each by as many workers as it can bear, and a part that failed does not stop the next. What only computes has a
low priority and fills the time in which the others wait; what it said is shown whole, after them.

FAST=1 leaves out what drives a browser, kills processes, rehearses the library, or tries much to find little.
LATER=rehearsals leaves those to another call: they ask no database, and where the same tests run on two, each pass has
its share of what only computes. With CI=true or REQUIRE_ALL=1 nothing may be missing or skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = os.environ.get("CI") == "true" or os.environ.get("REQUIRE_ALL") == "1"
FAST = os.environ.get("FAST") == "1"
LATER = os.environ.get("LATER", "")


@dataclass(frozen=True, slots=True)
class Part:
    """Tests that are run together. `chosen` is what pytest's -m takes. If it `may_be_kept`, all of it may have passed
    already, on the other database (tests/keeping.py).
    """

    title: str
    chosen: str
    workers: int
    may_be_kept: bool = False


PATIENT = (
    # Hostile files in processes of their own, large real files, statistics over many seeds.
    Part("thorough tests", chosen="thorough", workers=2, may_be_kept=True),
    # Hundreds of runs of every shipped scenario.
    Part("rehearsals", chosen="rehearsals", workers=2),
)
"""These only compute, and take what processor time the others leave. The last one always has something to run, so that
the end of the output does not say that nothing ran."""

WAITING = (
    # One for the run that is played at real speed, two for all others: a fourth makes them wait.
    Part("tests in a browser", chosen="e2e", workers=3),
    # Never beside the browsers: what is killed or stopped here has seconds within which to answer.
    Part("tests with killed processes", chosen="faults", workers=3),
)
"""These wait more than they compute: for pages, for servers that start, for clocks."""

SLOW = (*WAITING, *PATIENT)
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


def announce(title: str) -> None:
    print(f"\n\033[1m» {title}\033[0m", flush=True)


def run(title: str, command: list[str]) -> bool:
    announce(title)
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def run_chosen(arguments: list[str]) -> bool:
    """What pytest makes of the arguments, one test after the other."""
    chosen = ["-m", QUICK.chosen] if FAST else []
    return run(f"pytest on {describe_ground()}", [sys.executable, "-m", "pytest", "-q", *chosen, *arguments])


def describe_part(part: Part) -> tuple[str, list[str]]:
    """Title and command. A worker that dies is not replaced: its test has failed, and the part with it."""
    workers = ["-n", str(part.workers), "--max-worker-restart", "0"]
    where = find_marked(part.chosen) if part is not QUICK else []
    command = [sys.executable, "-m", "pytest", "-q", "-m", part.chosen, *workers, *where]
    return f"{part.title} on {describe_ground()}", command


def run_patiently(part: Part) -> subprocess.CompletedProcess[bytes]:
    """With what it said, for later."""
    command = ["nice", "-n", "10", *describe_part(part)[1]]
    environment = stand_beside(os.environ, workers=max(each.workers for each in WAITING))
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def stand_beside(environment: Mapping[str, str], *, workers: int) -> dict[str, str]:
    """Another number of Redis' databases than those that this many workers count up to (tests/conftest.py)."""
    given = urlsplit(environment.get("REDIS_URL", ""))
    if given.scheme not in ("redis", "rediss"):
        return dict(environment)
    free = int(given.path.strip("/") or 0) + workers
    return {**environment, "REDIS_URL": given._replace(path=f"/{free}").geturl()}


def show(part: Part, done: subprocess.CompletedProcess[bytes]) -> bool:
    """Whether it passed."""
    announce(describe_part(part)[0])
    sys.stdout.buffer.write(done.stdout)
    sys.stdout.flush()
    fine = (0, pytest.ExitCode.NO_TESTS_COLLECTED) if part.may_be_kept else (0,)
    return done.returncode in fine


def run_everything() -> list[bool]:
    """Whether each part passed."""
    passed = [run(*describe_part(QUICK)), run_node()]
    if FAST:
        return passed
    now = [part for part in PATIENT if part.chosen != LATER]
    with ThreadPoolExecutor(max_workers=1) as beside:
        patient = [beside.submit(run_patiently, part) for part in now]
        passed += [run(*describe_part(part)) for part in WAITING]
        passed += [show(part, done.result()) for part, done in zip(now, patient, strict=True)]
    return passed


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
    passed = [run_chosen(arguments)] if arguments else run_everything()
    for each in missing:
        print(f"NOT TESTED HERE: {each}")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
