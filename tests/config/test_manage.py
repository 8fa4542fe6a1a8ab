"""`manage.py` without any environment: what serves nobody works, what serves needs a secret."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "scenarios" / "library"


def run_bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as someone types it in a fresh shell, with none of our settings."""
    ours = {"SECRET_KEY", "DEMO", "DJANGO_SETTINGS_MODULE", "ALLOWED_HOSTS", "ORIGINS"}
    env = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


def test_a_scenario_is_linted_in_a_fresh_shell() -> None:
    done = run_bare("lint_scenario", str(LIBRARY / "quiet-morning.de.yaml"))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["migrate", "sweep", "create_person"])
def test_what_serves_people_needs_a_secret(command: str) -> None:
    done = run_bare(command)
    assert (done.returncode, "SECRET_KEY is missing" in done.stderr) == (1, True)
