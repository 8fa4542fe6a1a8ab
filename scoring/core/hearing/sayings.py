"""Patterns of a scenario: RE2, on a text without what spelling may vary (docs/scoring.md, What is heard).

The text is folded (lower case, ae oe ue ss) and has no quotation marks and apostrophes. The pattern's umlauts are
folded too, and its letter case does not count.
"""

import re
from collections.abc import Sequence
from typing import Any

from scenarios.core.patterns import PatternRefused, compile_pattern
from scoring.core.text import Text, fold

QUOTES = "\"'`´„“”‚‘’«»‹›"
QUOTE = re.compile(f"[{QUOTES}]")
FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def fold_text(text: Text) -> str:
    """What patterns are asked of: the clean text without quotation marks, folded."""
    return fold(QUOTE.sub("", text.clean))


def list_origins(text: Text) -> list[int]:
    """For each character of the folded text the place in the clean text that it came from."""
    return [
        place
        for place, character in enumerate(text.clean)
        if character not in QUOTES
        for _ in (character if character.isascii() else fold(character))
    ]


def prepare_pattern(pattern: str) -> Any:
    """`pattern`, compiled for folded text. Folding makes it longer: one that lint took at its limit stays as it is."""
    try:
        return compile_pattern(pattern.translate(FOLDS))
    except PatternRefused:
        return compile_pattern(pattern)


def find_patterns(compiled: Sequence[Any], text: Text) -> dict[int, tuple[int, int]]:
    """Number of a pattern → the tokens of its first match, for those that match anything but nothing."""
    folded = fold_text(text)
    matches = {number: match for number, each in enumerate(compiled) if (match := each.search(folded)) is not None}
    origins = list_origins(text) if matches else []
    found = {}
    for number, match in matches.items():
        if match.start() < match.end():
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            touched = [place for place, token in enumerate(text.tokens) if token.start < end and token.end > start]
            if touched:
                found[number] = touched[0], touched[-1] + 1
    return found
