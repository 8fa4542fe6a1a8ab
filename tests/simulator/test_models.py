"""A log only grows: what the database itself refuses."""

import pytest
from django.db import DatabaseError, connection, transaction

from simulator import services
from simulator.models import Run, RunEvent, Words
from tests.simulator.worlds import start

RUN = "UPDATE simulator_run SET purging = %s WHERE id = %s"


@pytest.fixture
def run(tia, now) -> Run:
    run = start(tia)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2, "text": "Hallo."}
    services.reply(run.pk, actor=tia, cmd_id="a", **asked)
    return run


def refuses(statement: str, *params: object) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, params)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize("column", ["seq", "at_ms", "kind", "actor", "data", "words_mac", "cmd_id", "digest", "run_id"])
def test_no_event_changes(run, column):
    assert refuses(f"UPDATE simulator_runevent SET {column} = {column} WHERE run_id = %s AND seq = 2", run.pk)  # noqa: S608  a column


def test_no_event_goes_away(run):
    assert refuses("DELETE FROM simulator_runevent WHERE run_id = %s AND seq = 2", run.pk)


def test_no_event_is_replaced(run):
    event = RunEvent.objects.get(run=run, seq=2)
    if connection.vendor == "sqlite":
        replace = "INSERT OR REPLACE INTO simulator_runevent SELECT * FROM simulator_runevent WHERE id = %s"
        assert refuses(replace, event.pk)
    else:
        replace = (
            "INSERT INTO simulator_runevent SELECT * FROM simulator_runevent WHERE id = %s"
            " ON CONFLICT (id) DO UPDATE SET data = 'changed'"
        )
        assert refuses(replace, event.pk)


def test_no_run_goes_away_that_was_not_marked(run):
    assert refuses("DELETE FROM simulator_run WHERE id = %s", run.pk)


def test_a_marked_run_goes_away(run):
    assert not refuses(RUN, True, run.pk)
    assert not refuses("DELETE FROM simulator_runevent WHERE run_id = %s", run.pk)
    assert not refuses("DELETE FROM simulator_run WHERE id = %s", run.pk)


@pytest.mark.parametrize("change", ["text = 'anders'", "salt = 'anders'", "text = NULL", "salt = NULL"])
def test_no_words_change(run, change):
    assert refuses(f"UPDATE simulator_words SET {change}")  # noqa: S608  one of those above


def test_words_are_emptied_together_with_their_salt(run):
    assert not refuses("UPDATE simulator_words SET text = NULL, salt = NULL")
    assert refuses("UPDATE simulator_words SET text = 'wieder da', salt = 'neu'")
    assert Words.objects.get().text is None


def test_no_run_has_an_event_or_a_command_twice(run):
    event = RunEvent.objects.get(run=run, seq=3)
    copy = (
        "INSERT INTO simulator_runevent"
        " (run_id, at_ms, kind, actor, data, words_mac, cmd_hash, digest, seq, cmd_id)"
        " SELECT run_id, at_ms, kind, actor, data, words_mac, cmd_hash, digest, %s, %s"
        " FROM simulator_runevent WHERE id = %s"
    )

    assert refuses(copy, 3, "b", event.pk)
    assert refuses(copy, 99, "a", event.pk)
    assert not refuses(copy, 99, "b", event.pk)


def test_no_words_are_replaced_or_go_away_that_an_event_holds(run):
    words = Words.objects.get()
    assert refuses("DELETE FROM simulator_words WHERE id = %s", words.pk)
    if connection.vendor == "sqlite":
        assert refuses("INSERT OR REPLACE INTO simulator_words (id, text, salt) VALUES (%s, 'anders', 'neu')", words.pk)
    else:
        replace = "INSERT INTO simulator_words (id, text, salt) VALUES (%s, 'anders', 'neu')"
        assert refuses(f"{replace} ON CONFLICT (id) DO UPDATE SET text = 'anders', salt = 'neu'", words.pk)
    assert Words.objects.get().text == "Hallo."


def test_words_that_nothing_holds_go_away(run):
    assert not refuses(RUN, True, run.pk)
    assert not refuses("DELETE FROM simulator_runevent WHERE run_id = %s", run.pk)
    assert not refuses("DELETE FROM simulator_words")
