"""The house stands: imports only go down, cores are pure. And the test that says so can fail."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.layers import APPS, find_offences

pytestmark = pytest.mark.computes

ROOT = Path(__file__).resolve().parent.parent

LOAD_WITHOUT_DJANGO = """
import importlib, sys
for name in ("django", "channels", "daphne"):
    sys.modules[name] = None
for module in sys.argv[1:]:
    importlib.import_module(module)
"""


def core_modules(app: str) -> list[str]:
    paths = sorted((ROOT / app / "core").rglob("*.py"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]


def test_no_file_breaks_the_rules_of_the_house():
    assert [str(offence) for offence in find_offences(ROOT)] == []


@pytest.mark.parametrize("app", [app for app in APPS if core_modules(app)])
def test_a_core_loads_where_there_is_no_django(app):
    command = [sys.executable, "-c", LOAD_WITHOUT_DJANGO, *core_modules(app)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_module_that_needs_django_does_not_load_where_there_is_none():
    command = [sys.executable, "-c", LOAD_WITHOUT_DJANGO, "people.queries"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "'django' is not a package" in done.stderr


BAD = {
    "an upward layer": ("people/queries.py", "from people import forms", "imports people.forms, a higher layer"),
    "a model that uses a service": (
        "scenarios/models.py",
        "import scenarios.services",
        "imports scenarios.services, a higher layer",
    ),
    "an upward app": (
        "scenarios/services.py",
        "from simulator import queries",
        "imports simulator.queries, its own layer of a higher app",
    ),
    "a core of a higher app": (
        "simulator/core/a.py",
        "from scoring.core import b",
        "imports scoring.core, its own layer of a higher app",
    ),
    "a service of a higher app": (
        "scenarios/services/publish.py",
        "from scoring.services import settle",
        "imports scoring.services, its own layer of a higher app",
    ),
    "a relative import": ("people/services.py", "from .models import User", "relative import"),
    "a hidden import": ("people/services.py", "def f():\n    import json", "import inside a function"),
    "a view that is used": ("trainer_ui/forms.py", "from people.views import SignIn", "imports people.views, a view"),
    "Django in a core": ("people/core/a.py", "from django.db import models", "a core imports django.db"),
    "the time module in a core": ("people/core/a.py", "import time", "a core imports time"),
    "chance in a core": ("people/core/a.py", "from random import random", "a core imports random"),
    "a clock in a core": (
        "people/core/a.py",
        "import datetime\nx = datetime.datetime.now()",
        "a core asks for the time: datetime.datetime.now",
    ),
    "a file in a core": ("people/core/a.py", "open('x')", "a core calls open()"),
    "a file of the package in a core": (
        "people/core/a.py",
        "from importlib.resources import files",
        "a core imports importlib.resources",
    ),
    "hash() in a core": ("people/core/a.py", "x = hash('x')", "a core calls hash()"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_broken_rule_is_named_with_its_file(tmp_path, name):
    file, source, rule = BAD[name]
    plant(tmp_path, "people/forms.py", "")
    plant(tmp_path, "simulator/queries.py", "")
    plant(tmp_path, file, source)

    found = [str(offence) for offence in find_offences(tmp_path)]

    assert [line.split(": ", 1)[1] for line in found if line.startswith(f"{file}:")] == [rule]


def test_what_may_be_imported_is_not_named(tmp_path):
    plant(tmp_path, "scoring/core/__init__.py", "import json\nimport datetime\nfrom scenarios.core import vocabulary")
    plant(
        tmp_path,
        "simulator/services/reply.py",
        "from scoring.core import judge\nfrom simulator.services import doorbell",
    )
    plant(tmp_path, "scenarios/services/publish.py", "from scoring.core import assess_models")
    plant(tmp_path, "scoring/sentences.py", "import tomllib")
    plant(tmp_path, "scenarios/problem_texts.py", "from scoring.sentences import explain_finding")
    plant(tmp_path, "people/urls.py", "from people.views import SignIn")
    plant(tmp_path, "config/urls.py", "from people.views import SignIn")
    plant(tmp_path, "trainer_ui/views.py", "from simulator.services import start_run\nfrom scoring import queries")
    plant(tmp_path, "scoring/core/lexicon/files.py", "from importlib.resources import files")

    assert find_offences(tmp_path) == []


def plant(root: Path, file: str, source: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source)
