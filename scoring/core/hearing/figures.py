"""Figures in a text, whatever their spelling: 19:45, 19.45 Uhr, "viertel vor acht" and "7.45 pm" are one time of day.

A figure is a kind and one or more values; two figures are the same if they have a kind and a value in common. A spoken
hour has two values, because "half past seven" is morning or evening. Values are written "time:1185" (minutes after
midnight), "span:90" (minutes), "percent:25", "money:1200" (hundredths), "code:qx218", "number:300", "day:freitag" and
"link:brand.example/fund".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scoring.core.hearing.clock import CLOCK_WORDS, read_clock
from scoring.core.lexicon.counting import (
    HALVES,
    HOURS,
    MINUTES,
    MONEY,
    NUMBERS,
    ONE,
    PERCENT,
    SPANS,
    TOMORROW,
    WEEKDAYS,
)
from scoring.core.text import Token, list_words

DIGITS = re.compile(r"\d+")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})$")

FIGURES = frozenset({"number", "time", "code", "link", "mail"})
"""Kinds of token that are figures, or begin one."""
SHARES: Mapping[str, int] = {"quarter": 25, "viertel": 25, "half": 50, "haelfte": 50}
OF = list_words("of des der vom von davon ihres deines")
"""What follows a share of something: "a quarter of your fare"."""
BEGINNINGS: Mapping[str, frozenset[str]] = {
    language: frozenset({*SHARES, *MONEY, *SPANS, *HALVES, *ONE, *CLOCK_WORDS, *TOMORROW, *WEEKDAYS, "morgen"}).union(
        NUMBERS[language], HOURS[language]
    )
    for language in NUMBERS
}
"""Words that begin one. Those that are written in capitals may all be half a code: "QX 218"."""


class Figure(NamedTuple):
    """`values` as described above; tokens `first` up to, not including, `last`."""

    kind: str
    values: tuple[str, ...]
    first: int
    last: int


def find_figures(tokens: Sequence[Token], *, language: str) -> tuple[Figure, ...]:
    """All figures, in order; each token belongs to one at most."""
    return tuple(_scan(tokens, language))


def _scan(tokens: Sequence[Token], language: str) -> Iterator[Figure]:
    position = 0
    while position < len(tokens):
        if not _may_begin(tokens[position], language):
            position += 1
            continue
        found = (
            _read_amount(tokens, position, language=language)
            or _read_time(tokens, position, language=language)
            or _read_plain(tokens, position, language=language)
        )
        if found is None:
            position += 1
        else:
            yield found
            position = found.last


def _may_begin(token: Token, language: str) -> bool:
    """Whether a figure can begin with `token`: it spares most words all that follows."""
    return token.kind in FIGURES or token.norm in BEGINNINGS[language] or token.text.isupper()


def _read_amount(tokens: Sequence[Token], at: int, *, language: str) -> Figure | None:
    """A number with a unit: percent, money, a span of time."""
    token = tokens[at]
    if token.norm in MONEY and at + 1 < len(tokens) and (cents := _hundredths(tokens[at + 1])) is not None:
        return Figure("money", (f"money:{cents}",), at, at + 2)
    if token.norm in SPANS:
        end = at + 2 if _norm(tokens, at + 1) in MINUTES else at + 1
        return Figure("span", (f"span:{SPANS[token.norm]}",), at, end)
    if token.norm == "quarter" and [_norm(tokens, at + n) for n in (1, 2, 3)] == ["of", "an", "hour"]:
        return Figure("span", ("span:15",), at, at + 4)
    is_hour = _norm(tokens, at + 2) in HOURS[language] or at + 2 < len(tokens) and tokens[at + 2].kind in FIGURES
    if (share := SHARES.get(token.norm)) and _norm(tokens, at + 1) in OF and not is_hour:
        return Figure("percent", (f"percent:{share}",), at, at + 1)
    unit_at = at + 2 if token.norm in HALVES and _norm(tokens, at + 1) in ONE else at + 1
    unit = _norm(tokens, unit_at)
    if token.norm in HALVES and unit in MINUTES:
        return Figure("span", (f"span:{MINUTES[unit] // 2}",), at, unit_at + 1)
    if token.norm in ONE and unit in MINUTES and MINUTES[unit] >= MINUTES["hour"]:
        if [_norm(tokens, at + n) for n in (2, 3, 4)] == ["and", "a", "half"]:
            return Figure("span", (f"span:{MINUTES[unit] * 3 // 2}",), at, at + 5)
        return Figure("span", (f"span:{MINUTES[unit]}",), at, at + 2)
    amount = _hundredths(token)
    if amount is None and token.norm in NUMBERS[language]:
        amount = 100 * NUMBERS[language][token.norm]
    if amount is None:
        return None
    if unit in PERCENT or unit == "per" and _norm(tokens, at + 2) == "cent":
        return Figure("percent", (f"percent:{amount // 100}",), at, at + 2 + (unit == "per"))
    if unit in MONEY:
        return Figure("money", (f"money:{amount}",), at, at + 2)
    if unit in MINUTES:
        return Figure("span", (f"span:{amount * MINUTES[unit] // 100}",), at, at + 2)
    return None


def _read_time(tokens: Sequence[Token], at: int, *, language: str) -> Figure | None:
    token = tokens[at]
    if (clock := read_clock(tokens, at, language=language)) is not None:
        minutes, end = clock
        return Figure("time", tuple(f"time:{minute % 1440}" for minute in minutes), at, end)
    is_tomorrow = token.text == "morgen" and _norm(tokens, at - 1) not in {"heute", "gestern", "guten"}
    if token.norm in TOMORROW or is_tomorrow or token.norm in WEEKDAYS:
        return Figure("day", (f"day:{token.norm}",), at, at + 1)
    return None


def _read_plain(tokens: Sequence[Token], at: int, *, language: str) -> Figure | None:
    """A number without a unit, a code, an address on the net."""
    token = tokens[at]
    if token.kind in {"link", "mail"}:
        address = token.norm.removeprefix("https://").removeprefix("www.").rstrip(".:/")
        return Figure("link", (f"link:{address}",), at, at + 1)
    if token.kind == "code":
        return Figure("code", (f"code:{token.norm.replace('-', '')}",), at, at + 1)
    if token.kind == "word" and token.text.isupper() and len(token.text) <= 4 and at + 1 < len(tokens):
        after = tokens[at + 1]
        if after.kind == "number" and after.norm.isdigit():
            return Figure("code", (f"code:{token.norm}{after.norm}",), at, at + 2)
    if token.kind == "number":
        return Figure("number", (f"number:{_plain_number(token.norm)}",), at, at + 1)
    if token.norm in NUMBERS[language]:
        return Figure("number", (f"number:{NUMBERS[language][token.norm]}",), at, at + 1)
    return None


def _hundredths(token: Token) -> int | None:
    """A number of a token in hundredths; None where it is none."""
    if token.kind not in {"number", "time"}:
        return None
    text = _plain_number(token.norm)
    if text.isdigit():
        return 100 * int(text[:9])
    if (decimal := DECIMAL.match(text)) is not None:
        return 100 * int(decimal[1][:9]) + int(decimal[2].ljust(2, "0"))
    return None


def _plain_number(text: str) -> str:
    return "".join(DIGITS.findall(text)) if THOUSANDS.match(text) else text


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""
