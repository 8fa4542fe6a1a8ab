"""What linting a scenario of 160 kB costs, what the score's look at its models adds, and both from the shell."""

import subprocess
import sys
import time
from pathlib import Path

from scenarios.core.timeline import Timeline
from scoring.core import assess_models
from tests.bench.figures import Report
from tests.bench.servers import ROOT
from tests.scenarios.core.test_hostile import HOSTILE, lint_apart
from tests.scenarios.samples import BRAND, BRAND_FILE, compile_text, generate_scenario

SIZE = 160_000
SLOWEST = ("3,500 patterns", "a ring of 1,000 reactions")
"""Of the hostile files, those that take longest until they are refused."""


def generate_timeline(text: str) -> Timeline:
    timeline, _ = compile_text(text.encode())
    if timeline is None:
        raise AssertionError("the generated scenario is sound")
    return timeline


def measure_lint(report: Report, folder: Path, *, times: int) -> None:
    """In the process, and as a person types it, with Python and Django starting."""
    text = generate_scenario(bytes_wanted=SIZE)
    (folder / "brands").mkdir(exist_ok=True)
    (folder / BRAND_FILE).write_text(BRAND)
    file = folder / "large.yaml"
    file.write_text(text)
    assess_models(generate_timeline(text))  # what is loaded once is not what is measured
    inside, scored, typed, refused = [], [], [], []
    for _ in range(times):
        started = time.perf_counter()
        timeline = generate_timeline(text)
        inside.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        assess_models(timeline)
        scored.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "manage.py", "lint_scenario", str(file)], cwd=ROOT, capture_output=True, check=True
        )
        typed.append((time.perf_counter() - started) * 1000)
        refused.append(max(lint_apart(folder, HOSTILE[name][0])["seconds"] for name in SLOWEST) * 1000)
    report.add(f"lint of a scenario of {SIZE // 1000} kB", inside, "ms", 300)
    report.add("assessing its model replies", scored, "ms")
    report.add("slowest hostile file refused, CPU with Python's start", refused, "ms", 2_000)
    report.add("both by manage.py, with Python's start", typed, "ms")
