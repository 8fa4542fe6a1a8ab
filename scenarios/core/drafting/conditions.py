"""What a reaction waits for: an element `when` to a condition.

Rules kept here: exactly one field leads; what stands beside it must belong to it; a part that is wrong takes the whole
condition with it, and every wrong part is reported.
"""

from scenarios.core.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    HeatIs,
    Ignored,
    Known,
    MovedToPrivate,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    Stands,
    Treated,
    list_leaves,
)
from scenarios.core.problems import Report
from scenarios.core.records import Record
from scenarios.core.schema.conditions import COMPANIONS, LEADING, OWNERS
from scenarios.core.values import ANY

MOST_QUESTIONS = 30
"""So many may be in one condition: each is asked again whenever something happens."""

POINT = 10
"""Per mille in one of the 100 points of tone."""


def read_condition(when: Record, *, report: Report) -> Condition | None:
    """The condition that `when` describes, or None where it is not sound."""
    condition = _read(when, report=report)
    if condition and sum(1 for _ in list_leaves(condition)) > MOST_QUESTIONS:
        report.add(when.place, "too-many-questions", most=MOST_QUESTIONS)
        return None
    return condition


def _read(when: Record, *, report: Report) -> Condition | None:
    leading = _find_leading(when, report=report)
    if leading is None:
        return None
    if leading in ("all", "any"):
        parts = tuple(_read(part, report=report) for part in when.parts(leading))
        sound = tuple(part for part in parts if part is not None)
        if not sound or len(sound) < len(parts):
            return None
        return AllOf(sound) if leading == "all" else AnyOf(sound)
    if leading == "not":
        inner = when.record("not")
        part = _read(inner, report=report) if inner else None
        return None if part is None else Not(part)
    return _read_leaf(when, leading)


def _find_leading(when: Record, *, report: Report) -> str | None:
    """The one field that leads, if all others belong to it."""
    leading = [name for name in when.fields if name in LEADING]
    if not leading:
        strays = [name for name in when.fields if name in OWNERS]
        if strays:
            owners = ", ".join(OWNERS[strays[0]])
            report.add(when.key_place_of(strays[0]), "half-condition", field=strays[0], options=owners)
        elif not when.is_damaged:
            report.add(when.place, "which-condition", options=", ".join(LEADING))
        return None
    first, is_sound = leading[0], True
    for name in when.fields:
        if name == first or name in LEADING[first]:
            continue
        is_sound = False
        if name in LEADING:
            report.add(when.key_place_of(name), "two-conditions", field=name, first=first)
        else:
            owners = ", ".join(OWNERS[name])
            report.add(when.key_place_of(name), "field-of-other-condition", field=name, first=first, options=owners)
    for name, companion in COMPANIONS.items():
        if when.has(name) and not when.has(companion) and not when.is_damaged:
            report.add(when.key_place_of(name), "half-condition", field=name, options=companion)
            is_sound = False
    return first if is_sound and not when.is_damaged else None


def _read_leaf(when: Record, leading: str) -> Condition:
    subject = when.text(leading) or ""
    match leading:
        case "no_answer_for":
            post = when.text("to") or ""
            return NoAnswer(post, when.whole("no_answer_for") or 0, calls=not post)
        case "answered":
            return Answered(subject, when.maybe_flag("late"))
        case "ignored":
            return Ignored(subject, when.whole("times") or 1)
        case "reply":
            return _read_reply(when)
        case "moved_to_private":
            return MovedToPrivate(subject, when.maybe_flag("public_word"))
        case "escalated":
            return Escalated(subject, when.text("desk") or "", when.maybe_flag("right"))
        case "notice":
            return NoticeIs(subject, when.text("topic") or "")
        case "treated":
            return Treated(when.text("as") or "", subject)
        case "stands_for":
            return Stands(when.text("to") or "", when.whole("stands_for") or 0)
        case "known":
            return Known(subject)
    return HeatIs(when.whole("heat_above"), when.whole("heat_below"))


def _read_reply(when: Record) -> Replied:
    tone = when.whole("tone_below")
    return Replied(
        post=when.text("reply") or "",
        visibility=when.text("visibility") or "",
        tone_below=None if tone is None else tone * POINT,
        does=when.texts("does"),
        lacks=when.texts("lacks"),
        against=when.texts("against"),
        says=when.text("says") or "",
        template=when.maybe_flag("template"),
        repeats=when.whole("repeats") or 0,
        personal=when.text("personal") or "",
        overpromises=when.maybe_flag("overpromises"),
        states=_fact_or_any(when, "states"),
        known=when.maybe_flag("released"),
        corrects=_fact_or_any(when, "corrects"),
        spreads=_fact_or_any(when, "spreads"),
        advertises=when.maybe_flag("advertises"),
    )


def _fact_or_any(when: Record, name: str) -> str:
    """Here "" would say nothing about the reply, so that any fact or rumour keeps its word."""
    return (when.text(name) or ANY) if when.has(name) else ""
