"""Patterns of a scenario: where in a reply they matched, whatever its spelling."""

import pytest

from scoring.core.hearing.sayings import find_patterns, prepare_pattern
from scoring.core.text import analyse


def match(text, *patterns):
    """The words that each pattern marks, by its number."""
    read = analyse(text)
    found = find_patterns([prepare_pattern(pattern) for pattern in patterns], read)
    return {number: read.clean[slice(*read.span(*place))] for number, place in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "In der Straße am Tor fährt der Bus.",
        "In „der“ »Straße« am 'Tor' fährt der Bus.",
        "Süßes Öl: In der STRASSE am Tor fährt der Bus.",
    ],
)
def test_neither_umlauts_nor_quotation_marks_move_what_is_marked(text):
    assert match(text, "fährt der", "tor", "bus$") == {0: "fährt der", 1: "Tor"}


def test_a_pattern_marks_whole_words_and_what_stands_between():
    assert match("Die Ersatzbusse stehen am Südausgang bereit.", "busse.*südaus") == {
        0: "Ersatzbusse stehen am Südausgang"
    }


def test_the_first_match_of_each_pattern_counts_and_what_does_not_match_is_not_there():
    assert match("Bus um Bus", "zug", "bus") == {1: "Bus"}


@pytest.mark.parametrize("pattern", ["x*", " ", "$"])
def test_a_pattern_that_matches_no_word_has_said_nothing(pattern):
    assert match("Der Bus", pattern) == {}
