"""The hyphenation that textstat counts German syllables by, as a server can keep it: small, and no larger with time.

pyphen holds a tuple for each of 66,000 German patterns, of which 2,465 differ (8 MB instead of 17), and
remembers every word that it has ever been asked for. Here equal tuples are one, and what is remembered is bounded.
"""

from typing import Any

from pyphen import Pyphen

REMEMBERED = 20_000
"""Words whose syllables a process remembers per language; 5 MB of them. Then it begins anew."""


class Recent(dict[str, Any]):
    """A memory that is emptied once it is full."""

    def __setitem__(self, word: str, points: Any) -> None:
        if len(self) >= REMEMBERED:
            self.clear()
        super().__setitem__(word, points)


def keep_small(locale: str) -> None:
    """Makes the dictionary that pyphen, and so textstat, shares within this process small. Counts stay the same."""
    hyphenation = Pyphen(lang=locale).hd
    one_of: dict[Any, Any] = {}
    for letters, (start, values) in hyphenation.patterns.items():
        shared = one_of.setdefault(values, values)
        hyphenation.patterns[letters] = one_of.setdefault((start, shared), (start, shared))
    hyphenation.cache = Recent()
