"""Migrations lead up and down again, in one straight line per app."""

import os
import subprocess
import sys
from pathlib import Path

from django.apps import apps
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


def test_a_database_goes_up_and_down_and_up_again(tmp_path):
    env = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}
    steps = [
        ["migrate"],
        *(["migrate", app, "zero"] for app in OURS if apps.get_app_config(app).models_module),
        ["migrate"],
    ]

    for step in steps:
        command = [sys.executable, "manage.py", *step, "-v", "0"]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)

        assert (done.returncode, done.stderr) == (0, ""), step
