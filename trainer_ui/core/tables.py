"""Rows as CSV that no spreadsheet runs: a cell that begins like a formula begins with an apostrophe instead."""

from collections.abc import Iterable, Sequence

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How spreadsheets recognise a formula, full-width signs included; whatever blanks stand before it."""

Cell = str | int | None


def write_table(rows: Iterable[Sequence[Cell]]) -> str:
    """UTF-8 text with a byte order mark, so that Excel reads umlauts; every text is quoted, None is an empty cell."""
    return "\ufeff" + "".join(",".join(_write(cell) for cell in row) + "\r\n" for row in rows)


def _write(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell) if isinstance(cell, int) else '"' + disarm(cell).replace('"', '""') + '"'


def disarm(text: str) -> str:
    return f"'{text}" if text.startswith(STARTS) or text.lstrip().startswith(STARTS) else text
