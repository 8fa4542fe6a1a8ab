"""Who of the crowd appears: the same for the same run, more where there is more rate, never more than the cap."""

import random
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.public import Phase
from simulator.core.crowd import thinning
from simulator.core.crowd.stream import Candidate, Stream
from simulator.core.public import PublicState, add_heat, end_rumour, scale_topic, swing
from tests.simulator.core.crowd.plays import Act, play, say
from tests.simulator.crowds import MINUTE, make_storm

pytestmark = pytest.mark.thorough

FRESH = {"tires_after": 10**9, "minutes": 6}
"""Nobody tires: then more posts never mean fewer answers."""

seeds = st.integers(0, 2**63 - 1)
few = settings(max_examples=20, deadline=None)


def heat(public: PublicState, at_ms: int, *, milli: int) -> None:
    add_heat(public, at_ms=at_ms, milli=milli)


def calm(public: PublicState, at_ms: int, *, per_mille: int) -> None:
    scale_topic(public, "stuck", at_ms=at_ms, per_mille=per_mille)


def sway(public: PublicState, at_ms: int, *, per_mille: int) -> None:
    swing(public, at_ms=at_ms, per_mille=per_mille)


raised = st.builds(
    lambda at_ms, milli: (at_ms, partial(heat, milli=milli)), st.integers(0, 300_000), st.integers(1, 9_999)
)
lowered = st.one_of(
    st.builds(
        lambda at_ms, milli: (at_ms, partial(heat, milli=-milli)), st.integers(0, 300_000), st.integers(1, 9_999)
    ),
    st.builds(lambda at_ms, by: (at_ms, partial(calm, per_mille=by)), st.integers(0, 300_000), st.integers(0, 999)),
    st.builds(lambda at_ms, by: (at_ms, partial(sway, per_mille=-by)), st.integers(0, 300_000), st.integers(1, 150)),
)


def check_contains(seed: int, raising: list[Act], lowering: list[Act]) -> None:
    """All that appears in a calmer public appears, word for word, in one that is nowhere calmer."""
    timeline = make_storm(**FRESH)
    calmer = say(timeline, play(timeline, seed=seed, acts=lowering), seed=seed)
    hotter = say(timeline, play(timeline, seed=seed, acts=raising), seed=seed)
    missing = [post for post in calmer if post not in set(hotter)]
    assert missing == []


@few
@given(seed=seeds, raising=st.lists(raised, max_size=5), lowering=st.lists(lowered, max_size=5))
def test_what_a_calmer_public_says_a_hotter_one_says_too(seed, raising, lowering):
    check_contains(seed, raising, lowering)


def test_with_marks_from_a_shared_stream_it_would_not(monkeypatch):
    """The sabotage twin: dice that are rolled one after the other."""
    dice = random.Random(7)  # noqa: S311 - the very thing that is wrong here
    honest = thinning.appears

    def roll(public: PublicState, candidate: Candidate) -> bool:
        object.__setattr__(candidate, "mark", dice.getrandbits(64))
        return honest(public, candidate)

    monkeypatch.setattr(thinning, "appears", roll)

    with pytest.raises(AssertionError):
        check_contains(7, [(0, partial(heat, milli=9_999))], [])


@few
@given(seed=seeds, acts=st.lists(st.one_of(raised, lowered), max_size=5), look_ms=st.sampled_from([900, 2_000, 61_000]))
def test_looking_often_or_late_shows_the_same(seed, acts, look_ms):
    timeline = make_storm(minutes=6)

    assert play(timeline, seed=seed, acts=acts, look_ms=look_ms) == play(timeline, seed=seed, acts=acts)


def test_who_forgot_what_it_looked_past_would_not(monkeypatch):
    """The sabotage twin: candidates that would not appear as things stand are given up for good."""
    honest = thinning.next_candidate

    def forget(public: PublicState, *, until_ms: int) -> Candidate | None:
        found = honest(public, until_ms=until_ms)
        public.cursor = found.number if found else len(public.stream.found)
        return found

    timeline = make_storm(minutes=6)
    acts = [(60_000, partial(heat, milli=40_000))]
    late = play(timeline, seed=7, acts=acts)
    monkeypatch.setattr(thinning, "next_candidate", forget)

    assert play(timeline, seed=7, acts=acts, look_ms=900) != late


def most_in_a_minute(times: list[int]) -> int:
    return max(sum(start <= other < start + MINUTE for other in times) for start in times)


@few
@given(seed=seeds, cap=st.integers(5, 90))
def test_there_are_never_more_than_the_cap_in_any_minute(seed, cap):
    timeline = make_storm(minutes=6, most_per_minute=cap, phases=(Phase(0, 36_000, "flood"),), heat=100_000)
    times = [post.at_ms for post in play(timeline, seed=seed)]

    assert most_in_a_minute(times) <= cap
    assert len(times) > cap * 3


def test_chance_alone_would_now_and_then_break_the_cap(monkeypatch):
    monkeypatch.setattr(Stream, "_has_room", lambda stream, at_ms: True)
    timeline = make_storm(minutes=6, most_per_minute=40, phases=(Phase(0, 36_000, "flood"),))

    assert most_in_a_minute([post.at_ms for post in play(timeline, seed=7)]) > 40


def test_the_crowd_writes_about_as_much_as_its_phases_say():
    timeline = make_storm(branching=0, phases=(Phase(0, 600, "flood"),))
    counts = [len(play(timeline, seed=seed)) for seed in range(20)]

    assert 110 < sum(counts) / len(counts) < 130


def test_nobody_repeats_a_rumour_that_has_ended():
    timeline = make_storm()
    posts = play(timeline, seed=7, acts=[(5 * MINUTE, lambda public, at_ms: end_rumour(public, "crash", at_ms=at_ms))])
    times = [post.at_ms for post in posts if post.voice.rumour]

    assert min(times) < max(times) < 5 * MINUTE + 1_000


def test_a_rumour_is_told_more_and_more_often_until_then():
    timeline = make_storm(branching=0, phases=(Phase(0, 1_200, "flood"),))
    times = [post.at_ms for seed in range(20) for post in play(timeline, seed=seed) if post.voice.rumour]

    assert sum(at_ms > 6 * MINUTE for at_ms in times) > 1.2 * sum(at_ms <= 6 * MINUTE for at_ms in times)


def stir(**changes: int) -> list[tuple[int, int]]:
    """A storm of branching 1.1, always hot, that was fed for two minutes: posts in all, and after 80 minutes."""
    timeline = make_storm(
        "storm",
        minutes=90,
        branching=1_100,
        heat=100_000,
        half_life_ms=36_000_000,
        phases=(Phase(0, 900, "flood"), Phase(2 * MINUTE, 0, "morphing")),
        **changes,
    )
    times = [[post.at_ms for post in play(timeline, seed=seed)] for seed in range(5)]
    return [(len(each), sum(at_ms > 80 * MINUTE for at_ms in each)) for each in times]


def test_a_storm_always_dies_down_because_its_crowd_tires():
    outcomes = stir(tires_after=300)

    assert max(in_all for in_all, _ in outcomes) < 300
    assert max(late for _, late in outcomes) < 20


def test_a_crowd_that_never_tired_would_go_on():
    outcomes = stir(tires_after=10**9)

    assert min(in_all for in_all, _ in outcomes) > 600
    assert min(late for _, late in outcomes) > 60
