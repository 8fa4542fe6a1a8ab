"""Whether a phrase would be found in nearly every reply: lint tells a coach before trainees are told.

Rules kept here: a phrase says something if it names one word that not any text may hold, or several words in a row.
"""

from scoring.core.lexicon.words import COMMON, SHORT
from scoring.core.patterns import Element, Pattern

LEAST = 4
"""Letters of a beginning or an ending from which it is rare enough to stand alone."""
PLACED = frozenset({"greeting", "sign_off"})
"""Rules that count only in front of a reply or at its end, where the commonest words say something."""


def is_broad(pattern: Pattern, *, language: str) -> bool:
    """Whether nothing in `pattern` is rare, and nothing keeps what is common together."""
    needed = [element for element in pattern.elements if not element.gap and not element.optional]
    is_row = len(needed) > 1 and not any(element.gap for element in pattern.elements)
    may_be_common = is_row or pattern.rule in PLACED
    return all(_is_weak(element, language, may_be_common=may_be_common) for element in needed)


def _is_weak(element: Element, language: str, *, may_be_common: bool) -> bool:
    """Whether one of the choices of `element` stands for nearly anything."""
    if element.kinds or any(len(part) < LEAST for part in (*element.prefixes, *element.suffixes)):
        return True
    return not may_be_common and not element.words.isdisjoint(COMMON[language] | SHORT[language])
