"""Words that were copied: rows of a text that stand in another one, and a fact's own words in no order.

Rules kept here: five words in a row are nobody's chance; who uses a fact's own words one after the other has some of
them in its order, because sentences have one, even where they are put another way round.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scoring.core.text import Text, analyse

ROW = 5
"""Words in a row that are copied."""
HEAP = 6
"""Words of a fact, one after the other, from which their order tells something."""
ORDERED = 200
"""Per mille of their pairs that stand so in the fact, below which they are a heap of words and no sentence: in 877
answers that state a fact, model replies, their paraphrases and graded ones, none is."""

Row = tuple[str, ...]


class Wording(NamedTuple):
    """The words of a text: `rows` of ROW of them, and what `follows` each."""

    rows: frozenset[Row]
    follows: Mapping[str, frozenset[str]]


def list_norms(text: Text) -> list[tuple[str, int]]:
    """The words and figures of `text`, each with its token."""
    return [(token.norm, place) for place, token in enumerate(text.tokens) if token.kind != "punct"]


def list_rows(norms: Sequence[str], *, length: int = ROW) -> Iterator[Row]:
    return (tuple(norms[at : at + length]) for at in range(len(norms) - length + 1))


@lru_cache(maxsize=1024)
def rows_of(text: str, *, length: int = ROW) -> frozenset[Row]:
    """All rows of so many words in `text`."""
    return frozenset(list_rows([norm for norm, _ in list_norms(analyse(text))], length=length))


def find_rows(text: Text, rows: Collection[Row], *, length: int = ROW) -> frozenset[int]:
    """The tokens of `text` that stand in one of `rows`, each of so many words."""
    if not rows:
        return frozenset()
    words = list_norms(text)
    found: set[int] = set()
    for at, row in enumerate(list_rows([norm for norm, _ in words], length=length)):
        if row in rows:
            found.update(place for _, place in words[at : at + length])
    return frozenset(found)


def make_wording(texts: Sequence[str]) -> Wording:
    follows: dict[str, set[str]] = {}
    for text in texts:
        norms = [norm for norm, _ in list_norms(analyse(text))]
        for word, after in zip(norms, (*norms[1:], ""), strict=False):
            follows.setdefault(word, set()).add(after)
    rows = frozenset(row for text in texts for row in rows_of(text))
    return Wording(rows, {word: frozenset(after) for word, after in follows.items()})


@lru_cache(maxsize=1024)
def wording_of(text: str) -> Wording:
    return make_wording((text,))


def is_heap(norms: Sequence[str], wording: Wording) -> bool:
    """Whether `norms` hold a row of the words of `wording` that is in no order of it."""
    pairs = ordered = 0
    for word, after in zip(norms, (*norms[1:], ""), strict=False):
        behind = wording.follows.get(word)
        if behind is not None and after in wording.follows:
            pairs += 1
            ordered += after in behind
            continue
        if _is_disordered(pairs, ordered):
            return True
        pairs = ordered = 0
    return False


def _is_disordered(pairs: int, ordered: int) -> bool:
    return pairs >= HEAP - 1 and 1000 * ordered < ORDERED * pairs
