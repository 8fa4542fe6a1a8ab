"""Patterns of a scenario: RE2, on a text without what spelling may vary (docs/scoring.md, What is heard).

The text is folded (lower case, ae oe ue ss) and has no quotation marks and apostrophes. The pattern's umlauts are
folded too, and its letter case does not count.
"""

from typing import Any, NamedTuple

from scenarios.core.patterns import PatternRefused, compile_pattern
from scoring.core.text import Text, fold

QUOTES = frozenset("\"'`´„“”‚‘’«»‹›")
FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


class Folded(NamedTuple):
    """`origins[i]` is the place in the clean text that character i of `text` came from."""

    text: str
    origins: tuple[int, ...]


def fold_text(text: Text) -> Folded:
    characters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text.clean):
        if character in QUOTES:
            continue
        for folded in character.lower() if character.isascii() else fold(character):
            characters.append(folded)
            origins.append(place)
    return Folded("".join(characters), tuple(origins))


def prepare_pattern(pattern: str) -> Any:
    """`pattern`, compiled for folded text. Folding makes it longer: one that lint took at its limit stays as it is."""
    try:
        return compile_pattern(pattern.translate(FOLDS))
    except PatternRefused:
        return compile_pattern(pattern)


def find_pattern(compiled: Any, folded: Folded, text: Text) -> tuple[int, int] | None:
    """The tokens of the first match that is not empty, None where there is none."""
    match = compiled.search(folded.text)
    if match is None or match.start() == match.end():
        return None
    start, end = folded.origins[match.start()], folded.origins[match.end() - 1] + 1
    touched = [place for place, token in enumerate(text.tokens) if token.start < end and token.end > start]
    return (touched[0], touched[-1] + 1) if touched else None
