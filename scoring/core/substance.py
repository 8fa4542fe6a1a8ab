"""Substance: was it true, and did it answer? Facts, promises, rumours, drawbacks; the rest is in truth, strategy and
answering.

It starts at 1000, and each finding takes its points. It applies where the post asks for facts that were known, where a
known drawback of the thread's topic is to be told, and to every reply that says what nothing carries.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from scenarios.core.variables import fill
from scoring.core.answering import find_no_answer, find_unasked
from scoring.core.assessment import Finding
from scoring.core.context import Context
from scoring.core.hearing.degrees import NOTHING, WHOLE, measure_told
from scoring.core.hearing.ears import list_valid
from scoring.core.hearing.heard import GOODWILL, Heard
from scoring.core.hearing.touching import marks_in
from scoring.core.reading import Reading
from scoring.core.rules import RULES
from scoring.core.saying import list_telling
from scoring.core.spans import Spans
from scoring.core.strategy import find_strategy
from scoring.core.text import analyse
from scoring.core.truth import find_untrue, is_meant
from scoring.core.unfounded import find_unfounded

DRAWBACK = "drawback"


def find_substance(reading: Reading, context: Context, heard: Heard) -> list[Finding]:
    """What of the facts was told, and what was told beyond them. Only the first findings of a rule have points."""
    counts: Counter[str] = Counter()
    findings = []
    for name, points, place, params in _find_all(reading, context, heard):
        rule = RULES[name]
        counts[name] += 1
        span = reading.text.span(*place) if place else None
        findings.append(
            Finding(name, "substance", span, points if counts[name] <= rule.most else 0, params, rule.critical)
        )
    return findings


def value_substance(findings: Sequence[Finding], context: Context) -> int | None:
    """Per mille 0..1000, None where nothing was to be told and nothing wrong was."""
    if not _list_due(context) and not any(finding.points for finding in findings):
        return None
    return max(0, 1000 + sum(finding.points for finding in findings))


Found = tuple[str, int, tuple[int, int] | None, Mapping[str, str | int]]


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
        yield from _find_lacking(fact, share, reading, context, heard)
    taken = []
    for rule, untrue, said in find_untrue(reading, context, heard):
        taken.append(untrue)
        yield rule, RULES[rule].points, untrue, said
    for rule, unfounded, about in find_unfounded(reading, context, heard, due=due):
        yield rule, RULES[rule].points, unfounded, about
    for fact in heard.early:
        first, last = heard.facts[fact]
        if not any(first < end and start < last for start, end in taken):
            yield _take("substance.early", (first, last), fact=fact)
    yield from _find_changed(reading, context, heard)
    for rumour, place in sorted(heard.corrects.items()):
        yield _take("substance.rumour_corrected", place, rumour=rumour)
    for rumour, place in sorted(heard.spreads.items()):
        yield _take("substance.rumour_spread", place, rumour=rumour)
    for rumour, place in sorted(heard.retold.items()):
        yield _take("substance.rumour_retold", place, rumour=rumour)
    if (offered := _find_goodwill(reading, context, heard)) is not None:
        yield _take("substance.goodwill_public", offered)
    answering = (*find_no_answer(reading, context, heard), *find_unasked(context, heard))
    for rule, found, params in (*find_strategy(reading, context, heard), *answering):
        yield rule, RULES[rule].points, found, params


def _find_lacking(fact: str, share: int, reading: Reading, context: Context, heard: Heard) -> Iterator[Found]:
    """What is lost of the `share` of a fact that was asked for, because it is not told, or told only in part."""
    if context.ears is None:
        return
    claim = next(claim for claim in context.ears.facts if claim.key == fact)
    post = marks_in(context.post_text, language=reading.language)
    if fact in heard.facts or not (heard.promises or heard.spreads):
        told = measure_told(claim, heard.said, is_stated=fact in heard.facts, needs=context.needs, post=post)
    else:
        told = NOTHING
    lost = share * (WHOLE - told.value) // WHOLE
    if fact not in heard.facts:
        yield "substance.missing", -lost, None, {"fact": fact}
    elif lost:
        yield "substance.partly", -lost, None, {"fact": fact}


def _find_changed(reading: Reading, context: Context, heard: Heard) -> Iterator[Found]:
    """Facts with an approved wording that are told in other words, for the first time in this thread."""
    if context.ears is None:
        return
    brand = {"brand": context.ears.timeline.brand.name}
    for fact in context.ears.timeline.facts:
        if not fact.approved or fact.key not in heard.facts or fact.key not in context.known_facts - context.told:
            continue
        if is_meant(fact.key, context, heard) and not _holds(reading, fill(fact.approved, brand)):
            yield _take("substance.approved_changed", heard.facts[fact.key], fact=fact.key)


def _holds(reading: Reading, wording: str) -> bool:
    """Whether the reply holds `wording` word for word; case, marks and the spelling of umlauts do not matter."""
    words = [token.norm for token in reading.text.tokens if token.kind != "punct"]
    wanted = _words_of(wording)
    return any(tuple(words[at : at + len(wanted)]) == wanted for at in range(len(words) - len(wanted) + 1))


@lru_cache(maxsize=256)
def _words_of(wording: str) -> tuple[str, ...]:
    return tuple(token.norm for token in analyse(wording).tokens if token.kind != "punct")


def _find_goodwill(reading: Reading, context: Context, heard: Heard) -> tuple[int, int] | None:
    """Where goodwill is offered early and in public: before a private word was exchanged. A right is no goodwill, and
    neither is what a fact says of everybody ("the remote is free")."""
    if context.visibility != "public" or context.had_private or "offers" not in heard.data or context.ears is None:
        return None
    kinds = {fact.key: fact.kind for fact in context.ears.timeline.facts}
    told = [place for key, place in heard.facts.items() if kinds[key] == GOODWILL]
    known = Spans(list_telling(reading, context))
    offers = [(match.first, match.last) for match in heard.said.matches if match.rule == "offer"]
    offered = [offer for offer in offers if not known.touch(*offer)]
    return next(iter((*told, *offered)), None)


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
