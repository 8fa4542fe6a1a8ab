"""What a brand adds to the lexicons: phrases of its own, compiled once for all versions that share them.

Rules kept here: whatever a profile holds, reading a reply stays cheap and never fails. What cannot be read, or what is
more than a reply can be searched for, is left out here and named by lint.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import prod
from typing import NamedTuple

from scenarios.core.timeline import HouseWords
from scoring.core.lexicon.compiling import PatternError, make_index, read_patterns
from scoring.core.lexicon.library import FORMS
from scoring.core.patterns import GAP, Index, Pattern
from scoring.core.spelling import list_words_of
from scoring.core.text import analyse

MOST_WAYS = 1_000
"""In which all patterns of one brand can be looked for at a token, each run of words in brackets counted by itself."""
MOST_LOOSE = 25
"""Ways of one pattern: two gaps, or four words that may be missing."""
KEPT = 64
WRITTEN = re.compile(r"[|()=*<>#?]|^\.\.$|^!|^--")
"""Parts of a phrase that mean more than their letters."""


class HouseLexicon(NamedTuple):
    """`words` are those that the patterns of `phrases` name."""

    phrases: Index
    words: frozenset[str]


@lru_cache(maxsize=KEPT)
def compile_house(lexicon: tuple[HouseWords, ...], *, language: str) -> HouseLexicon | None:
    """The phrases of a brand, ready to be looked for beside those of `language`; None where it has none."""
    if not lexicon:
        return None
    phrases = make_index(_read(lexicon, language))
    return HouseLexicon(phrases, frozenset(list_words_of(phrases)))


def read_phrase(rule: str, phrase: str, *, language: str) -> list[Pattern]:
    """The patterns of one phrase, marked as the house's own. Raises PatternError."""
    cut = " ".join(part if WRITTEN.search(part) else _cut(part) for part in phrase.split())
    return [pattern._replace(is_house=True) for pattern in read_patterns(rule, cut, forms=FORMS[language])]


def find_never(pattern: Pattern) -> str:
    """A word of `pattern` that no text can hold as one ("mast-"); "" where there is none."""
    words = (word for element in pattern.elements for word in sorted(element.words))
    return next((word for word in words if len(analyse(word).tokens) != 1), "")


def count_ways(pattern: Pattern) -> int:
    """In how many ways `pattern` can be looked for at a token: gaps and words that may be missing multiply."""
    return prod((GAP + 1 if each.gap else 2) for each in pattern.elements if each.gap or each.optional)


def _cut(part: str) -> str:
    """A word with marks as the tokens that a text has: who writes "mast- und schotbruch" means that."""
    return " ".join(token.text for token in analyse(part).tokens) or part


def _read(lexicon: tuple[HouseWords, ...], language: str) -> Iterator[Pattern]:
    ways = 0
    for words in lexicon:
        for phrase in words.phrases:
            try:
                patterns = read_phrase(words.rule, phrase, language=language)
            except PatternError:
                continue
            for pattern in patterns:
                ways += count_ways(pattern)
                if ways > MOST_WAYS:
                    return
                if count_ways(pattern) <= MOST_LOOSE:
                    yield pattern
