"""How much of a fact is told: all of it, the reason without the figure, the figure without the reason, or nothing.

Rules kept here: what a full answer tells is not all that the fact says, but what the scenario's own answers to this
post tell of it: the figures that stand in the model reply, and in its paraphrase where there is one. What the customer
named is not wanted. So model replies always tell all, and where a post has none, a fact that is told is told in full.
Patterns are the author's word for it: what they recognise is told.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from scenarios.core.timeline import Needs
from scoring.core.hearing.ears import Claim
from scoring.core.hearing.listening import Said, weigh
from scoring.core.hearing.signatures import STATED
from scoring.core.hearing.stating import list_given, weigh_traces
from scoring.core.hearing.touching import marks_in
from scoring.core.hearing.tracing import Hit

WHOLE = 1000
FIGURES = 250
"""What a fact loses, per mille, that is told without one of its figures: which of them matters, nobody knows."""
EXACT = frozenset({"time", "link", "money", "percent"})
"""Kinds of figure that nobody puts in other words; a span or a number may be "a few"."""
TOUCHED = 500
"""What a fact is worth at most that is not told, but in whose words and figures the reply speaks."""
LEAST = 2
"""Weight of such words and figures from which they are worth anything: one word of the topic is none."""


class Degree(NamedTuple):
    """Per mille of a fact that is told; `lacking` are the values of the figures that are not, one for each."""

    value: int
    lacking: tuple[str, ...]


NOTHING = Degree(0, ())


def measure_told(fact: Claim, said: Said, *, is_stated: bool, needs: Needs | None, post: Collection[str]) -> Degree:
    """How much of `fact` a reply tells to a post with `needs`; `post` are the marks of that."""
    answers = _list_answers(needs, said.ears.language) if said.ears else ()
    wanted = _list_wanted(fact, answers, post)
    given = {value for clause in said.clauses for figure in clause.figures for value in figure.values}
    lacking = tuple(values[0] for values in wanted if given.isdisjoint(values))
    lost = FIGURES if wanted and len(lacking) == len(wanted) and not fact.patterns else 0
    if is_stated:
        return Degree(WHOLE - lost, lacking)
    weight = _weigh_best(weigh_traces(fact, said, list_given(said.clauses), post), said)
    if weight < LEAST:
        return Degree(0, lacking)
    full = max(STATED, *(_weigh_in(fact, answer) for answer in answers)) if answers else fact.signatures[0].least
    return Degree(TOUCHED * min(weight, full) // full * (WHOLE - lost) // WHOLE, lacking)


def _weigh_best(hits: Sequence[Hit], said: Said) -> int:
    """The weight of the sentence that has most: a long reply touches on much by chance, here a word and there one."""
    sentences: dict[int, list[Hit]] = {}
    for hit in hits:
        sentences.setdefault(said.clauses[hit.clause].sentence, []).append(hit)
    return max((weigh(each) for each in sentences.values()), default=0)


def _list_answers(needs: Needs | None, language: str) -> tuple[frozenset[str], ...]:
    """The marks of each of the scenario's own answers."""
    texts = (needs.model, needs.paraphrase) if needs is not None else ()
    return tuple(marks_in(text, language=language) for text in texts if text)


def _list_wanted(fact: Claim, answers: Collection[frozenset[str]], post: Collection[str]) -> list[tuple[str, ...]]:
    """The figures of `fact`, each with all its values, that every answer tells and that the post does not name."""
    figures: dict[int, list[str]] = {}
    for name, mark in fact.signatures[0].marks.items():
        if name.partition(":")[0] in EXACT:
            figures.setdefault(mark.group, []).append(name)
    return [
        tuple(values)
        for values in figures.values()
        if answers
        and not any(value in post for value in values)
        and all(any(value in answer for value in values) for answer in answers)
    ]


def _weigh_in(fact: Claim, answer: frozenset[str]) -> int:
    """The weight of what an answer tells of `fact`."""
    weights = {mark.group: mark.weight for name, mark in fact.signatures[0].marks.items() if name in answer}
    return sum(weights.values())
