"""Replies: what is written, and what is refused."""

import pytest

from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Run, RunEvent
from simulator.services import Ack, Refused
from simulator.services.replying import count_graphemes
from tests.simulator.timelines import kinds_of
from tests.simulator.worlds import start

GOOD = "Hallo, das tut mir leid! Wir suchen Ihren Rucksack. ^TI"


def send(run: Run, actor, text: str = GOOD, **other) -> Ack:
    asked = {"cmd_id": "a", "thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2, **other}
    return services.reply(run.pk, actor=actor, text=text, **asked)


def last_reply(run: Run) -> Event:
    return next(event for event in queries.read_log(run.pk)[::-1] if event.kind == "ReplySent")


@pytest.fixture
def run(tia, now) -> Run:
    return start(tia)


def test_a_reply_is_written_with_its_assessment_and_what_follows(run, tia, now):
    now.advance(50_000)

    ack = send(run, tia)

    log = queries.read_log(run.pk)
    assert ack == Ack("a", 4)
    assert kinds_of(log)[2:] == ["ReplySent", "ReplyAssessed", "ReactionFired", "PostAppeared"]
    assert log[2] == Event(
        3,
        50_000,
        "ReplySent",
        f"u{tia.pk}",
        {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2},
        GOOD,
    )
    assert (log[3].actor, log[3].data["reply"], log[3].at_ms) == ("world", 3, 50_000)


def test_words_are_not_in_the_data_of_any_event(run, tia, now):
    send(run, tia)

    assert not RunEvent.objects.filter(data__contains="Rucksack. ^TI").exists()


def test_a_reply_is_kept_as_it_was_typed(run, tia, now):
    send(run, tia, "  Hallo\n\n👋🏽  ")

    assert last_reply(run).words == "  Hallo\n\n👋🏽  "


def test_the_own_earlier_replies_count_from_memory_and_from_the_log(run, tia, now):
    send(run, tia)
    from_memory = send(run, tia, cmd_id="b")
    services.forget_all()
    from_log = send(run, tia, cmd_id="c")

    assessed = {event.seq: event.data["criteria"]["individuality"] for event in queries.read_log(run.pk)
                if event.kind == "ReplyAssessed"}  # fmt: skip
    assert assessed[from_memory.seq] < assessed[4]
    assert assessed[from_log.seq] <= assessed[from_memory.seq]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"text": ""}, "empty"),
        ({"text": " \n\t "}, "empty"),
        ({"text": "a\x00"}, "bad_text"),
        ({"text": "a\ud800"}, "bad_text"),
        ({"text": "a" * 10_001}, "too_long"),
        ({"text": "a" * 281}, "too_long"),
        ({"visibility": "loud"}, "bad_visibility"),
        ({"thread": "boat"}, "unknown_thread"),
        ({"thread": "train", "post": "train-1"}, "unknown_thread"),
        ({"post": "bag-9"}, "unknown_post"),
        ({"post": "bag-still"}, "unknown_post"),
        ({"post": "train-1"}, "unknown_post"),
        ({"cmd_id": ""}, "bad_command"),
        ({"cmd_id": "a" * 65}, "bad_command"),
        ({"cmd_id": "a\n"}, "bad_command"),
    ],
)
def test_what_cannot_be_sent_is_refused_and_writes_nothing(run, tia, now, asked, code):
    with pytest.raises(Refused) as refusal:
        send(run, tia, **asked)

    assert refusal.value.code == code
    assert len(queries.read_log(run.pk)) == 2


def test_a_limit_counts_what_people_count(run, tia, now):
    family = "👩‍👩‍👧‍👦"
    assert count_graphemes(family * 280) == 280

    send(run, tia, family * 280)

    with pytest.raises(Refused, match="too_long"):
        send(run, tia, family * 281, cmd_id="b")


def test_a_private_message_and_a_channel_without_limit_are_not_cut(run, tia, now):
    now.advance(60_000)

    send(run, tia, "a" * 500, visibility="private")
    send(run, tia, "a" * 500, cmd_id="b", thread="train", post="train-1")

    assert queries.heads([run.pk])[run.pk] == 9


def test_nobody_has_seen_less_than_what_they_answer_or_more_than_there_is(run, tia, now):
    send(run, tia, seen_seq=0)
    assert last_reply(run).data["seen_seq"] == 2

    send(run, tia, cmd_id="b", seen_seq=9_999)
    assert last_reply(run).data["seen_seq"] == 6


def test_nobody_answers_in_another_ones_run(run, theo, carla, sam, now):
    for stranger in (theo, carla, sam):
        with pytest.raises(Refused, match="forbidden"):
            send(run, stranger)
    assert len(queries.read_log(run.pk)) == 2


def test_a_run_that_does_not_exist_is_unknown(tia, run):
    run.pk = 999_999

    with pytest.raises(Refused, match="unknown_run"):
        send(run, tia)


def test_a_refusal_keeps_what_was_caught_up(run, tia, now):
    now.advance(60_000)

    with pytest.raises(Refused, match="unknown_post"):
        send(run, tia, post="bag-9")

    assert kinds_of(queries.read_log(run.pk)) == ["RunStarted", "PostAppeared", "PostAppeared"]


def test_nothing_is_sent_while_the_clock_stands_or_after_the_end(run, tia, now):
    services.pause(run.pk, actor=tia, cmd_id="p")
    with pytest.raises(Refused, match="paused"):
        send(run, tia)

    services.end_run(run.pk, actor=tia, cmd_id="e")
    with pytest.raises(Refused, match="ended"):
        send(run, tia)
