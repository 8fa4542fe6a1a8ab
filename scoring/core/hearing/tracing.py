"""Traces of claims in a reply: which words and figures of a fact or a rumour stand where, said or denied."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from scoring.core.hearing.clauses import Clause
from scoring.core.hearing.ears import PART, Ears
from scoring.core.hearing.signatures import Mark, Signature

LONGER = 3
"""Letters that a compound has at least more than its part."""


class Hit(NamedTuple):
    """A mark of a signature in tokens `first`..`last` of clause number `clause`."""

    name: str
    group: int
    weight: int
    clause: int
    first: int
    last: int


class Word(NamedTuple):
    """A stem of the reply: the mark that it is, and those whose compound it is a part of, or the other way round."""

    exact: str
    related: tuple[str, ...]
    place: int


class Words(NamedTuple):
    """The words of a clause, and all the marks that they and its figures are or are related to."""

    words: tuple[Word, ...]
    marks: frozenset[str]


def read_words(clauses: Sequence[Clause], ears: Ears | None) -> tuple[Words, ...]:
    """The words of each clause with what they are related to among the claims of `ears`."""
    return tuple(_read_clause(clause, ears) for clause in clauses)


def _read_clause(clause: Clause, ears: Ears | None) -> Words:
    words = tuple(Word(f"w:{stem}", _find_related(stem, ears) if ears else (), place) for stem, place in clause.words)
    marks = {mark for word in words for mark in (word.exact, *word.related)}
    return Words(words, frozenset(marks.union(*(figure.values for figure in clause.figures))))


def trace(
    signature: Signature, clauses: Sequence[Clause], words: Sequence[Words], *, kinds: Collection[str]
) -> Iterator[Hit]:
    """Where `signature` shows in clauses of one of `kinds`, as far as what a clause says does not speak against it."""
    for number, clause in enumerate(clauses):
        # Nearly every clause has nothing in common with nearly every signature.
        if clause.kind in kinds and not words[number].marks.isdisjoint(signature.marks):
            hits, speaks_against = _trace_clause(signature, clause, words[number].words, number)
            if not speaks_against:
                yield from hits


def _trace_clause(signature: Signature, clause: Clause, words: Sequence[Word], number: int) -> tuple[list[Hit], bool]:
    is_denied = clause.kind == "denied"
    hits = []
    for word in words:
        for name in (word.exact, *word.related):
            mark = signature.marks.get(name)
            if mark is None:
                continue
            is_part = name != word.exact
            if mark.denied and not is_denied and mark.unique and not is_part:
                return [], True
            if mark.denied == is_denied:
                hits.append(Hit(word.exact, mark.group, _weigh(mark, is_part), number, word.place, word.place + 1))
                break
    for figure in clause.figures:
        mark = next((signature.marks[value] for value in figure.values if value in signature.marks), None)
        if mark is not None and (mark.denied or not is_denied):
            hits.append(Hit(figure.values[0], mark.group, mark.weight, number, figure.first, figure.last))
    return hits, False


def _weigh(mark: Mark, is_part: bool) -> int:
    """What is denied as well is one more, because "kein Unfall" says it all; a part of a compound is one less."""
    weight = mark.weight + mark.denied
    return max(1, weight - 1) if is_part and weight else weight


def _find_related(stem: str, ears: Ears) -> tuple[str, ...]:
    """Marks of which `stem` is the beginning or the end, or which are its own. German compounds only."""
    if ears.language != "de" or len(stem) < PART:
        return ()
    close = (*ears.heads.get(stem[:PART], ()), *ears.tails.get(stem[-PART:], ()))
    return tuple(dict.fromkeys(f"w:{other}" for other in close if _is_part(stem, other) or _is_part(other, stem)))


def _is_part(part: str, whole: str) -> bool:
    return len(whole) >= len(part) + LONGER and (whole.startswith(part) or whole.endswith(part))
