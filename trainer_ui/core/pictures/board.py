"""A departure board: amber on dark, in columns."""

from collections.abc import Mapping
from typing import Any

from trainer_ui.core.pictures.measuring import wrap
from trainer_ui.core.pictures.shapes import WIDTH, draw_box, draw_line, make_svg, write_text
from trainer_ui.core.pictures.tables import Style, lay_rows

GROUND, PANEL, RULE, LETTERS, TITLE = "#0b0f14", "#151c24", "#2c3945", "#ffc857", "#f3f6f9"
ROWS = Style(left=28, size=20, leading=27, fill=LETTERS, is_mono=True)


def draw_board(picture: Mapping[str, Any]) -> str:
    titles = wrap(picture["title"], size=22, is_bold=True, width=WIDTH - 56) if picture["title"] else []
    head = 20 + 30 * len(titles)
    texts, starts = lay_rows(picture["rows"], top=head + 14, style=ROWS)
    height = starts[-1] + 14
    parts = [draw_box(0, 0, WIDTH, height, GROUND), draw_box(10, 10, WIDTH - 20, height - 20, PANEL, radius=4)]
    parts += [write_text(line, 28, 38 + 30 * row, size=22, fill=TITLE, bold=True) for row, line in enumerate(titles)]
    parts += [draw_line(10, WIDTH - 10, y - 7, RULE) for y in starts[:-1] if titles or y > starts[0]]
    return make_svg([*parts, *texts], height=height, alt=picture["alt"])
