"""Notices: published once, updated often, read by everybody."""

from typing import Any

import pytest

from scoring.core import Reading
from scoring.core import read_words as scoring_read
from scoring.services import rescore, settle
from simulator import commands, messages, queries, services
from simulator.models import Run
from simulator.services import Refused
from tests.simulator.services.acts import NOTICE, log_of, publish, start_storm, update


@pytest.fixture
def run(tia, now) -> Run:
    return start_storm(tia, now)


def test_a_notice_is_written_with_its_assessment(run, tia):
    ack = publish(run, tia)

    published, assessed = log_of(run, "NoticePublished", "ReplyAssessed")
    assert (published.data, published.words) == ({"topic": "outage", "channel": "microblog"}, NOTICE)
    assert (assessed.seq, assessed.data["reply"], assessed.data["criteria"]) == (ack.seq, published.seq, {})
    assert ack.seq == published.seq + 1


def test_what_is_heard_in_a_notice_is_what_the_public_reacts_to(run, tia):
    publish(run, tia, text="In Altenried ist ein Signal gestört. Nein, es sind keine Züge zusammengestoßen.")

    [assessed] = log_of(run, "ReplyAssessed")
    assert assessed.data["heard"]["corrects"] == ["crash"]


def test_personal_data_in_a_notice_is_a_critical_error_of_the_run(run, tia):
    publish(run, tia, text="Bitte rufen Sie Jana Vogt an, ihre Nummer ist 0171 2345678.")
    services.end_run(run.pk, actor=tia, cmd_id="end")
    run.refresh_from_db()

    settle(run)

    [assessed] = log_of(run, "ReplyAssessed")
    assert any(finding["critical"] for finding in assessed.data["findings"])


def test_a_notice_is_updated_as_often_as_it_has_to_be(run, tia, now):
    publish(run, tia)
    now.advance(10_000)
    update(run, tia, "b")
    update(run, tia, "c", text="Es geht weiter.")

    assert [event.data for event in log_of(run, "NoticeUpdated")] == [{"topic": "outage"}] * 2


@pytest.mark.parametrize(
    ("act", "asked", "code"),
    [
        (publish, {"text": ""}, "empty"),
        (publish, {"text": "a\ud800"}, "bad_text"),
        (publish, {"text": "a" * 281}, "too_long"),
        (publish, {"text": "a" * 10_001, "channel": "forum"}, "too_long"),
        (publish, {"topic": "weather"}, "unknown_topic"),
        (publish, {"channel": "radio"}, "unknown_channel"),
        (update, {}, "no_notice"),
        (update, {"text": " "}, "empty"),
    ],
)
def test_what_cannot_be_said_is_refused_and_writes_nothing(run, tia, act, asked, code):
    length = len(queries.read_log(run.pk))

    with pytest.raises(Refused) as refusal:
        act(run, tia, **asked)

    assert refusal.value.code == code
    assert len(queries.read_log(run.pk)) == length


def test_there_is_one_notice_about_a_topic_and_its_channel_stays(run, tia):
    publish(run, tia)
    with pytest.raises(Refused, match="already_published"):
        publish(run, tia, "b")
    with pytest.raises(Refused, match="too_long"):
        update(run, tia, "c", text="a" * 281)


def test_a_log_with_notices_makes_itself_again_and_is_scored_again_to_the_byte(run, tia, now):
    publish(run, tia)
    services.reply(
        run.pk, actor=tia, cmd_id="r", thread="bag", post="bag-1", visibility="public", text=NOTICE, seen_seq=2
    )
    now.advance(30_000)
    update(run, tia, "u")
    services.end_run(run.pk, actor=tia, cmd_id="end")
    run.refresh_from_db()
    settle(run)

    again = services.replay(run.pk)

    assert [(event.kind, event.data) for event in again] == [
        (event.kind, event.data) for event in queries.read_log(run.pk)
    ]
    assert (rescore(run).replies, rescore(run).problems) == (3, ())


def test_a_fork_takes_the_assessment_of_a_notice_with_it(run, tia):
    published = publish(run, tia).seq - 1
    services.end_run(run.pk, actor=tia, cmd_id="end")
    run.refresh_from_db()

    fork = services.fork_run(run, at_seq=published, actor=tia)

    kinds = [event.kind for event in queries.read_log(fork.pk)]
    assert kinds[: kinds.index("RunForked")][-2:] == ["NoticePublished", "ReplyAssessed"]


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        (messages.PublishNotice, {"type": "publish_notice", "channel": "microblog"}),
        (messages.UpdateNotice, {"type": "update_notice"}),
    ],
    ids=["publish", "update"],
)
def test_the_words_of_a_notice_are_read_before_the_lock_is_asked_for(run, tia, monkeypatch, command, asked):
    if command is messages.UpdateNotice:
        publish(run, tia, "p", text="Alt.")
    reads: list[str] = []

    def read_words(text: str, **more: Any) -> Reading:
        reads.append(text)
        return scoring_read(text, **more)

    monkeypatch.setattr("simulator.services.replying.read_words", read_words)
    said = command(cmd_id="n", run=run.pk, topic="outage", text=NOTICE, **asked)

    send = commands.prepare_for(tia, said)

    assert reads == [NOTICE]
    send()
    assert reads == [NOTICE]
    assert log_of(run, "NoticePublished", "NoticeUpdated")[-1].words == NOTICE


def test_an_update_that_says_the_same_is_refused_and_its_resend_is_not(run, tia):
    publish(run, tia)
    updated = update(run, tia, "b", text=f"{NOTICE} Neu.")
    length = len(queries.read_log(run.pk))

    with pytest.raises(Refused, match="unchanged"):
        update(run, tia, "c", text=f"{NOTICE}  Neu.\n")

    assert update(run, tia, "b", text=f"{NOTICE} Neu.") == updated
    assert len(queries.read_log(run.pk)) == length
    assert update(run, tia, "d", text=NOTICE).seq > updated.seq
