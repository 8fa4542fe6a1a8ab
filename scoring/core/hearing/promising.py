"""Promises in a reply, and what would have to be known for each of them: certainties, times, amounts, refunds, causes.

A promise is something that the reply says of the world. What the writer will do next ("ich melde mich in zehn Minuten")
is none, nor is what it leaves open, asks, or says of the past. Causes count where they are named as such ("Ursache ist
…", "due to …"), not after every "weil".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scoring.core.hearing.clauses import Clause
from scoring.core.hearing.figures import Figure
from scoring.core.hearing.stems import is_content, stem
from scoring.core.hearing.tracing import Word, Words
from scoring.core.lexicon.words import CAUSELESS
from scoring.core.patterns import Match
from scoring.core.text import Text, list_words

SINCE = list_words("seit since vor")
WITHIN = list_words("in binnen innerhalb within")
OFTEN = list_words("once twice time times mal einmal zweimal dreimal viermal fuenfmal")
"""Before a term they say how often something was: "the third time in a week"."""
WAS = list_words("was were had took war waren wurde wurden hatte hatten dauerte brauchte")
CLOSE = 4
"""Tokens before a time in which one of these tells of the past: "it was out in ten minutes"."""
WHEN = frozenset({"time", "day", "span"})
HOW_MUCH = frozenset({"money", "percent"})
FILLER: Mapping[str, frozenset[str]] = {
    language: frozenset(stem(word, language=language) for word in words) for language, words in CAUSELESS.items()
}


class Promise(NamedTuple):
    """`kind` is certain, time, amount, refund or cause. It is carried by a known fact that holds one of `marks`; a
    time, an amount or a cause by the customer's own post as well."""

    kind: str
    marks: tuple[str, ...]
    first: int
    last: int


def find_promises(
    text: Text, clauses: Sequence[Clause], words: Sequence[Words], matches: Sequence[Match], *, language: str
) -> tuple[Promise, ...]:
    """All promises, in order. `matches` are those of the lexicon of hearing."""
    found: list[Promise] = []
    for clause, related in zip(clauses, words, strict=True):
        inside = [match for match in matches if clause.first <= match.first < clause.last]
        rules = {match.rule for match in inside}
        if clause.kind in {"asked", "offered", "open"} or "own_step" in rules:
            continue
        found += [_take(match, "certain", text, language) for match in inside if match.rule == "certain"]
        if clause.kind == "said":
            found += _find_times(text, clause, rules)
            found += _find_matters(text, clause, related.words, inside, language)
    return tuple(found)


def _find_times(text: Text, clause: Clause, rules: set[str]) -> Iterator[Promise]:
    for figure in clause.figures:
        before = text.tokens[figure.first - 1].norm if figure.first else ""
        after = text.tokens[figure.last].norm if figure.last < len(text.tokens) else ""
        told = text.tokens[max(clause.first, figure.first - CLOSE) : figure.first]
        is_often = figure.first > 1 and text.tokens[figure.first - 2].norm in OFTEN
        is_coming = before not in SINCE and after != "ago" and not any(token.norm in WAS for token in told)
        if figure.kind in WHEN and is_coming and ("outcome" in rules or _is_term(figure, before) and not is_often):
            yield Promise("time", figure.values, figure.first, figure.last)
        elif figure.kind in HOW_MUCH and "pay" in rules:
            yield Promise("amount", figure.values, figure.first, figure.last)


def _find_matters(
    text: Text, clause: Clause, related: Sequence[Word], inside: Sequence[Match], language: str
) -> Iterator[Promise]:
    """Refunds, causes, and that something happens at once."""
    rules = {match.rule for match in inside}
    for match in inside:
        if match.rule == "refund":
            yield _take(match, "refund", text, language)
        elif match.rule == "at_once" and {"outcome", "refund"} & rules:
            yield _take(match, "certain", text, language)
        elif match.rule == "cause":
            named = [word for word in related if word.exact.removeprefix("w:") not in FILLER[language]]
            if named:
                marks = tuple(mark for word in named for mark in (word.exact, *word.related))
                yield Promise("cause", marks, clause.first, clause.last)


def _is_term(figure: Figure, before: str) -> bool:
    return figure.kind == "span" and before in WITHIN


def _take(match: Match, kind: str, text: Text, language: str) -> Promise:
    norms = [token.norm for token in text.tokens[match.first : match.last]]
    marks = tuple(f"w:{stem(norm, language=language)}" for norm in norms if is_content(norm, language=language))
    return Promise(kind, marks, match.first, match.last)
