"""Triage, post by post: what was to be handed over, left alone, hidden, reported or found, against what was done."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.core.timeline import Needs
from scoring.core.triage import DANGER_TARGET_MS, list_triage
from simulator.core.events import Event
from simulator.core.state import PostState, ReplyState, State, start_state
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS, SECOND, make_post, make_timeline

AT, DUE, END = 30 * SECOND, 4 * MINUTE, 10 * MINUTE
DANGER = replace(NO_NEEDS, danger="threat")


def see(needs: Needs, *, answered_by: tuple[int, ...] = (), forked_at: int = 0, mention: str = "direct") -> State:
    """The end of a run in which one post with these needs appeared."""
    timeline = make_timeline(posts=(make_post("bag-1", "bag", at_ms=AT, needs=needs),))
    threads = tuple(replace(thread, mention=mention) for thread in timeline.threads)
    state = start_state(replace(timeline, threads=threads))
    state.trainee = "u1"
    state.posts["bag-1"] = PostState("bag-1", 2, AT, "bag", "jana", "Hallo?", needs, answered_by=list(answered_by))
    state.at_ms, state.forked_at = END, forked_at
    return state


def did(kind: str, *, at_ms: int = MINUTE, seq: int = 5, **data: Any) -> Event:
    return Event(seq, at_ms, kind, "u1", {"thread": "bag", "post": "bag-1", **data})


def judge(state: State, *events: Event, due_ms: int | None = DUE) -> list[tuple[str, int]]:
    return [(item["kind"], item["value"]) for item in list_triage(state, events, {"bag-1": due_ms})]


def test_a_post_that_needs_an_answer_and_gets_one_is_no_matter_of_triage():
    assert judge(see(NEEDS, answered_by=(4,))) == []


@pytest.mark.parametrize(("desk", "value"), [("operations", 1000), ("press", 0)])
def test_a_matter_belongs_to_its_desk(desk, value):
    needs = replace(NEEDS, desk="operations")

    assert judge(see(needs), did("Escalated", desk=desk)) == [("desk", value)]


def test_a_wrong_desk_is_mended_by_the_right_one():
    needs = replace(NEEDS, desk="operations")

    assert judge(see(needs), did("Escalated", desk="press"), did("Escalated", seq=6, desk="operations")) == [
        ("desk", 1000)
    ]


def test_who_never_hands_over_is_worth_nothing_once_it_was_due():
    state = see(replace(NEEDS, desk="operations"))

    assert judge(state) == [("desk", 0)]
    assert judge(state, due_ms=END + 1) == []


@pytest.mark.parametrize(
    "needs", [replace(NO_NEEDS, treatment="leave"), replace(NO_NEEDS, triage="leave")], ids=["treatment", "triage"]
)
def test_what_is_to_be_left_alone_is_left_alone(needs: Needs):
    assert judge(see(needs), did("Treated", **{"as": "left_alone"})) == [("leave", 1000)]
    assert judge(see(needs), did("Resolved", at_ms=AT)) == [("leave", 1000)]
    assert judge(see(needs), did("Treated", **{"as": "hidden"})) == [("leave", 0)]
    assert judge(see(needs, answered_by=(4,))) == [("leave", 0)]


@pytest.mark.parametrize(("treatment", "act"), [("hide", "hidden"), ("report", "reported"), ("block", "blocked")])
def test_what_is_to_be_hidden_or_reported_is(treatment: Any, act: str):
    state = see(replace(NO_NEEDS, treatment=treatment))

    assert judge(state, did("Treated", **{"as": act})) == [(treatment, 1000)]
    assert judge(state, did("Treated", **{"as": "left_alone"})) == [(treatment, 0)]
    assert judge(state) == [(treatment, 0)]


def test_who_is_blocked_is_so_with_all_that_they_wrote():
    state = see(replace(NO_NEEDS, treatment="block"))
    [post] = state.posts.values()
    state.posts["bag-2"] = replace(post, key="bag-2")
    act = did("Treated", **{"as": "blocked"})

    items = list_triage(state, [act], {})

    assert [(item["post"], item["kind"], item["value"]) for item in items] == [
        ("bag-1", "block", 1000),
        ("bag-2", "block", 1000),
    ]


def test_a_block_that_was_taken_back_is_none_and_what_else_was_done_stands():
    state = see(replace(NO_NEEDS, treatment="block"))
    blocked, unblocked = did("Treated", **{"as": "blocked"}), did("Unblocked")
    hidden = did("Treated", **{"as": "hidden"})

    assert judge(state, blocked, unblocked) == [("block", 0)]
    assert judge(state, blocked, unblocked, blocked) == [("block", 1000)]
    assert judge(see(replace(NO_NEEDS, treatment="hide")), hidden, blocked, unblocked) == [("hide", 1000)]
    assert judge(see(replace(NO_NEEDS, treatment="leave")), blocked, unblocked) == [("leave", 1000)]
    assert judge(see(NEEDS), blocked, unblocked) == []


def test_who_sets_aside_what_needs_an_answer_is_worth_nothing_unless_it_is_answered():
    act = did("Treated", **{"as": "left_alone"})

    assert judge(see(NEEDS), act) == [("set_aside", 0)]
    assert judge(see(NEEDS, answered_by=(4,)), act) == []


def test_danger_is_handed_over_at_once():
    in_time, late = (did("Escalated", desk="operations", at_ms=AT + wait) for wait in (MINUTE, 3 * DANGER_TARGET_MS))

    assert judge(see(DANGER), in_time, due_ms=None) == [("danger", 1000)]
    assert 0 < judge(see(DANGER), late, due_ms=None)[0][1] < 1000
    assert judge(see(DANGER), due_ms=None) == [("danger", 0)]


def test_danger_says_where_it_belonged_how_long_it_might_wait_and_how_long_it_did():
    state = see(replace(DANGER, desk="security"))
    late = did("Escalated", desk="security", at_ms=AT + 90 * SECOND)
    item = {"post": "bag-1", "thread": "bag", "reply": None, "kind": "danger", "desk": "security"}

    for done, found in (([], {"value": 0, "wait_ms": None}), ([late], {"value": 806, "wait_ms": 90 * SECOND})):
        assert list_triage(state, done, {"bag-1": None}) == [{**item, "target_ms": DANGER_TARGET_MS, **found}]
    assert list_triage(state, [late], {"bag-1": AT + 2 * MINUTE}) == [
        {**item, "target_ms": 2 * MINUTE, "value": 1000, "wait_ms": 90 * SECOND}
    ]


def test_the_first_hand_over_of_danger_counts():
    early, late = (did("Escalated", desk="press", at_ms=AT + wait) for wait in (MINUTE, 5 * MINUTE))

    assert judge(see(DANGER), early, late, due_ms=None) == [("danger", 1000)]


@pytest.mark.parametrize(
    ("end_ms", "found"), [(AT + DANGER_TARGET_MS, []), (AT + DANGER_TARGET_MS + 1, [("danger", 0)])]
)
def test_danger_without_a_target_is_due_after_a_minute(end_ms, found):
    state = see(DANGER)
    state.at_ms = end_ms

    assert judge(state, due_ms=None) == found


def test_a_post_that_asks_for_nothing_hides_none_that_does():
    state = see(replace(NEEDS, desk="operations"))
    asked = state.posts["bag-1"]
    crowd = replace(asked, key="crowd-7", is_crowd=True)
    answered = replace(asked, key="old", answered_by=[3])
    state.posts, state.forked_at = {"crowd-7": crowd, "old": answered, "bag-1": asked}, 4

    assert [item["post"] for item in list_triage(state, [], {"bag-1": DUE})] == ["bag-1"]


def test_danger_that_names_its_desk_goes_there():
    needs = replace(DANGER, desk="security")

    assert judge(see(needs), did("Escalated", desk="press")) == [("danger", 0)]
    assert judge(see(needs), did("Escalated", desk="security")) == [("danger", 1000)]


def test_danger_that_is_to_be_hidden_is_hidden_at_once_or_handed_over():
    needs = replace(DANGER, treatment="hide")
    hidden = did("Treated", at_ms=AT + MINUTE, **{"as": "hidden"})

    assert judge(see(needs), hidden, due_ms=None) == [("danger", 1000), ("hide", 1000)]
    assert judge(see(needs), did("Treated", **{"as": "reported"}), due_ms=None) == [("danger", 0), ("hide", 0)]
    assert judge(see(needs), did("Escalated", desk="press", at_ms=AT + MINUTE), due_ms=None) == [
        ("danger", 1000),
        ("hide", 0),
    ]


def test_what_is_hidden_and_answered_is_both():
    needs = replace(NEEDS, treatment="hide")
    hidden = did("Treated", **{"as": "hidden"})

    assert judge(see(needs, answered_by=(4,)), hidden) == [("hide", 1000)]
    assert judge(see(needs), hidden) == [("hide", 1000)]


def test_what_was_done_before_a_fork_belongs_to_the_run_it_came_from():
    state = see(replace(NEEDS, desk="operations"), forked_at=8, answered_by=(4,))

    assert judge(state, did("Escalated", desk="operations")) == []


def test_a_post_of_the_crowd_asks_for_nothing():
    state = see(NO_NEEDS)
    state.posts["crowd-7"] = replace(state.posts["bag-1"], key="crowd-7", is_crowd=True, answered_by=[4])

    assert judge(state) == []


LEAVE = replace(NO_NEEDS, treatment="leave")


def test_who_does_nothing_has_left_nothing_alone():
    assert judge(see(LEAVE)) == []


def test_nor_has_who_does_nothing_from_the_first_moment_on():
    state = see(LEAVE)
    state.posts["bag-1"] = replace(state.posts["bag-1"], at_ms=0)

    assert judge(state) == []
    assert judge(state, did("Resolved", at_ms=0)) == [("leave", 1000)]


@pytest.mark.parametrize(("post", "value"), [("bag-1", 0), ("other", 1000)])
def test_taking_back_an_answer_to_it_does_not_leave_it_alone(post, value):
    state = see(LEAVE)
    state.replies[5] = ReplyState(5, MINUTE, "u1", "bag", post, "public", 1, "Unfug.", deleted=7)

    assert judge(state, did("Resolved", seq=8)) == [("leave", value)]


@pytest.mark.parametrize(("at_ms", "found"), [(AT - 1, []), (AT, [("leave", 1000)])])
def test_who_did_something_only_before_a_post_appeared_has_not_left_it_alone(at_ms, found):
    assert judge(see(LEAVE), did("Resolved", at_ms=at_ms)) == found


def test_what_somebody_else_did_or_what_was_done_before_a_fork_is_no_leaving_alone():
    other = replace(did("Resolved"), actor="u2")

    assert judge(see(LEAVE), other) == []
    assert judge(see(LEAVE), other, did("Resolved", seq=6)) == [("leave", 1000)]
    assert judge(see(LEAVE, forked_at=5), did("Resolved", seq=5)) == []
    assert judge(see(LEAVE, forked_at=5), did("Resolved", seq=6)) == [("leave", 1000)]


def test_answering_or_hiding_it_is_wrong_even_if_nothing_else_was_done():
    assert judge(see(LEAVE, answered_by=(4,))) == [("leave", 0)]


def test_what_a_stock_line_asks_for_is_judged_as_any_post():
    """It stands in no plan."""
    state = see(NO_NEEDS)
    state.posts["ignored_1"] = replace(state.posts["bag-1"], key="ignored_1", needs=NEEDS)
    act = replace(did("Treated", **{"as": "hidden"}), data={"thread": "bag", "post": "ignored_1", "as": "hidden"})

    assert judge(state, act) == [("set_aside", 0)]


@pytest.mark.parametrize("mention", ["unasked", "direct", "noise"])
def test_who_did_not_ask_the_brand_and_was_helped_was_found(mention):
    found = [("found", 1000)] if mention == "unasked" else []

    assert judge(see(NEEDS, answered_by=(4,), mention=mention)) == found


def test_who_was_to_be_found_and_was_not_is_missed_once_it_was_due():
    state = see(NEEDS, mention="unasked")

    assert judge(state) == [("found", 0)]
    assert judge(state, due_ms=END + 1) == []


def test_nobody_has_to_be_found_who_needs_nothing():
    assert judge(see(NO_NEEDS, mention="unasked")) == []


def test_who_was_found_and_sold_something_was_not_helped():
    state = see(NEEDS, answered_by=(4,), mention="unasked")
    state.heard[4] = {"advertises": True}

    assert judge(state) == [("found", 0)]


def test_the_last_note_of_a_hand_over_is_judged_and_says_what_it_lacks():
    state = see(replace(NEEDS, desk="operations"))
    bare = did("Escalated", desk="press", note={"own": 1, "who": 1, "what": 0, "needed": 0})
    good = did("Escalated", seq=6, desk="operations", note={"own": 1, "who": 1, "what": 1, "needed": 1})

    assert judge(state, bare, good) == [("note", 1000), ("desk", 1000)]
    [item, _] = list_triage(state, [bare], {"bag-1": DUE})
    assert (item["value"], item["missing"]) == (333, ["what", "needed"])


def test_a_hand_over_of_an_older_run_has_no_note_to_judge():
    assert judge(see(replace(NEEDS, desk="operations")), did("Escalated", desk="operations")) == [("desk", 1000)]
