"""First things first, as the debrief shows it: who was passed over and why, and what each post asked for."""

import pytest
from django.utils.translation import override

from scoring.core.waits import CLOSING
from simulator.core.events import Event
from tests.scoring.core.robots.plays import perform
from tests.simulator.publics import make_storm
from trainer_ui.comparing import ParWait
from trainer_ui.played import read_run
from trainer_ui.triages import WHY, show_triage

STORM = make_storm()
LOG = perform(STORM, "expert")
REPLY = next(event for event in LOG if event.kind == "ReplySent")
ESCALATED = next(event for event in LOG if event.kind == "Escalated")
POST = REPLY.data["post"]


def make_card(*, triage=(), speed=(), order=None):
    evidence = {"triage": list(triage), "speed": list(speed)}
    return {"evidence": evidence, "order": order, "replies": [REPLY.seq], "unanswered": []}


def show(card, *, language="en", **more):
    with override(language):
        return show_triage(card, read_run(STORM, LOG, card=card, models={}, **more), language=language)


def make_item(kind="desk", *, value=0, counted=None, **more):
    return {"kind": kind, "post": POST, "value": value, "counted": value if counted is None else counted, **more}


def pass_over(act: Event, *, why="due"):
    passed = {"act": act.seq, "at_ms": act.at_ms, "post": POST, "due": POST, "since_ms": 1_000, "why": why}
    return {"value": 700, "saved_ms": 90_000, "passed_over": [passed]}


def test_where_nothing_was_judged_there_is_nothing_to_show():
    assert show(make_card()) is None
    assert show({**make_card(), "order": None, "evidence": {}}) is None


def test_the_order_alone_is_no_post_to_show():
    order = {"value": 1000, "saved_ms": 0, "passed_over": []}
    shown = show(make_card(triage=[make_item("order", value=1000)], order=order))

    assert (shown.value, shown.passed_over, shown.checks) == (1000, [], [])


def test_a_scorecard_of_older_rules_knows_no_order():
    card = make_card(triage=[make_item(value=1000)])
    del card["order"]

    assert (show(card).value, len(show(card).checks)) == (None, 1)


@pytest.mark.parametrize("why", WHY)
def test_who_was_passed_over_is_named_with_the_reason(why):
    [passed] = show(make_card(order=pass_over(REPLY, why=why))).passed_over

    assert (passed.what, passed.at_ms, passed.since_ms) == ("Reply A", REPLY.at_ms, 1_000)
    assert passed.post == passed.due
    with override("en"):
        assert passed.why == str(WHY[why])


def test_what_was_done_instead_of_a_reply_is_told_in_words():
    [passed] = show(make_card(order=pass_over(ESCALATED))).passed_over

    assert passed.what != ""
    assert "Reply" not in passed.what


def test_a_post_that_is_gone_is_left_out():
    order = pass_over(REPLY)
    order["passed_over"][0] |= {"post": "", "due": "nowhere"}

    [passed] = show(make_card(order=order)).passed_over

    assert (passed.post, passed.due) == (None, None)


def test_what_a_note_lacks_is_listed():
    [check] = show(make_card(triage=[make_item("note", value=600, missing=["who", "needed"])])).checks

    assert check.missing == "who it is about, what is needed"
    assert (check.value, check.counts_zero) == (600, False)


def test_danger_that_never_reached_anybody_has_no_wait_to_tell():
    late, never = show(
        make_card(triage=[make_item("danger", wait_ms=90_000, target_ms=60_000), make_item("danger")])
    ).checks

    assert (late.is_never, never.is_never) == (False, True)
    assert "1:30" in late.text.why


def test_what_counts_zero_because_of_a_critical_error_says_so():
    [check] = show(make_card(triage=[make_item("leave", value=1000, counted=0)])).checks

    assert (check.value, check.counts_zero) == (1000, True)


def test_a_thread_that_was_to_be_closed_stands_there_with_its_par_and_other_waits_do_not():
    closing = make_item(response=CLOSING, wait_ms=90_000, target_ms=60_000)
    del closing["kind"]
    first = {**closing, "response": "first"}

    [check] = show(make_card(speed=[first, closing]), par_closings={POST: ParWait(30_000, 1000)}).checks

    assert check.par == ParWait(30_000, 1000)
    assert "1:30" in check.text.why


def test_it_is_said_in_german_too():
    card = make_card(triage=[make_item("note", value=600, missing=["who", "needed"])], order=pass_over(REPLY))

    shown = show(card, language="de")

    assert shown.checks[0].missing == "um wen es geht, was gebraucht wird"
    assert shown.passed_over[0].what == "Antwort A"
