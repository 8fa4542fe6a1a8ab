"""Substance: was it true, and did it answer? The first version: facts, promises, rumours, a drawback that is known.

It starts at 1000, and each finding takes its points. It applies where the post asks for facts that were known, where a
known drawback of the thread's topic is to be told, and to every reply that says what nothing carries.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from scoring.core.answering import find_no_answer
from scoring.core.assessment import Finding
from scoring.core.context import Context
from scoring.core.hearing.ears import list_valid
from scoring.core.hearing.heard import Heard
from scoring.core.reading import Reading
from scoring.core.rules import RULES

DRAWBACK = "drawback"


def find_substance(reading: Reading, context: Context, heard: Heard) -> list[Finding]:
    """What of the facts was told, and what was told beyond them. Only the first findings of a rule have points."""
    counts: Counter[str] = Counter()
    findings = []
    for name, points, place, params in _find_all(reading, context, heard):
        rule = RULES[name]
        counts[name] += 1
        span = reading.text.span(*place) if place else None
        findings.append(Finding(name, "substance", span, points if counts[name] <= rule.most else 0, params))
    return findings


def value_substance(findings: Sequence[Finding], context: Context) -> int | None:
    """Per mille 0..1000, None where nothing was to be told and nothing wrong was."""
    if not _list_due(context) and not any(finding.points for finding in findings):
        return None
    return max(0, 1000 + sum(finding.points for finding in findings))


Found = tuple[str, int, tuple[int, int] | None, dict[str, str]]


def _find_all(reading: Reading, context: Context, heard: Heard) -> Iterator[Found]:
    due = _list_due(context)
    left, parts = 1000, sum(fact in context.asked_for for fact in due)
    for fact in due:
        if fact in heard.facts:
            yield "substance.stated", 0, heard.facts[fact], {"fact": fact}
        if fact not in context.asked_for:
            if fact not in heard.facts:
                yield "substance.drawback", RULES["substance.drawback"].points, None, {"fact": fact}
            continue
        share, parts = left // parts, parts - 1
        left -= share
        if fact not in heard.facts:
            yield "substance.missing", -share, None, {"fact": fact}
    for promise in heard.promises:
        yield _take("substance.overpromise", (promise.first, promise.last), promised=promise.kind)
    taken = [(promise.first, promise.last) for promise in heard.promises]
    for fact in heard.early:
        first, last = heard.facts[fact]
        if not any(first < end and start < last for start, end in taken):
            yield _take("substance.early", (first, last), fact=fact)
    for rumour, place in sorted(heard.corrects.items()):
        yield _take("substance.rumour_corrected", place, rumour=rumour)
    for rumour, place in sorted(heard.spreads.items()):
        yield _take("substance.rumour_spread", place, rumour=rumour)
    for rule, found, params in find_no_answer(reading, context, heard):
        yield rule, RULES[rule].points, found, params


def _take(rule: str, place: tuple[int, int], **params: str) -> Found:
    return rule, RULES[rule].points, place, params


def _list_due(context: Context) -> list[str]:
    """The facts that this reply has to tell: asked for, or a drawback of the topic; known, and not told before."""
    if context.ears is None:
        return []
    return [
        fact.key
        for fact in context.ears.timeline.facts
        if fact.key in list_valid(context.ears, context.known_facts) - context.told
        and (fact.key in context.asked_for or fact.kind == DRAWBACK and fact.topic == context.topic)
    ]
