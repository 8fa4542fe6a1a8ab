"""Each danger is named by its id; the same installation without it is not."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import checks

ROOT = Path(__file__).resolve().parents[2]
GOOD_SECRET = "kP3vT9xq-R7mZ2bW8yL5nC4dH6fJ1gS0aQ"
SQLITE, POSTGRES = "django.db.backends.sqlite3", "django.db.backends.postgresql"


def ids(messages) -> list[str]:
    return [message.id for message in messages]


def test_debug_is_for_the_demo():
    assert ids(checks.find_debug(debug=True, demo=False)) == ["generalprobe.E001"]
    assert ids(checks.find_debug(debug=True, demo=True)) == []
    assert ids(checks.find_debug(debug=False, demo=False)) == []


@pytest.mark.parametrize("host", ["*", "*.example.org", ".example.org"])
def test_a_wildcard_is_no_host(host):
    assert ids(checks.find_hosts(hosts=["a.example", host], origins=["https://a.example"])) == ["generalprobe.E002"]


def test_hosts_and_origins_must_be_named():
    assert ids(checks.find_hosts(hosts=[], origins=["https://a.example"])) == ["generalprobe.E003"]
    assert ids(checks.find_hosts(hosts=["a.example"], origins=[])) == ["generalprobe.E003"]
    assert ids(checks.find_hosts(hosts=["a.example"], origins=["https://a.example"])) == []


@pytest.mark.parametrize("secret", ["django-insecure-Q7r9Zk2XwLp4", "changeme-Q7r9Zk2XwLp4", "a" * 50])
def test_a_secret_that_can_be_guessed_is_none(secret):
    assert ids(checks.find_weak_secret(secret=secret, demo=False)) == ["generalprobe.E004"]
    assert ids(checks.find_weak_secret(secret=GOOD_SECRET, demo=False)) == []


def test_several_processes_need_a_common_layer_and_database():
    alone = checks.find_lonely_layer(processes=1, redis="", engine=SQLITE)
    several = checks.find_lonely_layer(processes=2, redis="", engine=SQLITE)
    equipped = checks.find_lonely_layer(processes=2, redis="redis://127.0.0.1", engine=POSTGRES)

    assert (ids(alone), ids(several), ids(equipped)) == ([], ["generalprobe.E005", "generalprobe.W006"], [])


def test_a_certificate_key_that_is_missing_is_told(tmp_path: Path):
    gone, there = tmp_path / "gone.pem", tmp_path / "key.pem"
    there.write_text("")

    assert ids(checks.find_no_certificate_key(path="", demo=False)) == ["generalprobe.I009"]
    assert ids(checks.find_no_certificate_key(path=str(gone), demo=False)) == ["generalprobe.W010"]
    assert ids(checks.find_no_certificate_key(path=str(gone), demo=True)) == []
    assert ids(checks.find_no_certificate_key(path=str(there), demo=False)) == []


def test_a_sqlite_that_can_corrupt_its_file_is_named():
    assert ids(checks.find_old_sqlite(version=(3, 40, 1))) == ["generalprobe.W007"]
    assert ids(checks.find_old_sqlite(version=(3, 51, 3))) == []


def test_the_sqlite_in_use_is_a_repaired_one():
    assert ids(checks.find_old_sqlite(version=sqlite3.sqlite_version_info)) == []


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "delete"), ("synchronous", 1), ("recursive_triggers", 0)]
)
def test_a_pragma_that_is_not_in_force_is_named(pragma, value):
    assert ids(checks.find_pragmas(in_force={**checks.PRAGMAS, pragma: value})) == ["generalprobe.E008"]


@pytest.mark.django_db
def test_the_pragmas_are_in_force():
    if checks.database_engine() == SQLITE:
        assert checks.read_pragmas() == checks.PRAGMAS
    assert checks.check_database(databases=["default"]) == []


def test_a_server_refuses_to_start_in_danger(settings):
    settings.DEBUG, settings.DEMO = True, False

    with pytest.raises(ImproperlyConfigured, match="DEBUG is on outside the demo"):
        checks.refuse_danger()


def test_a_server_starts_where_nothing_is_wrong():
    checks.refuse_danger()


def test_the_checks_stop_a_command_before_it_does_anything():
    env = {"PATH": os.environ["PATH"], "SECRET_KEY": GOOD_SECRET, "ALLOWED_HOSTS": "*", "ORIGINS": "https://a.example"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )

    assert (done.returncode, "generalprobe.E002" in done.stderr) == (1, True)
