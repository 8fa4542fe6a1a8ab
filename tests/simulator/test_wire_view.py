"""What the frames make of the view, in words; tests/vectors hold the browser to the same."""

import copy
import re
from pathlib import Path

import pytest

from simulator.core.clock import Clock
from simulator.core.view import fold_frame, run_ms
from simulator.core.view_states import MOVES, STATES, read_step
from tests.vectors.frames import END, POSTS, REPLY, START
from tests.vectors.write import CASES, FILE, MOMENTS, fold_all, write_text

STANDINGS = {
    ("posts come into their threads", "rucksack"): "new",
    ("a reply answers all of that person's posts in the thread, and nobody else's", "rucksack"): "new",
    ("a private reply answers too", "wlan"): "waiting",
    ("the crowd does not wait for an answer", "crowd_1"): "crowd",
    ("an answer to the crowd is an answer", "crowd_1"): "waiting",
    ("handed over, it still waits for a word", "rucksack"): "escalated",
    ("a desk answers in the thread", "rucksack"): "new",
    ("a hand-over that was answered leaves the customer's turn, and the customer brings it back", "rucksack"): "new",
    ("who is answered last decides where the thread stands", "wlan"): "waiting",
    ("a resolved thread does not wait", "rucksack"): "resolved",
    ("a resolved thread comes back when somebody of its people writes", "rucksack"): "new",
    ("nothing waits in a thread that was closed", "rucksack"): "closed",
    ("what is private waits in a thread that was closed all the same", "rucksack"): "new",
    ("whom a deleted reply had answered waits again", "rucksack"): "new",
    ("a settled thread is open again once somebody waits there", "rucksack"): "new",
    ("in a closed thread only what is private waits again", "rucksack"): "closed",
}
"""(vector, thread) → where it stands."""


def test_the_vectors_are_current() -> None:
    assert FILE.read_text(encoding="utf-8") == write_text(), "run: python -m tests.vectors.write"


def test_threads_stand_in_the_order_they_appeared_in() -> None:
    view = fold_all([START, *POSTS])
    assert view["order"] == ["rucksack", "wlan"]
    assert [entry["post"] for entry in view["threads"]["rucksack"]["posts"]] == [
        "rucksack-1",
        "rucksack-2",
        "rucksack-3",
    ]


def test_a_thread_is_due_when_its_first_open_post_is() -> None:
    before, after = fold_all([START, *POSTS]), fold_all([START, *POSTS, REPLY])
    threads = [(view["threads"]["rucksack"]["unanswered"], view["threads"]["rucksack"]["due_ms"])
               for view in (before, after)]  # fmt: skip
    assert threads == [(["rucksack-1", "rucksack-2", "rucksack-3"], 260_000), (["rucksack-2"], 290_000)]


def test_a_thread_with_nothing_open_is_not_due() -> None:
    view = fold_all(CASES["a private reply answers too"])
    assert (view["threads"]["wlan"]["unanswered"], view["threads"]["wlan"]["due_ms"]) == ([], None)


def test_a_reply_is_signed_by_the_agent_and_holds_the_words() -> None:
    entry = fold_all([START, *POSTS, REPLY])["threads"]["rucksack"]["posts"][-1]
    assert entry == {
        "kind": "reply",
        "reply": 7,
        "by": None,
        "name": "TB",
        "text": "Hallo Jana,\nwir suchen mit. /TB",
        "at_ms": 90_000,
        "seq": 7,
        "reply_to": "rucksack-1",
        "visibility": "public",
        "way": None,
        "earlier": [],
        "deleted_ms": None,
    }


def stand(name: str, thread: str) -> str:
    return str(fold_all(CASES[name])["threads"][thread]["state"])


def test_a_thread_stands_where_the_last_thing_done_has_left_it() -> None:
    states = {name: stand(name, thread) for name, thread in STANDINGS}
    assert states == {name: state for (name, _), state in STANDINGS.items()}


def test_the_public_view_knows_the_anger_that_was_told() -> None:
    assert fold_all(CASES["the public's heat is what it was last said to be"])["moods"] == {"jana": 70}


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_reached_and_left(state: str) -> None:
    others = {to for name, moves in MOVES.items() if name != state for to in moves.values()}
    assert state in others | {"crowd"}
    assert set(MOVES[state].values()) - {state}


def test_the_docs_name_every_state() -> None:
    table = (Path(__file__).resolve().parents[2] / "docs/desk.md").read_text(encoding="utf-8").split("| state |")[1]
    rows = [row.split("|")[1] for row in table.splitlines()[2:] if row.startswith("| `")]
    named = [name for row in rows for name in re.findall("`(.+?)`", row)]
    assert named[: len(STATES)] == list(STATES)


def test_what_is_done_about_one_of_several_is_no_step() -> None:
    steps = [read_step(kind, {"as": "hidden"}, waits=True) for kind in ("ReplySent", "Treated", "Resolved")]
    assert steps == [None, None, None]


def test_a_corrected_reply_keeps_what_it_said_before_and_until_when() -> None:
    entry = fold_all(CASES["a corrected reply says the new words and keeps the old ones"])["threads"]["rucksack"][
        "posts"
    ][-1]
    assert (entry["text"], entry["at_ms"]) == ("Hallo Jana,\nwir haben ihn! /TB", 90_000)
    assert entry["earlier"] == [{"text": "Hallo Jana,\nwir suchen mit. /TB", "until_ms": 95_000}]


def test_whom_a_deleted_reply_had_answered_waits_again_by_the_old_target() -> None:
    thread = fold_all(CASES["whom a deleted reply had answered waits again"])["threads"]["rucksack"]
    assert (thread["unanswered"], thread["due_ms"]) == (["rucksack-1", "rucksack-2", "rucksack-3"], 260_000)
    assert (thread["posts"][-1]["deleted_ms"], thread["posts"][-1]["text"]) == (
        95_000,
        "Hallo Jana,\nwir suchen mit. /TB",
    )


def test_the_end_stops_the_clock_at_the_end() -> None:
    view = fold_all([START, END])
    assert (view["state"], view["at_ms"], run_ms(view["clock"], wall_ms=MOMENTS[-1])) == ("ended", 600_000, 600_000)


def test_a_run_begins_at_the_heat_of_its_scenario() -> None:
    """Before anything has moved it: MoodMoved comes only once it is a whole point off."""
    heated = {**START, "data": {**START["data"], "heat": 42}}
    assert (fold_all([heated])["heat"], fold_all([START])["heat"]) == (42, 0)


@pytest.mark.parametrize("name", list(CASES))
def test_folding_changes_nothing_of_the_view_it_was_given(name: str) -> None:
    frames = CASES[name]
    views = [fold_all(frames[:count]) for count in range(len(frames))]
    kept = copy.deepcopy(views)
    for view, frame in zip(views, frames, strict=True):
        fold_frame(view, frame)
    assert views == kept


@pytest.mark.parametrize("name", list(CASES))
def test_the_view_tells_the_time_as_the_engine_does(name: str) -> None:
    clock = fold_all(CASES[name])["clock"]
    engines = Clock(clock["wall_ms"], clock["run_ms"], clock["per_mille"], clock["paused"])
    assert [run_ms(clock, wall_ms=wall) for wall in MOMENTS] == [engines.run_ms(wall) for wall in MOMENTS]
