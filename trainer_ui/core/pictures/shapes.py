"""The few elements that pictures are made of. All text goes through `write_text`."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

WIDTH = 640
SANS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', sans-serif"
MONO = "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold."""


def make_svg(parts: Sequence[str], *, height: int, alt: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        f' role="img" aria-label={quoteattr(clean(alt))}>' + "".join(parts) + "</svg>\n"
    )


def draw_box(x: int, y: int, width: int, height: int, fill: str, *, radius: int = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>'


def draw_line(x1: int, x2: int, y: int, color: str) -> str:
    return f'<path d="M{x1} {y}H{x2}" stroke="{color}" stroke-width="1"/>'


def write_text(
    text: str, x: int, y: int, *, size: int, fill: str, font: str = SANS, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="650"' if bold else ""
    return (
        f'<text x="{x}" y="{y}" font-family="{font}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"{weight}>'
        f"{escape(clean(text))}</text>"
    )


def clean(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
