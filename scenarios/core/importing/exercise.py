"""An exercise plan, as a sheet of cells, into posts with times, and the mapping of its columns.

Rules kept here: the mapping is guessed once from German and English headings and then kept in a file, where a person
may change it; a cell that cannot be read is named by sheet and cell and costs its row only; all times count from the
first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from scenarios.core.importing.cells import show_shape
from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.scripted import Scripted

Cell = str | int | float | bool | datetime | time | timedelta | None
FIELDS = ("time", "from", "to", "channel", "text", "expected", "thread")
NEEDED = ("time", "from", "text")
HEADINGS: Mapping[str, str] = {
    "time": r"zeit(?:punkt)?|uhrzeit|wann|time|when|minute|min\.?|t\s*\+|einspielzeit|start",
    "from": r"von|absender(?:in)?|wer|rolle|from|sender|who|author|source|person|konto|account",
    "to": r"an|empfänger(?:in)?|für|to|recipient|target|adressat(?:in)?",
    "channel": r"kanal|medium|weg|plattform|channel|platform|means|via",
    "text": r"text|inhalt|nachricht|einlage|meldung|beitrag|message|content|inject|post|wortlaut",
    "expected": r"(?:erwartete?|gewünschte?|expected|desired)\s.*|reaktion|erwartung|soll|reaction|expectation|action",
    "thread": r"faden|thread|strang|gespräch|conversation",
}
CHANNELS: Mapping[str, str] = {
    "microblog": r"twitter|x|mastodon|bluesky|tweet|threads|microblog|kurznachricht(?:en)?|toot",
    "page": r"facebook|instagram|linkedin|youtube|tiktok|seite|page|social(?:\smedia)?|kommentar|comment|whatsapp|sms",
    "forum": r"forum|board|community|reddit",
    "press": r"presse|zeitung|rundfunk|press|news(?:paper)?|radio|tv|medien|media|journalist",
    "homepage": r"homepage|webseite|website|startseite|chat|live-?chat|kontaktformular|contact\sform",
}
_PRIVATE = re.compile(
    r"(?i)\b(?:e-?mail|mail|telefon|anruf|phone|call|sms|whatsapp|dm|pn|direktnachricht|"
    r"direct message|brief|letter|fax)\b"
)
_EXPECTED = (
    ("hide", r"ausblend|lösch|verberg|hide|delete|remove"),
    ("report", r"\bmelde|anzeig|\breport|polizei|police"),
    (
        "escalate",
        r"eskal|weiterleit|weitergeb|übergeb|escalat|forward|hand\s?over|fachabteilung|pressestelle|krisenstab|legal",
    ),
    (
        "leave",
        r"ignor|nicht (?:reagier|antwort|beantwort)|keine (?:reaktion|antwort)|stehen ?lassen|beobacht|"
        r"leave|no (?:reaction|reply|response|answer)|do not|don't|monitor",
    ),
    ("answer", r"antwort|reagier|erklär|entschuldig|informier|answer|repl|respon|apolog|explain|inform|react"),
)
_CLOCK = re.compile(
    r"(?P<sign>[+-]|T\s?\+\s?)?\s*(?P<h>\d{1,3})[:.](?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d))?(?:\s?(?:Uhr|h|(?P<half>[ap])\.?m\.?))?",
    re.I,
)
_DAY = re.compile(
    r"(?:(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d))(?:,?\s+|T)(?:um\s)?"
)
_MINUTES = re.compile(r"(?:T\s?)?\+?\s?(?P<m>\d{1,4})\s?(?:min(?:ute[ns]?|\.)?|')?", re.I)
MOST_COLUMNS = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells as values; `first_row` is the number of the first one, and `cut_at` that of
    the first that was left out because there are too many, 0 for none."""

    name: str
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    cut_at: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Which sheet, in which row the headings stand, which column holds what, and what channels are called there."""

    sheet: str
    header: int
    columns: Mapping[str, int]
    channels: Mapping[str, str] = field(default_factory=dict)


def show_column(index: int) -> str:
    return chr(ord("A") + index)


def guess_mapping(sheets: Sequence[Sheet]) -> Columns:
    """From the row with most headings that are known. Raises ImportRefused if none has those that are needed."""
    best: Columns | None = None
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:30], start=sheet.first_row):
            columns: dict[str, int] = {}
            for index, cell in enumerate(row[:MOST_COLUMNS]):
                heading = str(cell or "").strip().lower()
                name = next((name for name in FIELDS if re.fullmatch(HEADINGS[name], heading[:60])), None)
                if name and name not in columns:
                    columns[name] = index
            if best is None or len(columns) > len(best.columns):
                best = Columns(sheet.name, number, columns)
    missing = [name for name in NEEDED if best is None or name not in best.columns]
    if best is None or missing:
        raise ImportRefused("no_headings", missing=", ".join(missing), sheets=", ".join(s.name for s in sheets)[:100])
    return best


def read_plan(sheets: Sequence[Sheet], mapping: Columns) -> tuple[list[Scripted], list[Unread], Columns, str | None]:
    """Rows, what could not be read, the mapping with the channels that were met, and whom most rows address."""
    sheet = next((sheet for sheet in sheets if sheet.name == mapping.sheet), None)
    if sheet is None:
        raise ImportRefused("no_such_sheet", sheet=mapping.sheet, sheets=", ".join(s.name for s in sheets)[:100])
    rows: list[tuple[Scripted, str, int]] = []
    unread = _list_left_out(sheets, sheet)
    channels = dict(mapping.channels)
    addressed: dict[str, int] = {}
    for number, cells in enumerate(sheet.rows, start=sheet.first_row):
        if number <= mapping.header or not any(_show(cell) for cell in cells):
            continue
        values = {name: cells[at] if at < len(cells) else None for name, at in mapping.columns.items()}
        found = _read_row(number, values, mapping, channels)
        if isinstance(found, Unread):
            unread.append(found)
            continue
        rows.append(found)
        receiver = _show(values.get("to"))
        addressed[receiver] = addressed.get(receiver, 0) + bool(receiver)
    if not rows:
        raise ImportRefused("no_rows_in_plan", unread=unread, sheet=sheet.name)
    days = [at // 86_400 for _, kind, at in rows if kind == "clock" and at >= 86_400]
    if days:  # a time without a day is one of the first day
        rows = [
            (row, kind, at + min(days) * 86_400 if kind == "clock" and at < 86_400 else at) for row, kind, at in rows
        ]
    clock = min((at for _, kind, at in rows if kind == "clock"), default=0)
    placed = [replace(row, at_s=at - clock if kind == "clock" else at) for row, kind, at in rows]
    start = min(0, *(row.at_s for row in placed))
    brand = max(addressed, key=lambda name: (addressed[name], name)) if any(addressed.values()) else None
    return [replace(row, at_s=row.at_s - start) for row in placed], unread, replace(mapping, channels=channels), brand


def _list_left_out(sheets: Sequence[Sheet], taken: Sheet) -> list[Unread]:
    """Rows that are too many, and other sheets that hold something: nobody should think they were read."""
    found = [
        Unread(0, 0, "sheet_left_out", {}, kept=True, place=sheet.name)
        for sheet in sheets
        if sheet is not taken and any(_show(cell) for row in sheet.rows for cell in row)
    ]
    if taken.cut_at:
        found.append(
            Unread(taken.cut_at, taken.cut_at, "rows_left_out", {}, kept=True, place=f"{taken.name}!A{taken.cut_at}")
        )
    return found


def _read_row(
    number: int, values: Mapping[str, Cell], mapping: Columns, channels: dict[str, str]
) -> tuple[Scripted, str, int] | Unread:
    def refuse(code: str, name: str, **params: str) -> Unread:
        return Unread(
            number, number, code, params, place=f"{mapping.sheet}!{show_column(mapping.columns[name])}{number}"
        )

    moment = read_moment(values["time"])
    if moment is None:
        return refuse("bad_plan_time", "time", shape=show_shape(_show(values["time"])))
    text, author = _show(values["text"]), _show(values["from"])
    if not text:
        return refuse("no_text", "text")
    if not author:
        return refuse("no_author", "from")
    said = _show(values.get("channel"))
    channel = channels.get(said.lower()) or guess_channel(said)
    channels.setdefault(said.lower(), channel)
    note = _show(values.get("expected"))
    row = Scripted(
        line=number,
        at_s=0,
        author=author[:50],
        name=author,
        thread=_show(values.get("thread")) or f"row {number}",
        channel=channel,
        text=text,
        expected=guess_expected(note),
        note=note,
        private=bool(_PRIVATE.search(said)),
    )
    return row, *moment


def read_moment(value: Cell) -> tuple[str, int] | None:
    """(clock or run, seconds): 09:15, +00:15, minutes, or what a spreadsheet makes of them; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return "clock", value.toordinal() * 86_400 + value.hour * 3600 + value.minute * 60 + value.second
    if isinstance(value, time):
        return "clock", value.hour * 3600 + value.minute * 60 + value.second
    if isinstance(value, timedelta):
        return "run", int(value.total_seconds())
    if isinstance(value, (int, float)):
        if not 0 <= value <= 1_440:
            return None
        return ("clock", round(value * 86_400)) if 0 < value < 1 else ("run", round(value * 60))
    days, value = _split_day(value.strip())
    clock = _CLOCK.fullmatch(value)
    if clock:
        hour = int(clock["h"]) % 12 + 12 * (clock["half"].lower() == "p") if clock["half"] else int(clock["h"])
        seconds = days * 86_400 + hour * 3600 + int(clock["m"]) * 60 + int(clock["s"] or 0)
        if clock["sign"]:
            return "run", -seconds if clock["sign"] == "-" else seconds
        return ("clock", seconds) if int(clock["h"]) < 24 else None
    minutes = _MINUTES.fullmatch(value)
    return ("run", int(minutes["m"]) * 60) if minutes else None


def _split_day(value: str) -> tuple[int, str]:
    """The day in front of a time as a number, 0 without one, and the time."""
    day = _DAY.match(value)
    if not day:
        return 0, value
    try:
        found = date(int(day["y"] or day["y2"]), int(day["m"] or day["m2"]), int(day["d"] or day["d2"]))
    except ValueError:
        return 0, value
    return found.toordinal(), value[day.end() :]


def guess_channel(said: str) -> str:
    """By the first known word; a page where there is none."""
    low = said.strip().lower()
    for key, words in CHANNELS.items():
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", low):
            return key
    return "page"


def guess_expected(note: str) -> str | None:
    """What the note asks for: answer, leave, hide, report or escalate; None if it does not say."""
    low = note.lower()
    return next((name for name, words in _EXPECTED if re.search(words, low)), "answer" if low.strip() else None)


def _show(cell: Cell) -> str:
    return str(cell).strip() if cell is not None else ""
