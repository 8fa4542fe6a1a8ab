"""Likeness of a reply to templates and to earlier replies: whole, and sentence by sentence .

Likeness is the share of the reply's words, in per mille, that stand in sentences which stood before; a reply that as a
whole nearly is another one is as alike as the two texts are. Sentences of released facts are left out on both sides.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.core.masking import MaskedSentence, Prose
from scoring.core.shelf import SHORT, Hit, Shelf, Source, is_short


class Repeat(NamedTuple):
    """Tokens `first`..`last` stood before, in `source`, alike by `likeness` per mille."""

    first: int
    last: int
    source: Source
    likeness: int
    words: int


class Reuse(NamedTuple):
    likeness: int
    repeats: tuple[Repeat, ...]


def compare(prose: Prose, *, shelves: Sequence[Shelf], exempt: Shelf) -> Reuse:
    """How much of `prose` stood on the `shelves` before, and where; of equals, on the first of them."""
    own = list_own(prose, exempt)
    total = sum(sentence.length for sentence in own)
    if not total:
        return Reuse(0, ())
    repeats = _repeated_sentences(own, shelves)
    covered = sum(repeat.likeness * repeat.words for repeat in repeats) // total
    whole = _repeated_whole(own, shelves, words=total)
    if whole is None or whole.likeness <= covered:
        return Reuse(covered, tuple(repeats))
    return Reuse(whole.likeness, tuple(repeats) or (whole,))


def list_own(prose: Prose, exempt: Shelf) -> list[MaskedSentence]:
    """The sentences that nobody has given away to be repeated."""
    return [sentence for sentence in prose.sentences if not exempt.sentences.find(sentence.words)]


def _repeated_sentences(own: Sequence[MaskedSentence], shelves: Sequence[Shelf]) -> list[Repeat]:
    repeats = []
    for sentence in own:
        if sentence.length < SHORT:
            continue
        same = (hit for shelf in shelves for hit in shelf.sentences.find(sentence.words) if not is_short(hit.text))
        best = _best(same) or _best(hit for shelf in shelves for hit in shelf.bags.find(sentence.bag))
        if best is not None:
            repeats.append(_take(best, sentence.first, sentence.last, words=sentence.length))
    return repeats


def _repeated_whole(own: Sequence[MaskedSentence], shelves: Sequence[Shelf], *, words: int) -> Repeat | None:
    text = " ".join(sentence.words for sentence in own)
    best = _best(hit for shelf in shelves for hit in shelf.wholes.find(text))
    return None if best is None else _take(best, own[0].first, own[-1].last, words=words)


def _best(hits: Iterable[Hit]) -> Hit | None:
    """The most alike, the first of equals."""
    return max(hits, key=lambda hit: hit.percent, default=None)


def _take(hit: Hit, first: int, last: int, *, words: int) -> Repeat:
    return Repeat(first, last, hit.writers[0], round(hit.percent * 10), words)
