"""What falls due when, and the law that looking often or late gives the same log."""

from heapq import heapify

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scenarios.core.conditions import NoAnswer
from scenarios.core.public import Reaction
from scenarios.core.timeline import Timeline
from simulator.core import engine
from simulator.core.agenda import is_over, make_event
from simulator.core.engine import advance, due, fold_all, next_due_ms
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import State
from tests.simulator.core.plays import MINUTE, Play, moves, read_agenda, timelines
from tests.simulator.publics import make_storm
from tests.simulator.timelines import kinds_of, make_post, make_timeline

SECOND = 1_000


def posts_of(play: Play) -> list[tuple[int, str]]:
    return [(event.at_ms, event.data["post"]) for event in play.log if event.kind == "PostAppeared"]


def test_posts_and_facts_come_at_their_time():
    play = Play()
    play.make_moves([(119_999, "look", 0)])

    assert posts_of(play) == [(0, "bag-1"), (60_000, "train-1")]
    assert [event.at_ms for event in play.log if event.kind == "FactReleased"] == [90_000]


def test_nothing_is_due_before_its_millisecond():
    play = Play()

    assert next_due_ms(play.state) == 60_000
    assert advance(play.state, 59_999) == []


def test_silence_is_noticed():
    play = Play()
    play.make_moves([(200_000, "look", 0)])

    assert posts_of(play)[-1] == (200_000, "bag-still")
    assert [(event.at_ms, event.data) for event in play.log if event.kind == "ReactionFired"] == [
        (180_000, {"reaction": "bag-silence", "thread": "bag", "post": "bag-1", "times": 1})
    ]


def test_an_answer_breaks_the_silence_and_is_thanked_for_at_once():
    play = Play()
    play.make_moves([(50_000, "reply", 0), (400_000, "look", 0)])

    assert [key for _, key in posts_of(play)] == ["bag-1", "bag-thanks", "train-1", "train-2", "train-3"]
    assert posts_of(play)[1] == (50_000, "bag-thanks")


def test_an_answer_in_the_last_millisecond_comes_too_late():
    """A command first catches up to its own time, inclusive."""
    play = Play()
    play.make_moves([(180_000, "reply", 0)])

    assert kinds_of(play.log)[-5:] == ["ReactionFired", "ReplySent", "ReplyAssessed", "ReactionFired", "PostAppeared"]


def test_a_reply_answers_all_that_this_person_asked_in_this_thread():
    asked = [make_post(f"p{at}", "t", at_ms=at * SECOND) for at in (1, 2)]
    other = make_post("other", "t", at_ms=3 * SECOND, persona="ole")
    play = Play(make_timeline(posts=[*asked, other]))
    play.make_moves([(5 * SECOND, "reply", 1)])

    assert {key: post.answered_by for key, post in play.state.posts.items()} == {"p1": [5], "p2": [5], "other": []}


def test_events_of_one_millisecond_come_in_the_order_of_rank_and_key():
    posts = [make_post(key, "t", at_ms=MINUTE) for key in ("b", "a")]
    play = Play(make_timeline(posts=posts, duration_ms=MINUTE))
    play.make_moves([(MINUTE, "look", 0)])

    assert [(event.kind, event.data.get("post")) for event in play.log[1:]] == [
        ("PostAppeared", "a"),
        ("PostAppeared", "b"),
        ("RunEnded", None),
    ]


def test_a_post_that_two_reactions_bring_appears_once():
    posts = [make_post("p", "t", at_ms=0), make_post("late", "t", at_ms=None)]
    silences = [Reaction(f"r{wait}", "t", NoAnswer("p", wait), 100, follow_up="late") for wait in (50, 60)]
    play = Play(make_timeline(posts=posts, reactions=silences))
    play.make_moves([(1_000, "look", 0)])

    assert posts_of(play) == [(0, "p"), (150, "late")]


def test_the_text_is_shown_with_its_variables_filled_in():
    play = Play()

    assert play.log[1].data["text"] == "Mein Rucksack ist weg, Seenbahn!"
    assert play.log[1].data["target_ms"] == 4 * MINUTE


def test_the_run_ends_at_its_time_and_nothing_follows():
    play = Play()
    play.make_moves([(20 * MINUTE, "look", 0)])

    assert (play.log[-1].kind, play.log[-1].at_ms, play.log[-1].data) == ("RunEnded", 10 * MINUTE, {"reason": "time"})
    assert next_due_ms(play.state) is None


def test_a_page_holds_no_more_than_it_may_and_the_next_goes_on():
    play = Play(make_timeline(posts=[make_post(f"p{number:03}", "t", at_ms=number) for number in range(500)]))

    pages = [len(advance(play.state, MINUTE)) for _ in range(4)]

    assert pages == [200, 200, 99, 0]


def check_law(timeline: Timeline, played: list[tuple[int, str, int]], early: int, late: int) -> None:
    play = Play(timeline)
    play.make_moves(played)
    log, first = play.log, play.state.at_ms + min(early, late)
    last = play.state.at_ms + max(early, late)

    once = due(timeline, log, last)
    before = due(timeline, log, first)

    assert once == before + due(timeline, log + before, last)


law = given(timelines(), moves, st.integers(0, MINUTE), st.integers(0, MINUTE))


@settings(max_examples=150, deadline=None, database=None)
@law
def test_looking_often_or_late_gives_the_same_log(timeline, played, early, late):
    check_law(timeline, played, early, late)


@settings(max_examples=25, deadline=None, database=None)
@given(moves, st.integers(0, 5 * MINUTE), st.integers(0, 5 * MINUTE))
def test_looking_often_or_late_at_a_storm_gives_the_same_log(played, early, late):
    check_law(make_storm(), played, early, late)


def sweep(state: State, now_ms: int, *, limit: int | None = None) -> list[Event]:
    """What is due by now, found once and written in one go; what that brought about, in the next one."""
    events = []
    while items := [item for item in read_agenda(state) if item[0] <= now_ms]:
        for item in items:
            event = None if is_over(state, item) else make_event(state, item)
            if event is None:
                state.agenda = [other for other in state.agenda if other != item]
                heapify(state.agenda)
            else:
                events.append(event)
                fold(state, event)
    return events


def test_the_law_would_notice_an_engine_that_sweeps(monkeypatch):
    monkeypatch.setattr(engine, "advance", sweep)
    find_break = settings(max_examples=300, deadline=None, database=None, derandomize=True, phases=[Phase.generate])(
        law(check_law)
    )

    with pytest.raises(AssertionError):
        find_break()


@settings(max_examples=100, deadline=None, database=None)
@given(timelines(), moves)
def test_a_log_has_no_gap_and_never_goes_back(timeline, played):
    play = Play(timeline)
    play.make_moves(played)

    assert [event.seq for event in play.log] == list(range(1, len(play.log) + 1))
    assert [event.at_ms for event in play.log] == sorted(event.at_ms for event in play.log)


def test_folding_refuses_what_does_not_follow():
    play = Play()

    with pytest.raises(ValueError, match="does not follow"):
        fold_all(play.timeline, [play.log[0], play.log[0]])
