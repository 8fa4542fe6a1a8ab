"""Calendar dates in texts, moved by the same number of days all file long.

Rules kept here: the shift is a multiple of seven, so a Friday stays one and distances stay; times of day are left
alone; a date keeps its way of writing. Without a year, a date is moved within a year that is not a leap year.
`03/04/2026` is read day first, unless only the other way makes a date. A bare year is no date.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import regex

from scenarios.core.importing.stand_ins import draw_below

LEAST_WEEKS, MOST_WEEKS = 3, 40
_YEARLESS = 2026
_MONTHS: Mapping[str, tuple[str, ...]] = {
    "de": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}
_ONLY_GERMAN = frozenset(
    {*(name.lower() for name in _MONTHS["de"]), "mär", "mrz", "okt", "dez", "jän", "jänner"}
    - {name.lower() for name in _MONTHS["en"]}
)
_SHORT = {"jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7}
_SHORT |= {"aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12}
_MONTH = (
    r"(?i:jan(?:uar|uary)?|jänner|feb(?:ruar|ruary)?|märz|mär|mrz|mar(?:ch)?|apr(?:il)?|mai|may|jun[ei]?|jul[iy]?|"
    r"aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_ORDINAL = r"(?i:st|nd|rd|th)"

DATE = regex.compile(
    rf"""(?:(?<![\w.,/:+-])|(?<=(?<!\d)\d\d?\.[ ]?[-/][ ]?)|(?<=(?<![\d.-])\d\d?-)(?=[^\W\d]|\d\d?[ .]))(?:
        (?P<y>{_YEAR})(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)
      | (?P<d>[0-3]?\d)(?P<s>[-/.])[ ]?(?P<m>[01]?\d|[0-3]?\d)(?P=s)(?:[ ]?(?P<y>{_YEAR})|(?P<y>\d\d)(?![:.]\d))
      | (?<!(?i:um|at|version|ios|android|punkt|abs|§|kapitel|nr\.?)[ ])(?P<d>[0-3]?\d)\.[ ]?(?P<m>[01]?\d)\.(?![\d])
      | (?P<d>[0-3]?\d)(?P<o>\.|{_ORDINAL})?[ ](?i:of[ ])?(?P<n>{_MONTH})\b\.?(?:,?[ ](?P<y>{_YEAR}))?
      | (?P<n>{_MONTH})\.?[ ](?P<d>[0-3]?\d)(?P<o>{_ORDINAL})?(?:,?[ ](?P<y>{_YEAR}))?
    )(?!(?!T\d\d:)\w|/|-(?!\d\d?\.)|[.,:]\d)""",
    regex.VERSION1 | regex.VERBOSE,
)


def draw_shift(seed: int) -> int:
    """Days, a multiple of seven and not none; into the past, where no reader waits for them."""
    weeks = LEAST_WEEKS + draw_below(MOST_WEEKS - LEAST_WEEKS, seed=seed, purpose="date shift", identity="file")
    return -7 * weeks


def find_dates(text: str) -> Iterator[tuple[int, int, date | None]]:
    """(start, end, the date) of whatever is written like one; None where the calendar has no such day."""
    for match in DATE.finditer(text):
        yield match.start(), match.end(), _read(match)


_FIRST_DAY = regex.compile(
    r"(?<![\w.,/:+-])(?P<d>[0-3]?\d)(?P<dot>\.?)(?P<glue>[ ]?(?:-|–|\/|bis|und|to|and|&)[ ]?)$", regex.VERSION1
)
"""The first day of `12.-14.05.` and `3 to 5 May`, which has its month from the second."""


def shift_dates(text: str, *, days: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, the moved date in the same way of writing)."""
    for match in DATE.finditer(text):
        found = _read(match)
        if found is None:
            continue
        moved = found + timedelta(days=days)
        start, written = match.start(), _write(match, moved)
        first = _FIRST_DAY.search(text, max(0, start - 12), start)
        if first and (match.groupdict().get("n") or match.groupdict().get("s") != "-"):
            start, written = first.start(), _write_first(first, found, moved, days=days) + written
        yield start, match.end(), written


def _write_first(first: regex.Match[str], found: date, moved: date, *, days: int) -> str:
    try:
        day = found.replace(day=int(first["d"])) + timedelta(days=days)
    except ValueError:
        return first[0]
    month = f"{day.month:02}." if first["dot"] and day.month != moved.month else ""
    return f"{day.day:0{len(first['d'])}}{first['dot']}{month}{first['glue']}"


def _read(match: regex.Match[str]) -> date | None:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else _YEARLESS
    if year < 100:
        year += 2000 if year < 50 else 1900
    day = int(groups["d"])
    month = _SHORT[groups["n"].lower()[:3]] if groups.get("n") else int(groups["m"])
    for in_month, on_day in ((month, day), (day, month)):
        try:
            return date(year, in_month, on_day)
        except ValueError:
            if groups.get("n"):
                break
    return None


def _write(match: regex.Match[str], moved: date) -> str:
    """`moved` as the match is written: each part in its place, with as many digits."""
    groups = match.groupdict()
    month_first = bool(groups.get("m")) and int(groups["m"]) > 12
    parts: list[tuple[int, int, str]] = []
    for name, value in (("y", moved.year), ("m", moved.month), ("d", moved.day)):
        if not groups.get(name):
            continue
        shown = (moved.day if name == "m" else moved.month) if month_first and name != "y" else value
        width = len(groups[name])
        parts.append((*match.span(name), f"{shown % 100 if name == 'y' and width == 2 else shown:0{width}}"))
    if groups.get("n"):
        is_german = groups.get("o") == "." or groups["n"].lower() in _ONLY_GERMAN
        parts.append((*match.span("n"), _name_month(groups["n"], moved.month, is_german=is_german)))
    if groups.get("o") and groups["o"] != ".":
        parts.append((*match.span("o"), _ordinal(moved.day)))
    written, at = "", match.start()
    for start, end, shown_part in sorted(parts):
        written += match.string[at:start] + shown_part
        at = end
    return written + match.string[at : match.end()]


def _name_month(written: str, month: int, *, is_german: bool) -> str:
    """The month's name, as long as the `written` one."""
    name = _MONTHS["de" if is_german else "en"][month - 1]
    if len(written) <= 4 and written.lower() not in {"mai", "juni", "juli", "may", "june", "july", "märz"}:
        name = name[:3]
    return name.lower() if written.islower() else name.upper() if written.isupper() else name


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
