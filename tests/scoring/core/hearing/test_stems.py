"""Stems: the forms of a word are one, other words are others."""

import pytest

from scoring.core.hearing.stems import is_content, stem


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["bahnhof", "bahnhoefe", "bahnhofs"]),
        ("de", ["signal", "signale", "signals", "signalen"]),
        ("de", ["weiche", "weichen"]),
        ("de", ["ursache", "grund", "gruende"]),
        ("de", ["stoerung", "stoerungen"]),
        ("de", ["kollegin", "kolleginnen"]),
        ("de", ["termin", "termine", "terminen"]),
        ("de", ["melden", "gemeldet", "meldet"]),
        ("en", ["replace", "replaces", "replaced", "replacing"]),
        ("en", ["fail", "failed", "failure", "failures"]),
        ("en", ["cause", "causes", "reason", "reasons"]),
        ("en", ["stop", "stops", "stopping"]),
        ("en", ["delay", "delays", "delayed"]),
        ("en", ["cancel", "cancelled", "canceled", "cancellation", "cancellations"]),
        ("en", ["refund", "refunds", "refunded"]),
        ("en", ["reserve", "reserved", "reservation"]),
        ("en", ["bus", "buses"]),
        ("en", ["hold", "held", "holding"]),
        ("en", ["city", "cities"]),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language, words):
    assert len({stem(word, language=language) for word in words}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["bahn", "bahnhof", "bauer"]),
        ("de", ["hasen", "hafen"]),
        ("en", ["train", "track", "trail"]),
        ("de", ["stoerung", "stoerer"]),
    ],
)
def test_other_words_have_other_stems(language, words):
    assert len({stem(word, language=language) for word in words}) == len(words)


@pytest.mark.parametrize(("word", "left"), [("gute", "gute"), ("guten", "gute"), ("hasen", "hase"), ("besten", "best")])
def test_four_letters_are_left_at_least(word, left):
    assert stem(word, language="de") == left


def test_umlauts_are_folded_in_german_only():
    assert (stem("haeuser", language="de"), stem("haeuser", language="en")) == ("haus", "haeus")


@pytest.mark.parametrize(("word", "counts"), [("bus", False), ("rabe", True), ("signal", True), ("haben", False)])
def test_short_and_common_words_say_nothing_of_what_a_text_is_about(word, counts):
    assert is_content(word, language="de") == counts
