"""Bytes of a CSV file into records that know their physical lines.

Rules kept here: one damaged record never takes its neighbours along. A record is read strictly from its first line;
where that fails, the line is reported and reading goes on with the very next one, so that a quote nobody closed costs
one line and not the rest of the file. What is left of a damaged record of several lines is reported with it, not as
rows of its own.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.core.importing.problems import ImportRefused, Unread

LONGEST_CELL = 20_000
"""Characters. Public posts are far shorter; csv's own limit is a process-wide setting and stays untouched."""

MOST_LINES = 200
"""Physical lines of one record, so that an open quote is not followed to the end of a large file at every line."""

LARGEST_FILE = 64 * 1024 * 1024
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
DELIMITERS = (",", ";", "\t")
"""Spreadsheets write semicolons where the comma is the decimal sign."""
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the cells, and the first and last physical line it stands on, counted from 1."""

    line: int
    last_line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header (lower case, stripped), the records in the file's order, and what could not be read."""

    header: tuple[str, ...]
    records: tuple[Record, ...]
    unread: tuple[Unread, ...]


def read_table(data: bytes) -> Table:
    """Split a file into records. Raises ImportRefused for what is no CSV file in UTF-8 at all."""
    if len(data) > LARGEST_FILE:
        raise ImportRefused("file_too_large", megabytes=LARGEST_FILE // 1024 // 1024)
    if data.startswith(_BYTE_ORDER_MARKS) or b"\0" in data[:1000]:
        raise ImportRefused("not_utf8", line=1)
    lines = _LINE.findall(data.decode("utf-8-sig", errors="surrogateescape"))
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise ImportRefused("empty_file")
    delimiter = max(DELIMITERS, key=lambda sign: len(_split_header(lines, first, sign)))
    head = _read_record(lines, first, delimiter=delimiter)
    if isinstance(head, Unread) or _find_surrogate(head.cells):
        raise ImportRefused("bad_header", line=first + 1)
    header = tuple(cell.strip().lower() for cell in head.cells)
    records: list[Record] = []
    unread: list[Unread] = []
    for found in _read_records(lines, start=head.last_line, width=len(header), delimiter=delimiter):
        if isinstance(found, Record):
            records.append(found)
        else:
            unread.append(found)
    _refuse_other_encodings(unread, rows=len(records) + len(unread))
    if not records and not unread:
        raise ImportRefused("no_rows")
    return Table(header, tuple(records), tuple(unread))


def _split_header(lines: Sequence[str], first: int, delimiter: str) -> Sequence[str]:
    head = _read_record(lines, first, delimiter=delimiter)
    return head.cells if isinstance(head, Record) else lines[first].split(delimiter)


def _read_records(lines: Sequence[str], *, start: int, width: int, delimiter: str) -> Iterator[Record | Unread]:
    index = start
    damaged: Unread | None = None
    while index < len(lines):
        if not lines[index].strip():
            index += 1
            continue
        found = _check_record(_read_record(lines, index, delimiter=delimiter), width=width)
        if isinstance(found, Record):
            if damaged:
                yield damaged
                damaged = None
            yield found
            index = found.last_line
        else:
            if damaged is None or index >= damaged.last_line:  # else the line belongs to the damaged record above
                if damaged:
                    yield damaged
                damaged = found
            index += 1
    if damaged:
        yield damaged


def _read_record(lines: Sequence[str], index: int, *, delimiter: str) -> Record | Unread:
    reader = csv.reader(lines[index : index + MOST_LINES], strict=True, delimiter=delimiter)
    try:
        cells = next(reader)
    except csv.Error as error:
        code = "huge_cell" if "field limit" in str(error) else "bad_quotes"
        return Unread(index + 1, index + 1, code)
    return Record(index + 1, index + reader.line_num, tuple(cells))


def _check_record(found: Record | Unread, *, width: int) -> Record | Unread:
    if isinstance(found, Unread):
        return found
    if _find_surrogate(found.cells):
        return Unread(found.line, found.last_line, "row_not_utf8")
    if len(found.cells) != width:
        return Unread(found.line, found.last_line, "wrong_width", {"found": len(found.cells), "expected": width})
    if any(len(cell) > LONGEST_CELL for cell in found.cells):
        return Unread(found.line, found.last_line, "huge_cell", {"limit": LONGEST_CELL})
    return found


def _find_surrogate(cells: Sequence[str]) -> bool:
    return any("\ud800" <= char <= "\udfff" for cell in cells for char in cell if char > "\ud7ff")


def _refuse_other_encodings(unread: Sequence[Unread], *, rows: int) -> None:
    """A few broken rows are listed; a file with more than a tenth of them was saved in another encoding."""
    broken = [problem for problem in unread if problem.code == "row_not_utf8"]
    if len(broken) * 10 > rows:
        raise ImportRefused("not_utf8", line=broken[0].line)
