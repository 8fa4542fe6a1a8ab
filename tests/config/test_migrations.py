"""Migrations lead up and down again, in one straight line per app."""

import os
import subprocess
import sys
from pathlib import Path

from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parents[2]
OURS = ("scoring", "simulator", "scenarios", "people")


def test_each_app_has_one_line_of_migrations():
    loader = MigrationLoader(None)

    assert loader.detect_conflicts() == {}
    for app in OURS:
        steps = [step for step in loader.graph.nodes if step[0] == app]
        within = [
            len([parent for parent in loader.graph.node_map[step].parents if parent.key[0] == app]) for step in steps
        ]
        assert sorted(within) == ([0] + [1] * (len(steps) - 1) if steps else [])


UP_AND_DOWN = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
for app in {apps!r}:
    call_command("migrate", app, "zero", verbosity=0)
call_command("migrate", verbosity=0)
"""


def test_a_database_goes_up_and_down_and_up_again(tmp_path):
    env = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}
    command = [sys.executable, "-c", UP_AND_DOWN.format(apps=OURS)]

    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
