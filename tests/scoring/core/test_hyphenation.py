"""Hyphenation that stays small: equal patterns are one, the memory is bounded, and nothing is counted otherwise."""

import pyphen
import pytest

from scoring.core import warm_up
from scoring.core.hyphenation import REMEMBERED, Recent, keep_small

WORDS = ["Unverständlichkeiten", "Schienenersatzverkehr", "Oberleitungsstörung", "Entschuldigung", "Zug", "aha", "xyz"]


@pytest.fixture
def own_dictionaries(monkeypatch):
    """Dictionaries that nobody else in this process has made small yet."""
    monkeypatch.setattr(pyphen, "hdcache", {})


def test_what_is_kept_small_counts_the_same(own_dictionaries):
    before = [pyphen.Pyphen(lang="de").positions(word) for word in WORDS]
    keep_small("de")
    assert [pyphen.Pyphen(lang="de").positions(word) for word in WORDS] == before
    assert any(before)


def test_equal_patterns_are_one(own_dictionaries):
    keep_small("de")
    patterns = pyphen.Pyphen(lang="de").hd.patterns
    assert len({id(found) for found in patterns.values()}) == len(set(patterns.values())) < len(patterns) / 20


def test_the_memory_is_emptied_when_it_is_full():
    remembered = Recent()
    for number in range(REMEMBERED + 1):
        remembered[str(number)] = []
    assert list(remembered) == [str(REMEMBERED)]


def test_textstat_counts_with_it():
    warm_up()
    assert isinstance(pyphen.Pyphen(lang="de").hd.cache, Recent)
    assert isinstance(pyphen.Pyphen(lang="en_US").hd.cache, Recent)
