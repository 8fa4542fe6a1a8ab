"""Texts of single values to numbers, durations and truths. The reader leaves every scalar as it was written.

Rules kept here: one way to write a thing (`true`, never `yes`); digits are 0-9, and few enough that no number is large.
"""

import re

_WHOLE = re.compile(r"-?[0-9]{1,9}")
_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])")
_UNITS = re.compile(r"([0-9]{1,6})(s|m|h)")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_UNIT_MS = {"s": 1_000, "m": 60_000, "h": 3_600_000}

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML would take for no value, where it is not quoted."""


def read_whole(text: str) -> int | None:
    """`-12` as -12; None for anything that is not up to nine digits."""
    return int(text) if _WHOLE.fullmatch(text) else None


def read_flag(text: str) -> bool | None:
    """True for `true`, False for `false`, None for everything else (`yes`, `on` and `no` too)."""
    return {"true": True, "false": False}.get(text)


def read_duration(text: str) -> int | None:
    """`3:00`, `1:00:00`, `45s`, `3m` or `1h` in milliseconds; None for anything else."""
    clock = _CLOCK.fullmatch(text)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        if clock[1] and minutes > 59:
            return None
        return (hours * 3_600 + minutes * 60 + seconds) * 1_000
    units = _UNITS.fullmatch(text)
    return int(units[1]) * _UNIT_MS[units[2]] if units else None


def is_key(text: str) -> bool:
    """Whether `text` may name something: a-z, 0-9 and hyphens, at most 64, not starting with a hyphen."""
    return _KEY.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether `text` may name an entry of a customer record: a-z, 0-9 and underscores."""
    return _NAME.fullmatch(text) is not None


def show_duration(ms: int) -> str:
    """Milliseconds as scenarios write them: 0:20, 10:00, 1:00:00; thousandths are cut off."""
    minutes, seconds = divmod(ms // 1_000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def to_snake(name: str) -> str:
    """`MovedToPrivate` as `moved_to_private`."""
    return _HUMP.sub("_", name).lower()
