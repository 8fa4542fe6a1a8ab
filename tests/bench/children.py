"""Parts of this benchmark in a process of their own: on another database, or while others mostly wait."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure, Report, print_line
from tests.bench.servers import ROOT


@dataclass(frozen=True, slots=True)
class Child:
    """`python -m tests.bench` with some parts; what it prints and measures is kept until it is collected."""

    process: subprocess.Popen[bytes]
    folder: Path

    def collect(self, report: Report) -> None:
        """Waits for it, prints what it printed, and takes its figures over. Raises RuntimeError where it crashed."""
        self.process.wait()
        print_line((self.folder / "said").read_text(encoding="utf-8").rstrip())
        figures = self.folder / "figures.json"
        if not figures.exists():
            raise RuntimeError(f"a part of the benchmark crashed: {self.process.args!r}")
        for each in json.loads(figures.read_text(encoding="utf-8")):
            report.figures.append(Figure(**{**each, "values": tuple(each["values"])}))


COMMON = "BENCH_COMMON"


def common_folder(folder: Path) -> Path:
    """Where what several parts begin with is prepared once: with whoever started them all, or beside `folder`."""
    return Path(os.environ.get(COMMON, folder.parent))


def start_child(names: Sequence[str], *, folder: Path, **environment: str) -> Child:
    """Begins to measure `names`, on any core; files lie in the new `folder`."""
    folder.mkdir()
    env = {**os.environ, **environment, "BENCH_FIGURES": str(folder / "figures.json"), COMMON: str(folder.parent)}
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench", *names], cwd=ROOT, env=env, stdout=said, stderr=subprocess.STDOUT
        )
    os.sched_setaffinity(process.pid, range(os.cpu_count() or 1))
    return Child(process, folder)
