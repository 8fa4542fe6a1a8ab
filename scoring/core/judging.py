"""`judge`: a reading in its context becomes an assessment. At most 2 ms: it is called while the run is locked."""

from scenarios.core.vocabulary import PROTOCOL
from scoring.core.answering import ends_no_wait
from scoring.core.assessment import Assessment, Finding
from scoring.core.channel import find_record, find_turns
from scoring.core.context import Context
from scoring.core.contradicting import drop_contradicted, keep_longer
from scoring.core.dealings import find_dealings
from scoring.core.hearing.heard import Heard, hear
from scoring.core.individuality import compare_reply, find_reuse, value_reuse
from scoring.core.reading import Reading
from scoring.core.rules import RULES
from scoring.core.speed import WORTHLESS_AFTER, value_wait
from scoring.core.substance import find_substance, value_substance
from scoring.core.tone import find_tone, value_subscores, value_tone, weigh_reply

LEAST_DIGITS = 7
"""So many of a telephone number's last digits tell it from all others; country and area are written in many ways."""


def judge(reading: Reading, context: Context) -> Assessment:
    """Assesses a reply that was read, in what was known when it was sent."""
    weights = weigh_reply(reading, context)
    tone = find_tone(reading, context, weights)
    reuse = compare_reply(reading, context)
    likeness = find_reuse(reading, context, reuse)
    privacy = _find_privacy(reading, context)
    criteria: dict[str, int] = {
        "tone": value_tone(tone, weights),
        "individuality": value_reuse(likeness),
    }
    heard = hear(reading, context, findings=(*tone, *privacy))
    channel = _find_channel(reading, context, heard)
    if context.visibility == "public" or any(finding.points for finding in channel):
        criteria["privacy"] = max(0, 1000 + sum(finding.points for finding in (*privacy, *channel)))
    # Outside of a run nobody knows what is true.
    substance = find_substance(reading, context, heard) if context.ears is not None else []
    if (worth := value_substance(substance, context)) is not None:
        criteria["substance"] = worth
    tone = keep_longer(tone)
    faults = (*tone, *privacy, *channel, *substance)
    tone, likeness = drop_contradicted(tone, against=faults), drop_contradicted(likeness, against=faults)
    criteria |= {"tone": value_tone(tone, weights), "individuality": value_reuse(likeness)}
    if context.way == PROTOCOL:
        tone, likeness, criteria = _judge_protocol(tone, criteria)
    speed = []
    if context.wait_ms is not None:
        criteria["speed"] = value_wait(context.wait_ms, target_ms=context.target_ms, worthless_ms=context.worthless_ms)
        speed = [_find_wait(context, criteria["speed"])]
    if ends_no_wait(reading, context, heard, {finding.rule for finding in substance}):
        speed.append(Finding("speed.no_answer", "speed", None, -criteria.get("speed", 0)))
        criteria |= {"speed": 0} if "speed" in criteria else {}
    signals: dict[str, int | str] = dict(value_subscores(tone, weights))
    signals |= {"reuse_likeness": reuse.likeness, "formality": reading.formality}
    substance = drop_contradicted(substance, against=(*tone, *substance, *speed))
    return Assessment(criteria, signals, (*speed, *tone, *likeness, *substance, *privacy, *channel), heard.data)


def _judge_protocol(
    tone: list[Finding], criteria: dict[str, int]
) -> tuple[list[Finding], list[Finding], dict[str, int]]:
    """What was noted of a call are not the words that were said: whether they are kind, or used before, cannot be told.
    An insult stays one."""
    insults = [finding for finding in tone if finding.critical]
    kept = {name: value for name, value in criteria.items() if name not in ("tone", "individuality")}
    return insults, [], kept | ({"tone": 0} if insults else {})


def judge_notice(reading: Reading, context: Context) -> Assessment:
    """Assesses a notice: what is heard in it, and what must never stand in public. It has no criteria of its own."""
    tone, privacy = find_tone(reading, context, weigh_reply(reading, context)), _find_privacy(reading, context)
    heard = hear(reading, context, findings=(*tone, *privacy))
    channel = _find_channel(reading, context, heard)
    return Assessment({}, {}, (*find_substance(reading, context, heard), *privacy, *channel), heard.data)


def _find_wait(context: Context, value: int) -> Finding:
    params = {
        "wait_ms": context.wait_ms,
        "target_ms": context.target_ms,
        "worthless_ms": context.worthless_ms or WORTHLESS_AFTER * context.target_ms,
        "response": "first" if context.is_first else "next",
    }
    return Finding("speed.wait", "speed", None, value - 1000, params)


def _find_privacy(reading: Reading, context: Context) -> list[Finding]:
    if context.visibility != "public":
        return []
    own = {_bare(address) for address in context.private_addresses}
    found: list[tuple[str, str, tuple[int, int]]] = []
    for item in reading.privacy.found:
        words = " ".join(token.norm for token in reading.text.tokens[item.first : item.last])
        if not (item.asked and reading.privacy.is_private_way or _bare(words) in own):
            rule = "privacy.asked_in_public" if item.asked else "privacy.shown_in_public"
            found.append((rule, item.kind, (item.first, item.last)))
    dealings = (("history", place) for place in find_dealings(reading.text, context))
    for kind, (first, last) in (*find_record(reading.text, context), *dealings):
        if not any(start < last and first < end for _, _, (start, end) in found):
            found.append(("privacy.shown_in_public", kind, (first, last)))
    return [
        Finding(rule, "privacy", reading.text.span(*place), RULES[rule].points, {"kind": kind}, RULES[rule].critical)
        for rule, kind, place in found
    ]


def _bare(address: str) -> str:
    """The company's own address as it is compared: a telephone number by its last digits, however it is written."""
    digits = "".join(character for character in address if character.isdigit())
    return address.casefold() if "@" in address or len(digits) < LEAST_DIGITS else digits[-LEAST_DIGITS:]


def _find_channel(reading: Reading, context: Context, heard: Heard) -> list[Finding]:
    """What stands in the wrong place, or at the wrong turn."""
    return [
        Finding(
            name,
            "privacy",
            reading.text.span(*place) if place else None,
            RULES[name].points,
            params,
            RULES[name].critical,
        )
        for name, place, params in find_turns(context, heard)
    ]
