"""`judge`: a reading in its context becomes an assessment. At most 2 ms: it is called while the run is locked."""

from scoring.core.assessment import Assessment, Finding
from scoring.core.context import Context
from scoring.core.hearing.heard import hear
from scoring.core.reading import Reading
from scoring.core.reuse import Reuse, compare
from scoring.core.rules import RULES
from scoring.core.signals import value_signals
from scoring.core.speed import value_wait
from scoring.core.substance import find_substance, value_substance
from scoring.core.tone import find_tone, value_tone

OWN = 150
"""Likeness up to which a reply is this person's own, in per mille."""
COPIED = 750
"""Likeness from which nothing of it is."""


def judge(reading: Reading, context: Context) -> Assessment:
    """Assesses a reply that was read, in what was known when it was sent."""
    tone = find_tone(reading, context)
    reuse = compare_reply(reading, context)
    likeness = _find_reuse(reading, reuse)
    privacy = _find_privacy(reading, context)
    criteria: dict[str, int] = {
        "tone": value_tone(tone),
        "individuality": max(0, 1000 + sum(f.points for f in likeness)),
    }
    if context.visibility == "public":
        criteria["privacy"] = 0 if privacy else 1000
    heard = hear(reading, context, findings=(*tone, *privacy))
    substance = find_substance(reading, context, heard)
    if (worth := value_substance(substance, context)) is not None:
        criteria["substance"] = worth
    speed = []
    if context.wait_ms is not None:
        criteria["speed"] = value_wait(context.wait_ms, target_ms=context.target_ms)
        speed = [_find_wait(context, criteria["speed"])]
    signals: dict[str, int | str] = {"reuse_likeness": reuse.likeness, "formality": reading.formality}
    signals |= value_signals(reading)
    if reading.plain_language is not None:
        signals["plain_language"] = reading.plain_language
    return Assessment(criteria, signals, (*speed, *tone, *likeness, *substance, *privacy), heard.data)


def judge_notice(reading: Reading, context: Context) -> Assessment:
    """Assesses a notice: what is heard in it, and what must never stand in public. It has no criteria of its own."""
    tone, privacy = find_tone(reading, context), _find_privacy(reading, context)
    heard = hear(reading, context, findings=(*tone, *privacy))
    return Assessment({}, {}, (*find_substance(reading, context, heard), *privacy), heard.data)


def compare_reply(reading: Reading, context: Context) -> Reuse:
    return compare(reading.prose, shelves=[context.templates, context.earlier], exempt=context.known)


def _find_wait(context: Context, value: int) -> Finding:
    params = {
        "wait_ms": context.wait_ms,
        "target_ms": context.target_ms,
        "response": "first" if context.is_first else "next",
    }
    return Finding("speed.wait", "speed", None, value - 1000, params)


def _find_reuse(reading: Reading, reuse: Reuse) -> list[Finding]:
    """What stood before, and where. The loss is shared out by the words that each finding covers."""
    loss = min(1000, max(0, (reuse.likeness - OWN) * 1000 // (COPIED - OWN)))
    left, words = loss, sum(repeat.words for repeat in reuse.repeats)
    findings = []
    for repeat in reuse.repeats:
        is_template = isinstance(repeat.source, str)
        rule = "individuality.template" if is_template else "individuality.repeated"
        where = {"template" if is_template else "reply": repeat.source}
        share = left * repeat.words // words
        left, words = left - share, words - repeat.words
        span = reading.text.span(repeat.first, repeat.last)
        findings.append(Finding(rule, "individuality", span, -share, {**where, "likeness": repeat.likeness}))
    return findings + _find_placeholders(reading)


def _find_placeholders(reading: Reading) -> list[Finding]:
    rule = "individuality.placeholder"
    places = [index for index, token in enumerate(reading.text.tokens) if token.kind == "placeholder"]
    return [
        Finding(rule, "individuality", reading.text.span(place, place + 1), 0 if nth else RULES[rule].points)
        for nth, place in enumerate(places)
    ]


def _find_privacy(reading: Reading, context: Context) -> list[Finding]:
    if context.visibility != "public":
        return []
    findings = []
    own = {address.casefold() for address in context.private_addresses}
    for item in reading.privacy.found:
        words = " ".join(token.norm for token in reading.text.tokens[item.first : item.last])
        if item.asked and reading.privacy.is_private_way or words in own:
            continue
        rule = "privacy.asked_in_public" if item.asked else "privacy.shown_in_public"
        span = reading.text.span(item.first, item.last)
        findings.append(Finding(rule, "privacy", span, RULES[rule].points, {"kind": item.kind}, RULES[rule].critical))
    return findings
