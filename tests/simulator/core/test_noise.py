"""Who means something else by the brand's name is no part of its public: it gets neither hotter nor busier."""

from dataclasses import replace

from simulator.core.public import PublicState
from tests.simulator.core.plays import Play
from tests.simulator.publics import make_storm

MINUTE = 60_000


def play_a_minute(*, mention: str | None) -> PublicState:
    """The public after a minute in which nobody answers; `mention` is that of the post at 0:15, None: there is none."""
    storm = make_storm(reactions=())
    threads = tuple(replace(each, mention=mention or "") if each.key == "noise" else each for each in storm.threads)
    kept = [post for post in storm.posts if mention is not None or post.key != "noise-1"]
    play = Play(replace(storm, threads=threads, posts=tuple(kept)))
    play.make_moves([(MINUTE, "look", 0)])
    assert ("noise-1" in play.state.posts) is (mention is not None)
    assert play.state.public is not None
    return play.state.public


def test_noise_heats_nobody_and_brings_no_post_of_the_crowd():
    heard, silent = play_a_minute(mention="noise"), play_a_minute(mention=None)

    assert (heard.heat, heard.rates) == (silent.heat, silent.rates)


def test_the_same_post_heats_where_the_brand_is_meant():
    noise = play_a_minute(mention="noise")

    for mention in ("direct", "unasked"):
        meant = play_a_minute(mention=mention)
        assert meant.heat > noise.heat
        assert meant.rates > noise.rates
