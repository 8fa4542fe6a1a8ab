"""A state is the log, folded: whatever was kept along the way, folding the log again comes to the same."""

import json
from dataclasses import replace
from heapq import heappush

import pytest
from hypothesis import Phase, given, settings

from scenarios.core.conditions import AllOf, NoAnswer, NoticeIs
from scenarios.core.public import Reaction
from scenarios.core.timeline import Timeline
from simulator.core import folding, replay
from simulator.core.agenda import find_next
from simulator.core.engine import advance, fold_all
from simulator.core.events import KINDS, canonical
from simulator.core.folding import fold
from simulator.core.ordering import item_of
from tests.simulator.core.plays import ALL_KINDS, Play, moves, read_agenda, timelines
from tests.simulator.publics import make_storm
from tests.simulator.timelines import make_post, make_timeline


def check_fold(timeline: Timeline, played: list[tuple[int, str, int]]) -> None:
    play = Play(timeline)
    for move in played:
        play.make_moves([move])

        again = fold_all(timeline, play.log)

        # What was asked in vain since the last event stands in no log; asking again has to be in vain as well.
        assert advance(again, play.now) == []
        assert again == play.state
        assert read_agenda(again) == read_agenda(play.state)
        assert find_next(again) == find_next(play.state)


@settings(max_examples=60, deadline=None, database=None)
@given(timelines(), moves)
def test_a_folded_log_is_the_state_that_was_kept(timeline, played):
    check_fold(timeline, played)


@settings(max_examples=25, deadline=None, database=None)
@given(moves)
def test_a_folded_storm_is_the_state_that_was_kept(played):
    check_fold(make_storm(), played)


def test_a_folded_log_is_the_state_that_was_kept_for_every_kind():
    play = Play(make_storm())
    play.make_moves(ALL_KINDS)

    assert {event.kind for event in play.log} == set(KINDS)
    check_fold(play.timeline, ALL_KINDS)


def test_runs_share_the_texts_in_which_nothing_was_filled_in():
    play = Play()
    play.make_moves([(120_000, "look", 0)])
    stored = [replace(event, data=json.loads(canonical(event.data))) for event in play.log]

    posts = fold_all(play.timeline, stored).posts

    planned = {post.key: post.text for post in play.timeline.posts}
    assert {key for key, post in posts.items() if post.text is planned[key]} == {"train-1", "train-2", "train-3"}
    assert posts["bag-1"].text == "Mein Rucksack ist weg, Seenbahn!"


def test_a_state_that_changes_beside_the_log_would_be_noticed(monkeypatch):
    def fold_and_forget(state, event):
        fold(state, event)
        if event.kind == "SpeedChanged":
            heappush(state.agenda, (state.at_ms + 1, 90, "beside"))
            state.duration_ms += 1

    monkeypatch.setattr(replay, "fold", fold_and_forget)
    find_difference = settings(
        max_examples=200, deadline=None, database=None, derandomize=True, phases=[Phase.generate]
    )(given(timelines(), moves)(check_fold))

    with pytest.raises(AssertionError):
        find_difference()


def make_patience() -> Timeline:
    """Somebody waits for ten seconds, and minds only once there is a notice."""
    when = AllOf((NoAnswer("p", 10_000), NoticeIs("published")))
    return make_timeline(posts=[make_post("p", "t", at_ms=0)], reactions=[Reaction("r", "t", when, at_most=0)])


ASKED_IN_VAIN = [(15_000, "look", 0), (5_000, "notify", 0), (5_000, "look", 0)]


def test_what_was_asked_in_vain_is_not_asked_again_by_who_folds_the_log_anew():
    check_fold(make_patience(), ASKED_IN_VAIN)


def test_an_appointment_that_is_kept_after_it_was_asked_would_be_noticed(monkeypatch):
    def keep_asking(state, event):
        state.agenda = [item for item in state.agenda if item != item_of(event)]

    monkeypatch.setattr(folding, "forget_asked", keep_asking)

    with pytest.raises(AssertionError):
        check_fold(make_patience(), ASKED_IN_VAIN)
