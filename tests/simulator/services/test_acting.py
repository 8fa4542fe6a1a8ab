"""Handing over, leaving alone, hiding, reporting, resolving: what is written, and what is refused."""

import pytest
from django.db import IntegrityError

from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Run, RunEvent, Words
from simulator.services import Refused, commands
from tests.simulator.services.acts import (
    NOTE,
    NOTICE,
    block,
    escalate,
    log_of,
    note,
    publish,
    resolve,
    start_storm,
    treat,
    unblock,
    update,
)

ACTS = {"note": note, "escalate": escalate, "publish": publish, "treat": treat, "resolve": resolve}


@pytest.fixture
def run(tia, now) -> Run:
    return start_storm(tia, now)


def test_a_matter_is_handed_over_with_a_note_that_stands_beside_the_event(run, tia):
    ack = escalate(run, tia)

    [event] = log_of(run, "Escalated")
    found = {"own": 1, "who": 0, "what": 0, "needed": 1}
    data = {"thread": "train", "post": "train-1", "desk": "operations", "note": found}
    assert event == Event(ack.seq, 20_000, "Escalated", f"u{tia.pk}", data, NOTE)
    assert not RunEvent.objects.filter(data__contains="Ankunft, bitte").exists()


def test_a_note_stands_beside_its_event_and_changes_nothing(run, tia, now):
    before = queries.read_log(run.pk)

    ack = note(run, tia, thread="train")

    [*earlier, written] = queries.read_log(run.pk)
    assert earlier == before
    assert written == Event(ack.seq, 20_000, "NoteWritten", f"u{tia.pk}", {"thread": "train"}, NOTE)
    assert not RunEvent.objects.filter(data__contains="Ankunft, bitte").exists()


def test_the_right_desk_answers_after_a_while(run, tia, now):
    escalate(run, tia)
    now.advance(60_000)
    services.catch_up(run.pk)

    [answer] = log_of(run, "DeskAnswered")
    assert (answer.data["desk"], answer.data["right"], answer.at_ms) == ("operations", True, 50_000)


def test_a_post_is_left_alone_hidden_or_reported_for_a_reason(run, tia):
    treat(run, tia)
    treat(run, tia, "b", as_="hidden", reason="insult")

    assert [event.data for event in log_of(run, "Treated")] == [
        {"thread": "rage", "post": "rage-1", "as": "left_alone", "reason": "provocation"},
        {"thread": "rage", "post": "rage-1", "as": "hidden", "reason": "insult"},
    ]


def test_a_block_is_taken_back_and_may_be_made_again(run, tia):
    with pytest.raises(Refused, match="not_blocked"):
        unblock(run, tia)
    treat(run, tia)
    block(run, tia)

    unblock(run, tia)

    assert [event.data for event in log_of(run, "Unblocked")] == [{"thread": "rage", "post": "rage-1"}]
    with pytest.raises(Refused, match="not_blocked"):
        unblock(run, tia, "e")
    with pytest.raises(Refused, match="already_treated"):
        treat(run, tia, "f")
    block(run, tia, "g")
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_a_thread_is_resolved_until_somebody_writes_there_again(run, tia, now):
    resolve(run, tia)
    with pytest.raises(Refused, match="already_resolved"):
        resolve(run, tia, "b")
    now.advance(60_000)

    resolve(run, tia, "c")

    resolved = log_of(run, "Resolved")
    [again, *_] = [
        event for event in log_of(run, "PostAppeared") if event.data["thread"] == "bag" and event.at_ms > 20_000
    ]
    assert [event.data for event in resolved] == [{"thread": "bag"}] * 2
    assert resolved[0].seq < again.seq < resolved[1].seq


@pytest.mark.parametrize(
    ("act", "asked", "code"),
    [
        (escalate, {"note": " "}, "empty"),
        (escalate, {"note": "a\x00"}, "bad_text"),
        (escalate, {"note": "a" * 2_001}, "too_long"),
        (escalate, {"thread": "boat"}, "unknown_thread"),
        (escalate, {"post": "bag-1"}, "unknown_post"),
        (escalate, {"desk": "nobody"}, "unknown_desk"),
        (note, {"text": " "}, "empty"),
        (note, {"text": "a" * 2_001}, "too_long"),
        (note, {"thread": "boat"}, "unknown_thread"),
        (treat, {"as_": "resolved"}, "bad_treatment"),
        (treat, {"as_": "hidden"}, "bad_reason"),
        (treat, {"as_": "blocked"}, "bad_reason"),
        (treat, {"reason": ""}, "bad_reason"),
        (treat, {"thread": "boat"}, "unknown_thread"),
        (treat, {"post": "press"}, "unknown_post"),
        (unblock, {"thread": "boat"}, "unknown_thread"),
        (unblock, {"post": "press"}, "unknown_post"),
        (unblock, {}, "not_blocked"),
        (resolve, {"thread": "boat"}, "unknown_thread"),
        (resolve, {"cmd_id": ""}, "bad_command"),
    ],
)
def test_what_cannot_be_done_is_refused_and_writes_nothing(run, tia, act, asked, code):
    length = len(queries.read_log(run.pk))

    with pytest.raises(Refused) as refusal:
        act(run, tia, **asked)

    assert refusal.value.code == code
    assert len(queries.read_log(run.pk)) == length


def test_the_same_desk_is_asked_once_and_another_may_be_asked(run, tia):
    escalate(run, tia)
    with pytest.raises(Refused, match="already_escalated"):
        escalate(run, tia, "b")

    escalate(run, tia, "c", desk="refunds")

    assert [event.data["desk"] for event in log_of(run, "Escalated")] == ["operations", "refunds"]


def test_nothing_is_done_twice_to_a_post(run, tia):
    treat(run, tia)

    with pytest.raises(Refused, match="already_treated"):
        treat(run, tia, "b", reason="settled")


@pytest.mark.parametrize("act", [*ACTS.values(), update])
def test_nothing_is_done_while_the_clock_stands_or_by_somebody_else(run, tia, theo, carla, act):
    for stranger in (theo, carla):
        with pytest.raises(Refused, match="forbidden"):
            act(run, stranger, "s")
    services.pause(run.pk, actor=tia, cmd_id="p")
    with pytest.raises(Refused, match="paused"):
        act(run, tia)


def check_sent_twice(run: Run, tia, act) -> None:
    first = act(run, tia, "same")
    length = len(queries.read_log(run.pk))

    assert act(run, tia, "same") == first
    assert len(queries.read_log(run.pk)) == length


@pytest.mark.parametrize("act", ACTS.values())
def test_an_act_that_is_sent_twice_counts_once(run, tia, act):
    check_sent_twice(run, tia, act)


def test_an_update_that_is_sent_twice_counts_once(run, tia):
    publish(run, tia, "p")

    check_sent_twice(run, tia, update)


@pytest.mark.parametrize("act", ACTS.values())
def test_without_the_look_for_its_id_an_act_would_count_twice_or_be_refused(run, tia, act, monkeypatch):
    monkeypatch.setattr("simulator.services.store.find_command", lambda run_id, cmd_id: None)

    with pytest.raises((IntegrityError, Refused)):
        check_sent_twice(run, tia, act)


def check_conflicts(run: Run, tia, theo) -> None:
    escalate(run, tia, "e")
    publish(run, tia, "p")
    treat(run, tia, "t")
    others = (
        lambda: escalate(run, theo, "e"),
        lambda: escalate(run, tia, "e", note=f"{NOTE}!"),
        lambda: publish(run, tia, "p", text=f"{NOTICE}!"),
        lambda: update(run, tia, "p", text=NOTICE),
        lambda: treat(run, tia, "t", reason="settled"),
        lambda: resolve(run, tia, "t"),
    )
    for other in others:
        with pytest.raises(Refused, match="conflict"):
            other()


def test_the_same_id_with_another_sender_or_body_is_a_conflict(run, tia, theo):
    check_conflicts(run, tia, theo)


def test_without_the_hash_another_note_would_pass(run, tia, theo, monkeypatch):
    monkeypatch.setattr(commands, "hash_command", lambda said, salt: RunEvent.objects.get(cmd_id="e").cmd_hash)

    with pytest.raises(pytest.fail.Exception):
        check_conflicts(run, tia, theo)


def test_notes_and_notices_are_erased_with_all_other_words(run, tia):
    first = escalate(run, tia, "e")
    publish(run, tia, "p")
    update(run, tia, "u")
    services.end_run(run.pk, actor=tia, cmd_id="end")
    before = queries.read_log(run.pk)
    run.refresh_from_db()

    assert services.erase_words(run, actor=tia) == 3

    assert {event.words for event in queries.read_log(run.pk)} == {None}
    assert set(Words.objects.values_list("text", "salt")) == {(None, None)}
    assert services.verify_chain(run.pk) is None
    assert escalate(run, tia, "e") == first
    assert [(event.kind, event.data) for event in services.replay(run.pk)] == [
        (event.kind, event.data) for event in before
    ]
