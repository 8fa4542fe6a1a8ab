"""Single cells of a row: ids, links, accounts, times, truths. What cannot be read raises Unreadable."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CREATED = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
    r" (?P<sign>[+-])(?P<off_hours>\d\d)(?P<off_minutes>\d\d) (?P<year>\d{4})",
    re.ASCII,
)
_NUMBER = re.compile(r"(\d{1,20})(?:\.0)?", re.ASCII)
"""Tools that read a link column with holes write it back as 3.0."""


class Unreadable(Exception):
    """A cell that cannot be read; `code` and `params` as in problems.Unread."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def show_shape(value: str) -> str:
    """What a cell looks like and not what it says, `@Ute 4711` as `@Xxx 0000`: a report ends in logs."""
    return (
        "".join(
            "0" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else char
            for char in value.strip()[:40]
        )
        or "–"
    )


def parse_created_at(value: str) -> int:
    """`Wed Nov 01 08:15:30 +0000 2017` in seconds since 1970, whatever the locale; the weekday may be wrong."""
    match = _CREATED.fullmatch(value.strip())
    if not match or match["month"] not in _MONTHS:
        raise Unreadable("bad_time", shape=show_shape(value))
    offset = timedelta(hours=int(match["off_hours"]), minutes=int(match["off_minutes"]))
    try:
        moment = datetime(
            int(match["year"]),
            _MONTHS.index(match["month"]) + 1,
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            int(match["second"]),
            tzinfo=timezone(-offset if match["sign"] == "-" else offset),
        )
        return int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
    except (ValueError, OverflowError):
        raise Unreadable("bad_time", shape=show_shape(value)) from None


def read_id(value: str) -> int:
    """The number of a message."""
    match = _NUMBER.fullmatch(value.strip())
    if not match:
        raise Unreadable("bad_id", shape=show_shape(value))
    return int(match[1])


def read_links(value: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The ids of a cell that may name several, and what in it is none."""
    parts = [part.strip() for part in value.split(",") if part.strip()]
    good = [match for part in parts if (match := _NUMBER.fullmatch(part))]
    return tuple(int(match[1]) for match in good), tuple(part for part in parts if not _NUMBER.fullmatch(part))


def read_author(value: str) -> str:
    """An account without @."""
    author = value.strip().removeprefix("@")
    if not re.fullmatch(r"\w{1,50}", author):
        raise Unreadable("bad_author", shape=show_shape(value))
    return author


def read_flag(cells: Mapping[str, str], column: str) -> bool:
    """True or False, in any case."""
    value = cells[column].strip().lower()
    if value not in ("true", "false"):
        raise Unreadable("bad_value", column=column, shape=show_shape(value))
    return value == "true"


def read_text(value: str) -> str:
    """Any text but a blank one."""
    if not value.strip():
        raise Unreadable("no_text")
    return value
