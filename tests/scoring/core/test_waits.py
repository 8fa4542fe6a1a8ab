"""How long people waited: first, next and closing response, and what does not count."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.core.timeline import Needs
from scoring.core import scorecard
from scoring.core.acts import _is_waited_for
from scoring.core.waiting import find_longest_waiting
from simulator.core.folding import fold
from simulator.core.state import start_state
from tests.scoring.core.shifts import Asked, Happening, answer, appear, make_shift, write
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS, SECOND

HELLO, DATA = Asked("bag"), Asked("data", at_ms=2 * MINUTE)


def speed(*happenings: Happening, posts: tuple[Asked, ...] = (HELLO,), **channel: int) -> list[dict[str, Any]]:
    timeline = make_shift(posts)
    channels = tuple(replace(each, **channel) for each in timeline.brand.channels)
    timeline = replace(timeline, brand=replace(timeline.brand, channels=channels))
    return scorecard(timeline, write(happenings, until_ms=20 * MINUTE))["evidence"].get("speed", [])


def write_in(thread: str, key: str, at_ms: int, *, visibility: str = "private") -> Happening:
    """A later post in `thread`, of the person who writes in private there."""
    data = {"post": key, "thread": thread, "persona": "data", "text": "…", "target_ms": at_ms + 6 * MINUTE}
    return at_ms, "PostAppeared", {**data, "visibility": visibility}


def reply_in(thread: str, key: str, at_ms: int, visibility: str = "private") -> Happening:
    return at_ms, "ReplySent", {"post": key, "thread": thread, "visibility": visibility, "seen_seq": 1}


def test_first_and_next_response_are_told_apart():
    later = write_in("bag", "data", 3 * MINUTE, visibility="public")
    waits = speed(
        appear(HELLO), answer("bag", MINUTE), later, reply_in("bag", "data", 5 * MINUTE, "public"), posts=PAIR
    )

    assert [(each["response"], each["wait_ms"], each["target_ms"]) for each in waits] == [
        ("first", MINUTE, 4 * MINUTE),
        ("next", 2 * MINUTE, 6 * MINUTE),
    ]


def test_a_wait_says_who_waited_for_what_and_what_it_was_worth():
    late = replace(DATA, due_ms=6 * MINUTE)

    assert speed(appear(HELLO), appear(late), answer("bag", MINUTE), posts=(HELLO, late)) == [
        {"post": "bag", "thread": "bag", "target_ms": 4 * MINUTE, "response": "first", "reply": 3, "wait_ms": MINUTE,
         "value": 1000, "counted": 1000},
        {"post": "data", "thread": "data", "target_ms": 6 * MINUTE, "response": "first", "reply": None,
         "wait_ms": 18 * MINUTE, "value": 0, "counted": 0},
    ]  # fmt: skip


def test_what_falls_due_at_the_end_or_later_hides_nothing_that_was_due_before():
    later, at_the_end = (replace(HELLO, key=f"due {due}", due_ms=due * MINUTE) for due in (30, 20))
    waits = speed(appear(later), appear(at_the_end), appear(DATA), posts=(later, at_the_end, DATA))

    assert [each["post"] for each in waits] == ["data"]


def test_a_channel_says_when_an_answer_is_worth_nothing():
    values = [
        speed(appear(HELLO), answer("bag", 8 * MINUTE), worthless_ms=worthless)[0]["value"]
        for worthless in (0, 8 * MINUTE, 64 * MINUTE)
    ]

    assert values == [667, 0, 750]


PAIR = (HELLO, DATA)


def in_private(*more: Happening, solved_ms: int = 5 * MINUTE) -> tuple[Happening, ...]:
    """A public word at minute 1, a private post at minute 2, and its answer."""
    private = write_in("bag", "data", 2 * MINUTE)
    return (appear(HELLO), answer("bag", MINUTE), private, reply_in("bag", "data", solved_ms), *more)


def closing(*more: Happening, solved_ms: int = 5 * MINUTE, **channel: int) -> list[tuple[int, int, int]]:
    waits = speed(*in_private(*more, solved_ms=solved_ms), posts=PAIR, **channel)
    return [(each["wait_ms"], each["target_ms"], each["value"]) for each in waits if each["response"] == "closing"]


@pytest.mark.parametrize(
    "end",
    [(7 * MINUTE, "Resolved", {"thread": "bag"}), reply_in("bag", "bag", 7 * MINUTE, "public")],
    ids=["settled", "a public word"],
)
def test_what_was_solved_in_private_is_closed_in_public(end):
    assert closing(end) == [(2 * MINUTE, 6 * MINUTE, 1000)]
    assert closing(end, closing_target_ms=MINUTE) == [(2 * MINUTE, MINUTE, 667)]


@pytest.mark.parametrize(
    ("end", "reply"),
    [((7 * MINUTE, "Resolved", {"thread": "bag"}), None), (reply_in("bag", "bag", 7 * MINUTE, "public"), 6)],
    ids=["settled", "a public word"],
)
def test_a_closing_names_the_solution_it_closes_and_the_public_word_if_there_was_one(end, reply):
    [item] = [each for each in speed(*in_private(end), posts=PAIR) if each["response"] == "closing"]

    assert item == {
        "post": "data", "thread": "bag", "target_ms": 6 * MINUTE, "response": "closing", "reply": reply,
        "wait_ms": 2 * MINUTE, "value": 1000, "counted": 1000,
    }  # fmt: skip


def test_of_several_solutions_in_private_the_last_one_is_to_be_closed():
    more = Asked("more", at_ms=5 * MINUTE)
    again = (write_in("bag", "more", 6 * MINUTE), reply_in("bag", "more", 8 * MINUTE))
    waits = speed(*in_private(*again, (9 * MINUTE, "Resolved", {"thread": "bag"})), posts=(*PAIR, more))

    assert [(each["post"], each["wait_ms"]) for each in waits if each["response"] == "closing"] == [("more", MINUTE)]


def test_a_thread_that_needs_no_closing_hides_none_that_does():
    first = Asked("first")
    waits = speed(appear(first), answer("first", 30 * SECOND), *in_private(), posts=(first, *PAIR))

    assert [each["thread"] for each in waits if each["response"] == "closing"] == ["bag"]


def test_what_began_in_private_is_closed_before_nobody():
    at_ms, kind, data = appear(HELLO)
    whispered = (at_ms, kind, {**data, "visibility": "private"})
    waits = speed(whispered, reply_in("bag", "bag", MINUTE))

    assert [each["response"] for each in waits] == ["first"]


def test_what_is_never_closed_is_worth_nothing_once_it_was_due():
    assert closing() == [(15 * MINUTE, 6 * MINUTE, 0)]
    assert closing(solved_ms=14 * MINUTE) == []
    assert closing(solved_ms=13 * MINUTE + 59 * SECOND) == [(6 * MINUTE + SECOND, 6 * MINUTE, 0)]


def test_the_first_end_counts_whatever_follows():
    word = reply_in("bag", "bag", 9 * MINUTE, "public")

    assert closing((7 * MINUTE, "Resolved", {"thread": "bag"}), word) == [(2 * MINUTE, 6 * MINUTE, 1000)]


def test_what_was_settled_before_the_solution_does_not_close_it():
    assert closing((3 * MINUTE, "Resolved", {"thread": "bag"})) == [(15 * MINUTE, 6 * MINUTE, 0)]


def test_another_thread_or_a_private_word_does_not_close_it():
    elsewhere = (7 * MINUTE, "Resolved", {"thread": "other"})
    posts = (*PAIR, Asked("other", needs=NO_NEEDS))
    happened = in_private(appear(posts[2]), elsewhere, reply_in("bag", "data", 8 * MINUTE))
    waits = speed(*happened, posts=posts)

    assert [each["value"] for each in waits if each["response"] == "closing"] == [0]


def test_the_customer_who_says_so_has_closed_it():
    said = write_in("bag", "thanks", 6 * MINUTE, visibility="public")
    whispered = write_in("bag", "thanks", 6 * MINUTE)

    assert closing(said) == []
    assert closing(whispered) == [(15 * MINUTE, 6 * MINUTE, 0)]
    # Who closed it before the customer did was quicker.
    assert closing((5 * MINUTE + SECOND, "Resolved", {"thread": "bag"}), said) == [(SECOND, 6 * MINUTE, 1000)]


def test_who_closes_it_after_the_customer_did_is_neither_late_nor_praised_and_hides_nobody():
    said = write_in("bag", "thanks", 6 * MINUTE, visibility="public")
    told = in_private(said, (7 * MINUTE, "Resolved", {"thread": "bag"}))
    other, more = Asked("other"), Asked("more", at_ms=4 * MINUTE)
    solved = (write_in("other", "more", 4 * MINUTE), reply_in("other", "more", 8 * MINUTE))
    waits = speed(*told, appear(other), answer("other", MINUTE), *solved, posts=(*PAIR, other, more))

    assert [each["thread"] for each in waits if each["response"] == "closing"] == ["other"]


def test_nothing_is_to_be_closed_where_all_was_public_or_somebody_still_waits():
    assert [each["response"] for each in speed(appear(HELLO), answer("bag", MINUTE))] == ["first"]
    unanswered = speed(appear(HELLO), answer("bag", MINUTE), write_in("bag", "data", 2 * MINUTE), posts=PAIR)
    assert [each["response"] for each in unanswered] == ["first", "next"]


def test_beside_danger_silence_is_right():
    danger = (HELLO, replace(DATA, needs=replace(NEEDS, danger="self_harm")))

    assert [each["response"] for each in speed(*in_private(), posts=danger)] == ["first", "next"]


def test_what_a_fork_took_over_as_solved_is_not_closed_here():
    fork = (6 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 5})

    assert closing(fork) == []


@pytest.mark.parametrize(("due_ms", "counts"), [(5 * MINUTE, 0), (6 * MINUTE, 0), (6 * MINUTE + 1, 1)])
def test_what_had_fallen_due_before_a_fork_is_the_older_runs(due_ms, counts):
    asked = replace(HELLO, due_ms=due_ms)
    waits = speed(appear(asked), (6 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 2}), posts=(asked,))

    assert [each["value"] for each in waits] == [0] * counts


def test_what_a_fork_took_over_as_answered_is_the_older_runs_and_what_comes_after_is_this_ones():
    fork = (6 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 3})
    late = replace(DATA, at_ms=7 * MINUTE)
    waits = speed(appear(HELLO), answer("bag", MINUTE), fork, appear(late), posts=(HELLO, late))

    assert [(each["post"], each["value"]) for each in waits] == [("data", 0)]


def test_what_a_fork_took_over_as_answered_is_the_older_runs_even_before_it_was_due():
    fork = (2 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 3})

    assert speed(appear(HELLO), answer("bag", MINUTE), fork) == []


def test_another_speed_does_not_apply_to_a_closing_either():
    faster = (6 * MINUTE, "SpeedChanged", {"wall_ms": 0, "per_mille": 2000})
    end = (7 * MINUTE, "Resolved", {"thread": "bag"})

    assert closing(faster) == []
    assert closing(faster, end) == []
    assert closing(end, (8 * MINUTE, *faster[1:])) == [(2 * MINUTE, 6 * MINUTE, 1000)]


@pytest.mark.parametrize(
    "halts",
    [
        [(2 * MINUTE, "Paused", {"wall_ms": 0}), (2 * MINUTE, "Resumed", {"wall_ms": 60 * MINUTE})],
        [(2 * MINUTE, "Interrupted", {"from_ms": 0, "to_ms": 60 * MINUTE})],
    ],
    ids=["paused", "interrupted"],
)
def test_while_the_clock_stands_still_nobody_waits(halts):
    assert [each["wait_ms"] for each in speed(appear(HELLO), *halts, answer("bag", 3 * MINUTE))] == [3 * MINUTE]


@pytest.mark.parametrize("needs", [NO_NEEDS, replace(NO_NEEDS, treatment="leave")])
def test_what_needs_no_answer_does_not_count_answered_or_not(needs: Needs):
    noise = Asked("bag", needs=needs)

    assert speed(appear(noise), posts=(noise,)) == []
    assert speed(appear(noise), answer("bag", 15 * MINUTE), posts=(noise,)) == []


def test_nobody_is_late_who_promised_nothing():
    """A post of a thread that does not mean the brand has no target, whatever its author thinks it needs."""
    at_ms, kind, data = appear(HELLO)

    assert speed((at_ms, kind, {**data, "target_ms": None, "mention": "noise"})) == []


def test_answering_earlier_never_lowers_it():
    values = [speed(appear(HELLO), answer("bag", at * MINUTE))[0]["value"] for at in range(20)]

    assert values == sorted(values, reverse=True)
    assert len(set(values)) > 5


def test_nobody_waits_at_a_post_that_there_is_not():
    state = start_state(make_shift([HELLO]))
    for event in write([appear(HELLO)], until_ms=MINUTE):
        fold(state, event)

    assert find_longest_waiting(state, "nowhere") is None
    found = find_longest_waiting(state, HELLO.key)
    assert found is not None
    assert found.key == HELLO.key


def test_who_put_a_post_out_of_sight_as_it_needed_was_waited_for():
    """A report counts like a hiding; leaving it alone serves nobody."""
    needs = {how: replace(NO_NEEDS, treatment=how) for how in ("hide", "report")}
    for how, needed in needs.items():
        assert _is_waited_for(*acted("Treated", needed, {"as": f"{how}ed" if how == "report" else "hidden"}))
        assert not _is_waited_for(*acted("Treated", needed, {"as": "left_alone"}))
    assert not _is_waited_for(*acted("Treated", NO_NEEDS, {"as": "hidden"}))


def acted(kind, needs, data):
    asked = Asked("troll", needs=needs)
    state = start_state(make_shift([asked]))
    log = write([appear(asked), (MINUTE, kind, {"post": "troll", "thread": "troll", **data})], until_ms=2 * MINUTE)
    for event in log:
        fold(state, event)
    return log[-2], state.posts["troll"]
