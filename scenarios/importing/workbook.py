"""An .xlsx file into sheets of values, without trusting it.

Rules kept here: the archive is looked at before anything is unpacked, and each part is unpacked only up to a limit that
does not believe the archive's own sizes; a document type or an entity is refused; formulas count by the value that was
stored with them; hidden sheets are left out; a merged cell's value counts for all of its cells.
"""

import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from scenarios.core.importing.exercise import MOST_COLUMNS, Cell, Sheet
from scenarios.core.importing.problems import ImportRefused

LARGEST_FILE = 5 * 1024 * 1024
MOST_UNPACKED = 12 * 1024 * 1024
MOST_PARTS = 400
MOST_ROWS = 5_000
MOST_MERGED = 2_000
LONGEST_CELL = 10_000
MOST_CELLS, MOST_STRINGS, MOST_ELEMENTS = 300_000, 200_000, 50_000
"""Of a sheet, of its texts, and of any other part: styles, names, properties."""

_ERRORS = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_TEXT_PARTS = (".xml", ".rels", ".vml")


def is_workbook(data: bytes) -> bool:
    return data[:4] == b"PK\x03\x04"


def is_old_workbook(data: bytes) -> bool:
    """Of the time before .xlsx, or locked with a password."""
    return data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_workbook(data: bytes, *, file: str) -> list[Sheet]:
    """The visible sheets. Raises ImportRefused for what is too large, damaged or hostile."""
    if len(data) > LARGEST_FILE:
        raise ImportRefused("workbook_too_large", file=file, megabytes=LARGEST_FILE // 1024 // 1024)
    parts = _unpack(data, file=file)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = []
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible" or not hasattr(sheet, "reset_dimensions"):
                continue
            sheet.reset_dimensions()
            rows = [
                [_read(cell) for cell in row]
                for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            ]
            part = parts.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), b"")
            _fill_merged(rows, part)
            sheets.append(Sheet(sheet.title, rows[:MOST_ROWS], cut_at=MOST_ROWS + 1 if len(rows) > MOST_ROWS else 0))
    except ImportRefused:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes of itself
        raise ImportRefused("no_workbook", file=file) from error
    if not sheets:
        raise ImportRefused("no_visible_sheet", file=file)
    return sheets


def _unpack(data: bytes, *, file: str) -> dict[str, bytes]:
    """The parts that are text, after a look at every part."""
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise ImportRefused("workbook_bomb", file=file)
            for info in archive.infolist():
                with archive.open(info) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise ImportRefused("workbook_bomb", file=file)
                if _is_too_much(info.filename, content):
                    raise ImportRefused("workbook_bomb", file=file)
                if info.filename.endswith(_TEXT_PARTS):
                    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
                        raise ImportRefused("workbook_entities", file=file)
                    parts[info.filename] = content
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise ImportRefused("no_workbook", file=file) from error
    return parts


def _is_too_much(name: str, content: bytes) -> bool:
    """Whether a part that is small enough holds more things than a plan has: each becomes an object."""
    if name.startswith("xl/worksheets/"):
        return content.count(b"<c") > MOST_CELLS
    if name == "xl/sharedStrings.xml":
        return content.count(b"<si") > MOST_STRINGS
    return name.endswith(_TEXT_PARTS) and content.count(b"<") > MOST_ELEMENTS


def _read(value: object) -> Cell:
    if isinstance(value, str):
        return None if value in _ERRORS else value[:LONGEST_CELL]
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001  a sheet knows no zones
    return value if isinstance(value, (int, float, bool, datetime, time, timedelta)) else None


def _fill_merged(rows: list[list[Cell]], part: bytes) -> None:
    for match in list(_MERGED.finditer(part))[:MOST_MERGED]:
        first_column, first_row, last_column, last_row = range_boundaries(match[1].decode())
        last_column = min(last_column, MOST_COLUMNS)
        if not 0 < first_row <= len(rows) or first_column > len(rows[first_row - 1]):
            continue
        value = rows[first_row - 1][first_column - 1]
        for row in rows[first_row - 1 : min(last_row, first_row + 200)]:
            row += [None] * (last_column - len(row))  # rows end where their last value stands
            for column in range(first_column - 1, last_column):
                row[column] = value if row[column] is None else row[column]
