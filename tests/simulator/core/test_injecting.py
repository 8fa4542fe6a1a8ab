"""What a coach writes into a run falls due like all else, and nothing follows from its words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.timeline import Timeline
from simulator.core import folding_world
from simulator.core.engine import due, fold_all
from simulator.core.events import Event, canonical
from simulator.core.injecting import find_source
from simulator.core.replay import inputs_of, regenerate
from tests.simulator.core.plays import Play, assess_by_count, timelines
from tests.simulator.publics import make_storm
from tests.simulator.timelines import MINUTE

COACHED = ("inject", "inject", "tell", "skip", "reply", "whisper", "escalate", "notify", "look")
moves = st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(COACHED), st.integers(0, 20)), max_size=20)
WRITTEN = ("PostInjected", "FactInjected")


def play(timeline: Timeline, played: list[tuple[int, str, int]]) -> Play:
    done = Play(timeline)
    done.make_moves(played)
    return done


def check_erased(done: Play) -> None:
    """With a coach's words erased, the inputs still make the same log again."""
    inputs = [replace(event, words=None) if event.kind in WRITTEN else event for event in inputs_of(done.log)]

    again = regenerate(done.timeline, inputs, assess=assess_by_count, until_ms=done.state.at_ms)

    assert [(event.kind, event.at_ms, canonical(event.data)) for event in again] == [
        (event.kind, event.at_ms, canonical(event.data)) for event in done.log
    ]
    assert {event.words for event in again if find_source(event)} <= {None}


@settings(max_examples=60, deadline=None, database=None)
@given(timelines(), moves)
def test_erased_words_change_nothing_of_what_followed(timeline, played):
    check_erased(play(timeline, played))


def spread_rumour() -> Play:
    """A coach is the first to say what the scenario knows as a rumour, and nobody sets it right."""
    done = play(make_storm(), [(1_000, "look", 0)])
    data = {
        "post": f"said_{done.state.seq + 1}",
        "thread": "bag",
        "channel": "microblog",
        "persona": "ole",
        "answer": 1,
    }
    done.act("PostInjected", data, actor="u9", words="Sind zwei Züge zusammengestoßen?")
    done.make_moves([(200_000, "look", 0)])
    return done


def test_no_rumour_begins_with_a_coachs_words():
    check_erased(spread_rumour())


def test_a_rumour_that_began_with_a_coachs_words_would_be_noticed(monkeypatch):
    monkeypatch.setattr(folding_world, "is_by_coach", lambda state, key: False)

    with pytest.raises(AssertionError):
        check_erased(spread_rumour())


@settings(max_examples=40, deadline=None, database=None)
@given(timelines(), moves, st.integers(0, MINUTE), st.integers(0, MINUTE))
def test_looking_in_between_changes_nothing_of_what_a_coach_brought(timeline, played, first, second):
    log = play(timeline, played).log
    a, b = sorted((log[-1].at_ms + first, log[-1].at_ms + second))

    early = due(timeline, log, a)

    assert early + due(timeline, log + early, b) == due(timeline, log, b)


def appeared(log: list[Event]) -> Event:
    return next(event for event in log if find_source(event))


def test_a_post_shows_the_words_of_its_input_and_holds_none():
    log = play(make_storm(), [(16_000, "inject", 1), (60_000, "look", 0)]).log
    written, shown = next(event for event in log if event.kind == "PostInjected"), appeared(log)

    assert (shown.words, shown.data["text"], find_source(shown)) == (written.words, None, written.seq)
    assert shown.at_ms == written.data["due_ms"] == 17_500
    assert (shown.data["name"], shown.data["reach"]) == ("Gast 1", 900)


def test_a_line_about_what_a_coach_brought_is_the_coachs_too():
    """Whoever asks again because nobody answered does so because of the coach."""
    done = play(make_storm(), [(16_000, "look", 0)])
    where = {"thread": "train", "channel": "forum", "reply_to": "train-1"}
    data = {"post": f"said_{done.state.seq + 1}", **where, "persona": "jana", "answer": 1}
    done.act("PostInjected", data, actor="u9", words="Und?")
    done.make_moves([(200_000, "look", 0)])
    posts = done.state.posts.values()

    assert {post.persona for post in posts if post.is_coached} == {"jana"}
    assert sum(post.is_coached for post in posts) > 1
    assert not done.state.posts["bag-1"].is_coached


def test_a_log_with_what_lies_ahead_folds_to_the_same_state():
    done = play(make_storm(), [(16_000, "inject", 4), (1_000, "tell", 3), (0, "inject", 11)])

    assert due(make_storm(), done.log, 60_000) == due(make_storm(), done.log, 60_000)
    assert fold_all(make_storm(), done.log) == done.state
