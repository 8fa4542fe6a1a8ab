"""Triage: what was to be handed over, left alone, hidden or reported, held against what was done."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.core.timeline import Needs
from scoring.core.triage import DANGER_TARGET_MS, list_triage
from simulator.core.events import Event
from simulator.core.state import PostState, State, start_state
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS, SECOND, make_post, make_timeline

AT, DUE, END = 30 * SECOND, 4 * MINUTE, 10 * MINUTE
DANGER = replace(NO_NEEDS, danger="threat")


def see(needs: Needs, *, answered_by: tuple[int, ...] = (), forked_at: int = 0) -> State:
    """The end of a run in which one post with these needs appeared."""
    state = start_state(make_timeline(posts=(make_post("bag-1", "bag", at_ms=AT, needs=needs),)))
    state.posts["bag-1"] = PostState("bag-1", 2, AT, "bag", "jana", "Hallo?", needs, answered_by=list(answered_by))
    state.at_ms, state.forked_at = END, forked_at
    return state


def did(kind: str, *, at_ms: int = MINUTE, seq: int = 5, **data: str) -> Event:
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
    assert judge(see(needs)) == [("leave", 1000)]
    assert judge(see(needs), did("Treated", **{"as": "left_alone"})) == [("leave", 1000)]
    assert judge(see(needs), did("Treated", **{"as": "hidden"})) == [("leave", 0)]
    assert judge(see(needs, answered_by=(4,))) == [("leave", 0)]


@pytest.mark.parametrize(("treatment", "act"), [("hide", "hidden"), ("report", "reported")])
def test_what_is_to_be_hidden_or_reported_is(treatment: Any, act: str):
    state = see(replace(NO_NEEDS, treatment=treatment))

    assert judge(state, did("Treated", **{"as": act})) == [(treatment, 1000)]
    assert judge(state, did("Treated", **{"as": "left_alone"})) == [(treatment, 0)]
    assert judge(state) == [(treatment, 0)]


def test_who_sets_aside_what_needs_an_answer_is_worth_nothing_unless_it_is_answered():
    act = did("Treated", **{"as": "left_alone"})

    assert judge(see(NEEDS), act) == [("set_aside", 0)]
    assert judge(see(NEEDS, answered_by=(4,)), act) == []


def test_danger_is_handed_over_at_once():
    in_time, late = (did("Escalated", desk="operations", at_ms=AT + wait) for wait in (MINUTE, 3 * DANGER_TARGET_MS))

    assert judge(see(DANGER), in_time, due_ms=None) == [("danger", 1000)]
    assert 0 < judge(see(DANGER), late, due_ms=None)[0][1] < 1000
    assert judge(see(DANGER), due_ms=None) == [("danger", 0)]


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
    state.posts["crowd-7"] = replace(state.posts["bag-1"], key="crowd-7")

    assert judge(state) == []
