"""Rows of cells, in columns that are as wide as they must be; long cells run over several lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_ui.core.pictures.measuring import measure, share_columns, wrap
from trainer_ui.core.pictures.shapes import MONO, SANS, WIDTH, write_text

GAP = 24


@dataclass(frozen=True, slots=True)
class Style:
    """`is_bill` sets the last column to the right, as amounts are."""

    left: int
    size: int
    leading: int
    fill: str
    is_mono: bool = False
    is_bill: bool = False


def lay_rows(rows: Sequence[Sequence[str]], *, top: int, style: Style) -> tuple[list[str], list[int]]:
    """The texts of `rows`, and where each row begins, with the end of the last one behind."""
    count = max((len(row) for row in rows), default=0)
    naturals = [
        max(
            measure(row[index], size=style.size, is_mono=style.is_mono) if len(row) > max(1, index) else 0
            for row in rows
        )
        for index in range(count)
    ]
    room = WIDTH - 2 * style.left
    widths = share_columns(naturals, width=room - GAP * (count - 1))
    parts, starts, y = [], [top], top
    for row in rows:
        # A row of one cell is a heading or a remark, and has the whole width.
        spans = [room] if len(row) == 1 else widths
        cells = [
            wrap(cell, size=style.size, width=width, is_mono=style.is_mono)
            for cell, width in zip(row, spans, strict=False)
        ]
        x = style.left
        for index, lines in enumerate(cells):
            is_amount = style.is_bill and len(row) > 1 and index == len(row) - 1
            parts += _write_cell(lines, WIDTH - style.left if is_amount else x, y, style=style, is_amount=is_amount)
            x += spans[index] + GAP
        y += max((len(lines) for lines in cells), default=1) * style.leading + style.leading // 2
        starts.append(y)
    return parts, starts


def _write_cell(lines: Sequence[str], x: int, y: int, *, style: Style, is_amount: bool) -> list[str]:
    font, anchor = MONO if style.is_mono else SANS, "end" if is_amount else "start"
    return [
        write_text(
            line, x, y + (row + 1) * style.leading - 5, size=style.size, fill=style.fill, font=font, anchor=anchor
        )
        for row, line in enumerate(lines)
        if line
    ]
