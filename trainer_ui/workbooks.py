"""Rows as a workbook: texts stay texts whatever they begin with, numbers stay numbers."""

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from trainer_ui.core.tables import Cell

LONGEST = 32_000
"""Characters of one cell; Excel takes few more."""


def write_workbook(rows: Iterable[Sequence[Cell]], *, title: str, file: BinaryIO) -> None:
    """Writes `rows` as an XLSX file with one sheet called `title`, row by row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    for row in rows:
        sheet.append([_make_cell(sheet, cell) for cell in row])
    book.save(file)


def _make_cell(sheet: Any, value: Cell) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST])
    # openpyxl takes what begins with "=" for a formula; as a string it is shown and never computed.
    cell.data_type = "s"
    return cell
