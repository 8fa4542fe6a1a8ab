"""A bill or letter: ink on paper, amounts to the right."""

from collections.abc import Mapping
from typing import Any

from trainer_ui.core.pictures.measuring import wrap
from trainer_ui.core.pictures.shapes import WIDTH, draw_box, draw_line, make_svg, write_text
from trainer_ui.core.pictures.tables import Style, lay_rows

DESK, PAPER, INK, RULE = "#b9b2a4", "#fdfcf7", "#1c2530", "#cfcabd"
ROWS = Style(left=62, size=18, leading=25, fill=INK, is_bill=True)


def draw_bill(picture: Mapping[str, Any]) -> str:
    titles = wrap(picture["title"], size=24, is_bold=True, width=WIDTH - 2 * ROWS.left) if picture["title"] else []
    top = 56 + 32 * len(titles)
    texts, starts = lay_rows(picture["rows"], top=top, style=ROWS)
    height = starts[-1] + 44
    parts = [draw_box(0, 0, WIDTH, height, DESK), draw_box(32, 20, WIDTH - 64, height - 40, PAPER)]
    parts += [
        write_text(line, ROWS.left, 66 + 32 * row, size=24, fill=INK, bold=True) for row, line in enumerate(titles)
    ]
    parts += [draw_line(ROWS.left, WIDTH - ROWS.left, y - 6, RULE) for y in starts[:-1] if titles or y > starts[0]]
    return make_svg([*parts, *texts], height=height, alt=picture["alt"])
