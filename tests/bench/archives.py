"""What scoring an archive of 50,000 replies takes on two cores, all of them one author's: the worst there is."""

import csv
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from scenarios.services.files import compile_file
from tests.bench.assessing import FILE, write_replies
from tests.bench.figures import Report
from tests.bench.servers import ROOT

REPLIES = 50_000


def measure_archive(report: Report, folder: Path, *, count: int, times: int) -> None:
    """Seconds for the whole command, and the most memory that one of its processes took."""
    source = write_archive(folder, count=count)
    seconds = []
    for repetition in range(times):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "manage.py", "score_replies", source, folder / f"out{repetition}.csv", "--language", "de"],
            cwd=ROOT, check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        seconds.append(time.perf_counter() - started)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    report.add(f"archive of {count:,} replies of one author", seconds, "s", 180)
    report.add("most memory of a process that was started so far", [most], "MB")


def write_archive(folder: Path, *, count: int) -> Path:
    timeline, _ = compile_file(FILE)
    if timeline is None:
        raise AssertionError("a shipped scenario is sound")
    path = folder / "archive.csv"
    with path.open("w", newline="", encoding="utf-8") as opened:
        table = csv.writer(opened)
        table.writerow(["text", "author"])
        table.writerows([text, "tia"] for text in write_replies(timeline, count=count, seed=9))
    return path
