"""Checks a scalar against a type of schema.py and gives the value it stands for."""

from scenarios.core.nodes import Scalar
from scenarios.core.problems import Report
from scenarios.core.scalars import is_key, is_name, read_duration, read_flag, read_whole, show_duration
from scenarios.core.schema import Choice, Duration, Flag, Key, Name, Text, Type, Whole
from scenarios.core.suggestions import suggest


def read_scalar(node: Scalar, type_: Type, *, report: Report) -> object:
    """The value of `node` as `type_` wants it; None, and a problem, if it is not one."""
    text, place = node.value, node.place
    if isinstance(type_, Text):
        return _read_text(node, type_, report=report)
    if isinstance(type_, (Key, Name)):
        if (is_key if isinstance(type_, Key) else is_name)(text):
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


def _read_text(node: Scalar, type_: Text, *, report: Report) -> str | None:
    text = node.value.strip()
    if not any(char.isprintable() and not char.isspace() for char in text):
        report.add(node.place, "blank-text")
    elif len(text) > type_.most:
        report.add(node.place, "text-too-large", length=len(text), most=type_.most)
    else:
        return text
    return None


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
