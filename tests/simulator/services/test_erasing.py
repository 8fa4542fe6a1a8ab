"""Erasing what a person wrote, and deleting runs."""

import pytest
from django.db import connection

from simulator import queries, services
from simulator.core.chain import Break
from simulator.models import Run, RunEvent, Words
from simulator.services import Refused, start_run
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed, start

ASKED = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
SECRET = "Hallo, mein Geheimnis. ^TI"


@pytest.fixture
def run(tia, now) -> Run:
    """A run that Tia answered once and ended."""
    run = start(tia)
    services.reply(run.pk, actor=tia, cmd_id="a", text=SECRET, **ASKED)
    services.end_run(run.pk, actor=tia, cmd_id="e")
    run.refresh_from_db()
    return run


def words_of(run: Run) -> list[str | None]:
    return [event.words for event in queries.read_log(run.pk) if event.kind == "ReplySent"]


def test_erasing_leaves_the_chain_whole_and_no_word(run, tia):
    assert services.erase_words(run, actor=tia) == 1

    assert words_of(run) == [None]
    assert list(Words.objects.values_list("text", "salt")) == [(None, None)]
    assert services.verify_chain(run.pk) is None


def test_erasing_twice_erases_nothing_more(run, tia):
    services.erase_words(run, actor=tia)

    assert services.erase_words(run, actor=tia) == 0


def test_an_erased_log_still_makes_itself_again(run, tia):
    before = queries.read_log(run.pk)
    services.erase_words(run, actor=tia)

    again = services.replay(run.pk)

    assert [(event.kind, event.data) for event in again] == [(event.kind, event.data) for event in before]


def test_a_resend_of_erased_words_is_still_acknowledged(run, tia):
    services.erase_words(run, actor=tia)

    assert services.reply(run.pk, actor=tia, cmd_id="a", text=SECRET, **ASKED).seq == 4


def test_no_process_remembers_erased_words(run, tia):
    services.catch_up(run.pk)
    services.erase_words(run, actor=tia)
    services.fork_run(run, at_seq=4, actor=tia)

    assert words_of(run) == [None]


def test_a_forks_words_are_the_same_words(run, tia):
    fork = services.fork_run(run, at_seq=3, actor=tia)
    assert words_of(fork) == [SECRET]
    with pytest.raises(Refused, match="not_ended"):
        services.erase_words(run, actor=tia)
    services.end_run(fork.pk, actor=tia, cmd_id="e")

    services.erase_words(run, actor=tia)

    assert words_of(fork) == [None]
    assert services.verify_chain(fork.pk) is None
    fork.refresh_from_db()
    assert fork.erasures == 1


def test_a_run_under_way_keeps_its_words(tia, now):
    run = start(tia)

    with pytest.raises(Refused, match="not_ended"):
        services.erase_words(run, actor=tia)


def test_only_the_trainee_erases_practice(run, theo, carla, milan, ada, sam):
    for other in (theo, carla, milan, ada, sam):
        with pytest.raises(Refused, match="forbidden"):
            services.erase_words(run, actor=other)
    assert words_of(run) == [SECRET]


def test_a_cohorts_administrator_erases_what_the_cohort_measured(tia, ada, carla, early, now):
    run = start_run(trainee=tia, version=rehearsed(publish(make_morning())), mode="certification", cohort=early)
    services.reply(run.pk, actor=tia, cmd_id="a", text=SECRET, **ASKED)
    services.end_run(run.pk, actor=tia, cmd_id="e")

    for other in (tia, carla):
        with pytest.raises(Refused, match="forbidden"):
            services.erase_words(run, actor=other)
    assert services.erase_words(run, actor=ada) == 1


def change_past_the_trigger(trigger: str, table: str, statement: str) -> None:
    """What whoever owns the database can do."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {trigger}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
        cursor.execute(f"UPDATE {table} SET {statement}")  # noqa: S608  from the tests below


def test_words_that_somebody_changed_are_named(run):
    change_past_the_trigger("words_unchanged", "simulator_words", "text = text || '!'")

    assert services.verify_chain(run.pk) == Break(3, "words")


def test_an_event_that_somebody_changed_is_named(run):
    change_past_the_trigger("runevent_unchanged", "simulator_runevent", "at_ms = at_ms + 1 WHERE seq = 4")

    assert services.verify_chain(run.pk) == Break(4, "digest")


def test_an_end_that_somebody_cut_off_is_named(run):
    Run.objects.filter(pk=run.pk).update(head_seq=run.head_seq + 1)

    assert services.verify_chain(run.pk) == Break(run.head_seq, "head")


def test_a_deleted_run_leaves_nothing(run, tia):
    services.purge_run(run, actor=tia)

    assert (Run.objects.count(), RunEvent.objects.count(), Words.objects.count()) == (0, 0, 0)


def test_a_deleted_run_leaves_the_words_that_a_fork_shares(run, tia):
    fork = services.fork_run(run, at_seq=4, actor=tia)

    services.purge_run(run, actor=tia)

    assert words_of(fork) == [SECRET]
    assert services.verify_chain(fork.pk) is None


def test_nobody_else_deletes_a_run(run, theo, carla, ada):
    for other in (theo, carla, ada):
        with pytest.raises(Refused, match="forbidden"):
            services.purge_run(run, actor=other)


def fork_with_an_answer(run: Run, tia) -> Run:
    """A fork after the first answer, ended, whose own answer says almost the same."""
    fork = services.fork_run(run, at_seq=4, actor=tia)
    services.reply(fork.pk, actor=tia, cmd_id="a", text=SECRET + "!", **ASKED)
    services.end_run(fork.pk, actor=tia, cmd_id="e")
    return fork


def test_a_fork_makes_itself_again_after_the_words_it_was_compared_to_were_erased(run, tia):
    fork = fork_with_an_answer(run, tia)
    before = queries.read_log(fork.pk)
    assert services.replay(fork.pk) == before

    services.erase_words(run, actor=tia)

    assert words_of(fork) == [None, SECRET + "!"]
    assert [event.data for event in services.replay(fork.pk)] == [event.data for event in before]


def test_erasing_a_fork_of_a_fork_erases_what_all_three_share(run, tia):
    fork = services.fork_run(run, at_seq=4, actor=tia)
    second = fork_with_an_answer(fork, tia)
    services.end_run(fork.pk, actor=tia, cmd_id="e")
    assert Words.objects.count() == 2

    assert services.erase_words(second, actor=tia) == 2

    assert [words_of(each) for each in (run, fork, second)] == [[None], [None], [None, None]]
    assert [services.verify_chain(each.pk) for each in (run, fork, second)] == [None, None, None]
    assert set(Run.objects.values_list("erasures", flat=True)) == {1}


def test_erased_words_are_no_one_else_s_to_resend(run, tia, theo):
    services.erase_words(run, actor=tia)

    with pytest.raises(Refused, match="conflict"):
        services.reply(run.pk, actor=theo, cmd_id="a", text=SECRET, **ASKED)


def test_deleting_twice_deletes_once(run, tia):
    services.purge_run(run, actor=tia)
    services.purge_run(run, actor=tia)

    assert Run.objects.count() == 0
