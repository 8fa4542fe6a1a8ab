"""`manage.py rescore RUN`, in a process of its own."""

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from scenarios.core.vocabulary import LANGUAGES
from scoring.models import Scorecard
from scoring.rescore_text import TEXTS
from scoring.services import settle
from simulator.services import erase_words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def database_url() -> str:
    """Where the test's own database is, for another process."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    host, port = found["HOST"] or "127.0.0.1", found["PORT"] or 5432
    return f"postgres://{found['USER']}:{found['PASSWORD']}@{host}:{port}/{found['NAME']}"


def rescore_elsewhere(run, **environment):
    done = subprocess.run(
        [sys.executable, "manage.py", "rescore", str(run.pk)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DATABASE_URL": database_url(),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.django_db(transaction=True)
def test_a_fresh_process_elsewhere_computes_the_same_bytes_and_names_one_that_changed(played):
    card = settle(played)

    for elsewhere in (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "99", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    ):
        assert rescore_elsewhere(played, **elsewhere) == (
            0,
            f"equal to the byte: run {played.pk}, 3 assessments, scorecard; 0 erased\n",
            "",
        )

    Scorecard.objects.filter(pk=card.pk).update(data=card.data.replace('"ended_ms":1', '"ended_ms":2'))

    code, said, complaint = rescore_elsewhere(played, PYTHONHASHSEED="2", TZ="UTC", LC_ALL="C")
    assert (code, said) == (1, "")
    assert complaint.startswith("CommandError: different:\nscorecard: ended_ms stored 2")


@pytest.mark.django_db
def test_after_an_erasure_it_says_so_and_shows_what_is_stored(played, tia, capsys):
    settle(played)
    erase_words(played, actor=tia)

    call_command("rescore", played.pk)

    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[1].split(";")[0] for line in said[:3]] == [" erased"] * 3
    assert "privacy.asked_in_public -1000" in said[2]
    assert said[3].endswith("3 erased")


@pytest.mark.django_db
def test_a_run_that_is_not_there_is_an_error():
    with pytest.raises(CommandError, match="There is no run 4711"):
        call_command("rescore", 4711)


def test_it_speaks_both_languages_in_the_same_words():
    german, english = (TEXTS[language] for language in LANGUAGES)
    params = re.compile(r"{(\w+)")

    assert list(german) == list(english)
    assert {code: sorted(params.findall(text)) for code, text in german.items()} == {
        code: sorted(params.findall(text)) for code, text in english.items()
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de_AT.UTF-8", "gleich auf das Byte: Durchlauf {}, 3 Bewertungen"),
        ("en_GB.UTF-8", "equal to the byte: run {}, 3"),
    ],
)
def test_it_speaks_as_the_terminal_does(played, capsys, monkeypatch, locale, said):
    monkeypatch.setenv("LC_ALL", locale)
    settle(played)

    call_command("rescore", played.pk)
    assert capsys.readouterr().out.startswith(said.format(played.pk))

    call_command("rescore", all=True)
    last = {"de_AT.UTF-8": "nichts wurde geschrieben", "en_GB.UTF-8": "nothing was written"}[locale]
    assert capsys.readouterr().out.splitlines()[-1] == last
