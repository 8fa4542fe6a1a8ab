"""Checks a scalar against a type of schema.py and gives the value it stands for."""

from scenarios.core.nodes import Scalar
from scenarios.core.patterns import MOST_PATTERNS, MOST_REFUSED, PatternRefused, compile_pattern
from scenarios.core.problems import Report
from scenarios.core.scalars import is_key, is_name, read_duration, read_flag, read_whole, show_duration
from scenarios.core.schema.types import Choice, Duration, Flag, Key, Name, Pattern, Phrase, Text, Topic, Type, Whole
from scenarios.core.suggestions import suggest

ANY = "any"
"""Stands for whichever post or persona; so none may be called that."""


def read_scalar(node: Scalar, type_: Type, *, report: Report) -> object:
    """The value of `node` as `type_` wants it; None, and a problem, if it is not one."""
    text, place = node.value, node.place
    if isinstance(type_, (Text, Topic)):
        return _read_text(node, type_, report=report)
    if isinstance(type_, Phrase):
        return " ".join((_read_text(node, Text(type_.most), report=report) or "").split()) or None
    if isinstance(type_, Pattern):
        return _read_pattern(node, type_, report=report)
    if isinstance(type_, Key) and type_.or_any and text == ANY:
        return ""
    if isinstance(type_, (Whole, Duration)) and text == type_.zero:
        return 0
    if isinstance(type_, (Key, Name)):
        if (text in type_.also or is_key(text)) if isinstance(type_, Key) else is_name(text):
            return text
        report.add(place, "not-a-key" if isinstance(type_, Key) else "not-a-name", value=text)
    elif isinstance(type_, Choice):
        if text in type_.options:
            return text
        suggestion = suggest(text, type_.options, report=report)
        report.add(place, "not-a-choice", value=text, options=", ".join(type_.options), suggestion=suggestion)
    elif isinstance(type_, Flag):
        flag = read_flag(text) if node.is_plain else None
        if flag is not None:
            return flag
        report.add(place, "not-a-flag", value=text)
    elif isinstance(type_, Whole):
        whole = read_whole(text)
        if whole is not None and type_.least <= whole <= type_.most:
            return whole
        code = "not-a-number" if whole is None else "out-of-range"
        report.add(place, code, value=text, least=type_.least, most=type_.most)
    elif isinstance(type_, Duration):
        return _read_duration(node, type_, report=report)
    return None


def _read_text(node: Scalar, type_: Text | Topic, *, report: Report) -> str | None:
    text = node.value.strip()
    if isinstance(type_, Text) and type_.may_be_blank and not text:
        return text
    if not any(char.isprintable() and not char.isspace() for char in text):
        report.add(node.place, "blank-text")
    elif len(text) > type_.most:
        report.add(node.place, "text-too-large", length=len(text), most=type_.most)
    else:
        return text
    return None


def _read_pattern(node: Scalar, type_: Pattern, *, report: Report) -> str | None:
    """The pattern as it is written: blanks at its ends may be meant."""
    text = node.value
    if len(text) > type_.most:
        report.add(node.place, "text-too-large", length=len(text), most=type_.most)
        return None
    if (count := report.count_pattern()) > MOST_PATTERNS:
        if count == MOST_PATTERNS + 1:
            report.add(node.place, "too-many-patterns", most=MOST_PATTERNS)
        return None
    if report.refused_patterns >= MOST_REFUSED:
        return None
    try:
        pattern = compile_pattern(text)
    except PatternRefused as error:
        report.refused_patterns += 1
        report.add(node.place, "pattern", detail=error.detail)
        return None
    if pattern.search("") is not None:
        report.add(node.place, "pattern-of-nothing")
        return None
    return text


def _read_duration(node: Scalar, type_: Duration, *, report: Report) -> int | None:
    ms = read_duration(node.value)
    if ms is None:
        report.add(node.place, "not-a-duration", value=node.value)
        return None
    if not type_.least <= ms <= type_.most:
        least, most = show_duration(type_.least), show_duration(type_.most)
        report.add(node.place, "out-of-range", value=node.value, least=least, most=most)
        return None
    return ms
