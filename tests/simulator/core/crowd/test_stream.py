"""Candidates: functions of seed and scenario, spread as they should be."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scenarios.core.public import Phase, Voice
from simulator.core.crowd.poisson import count_posts, distribution_of
from simulator.core.crowd.stream import Candidate, Stream, author_weights
from simulator.core.crowd.voices import list_voices
from simulator.core.draws import draw
from tests.simulator.crowds import MINUTE, make_crowd, make_storm


def find_all(*, seed: int = 7, **changes) -> list[Candidate]:
    timeline = make_storm(**changes)
    stream = Stream(timeline, seed=seed, seconds=timeline.duration_ms // 1_000 + 1)
    while stream.find_more(timeline.duration_ms):
        pass
    return stream.found


@pytest.mark.parametrize("per_minute", [1, 40, 60, 600])
def test_counts_follow_poissons_distribution_to_the_last_bits(per_minute):
    rate = Decimal(per_minute) / 60
    term, total = (-rate).exp(), Decimal(0)
    for k, held in enumerate(distribution_of(per_minute)[:8]):
        total += term
        assert abs(held - total * 2**64) <= 1 + 2**64 * Decimal("1e-25")
        term = term * rate / (k + 1)


def test_counts_have_the_mean_of_their_rate():
    drawn = [count_posts(90, drawn=draw(7, "count", str(number))) for number in range(4_000)]

    assert 5_850 < sum(drawn) < 6_150


def test_no_draw_is_beyond_the_distribution():
    assert [count_posts(60, drawn=0), count_posts(60, drawn=2**64 - 1)] == [0, len(distribution_of(60))]


def test_the_same_seed_has_the_same_candidates_and_another_one_others():
    assert find_all(seed=7) == find_all(seed=7)
    assert find_all(seed=7) != find_all(seed=8)


def test_candidates_come_in_order_and_are_numbered():
    found = find_all()

    assert [post.number for post in found] == list(range(len(found)))
    assert [post.at_ms for post in found] == sorted(post.at_ms for post in found)
    assert (found[3].key, found[3].persona) == ("crowd_3", f"crowd_a{found[3].author}")


def test_voices_speak_by_their_weight_and_only_in_their_time():
    voices = tuple(
        replace(voice, weight=weight, from_ms=from_ms, until_ms=until_ms, rumour="")
        for voice, weight, from_ms, until_ms in zip(
            make_crowd().voices, (3, 1, 50), (0, 0, 4 * MINUTE), (None, None, 5 * MINUTE), strict=True
        )
    )
    found = find_all(voices=voices, phases=(Phase(0, 60, "flood"),))
    early = [post.voice.key for post in found if post.at_ms < 4 * MINUTE]

    assert 0.65 < early.count("stuck") / len(early) < 0.85
    assert {post.at_ms // MINUTE for post in found if post.voice.key == "crash"} == {4}


def test_while_a_storm_is_morphing_all_voices_weigh_the_same():
    crowd = make_crowd(phases=(Phase(0, 60, "flood"), Phase(MINUTE, 60, "morphing")))

    assert [weight for weight, _ in list_voices(crowd, 0)] == [2_000, 1_000, 1_000]
    assert [weight for weight, voice in list_voices(crowd, 60) if not voice.rumour] == [1_000, 1_000]


def test_most_posts_go_under_the_thread_that_their_voice_joins():
    joins = [post.join for post in find_all()]

    assert set(joins) == {"board", ""}
    assert 0.68 < joins.count("board") / len(joins) < 0.82


def test_few_authors_write_most():
    authors = [post.author for post in find_all(minutes=60)]
    busiest = sum(authors.count(author) for author in range(6))

    assert set(authors) <= set(range(60))
    assert 0.35 < busiest / len(authors) < 0.55


def test_author_weights_fall():
    sums = author_weights(4)

    assert [later - earlier for earlier, later in zip((0, *sums), sums, strict=False)] == [
        500_000_000, 333_333_333, 250_000_000, 200_000_000,
    ]  # fmt: skip


def test_nobody_speaks_where_no_voice_does():
    silent = Voice("late", "late", "microblog", 1, ("Jetzt erst.",), from_ms=11 * MINUTE)

    assert min(post.at_ms for post in find_all(voices=(silent,))) >= 11 * MINUTE
