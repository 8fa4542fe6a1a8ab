"""Templates in and out of a CSV file, as spreadsheets write and read it.

Rules kept here: what is wrong is named by the line on which its row begins, all of it at once; what was written out
reads in again as the same.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from trainer_ui.core.tables import disarm, write_table

LARGEST_FILE = 500_000
"""Bytes: twice what one language may hold, in two of them."""
MOST_ROWS = 1_000
SEPARATORS = ";,\t"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""Lines as an editor counts them: other characters that Python parts lines at stay in a cell."""
COLUMNS: Mapping[str, str] = {
    "language": "language",
    "sprache": "language",
    "title": "title",
    "titel": "title",
    "text": "text",
    "vorlage": "text",
    "template": "text",
}
LANGUAGE_NAMES: Mapping[str, str] = {
    "de": "de",
    "deutsch": "de",
    "german": "de",
    "en": "en",
    "englisch": "en",
    "english": "en",
}


class Row(NamedTuple):
    """One template; `line` is where it begins in the file, counted from 1."""

    line: int
    language: str
    title: str
    text: str


class Problem(NamedTuple):
    """`code`: encoding, head, quotes, columns, twice, many or large; `line` 0 is about the file as a whole. `params`
    fill the sentence."""

    line: int
    code: str
    params: Mapping[str, str | int] = {}


def read_file(data: bytes, *, language: str) -> tuple[list[Row], list[Problem]]:
    """The rows that are sound in form, and what is wrong. `language` is that of rows that do not name one."""
    if len(data) > LARGEST_FILE:
        return [], [Problem(0, "large", {"kilobytes": LARGEST_FILE // 1000})]
    text = _decode(data)
    if text is None or "\x00" in text:
        return [], [Problem(0, "encoding")]
    reader, names = _open(text)
    if reader is None:
        return [], [Problem(1, "head", {"found": text.strip().partition("\n")[0].strip()[:80]})]
    return _read_rows(reader, names, language=language)


def write_file(rows: Iterable[tuple[str, str, str]]) -> str:
    """(language, title, text) as CSV in which no cell is a formula."""
    return write_table([("language", "title", "text"), *([*map(_keep_apostrophe, row)] for row in rows)])


def _keep_apostrophe(cell: str) -> str:
    """What begins with an apostrophe of its own has one more, so that reading takes off that one."""
    return f"'{cell}" if _is_armed(cell) else cell


def _decode(data: bytes) -> str | None:
    """UTF-8 or, as Excel writes it for Germans, Windows-1252; UTF-16 says so itself."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: Sequence[str] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _open(text: str) -> tuple[Any, list[str]]:
    """A reader below the head, with the names of the columns; None where no separator makes a head of line 1."""
    for separator in SEPARATORS:
        reader = csv.reader(LINE.findall(text), delimiter=separator, strict=True)
        try:
            head = next(reader, [])
        except csv.Error:
            continue
        names = [COLUMNS.get(cell.strip().casefold(), "") for cell in head]
        if names.count("title") == 1 and names.count("text") == 1 and names.count("language") <= 1:
            return reader, names
    return None, []


def _read_rows(reader: Any, names: list[str], *, language: str) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    first: dict[tuple[str, str], int] = {}
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return rows, problems
        except csv.Error:
            # Where a quotation mark is never closed, nothing below can be trusted.
            return rows, [*problems, Problem(line, "quotes")]
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) == MOST_ROWS:
            return rows, [*problems, Problem(line, "many", {"most": MOST_ROWS})]
        if len(cells) > len(names) or len(cells) <= max(names.index("title"), names.index("text")):
            problems.append(Problem(line, "columns", {"expected": len(names), "found": len(cells)}))
            continue
        row = _read_row(line, dict(zip(names, cells, strict=False)), language=language)
        name = (row.language, row.title.casefold())
        if row.title and name in first:
            problems.append(Problem(line, "twice", {"first": first[name]}))
        else:
            first[name] = line
            rows.append(row)


def _read_row(line: int, cells: Mapping[str, str], *, language: str) -> Row:
    named = _rearm(cells.get("language", "")).strip().casefold()
    return Row(
        line,
        LANGUAGE_NAMES.get(named, named) if named else language,
        _rearm(cells["title"]).strip(),
        _rearm(cells["text"]).strip().replace("\r\n", "\n").replace("\r", "\n"),
    )


def _rearm(cell: str) -> str:
    """A cell without the apostrophe that kept it from being a formula."""
    return cell[1:] if _is_armed(cell) else cell


def _is_armed(cell: str) -> bool:
    """Whether apostrophes are all that keeps the cell from being a formula."""
    bare = cell.lstrip("'")
    return cell != bare != disarm(bare)
