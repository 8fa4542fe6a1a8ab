"""A wrong value in the environment stops the process with a sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment as env

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("raw", "value"), [("1", True), ("yes", True), ("0", False), ("OFF", False), ("", True)])
def test_a_flag_is_yes_or_no(monkeypatch, raw, value):
    monkeypatch.setenv("DEMO", raw)

    assert env.read_flag("DEMO", default=True) is value


@pytest.mark.parametrize("raw", ["maybe", "2", "ja"])
def test_a_flag_that_is_neither_is_refused(monkeypatch, raw):
    monkeypatch.setenv("DEBUG", raw)

    with pytest.raises(ImproperlyConfigured, match=f"DEBUG='{raw}' is neither yes nor no"):
        env.read_flag("DEBUG", default=False)


@pytest.mark.parametrize("raw", ["0", "65536", "-1", "8e3", "٨", "eight"])
def test_a_number_out_of_bounds_is_refused(monkeypatch, raw):
    monkeypatch.setenv("PORT", raw)

    with pytest.raises(ImproperlyConfigured, match="whole number from 1 to 65535"):
        env.read_number("PORT", default=8000, least=1, most=65535)


@pytest.mark.parametrize("raw", ["Berlin", "CET+1", "../etc/passwd", "Europe/"])
def test_a_time_zone_has_a_known_name(monkeypatch, raw):
    monkeypatch.setenv("TIME_ZONE", raw)

    with pytest.raises(ImproperlyConfigured, match="is no time zone"):
        env.read_time_zone("TIME_ZONE", default="UTC")


def test_pages_say_the_time_of_germany_unless_told_otherwise():
    said = run(["-c", "import config.settings as s; print(s.TIME_ZONE)"], {"DEMO": "1"})

    assert said.stdout.strip() == "Europe/Berlin"


@pytest.mark.parametrize(
    "raw", ["training.example", "https://", "https://*.example", "https://a.example/path", "ftp://a.example"]
)
def test_an_origin_is_scheme_host_and_port(monkeypatch, raw):
    monkeypatch.setenv("ORIGINS", raw)

    with pytest.raises(ImproperlyConfigured, match="is not an origin"):
        env.read_origins("ORIGINS")


def test_origins_are_a_list(monkeypatch):
    monkeypatch.setenv("ORIGINS", "https://a.example, http://127.0.0.1:8000,")

    assert env.read_origins("ORIGINS") == ["https://a.example", "http://127.0.0.1:8000"]


def test_a_choice_is_one_of_its_words(monkeypatch):
    monkeypatch.setenv("LOG_FORMAT", "xml")

    with pytest.raises(ImproperlyConfigured, match="LOG_FORMAT='xml' is not one of json, console"):
        env.read_choice("LOG_FORMAT", default="json", choices=("json", "console"))


@pytest.mark.parametrize("raw", ["", "short"])
def test_outside_the_demo_there_is_no_secret_by_default(monkeypatch, raw):
    monkeypatch.setenv("SECRET_KEY", raw)

    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is missing or shorter"):
        env.read_secret("SECRET_KEY", demo=False)


@pytest.mark.parametrize("raw", ["mysql://a@b/c", "/var/db.sqlite3"])
def test_another_database_is_refused(monkeypatch, raw):
    monkeypatch.setenv("DATABASE_URL", raw)

    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL starts with neither"):
        env.read_database("DATABASE_URL", default="")


def test_another_layer_is_refused(monkeypatch):
    monkeypatch.setenv("REDIS_URL", "amqp://127.0.0.1")

    with pytest.raises(ImproperlyConfigured, match="REDIS_URL starts with none of redis://"):
        env.read_url("REDIS_URL", schemes=("redis", "rediss"))


@pytest.mark.parametrize(
    "stranger",
    [{"BIND": "0.0.0.0"}, {"BIND": "::"}, {"ALLOWED_HOSTS": "*"}, {"ALLOWED_HOSTS": "localhost,training.example"},
     {"ORIGINS": "https://training.example"}],
)  # fmt: skip
def test_the_demo_refuses_any_but_a_loopback_address(stranger):
    done = load_settings({"DEMO": "1", **stranger})

    assert done.stderr.splitlines()[-1].startswith(
        "django.core.exceptions.ImproperlyConfigured: DEMO=1 serves this machine only"
    )


@pytest.mark.parametrize("own", [{}, {"BIND": "::1"}, {"BIND": "127.0.0.2"}, {"BIND": "localhost"}])
def test_the_demo_takes_loopback_addresses(own):
    assert load_settings({"DEMO": "1", **own}).returncode == 0


def test_without_a_secret_nothing_starts_and_one_line_says_so():
    done = run(["manage.py", "check"], {})

    assert done.returncode == 1
    assert done.stderr.startswith("Generalprobe is not set up: SECRET_KEY is missing")
    assert len(done.stderr.splitlines()) == 1


def load_settings(env: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return run(["-c", "import config.settings"], env)


def run(arguments: list[str], env: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Python with nothing in its environment but `env`."""
    bare = {"PATH": os.environ["PATH"], **env}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
