"""Mutation testing of scoring/core: how many small slips the tests would notice.

    python -m tests.bench.mutation [--sample 200] [--seed 7] [--jobs 2] [--survivors FILE] [module …] [--tests FILE …]

`module` is as in `tone` or `hearing/clock`; all without one. Survivors are written down as they are found.

The tests are imported once; a first process runs them and notes which functions each enters; then each mutant gets a
process that puts the changed code into the living function and runs the tests that enter it, the module's own first and
then the quickest, up to `PATIENCE_S` of them, until one fails. Nothing is imported again, and no database is asked. A
mutant that no test is patient enough for survives: the share is rather too low. Left out are the robots, which are no
part of the score. mutmut 3 was tried before: its trampolines make every call of these small functions several times as
long, it leaves alone what is decorated (`lru_cache`), and it needs twelve packages.
"""

import argparse
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import pytest

from tests.bench.figures import Report, print_line
from tests.bench.killing import Killer
from tests.bench.mutants import Mutant, list_mutants

CORE = Path("scoring/core")
TESTS = (
    "tests/scoring/core",
    "tests/scoring/test_golden_runs.py",
    "tests/scoring/test_golden_replies.py",
    "tests/scoring/test_ranked_files.py",
)
LEFT_OUT = "robots"
SEED = 7
SURVIVORS = Path("var/survivors.txt")
LEAST = 85
"""Percent to be killed (issue 4)."""
OPTIONS = ("-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""The warning is of hypothesis, whose own asserts nobody needs to read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of `mutants`, those that `survived`; `killed` counts the others. `untried` tests fail without any mutant."""

    mutants: tuple[Mutant, ...]
    survived: tuple[Mutant, ...]
    untried: tuple[str, ...] = ()

    @property
    def killed(self) -> int:
        return len(self.mutants) - len(self.survived)

    @property
    def share(self) -> float:
        """Percent of the mutants that were killed."""
        return 100 * self.killed / len(self.mutants)


def measure_mutation(report: Report, *, sample: int) -> None:
    """In a process of its own, since the bench has set up Django as for production, and its tests want theirs."""
    settings = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.mutation", "--sample", str(sample)],
        env={name: value for name, value in os.environ.items() if name not in settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print_line(f"no figure: {done.stderr.strip().splitlines()[-1]}")
        return
    *lines, counts = done.stdout.splitlines()
    killed, count = map(int, counts.split())
    low, high = wilson(killed, count)
    print_line("\n".join(lines))
    note = f"{count} mutants, 95 %: {low:.0f} to {high:.0f}"
    report.add("mutants of scoring/core killed", [100 * killed / count], "%", LEAST, at_least=True, note=note)


def list_modules(names: Sequence[str] = ()) -> list[Path]:
    """Sources of scoring/core, without the robots; those called `names`, if any are."""
    sources = [path for path in sorted(CORE.rglob("*.py")) if LEFT_OUT not in path.parts]
    return [path for path in sources if not names or name_of(path) in names]


def name_of(path: Path) -> str:
    return path.relative_to(CORE).with_suffix("").as_posix()


def draw_mutants(paths: Sequence[Path], *, count: int = 0, seed: int = SEED) -> list[Mutant]:
    """All mutants of the sources, or `count` of them, drawn so that each is as likely: the same for the same source."""
    mutants = [mutant for path in paths for mutant in list_mutants(path)]
    if not 0 < count < len(mutants):
        return mutants
    drawn = random.Random(seed).sample(range(len(mutants)), count)  # noqa: S311  a sample, no secret
    return [mutants[nth] for nth in sorted(drawn)]


def try_mutants(mutants: Sequence[Mutant], *, survivors: Path, jobs: int = 2, tests: Sequence[str] = TESTS) -> Outcome:
    """Runs the tests against each, and lists those that survive in the file `survivors` as they are found.

    Raises RuntimeError where the tests cannot even be collected, or a function dies that nobody changed.
    """
    survivors.write_text("", encoding="utf-8")

    def write_down(mutant: Mutant) -> None:
        with survivors.open("a", encoding="utf-8") as file:
            file.write(describe(mutant))

    killer = Killer(mutants, jobs=jobs, report=write_down)
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        status = pytest.main([*OPTIONS, *tests], plugins=[killer])
    if killer.outcome is None:
        why = f"pytest's status is {status}; functions that die unchanged: {killer.false_deaths}"
        raise RuntimeError(f"the tests fail without any mutant, so no figure would mean anything: {why}")
    survived = tuple(mutant for mutant, killed in zip(mutants, killer.outcome, strict=True) if not killed)
    return Outcome(tuple(mutants), survived, tuple(killer.failed))


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent (Wilson 1927)."""
    z2 = 1.96**2
    middle, half = hits + z2 / 2, 1.96 * sqrt(hits * (count - hits) / count + z2 / 4)
    return 100 * (middle - half) / (count + z2), 100 * (middle + half) / (count + z2)


def list_lines(outcome: Outcome) -> Iterator[str]:
    """A line per module, and one for all."""
    alive = Counter(name_of(mutant.path) for mutant in outcome.survived)
    for name, count in Counter(name_of(mutant.path) for mutant in outcome.mutants).items():
        low, high = wilson(count - alive[name], count)
        yield f"{name:24} {count:5} {100 * (count - alive[name]) / count:5.1f} %  {low:.0f} to {high:.0f}"
    for test in outcome.untried:
        yield f"not tried, since it fails without a mutant: {test}"
    low, high = wilson(outcome.killed, len(outcome.mutants))
    yield f"{'all':24} {len(outcome.mutants):5} {outcome.share:5.1f} %  {low:.0f} to {high:.0f}"


def describe(mutant: Mutant) -> str:
    before, after = (" ".join(each.split()) for each in (mutant.before, mutant.after))
    return f"{mutant.name}\n    - {before[:160]}\n    + {after[:160]}\n"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mutation")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--survivors", type=Path, default=SURVIVORS)
    parser.add_argument("--tests", nargs="+", default=TESTS)
    given = parser.parse_args(arguments)
    given.survivors.parent.mkdir(exist_ok=True)
    mutants = draw_mutants(list_modules(given.modules), count=given.sample, seed=given.seed)
    outcome = try_mutants(mutants, survivors=given.survivors, jobs=given.jobs, tests=given.tests)
    print("\n".join(list_lines(outcome)))
    print(f"survivors: {given.survivors}")
    print(outcome.killed, len(outcome.mutants))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
