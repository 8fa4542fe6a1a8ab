"""What linting a scenario of 160 kB costs, and `manage.py lint_scenario` from the shell."""

import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Report
from tests.bench.servers import ROOT
from tests.scenarios.samples import BRAND, BRAND_FILE, compile_text, generate_scenario

SIZE = 160_000


def measure_lint(report: Report, folder: Path, *, times: int) -> None:
    """In the process, and as a person types it, with Python and Django starting."""
    text = generate_scenario(bytes_wanted=SIZE)
    (folder / "brands").mkdir(exist_ok=True)
    (folder / BRAND_FILE).write_text(BRAND)
    file = folder / "large.yaml"
    file.write_text(text)
    inside, typed = [], []
    for _ in range(times):
        started = time.perf_counter()
        compile_text(text.encode())
        inside.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "manage.py", "lint_scenario", str(file)], cwd=ROOT, capture_output=True, check=True
        )
        typed.append((time.perf_counter() - started) * 1000)
    report.add(f"lint of a scenario of {SIZE // 1000} kB", inside, "ms", 300)
    report.add("the same by manage.py, with Python's start", typed, "ms")
