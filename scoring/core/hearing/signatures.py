"""What makes a fact or a rumour recognisable where its author gives no patterns: its figures and its rare words.

A mark is a stem ("w:signal") or the value of a figure ("time:1185"). It weighs the more, the less it can be meant by
chance; what stands in several texts of a scenario weighs less, what stands in many nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scoring.core.hearing.clauses import Clause, cut_clauses
from scoring.core.text import analyse

STATED = 3
"""Weight from which a text is stated: one time of day of it, or two words. A topic named is no fact told."""
FIGURES: Mapping[str, int] = {
    "time": 3,
    "link": 3,
    "percent": 3,
    "span": 2,
    "money": 2,
    "code": 2,
    "number": 1,
    "day": 1,
}
LARGE = 100
"""A plain number or an amount from here on weighs one more, and so does an amount with cents: "4 €" is many a price."""
SHORT = 5
"""Letters of a stem from which it weighs 2; shorter ones weigh 1."""
RARE = 3
"""What counts stands in so many texts at most."""


class Mark(NamedTuple):
    """`group` is the word or figure that it belongs to; `denied`: it is said of nothing ("kein Zug"); `unique`: it
    stands in no other text."""

    group: int
    weight: int
    denied: bool
    unique: bool


class Signature(NamedTuple):
    """`kinds` are its kinds of figure: who gives another of such a kind does not state it. `least` weight does."""

    marks: Mapping[str, Mark]
    kinds: frozenset[str]
    least: int


def sign_texts(texts: Sequence[str], *, language: str) -> tuple[Signature, ...]:
    """The signature of each text, weighed against the others."""
    read = [cut_clauses(analyse(text), language=language) for text in texts]
    shared = Counter(mark for clauses in read for mark in {each.name for each in _list_marks(clauses)})
    return tuple(_sign(clauses, shared) for clauses in read)


def sign_wording(text: str, *, language: str) -> Signature:
    """The signature of a wording that is to be used as it stands: four fifths of its words and figures state it."""
    clauses = cut_clauses(analyse(text), language=language)
    marks = {each.name: Mark(each.group, 1, each.denied, unique=True) for each in _list_marks(clauses)}
    groups = len({mark.group for mark in marks.values()})
    return Signature(marks, _kinds(clauses), max(1, (4 * groups + 4) // 5))


def deny(signature: Signature) -> Signature:
    """The signature of the contrary."""
    return signature._replace(
        marks={name: mark._replace(denied=not mark.denied) for name, mark in signature.marks.items()}
    )


class _Found(NamedTuple):
    name: str
    group: int
    weight: int
    denied: bool


def _list_marks(clauses: Sequence[Clause]) -> Iterator[_Found]:
    group = 0
    for clause in clauses:
        denied = clause.kind == "denied"
        for word, _ in clause.words:
            yield _Found(f"w:{word}", group, 2 if len(word) >= SHORT else 1, denied)
            group += 1
        for figure in clause.figures:
            for value in figure.values:
                yield _Found(value, group, FIGURES[figure.kind] + _is_large(value), denied)
            group += 1


def _is_large(value: str) -> bool:
    kind, _, amount = value.partition(":")
    if kind not in {"number", "money"} or not amount.isdigit():
        return False
    units, cents = divmod(int(amount[:9]), 100) if kind == "money" else (int(amount[:9]), 0)
    return units >= LARGE or cents > 0


def _sign(clauses: Sequence[Clause], shared: Mapping[str, int]) -> Signature:
    marks: dict[str, Mark] = {}
    for name, group, weight, denied in _list_marks(clauses):
        before = marks.get(name)
        if before is None:
            others = shared[name] - 1
            marks[name] = Mark(group, max(weight - others, 1) if others < RARE else 0, denied, unique=not others)
        elif before.denied and not denied:
            marks[name] = before._replace(denied=False)
    total = sum({mark.group: mark.weight for mark in marks.values()}.values())
    return Signature(marks, _kinds(clauses), min(STATED, total) or STATED)


def _kinds(clauses: Sequence[Clause]) -> frozenset[str]:
    return frozenset(figure.kind for clause in clauses for figure in clause.figures)
