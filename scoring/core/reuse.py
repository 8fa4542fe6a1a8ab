"""Likeness of a reply to templates and to earlier replies: whole, and sentence by sentence.

Likeness is the share of the reply's words, in per mille, that stand in sentences which stood before; a reply that as a
whole nearly is another one is as alike as the two texts are. Sentences of released facts are left out on both sides,
and so is what only points to the notice. A sentence that is too short to be looked up alone counts where a whole one
of the same writer is repeated beside it.
"""

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from rapidfuzz.distance import Indel

from scoring.core.fingerprints import EarlierRun
from scoring.core.masking import MaskedSentence, Prose
from scoring.core.shelf import SHORT, Hit, Shelf, Source, is_short

FEWEST = 3
"""Words in a row from which they are marked, where only a part of a sentence is repeated."""

Where = Source | EarlierRun
"""A template by its key, a reply by its number in the log, or a reply of an earlier run."""


class Repeat(NamedTuple):
    """A sentence of `words` words, or the whole reply, stood before, in `source`, alike by `likeness` per mille.

    `marks` are the tokens that did, as [first, last); `first` and `last` those of all of it.
    """

    first: int
    last: int
    source: Where
    likeness: int
    words: int
    marks: tuple[tuple[int, int], ...]


class Reuse(NamedTuple):
    likeness: int
    repeats: tuple[Repeat, ...]


def compare(
    prose: Prose, *, shelves: Sequence[Shelf], exempt: Shelf, pointers: Sequence[tuple[int, int]] = ()
) -> Reuse:
    """How much of `prose` stood on the `shelves` before, and where; of equals, on the first of them.

    `pointers` are tokens that point to the notice.
    """
    own = list_own(prose, exempt, pointers=pointers)
    total = sum(sentence.length for sentence in own)
    if not total:
        return Reuse(0, ())
    writers = {
        writer
        for sentence in own
        if sentence.length >= SHORT
        for shelf in shelves
        for hit in shelf.sentences.find(sentence.words)
        for writer in hit.writers
    }
    found = (_find_sentence(sentence, shelves) or _find_short(sentence, shelves, writers) for sentence in own)
    repeated = [repeat for repeat in found if repeat is not None]
    covered = sum(repeat.likeness * repeat.words for repeat in repeated) // total
    whole = _find_whole(own, shelves, words=total)
    if whole is None or whole.likeness <= covered:
        return Reuse(covered, tuple(repeated))
    return Reuse(whole.likeness, tuple(repeated) or (whole,))


def list_own(prose: Prose, exempt: Shelf, *, pointers: Sequence[tuple[int, int]] = ()) -> list[MaskedSentence]:
    """The sentences that nobody has given away to be repeated."""
    return [
        sentence
        for sentence in prose.sentences
        if not any(sentence.first <= first and last <= sentence.last for first, last in pointers)
        and not exempt.sentences.find(sentence.words)
    ]


def _find_sentence(sentence: MaskedSentence, shelves: Sequence[Shelf]) -> Repeat | None:
    if sentence.length < SHORT:
        return None
    same = (hit for shelf in shelves for hit in shelf.sentences.find(sentence.words) if not is_short(hit.text))
    best = _best(same)
    bag = None if best else _best(hit for shelf in shelves for hit in shelf.bags.find(sentence.bag))
    hit = best or bag
    likeness = round(hit.percent * 10) if hit else 0
    if likeness < 1000:
        words = sentence.words.split(" ")
        traces = [trace for shelf in shelves if shelf.before for trace in [shelf.before.find_sentence(words)] if trace]
        if traces and traces[0].likeness > likeness:
            marks = _mark_places(traces[0].places, sentence.places) or ((sentence.first, sentence.last),)
            return Repeat(sentence.first, sentence.last, traces[0].run, traces[0].likeness, sentence.length, marks)
    if hit is None:
        return None
    marks = ((sentence.first, sentence.last),)
    if best is not None:
        marks = _mark(sentence.words, best.text, sentence.places) or marks
    return Repeat(sentence.first, sentence.last, hit.writers[0], likeness, sentence.length, marks)


def _find_short(sentence: MaskedSentence, shelves: Sequence[Shelf], writers: Set[Source]) -> Repeat | None:
    """A short sentence, where one of `writers`, who wrote another one of this reply, wrote it as well."""
    if sentence.length >= SHORT:
        return None
    for shelf in shelves:
        for writer in shelf.sentences.writers_of(sentence.words):
            if writer in writers:
                whole = ((sentence.first, sentence.last),)
                return Repeat(sentence.first, sentence.last, writer, 1000, sentence.length, whole)
    return None


def _find_whole(own: Sequence[MaskedSentence], shelves: Sequence[Shelf], *, words: int) -> Repeat | None:
    text = " ".join(sentence.words for sentence in own)
    first, last = own[0].first, own[-1].last
    best = _best(hit for shelf in shelves for hit in shelf.wholes.find(text))
    if best is None or best.percent < 100:
        for run in (shelf.before.find_whole(text) for shelf in shelves if shelf.before):
            if run is not None:
                return Repeat(first, last, run, 1000, words, ((first, last),))
    if best is None:
        return None
    marks = _mark(text, best.text, [place for sentence in own for place in sentence.places]) or ((first, last),)
    return Repeat(first, last, best.writers[0], round(best.percent * 10), words, marks)


def _best(hits: Iterable[Hit]) -> Hit | None:
    """The most alike, the first of equals."""
    return max(hits, key=lambda hit: hit.percent, default=None)


def _mark(own: str, other: str, places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The tokens of masked words that stand in `other` in the same order; nothing where all or hardly any do."""
    if own == other:
        return ()
    words = own.split(" ")
    same = [
        at
        for block in Indel.opcodes(words, other.split(" "))
        if block.tag == "equal"
        for at in range(block.src_start, block.src_end)
    ]
    return () if len(same) == len(words) else _mark_places(same, places)


def _mark_places(same: Sequence[int], places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Words by number as rows of tokens, without those that are too short to tell anything."""
    if len(same) == len(places):
        return ()
    rows: list[list[int]] = []
    for at in same:
        if rows and rows[-1][-1] == at - 1:
            rows[-1].append(at)
        else:
            rows.append([at])
    return tuple((places[row[0]], places[row[-1]] + 1) for row in rows if len(row) >= FEWEST)
