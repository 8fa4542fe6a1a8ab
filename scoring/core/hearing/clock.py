"""Times of day, written and spoken, as minutes after midnight."""

import re
from collections.abc import Sequence

from scoring.core.lexicon.counting import AFTER_CLOCK, BEFORE_CLOCK, HOURS, MIDNIGHT, NOON, NUMBERS
from scoring.core.text import Token

WRITTEN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?(uhr|h|[ap]\.?m\.?)?$")
HALF_DAY = 720
QUARTER = {"viertel": 15, "quarter": 15}
EARLY = {"halb": -30, "viertel": -45, "dreiviertel": -15, "half": 30}
CLOCK_WORDS = frozenset({*MIDNIGHT, *NOON, *QUARTER, *EARLY})
"""Words that begin a time, besides numbers."""
BETWEEN = {"zwischen", "between"}
UNTIL = {"bis", "to", "till", "until", "-", "–"}
AND = {"und", "and"}
"""Joins two hours only after "between": "Gleis 14 und 16 Uhr" is no time."""
TO = {"vor", "to"}
PAST = {"nach", "past"}
Clock = tuple[tuple[int, ...], int]
"""The minutes that may be meant, and the token after the last one of the time."""


def read_clock(tokens: Sequence[Token], at: int, *, language: str) -> Clock | None:
    """The time that begins at token `at`, or None."""
    token = tokens[at]
    if token.norm in MIDNIGHT:
        return (0,), at + 1
    if token.norm in NOON:
        return (HALF_DAY,), at + 1
    # At the end of a sentence a time is a number to the tokens, because its full stop may go on.
    if token.kind == "time" or token.kind == "number" and len(token.norm) in {4, 5}:
        return _read_written(tokens, at)
    return (
        _read_range(tokens, at)
        or _read_spoken(tokens, at, language=language)
        or _read_bare(tokens, at, language=language)
    )


def _read_written(tokens: Sequence[Token], at: int) -> Clock | None:
    parts = WRITTEN.match(tokens[at].norm)
    if parts is None or not (parts[2] or parts[3]) or int(parts[1]) > 24 or int(parts[2] or 0) > 59:
        return None
    hour, minute, suffix = int(parts[1]), int(parts[2] or 0), (parts[3] or "").replace(".", "")
    end = at + 1
    if suffix == "pm" and hour < 12 or suffix == "am" and hour == 12:
        hour = (hour + 12) % 24
    elif suffix == "uhr" and parts[2] is None and end < len(tokens) and tokens[end].kind == "number":
        # "19 Uhr 45"
        after = tokens[end].norm
        if after.isdigit() and len(after) == 2 and int(after) < 60:
            minute, end = int(after), end + 1
    return (60 * hour + minute,), end


def _read_range(tokens: Sequence[Token], at: int) -> Clock | None:
    """The first of two hours, whose word stands behind the second: "14 bis 16 Uhr", "between 2 and 4 pm"."""
    link, end = _norm(tokens, at + 1), tokens[at + 2 : at + 3]
    is_joined = link in UNTIL or link in AND and at > 0 and tokens[at - 1].norm in BETWEEN
    if not (is_joined and end and end[0].kind == "time"):
        return None
    hour = int(tokens[at].norm) if tokens[at].norm.isdigit() and len(tokens[at].norm) <= 2 else -1
    return (_twice(60 * hour), at + 1) if 0 <= hour <= 24 else None


def _read_spoken(tokens: Sequence[Token], at: int, *, language: str) -> Clock | None:
    """ "viertel vor acht", "zehn nach acht", "halb acht", "half past seven", "acht Uhr dreißig", "eight o'clock"."""
    word, after = tokens[at].norm, _norm(tokens, at + 1)
    away = QUARTER.get(word) or NUMBERS[language].get(word)
    if away is not None and away < 30 and after in TO | PAST:
        if _norm(tokens, at + 2) == "halb" and (hour := _hour(tokens, at + 3, language=language)) is not None:
            return _twice(60 * hour - 30 + (away if after in PAST else -away)), at + 4
        if (hour := _hour(tokens, at + 2, language=language)) is not None:
            return _twice(60 * hour + (away if after in PAST else -away)), at + 3
    if word == "half" and after == "past" and (hour := _hour(tokens, at + 2, language=language)) is not None:
        return _twice(60 * hour + 30), at + 3
    early = EARLY.get(word)
    if early is not None and (hour := _hour(tokens, at + 1, language=language)) is not None:
        return _twice(60 * hour + early), at + 2
    if after in {"uhr", "o'clock"} and (hour := HOURS[language].get(word)) is not None:
        minute = NUMBERS[language].get(_norm(tokens, at + 2), 0)
        return _twice(60 * hour + (minute if minute < 60 else 0)), at + 2 + (0 < minute < 60)
    return None


def _read_bare(tokens: Sequence[Token], at: int, *, language: str) -> Clock | None:
    """An hour without a word for it: "bis 18", "by eight tonight"."""
    if at == 0 or tokens[at - 1].norm not in BEFORE_CLOCK[language]:
        return None
    hour = _hour(tokens, at, language=language)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if hour is None or after is not None and after.kind != "punct" and not _may_follow(after):
        return None
    return (_twice(60 * hour) if hour <= 12 else (60 * hour,)), at + 1


def _may_follow(after: Token) -> bool:
    return after.norm in AFTER_CLOCK or after.kind == "word" and after.text[0].islower() and after.norm not in {"of"}


def _hour(tokens: Sequence[Token], at: int, *, language: str) -> int | None:
    if at >= len(tokens):
        return None
    norm = tokens[at].norm
    if tokens[at].kind == "number" and norm.isdigit() and len(norm) <= 2 and 0 < int(norm) <= 24:
        return int(norm)
    return HOURS[language].get(norm)


def _twice(minutes: int) -> tuple[int, ...]:
    """In the morning and in the evening; 24-hour times only once."""
    if minutes >= 13 * 60:
        return (minutes,)
    return (minutes % 1440, (minutes + HALF_DAY) % 1440)


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if at < len(tokens) else ""
