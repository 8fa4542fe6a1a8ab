"""What is said behind a doubt, a denial or a question: a pasted fact is not told by a text that takes it back.

Rules kept here: a doubt that a text opens with ("Maybe: ..."), or that stands before a colon or a "that", holds for all
that follows, up to a contrast; a denial or an "I don't know" holds to the end of its sentence, and before "that" or
"whether" alone, because "That is not so: ..." goes on with what is so. "That is a lie." takes back the sentence before.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from scoring.core.hearing.clauses import OPENERS, Clause
from scoring.core.hearing.copying import ROW
from scoring.core.patterns import Match
from scoring.core.text import Sentence, Text, Token, list_words

DOUBT, DISPUTE, UNKNOWN, LIE = "doubt", "dispute", "unknown", "lie"
HELD_BY: Mapping[str, frozenset[str]] = {
    DOUBT: OPENERS | list_words("ob whether if"),
    DISPUTE: OPENERS,
    UNKNOWN: list_words("ob whether if"),
}
"""What stands behind a frame that holds what follows."""
CONTRASTS = list_words("sondern aber doch jedoch vielmehr tatsaechlich but however actually instead")
"""A clause that begins so says something of its own."""
HALTS = frozenset(".:!?…")
GREETING = 5
"""Tokens of a greeting, its marks among them."""
STATED = frozenset({"said", "denied", "offered"})


class Region(NamedTuple):
    """Tokens `first`..`last`. A contrast ended it there; `end` is where it would have ended without."""

    first: int
    last: int
    end: int


class Frames(NamedTuple):
    """`doubted`: in which nothing is said, and `taken_back`, in which no fact is told that is pasted."""

    doubted: tuple[Region, ...]
    taken_back: tuple[Region, ...]


def find_frames(text: Text, clauses: Sequence[Clause], matches: Sequence[Match]) -> Frames:
    """`matches` are those of the lexicon of hearing. Who asks for a fact takes it back as well."""
    asked = sorted({clause.sentence for clause in clauses if clause.kind == "asked"})
    doubted, taken = [], [_make_region(text.sentences[number]) for number in asked]
    for match in matches:
        if match.rule == LIE:
            taken += _find_before(text, match)
        elif match.rule in HELD_BY and (start := _find_start(text.tokens, match)) is not None:
            is_clause = text.tokens[start - 1].norm in HELD_BY[match.rule]
            ends = _sentence_at(text, match.first).last if is_clause else len(text.tokens)
            region = Region(start, _find_contrast(text.tokens, clauses, start, ends), ends)
            taken.append(region)
            doubted += [region] if match.rule == DOUBT else []
    return Frames(tuple(doubted), tuple(taken))


def doubt_clauses(clauses: Sequence[Clause], doubted: Sequence[Region]) -> tuple[Clause, ...]:
    """`clauses`, with nothing said in those that begin in one of `doubted`."""
    if not doubted:
        return tuple(clauses)
    return tuple(
        clause._replace(kind="open")
        if clause.kind in STATED and any(region.first <= clause.first < region.last for region in doubted)
        else clause
        for clause in clauses
    )


def holds_copy(region: Region, rows: Collection[int]) -> bool:
    """Whether words of a fact that are copied in a row stand in `region`; `rows` are the tokens that do. A contrast
    that is a part of the copied words is none."""
    is_through = region.last in rows and region.last - 1 in rows
    last = region.end if is_through else region.last
    return sum(region.first <= place < last for place in rows) >= ROW


def _find_start(tokens: Sequence[Token], match: Match) -> int | None:
    """Where what `match` holds begins; None where it holds nothing beyond its own clause."""
    after = match.last + (match.last < len(tokens) and tokens[match.last].text == ",")
    if after >= len(tokens):
        return None
    if tokens[after].norm in HELD_BY[match.rule]:
        return after + 1
    if match.rule != DOUBT or tokens[after].text not in HALTS:
        return None
    return after + 1 if tokens[after].text == ":" or _opens_text(tokens, match) else None


def _opens_text(tokens: Sequence[Token], match: Match) -> bool:
    """Whether nothing but a greeting stands before: "Hi Anna, maybe. ..."."""
    return match.first == 0 or match.first <= GREETING and tokens[match.first - 1].kind == "punct"


def _find_contrast(tokens: Sequence[Token], clauses: Sequence[Clause], start: int, end: int) -> int:
    turns = (each.first for each in clauses if each.first >= start and tokens[each.first].norm in CONTRASTS)
    return min(next(turns, end), end)


def _find_before(text: Text, match: Match) -> Iterator[Region]:
    """The sentence before one that says nothing but that it is a lie."""
    for before, sentence in zip(text.sentences, text.sentences[1:], strict=False):
        if sentence.first == match.first and sentence.last - match.last <= 1:
            yield _make_region(before)


def _make_region(sentence: Sentence) -> Region:
    return Region(sentence.first, sentence.last, sentence.last)


def _sentence_at(text: Text, token: int) -> Sentence:
    return next(sentence for sentence in text.sentences if sentence.first <= token < sentence.last)
