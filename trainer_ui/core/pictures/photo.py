"""A photograph. What it shows cannot be drawn, so it is written into it: what stands on signs, else its alt text."""

from collections.abc import Mapping
from typing import Any

from trainer_ui.core.pictures.measuring import wrap
from trainer_ui.core.pictures.shapes import WIDTH, draw_box, make_svg, write_text
from trainer_ui.core.pictures.tables import Style, lay_rows

FRAME, SHADE, MARK, SIGN, INK, WORDS = "#f4f1ea", "#33495a", "#9db2c1", "#fdfcf7", "#17212b", "#ffffff"
SIGNS = Style(left=92, size=19, leading=26, fill=INK)
MARGIN = 14


def draw_photo(picture: Mapping[str, Any]) -> str:
    words, height = (_lay_signs if picture["rows"] else _lay_words)(picture)
    captions = wrap(picture["title"], size=18, width=WIDTH - 64) if picture["title"] else []
    full = height + 24 * len(captions) + (18 if captions else MARGIN)
    parts = [draw_box(0, 0, WIDTH, full, FRAME), draw_box(MARGIN, MARGIN, WIDTH - 2 * MARGIN, height - MARGIN, SHADE)]
    parts += [_draw_camera(), *words]
    parts += [write_text(line, 32, height + 24 + 24 * row, size=18, fill=INK) for row, line in enumerate(captions)]
    return make_svg(parts, height=full, alt=picture["alt"])


def _lay_signs(picture: Mapping[str, Any]) -> tuple[list[str], int]:
    texts, starts = lay_rows(picture["rows"], top=98, style=SIGNS)
    sign = draw_box(68, 82, WIDTH - 136, starts[-1] - 78, SIGN, radius=4)
    return [sign, *texts], max(300, starts[-1] + 50)


def _lay_words(picture: Mapping[str, Any]) -> tuple[list[str], int]:
    lines = wrap(picture["alt"], size=21, width=WIDTH - 140)
    height = max(300, 120 + 30 * len(lines))
    top = (height - 30 * len(lines)) // 2 + 30
    texts = [
        write_text(line, WIDTH // 2, top + 30 * row, size=21, fill=WORDS, anchor="middle")
        for row, line in enumerate(lines)
    ]
    return texts, height


def _draw_camera() -> str:
    """What says that this is a photograph, for want of one."""
    body = "M34 36h9l4-6h14l4 6h9v26h-40z"
    return f'<path d="{body}" fill="none" stroke="{MARK}" stroke-width="2"/>' + (
        f'<circle cx="54" cy="48" r="8" fill="none" stroke="{MARK}" stroke-width="2"/>'
    )
