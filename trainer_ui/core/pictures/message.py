"""A message on a telephone: bubbles, whoever speaks first on the left. A row is [what] or [who, what]."""

from collections.abc import Mapping
from typing import Any

from trainer_ui.core.pictures.measuring import measure, wrap
from trainer_ui.core.pictures.shapes import WIDTH, draw_box, make_svg, write_text

GROUND, HEAD, HEAD_INK, THEIRS, OURS, INK, SOFT = (
    "#dbe3ea", "#23303c", "#f3f6f9", "#ffffff", "#cfe8d4", "#17212b", "#445261",
)  # fmt: skip
MOST = 430
SIZE, LEADING, PAD = 19, 26, 16


def draw_message(picture: Mapping[str, Any]) -> str:
    titles = wrap(picture["title"], size=20, is_bold=True, width=WIDTH - 64) if picture["title"] else []
    y = 28 + 28 * len(titles)
    parts = [draw_box(0, 0, WIDTH, y - 6, HEAD)]
    parts += [write_text(line, 32, 32 + 28 * row, size=20, fill=HEAD_INK, bold=True) for row, line in enumerate(titles)]
    y += 14
    first = next((row[0] for row in picture["rows"] if len(row) > 1), "")
    for row in picture["rows"]:
        who, said = ("", row[0]) if len(row) == 1 else (row[0], " · ".join(row[1:]))
        bubble, y = _draw_bubble(who, said, y, is_ours=who != "" and who != first)
        parts += bubble
    height = y + 10
    return make_svg([draw_box(0, 0, WIDTH, height, GROUND), *parts], height=height, alt=picture["alt"])


def _draw_bubble(who: str, said: str, y: int, *, is_ours: bool) -> tuple[list[str], int]:
    lines, names = wrap(said, size=SIZE, width=MOST), wrap(who, size=15, width=MOST) if who else []
    width = max([measure(line, size=SIZE) for line in lines] + [measure(name, size=15) for name in names]) + 2 * PAD
    height = len(lines) * LEADING + len(names) * 22 + 18
    x = WIDTH - 32 - width if is_ours else 32
    parts = [draw_box(x, y, width, height, OURS if is_ours else THEIRS, radius=14)]
    parts += [write_text(name, x + PAD, y + 25 + 22 * row, size=15, fill=SOFT) for row, name in enumerate(names)]
    top = y + 28 + 22 * len(names)
    parts += [write_text(line, x + PAD, top + LEADING * row, size=SIZE, fill=INK) for row, line in enumerate(lines)]
    return parts, y + height + 12
