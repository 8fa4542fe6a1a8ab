"""Individuality: what of a reply stood before and where, what was left unfilled, and what was taken up of this case.

Rules kept here: the loss comes from the likeness alone and is shared out by the words that each finding marks; what
was taken up makes up for a little of it, once or twice, and never where the same words are repeated ones.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scoring.core.assessment import Finding
from scoring.core.context import Context
from scoring.core.fingerprints import EarlierRun
from scoring.core.hearing.repeating import find_pointers
from scoring.core.marks import find_specifics
from scoring.core.reading import Reading
from scoring.core.reuse import Reuse, Where, compare
from scoring.core.rules import RULES
from scoring.core.text import Text

OWN = 150
"""Likeness up to which a reply is this person's own, in per mille."""
COPIED = 750
"""Likeness from which nothing of it is."""
FORGOTTEN = re.compile(r"\bX{3,}\b|_{3,}|%\w{2,24}%|\b(?:TT|DD|MM)[./-](?:MM|DD)[./-]?(?:JJJJ|YYYY)?")
"""Gaps that the tokens do not know as placeholders: XXX, ____, %NAME%, TT.MM.JJJJ."""


def value_reuse(findings: Sequence[Finding]) -> int:
    """Per mille 0..1000: all of it, and the points of every finding."""
    return min(1000, max(0, 1000 + sum(finding.points for finding in findings)))


def compare_reply(reading: Reading, context: Context) -> Reuse:
    shelves = [*context.canned, context.earlier]
    return compare(reading.prose, shelves=shelves, exempt=context.known, pointers=find_pointers(reading, context))


def find_reuse(reading: Reading, context: Context, reuse: Reuse) -> list[Finding]:
    """What stood before, what was left unfilled, what was taken up."""
    return [
        *_find_repeated(reading, reuse),
        *_find_placeholders(reading),
        *_find_specifics(reading, context, reuse),
    ]


def _find_repeated(reading: Reading, reuse: Reuse) -> Iterator[Finding]:
    left = min(1000, max(0, (reuse.likeness - OWN) * 1000 // (COPIED - OWN)))
    parts = [(repeat, first, last) for repeat in reuse.repeats for first, last in repeat.marks]
    words = sum(last - first for _, first, last in parts)
    for repeat, first, last in parts:
        share = left * (last - first) // words
        left, words = left - share, words - (last - first)
        rule, where = _name(repeat.source)
        span = reading.text.span(first, last)
        yield Finding(rule, "individuality", span, -share, {**where, "likeness": repeat.likeness})


def _name(source: Where) -> tuple[str, dict[str, Any]]:
    """The rule and the parameters that say where it stood."""
    if isinstance(source, EarlierRun):
        return "individuality.earlier_run", {"run": source.run, "day": source.day}
    if isinstance(source, str):
        return "individuality.template", {"template": source}
    return "individuality.repeated", {"reply": source}


def find_gaps(text: Text) -> list[tuple[int, int]]:
    """What nobody has filled in, as [start, end) in graphemes."""
    spans = {text.span(at, at + 1) for at, token in enumerate(text.tokens) if token.kind == "placeholder"}
    for gap in FORGOTTEN.finditer(text.clean):
        spans.add((text.origins[gap.start()], text.origins[gap.end() - 1] + 1))
    return sorted(spans)


def _find_placeholders(reading: Reading) -> Iterator[Finding]:
    rule = "individuality.placeholder"
    for nth, span in enumerate(find_gaps(reading.text)):
        yield Finding(rule, "individuality", span, RULES[rule].points if nth < RULES[rule].most else 0)


def _find_specifics(reading: Reading, context: Context, reuse: Reuse) -> Iterator[Finding]:
    """This customer's own words, taken up in words that did not stand before. A name is none of them."""
    rule = "individuality.specifics"
    repeated = [mark for repeat in reuse.repeats for mark in repeat.marks]
    found = 0
    for place in find_specifics(reading, context.post_text):
        if reading.text.tokens[place.first].norm in context.names:
            continue
        if any(first <= place.first < last for first, last in repeated):
            continue
        found += 1
        points = RULES[rule].points if found <= RULES[rule].most else 0
        yield Finding(rule, "individuality", reading.text.span(place.first, place.last), points)
