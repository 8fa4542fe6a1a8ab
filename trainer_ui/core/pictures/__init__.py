"""Pictures in posts, drawn as SVG from the data of their event: no file, no rights, and every word can be read aloud.

Rules kept here: shapes and words only, no style, script, link or font of another place, so that a strict
Content-Security-Policy has nothing to refuse; all text is escaped; what is too long is wrapped, never cut.
"""

from collections.abc import Callable, Mapping
from typing import Any

from trainer_ui.core.pictures.bill import draw_bill
from trainer_ui.core.pictures.board import draw_board
from trainer_ui.core.pictures.message import draw_message
from trainer_ui.core.pictures.photo import draw_photo

DRAWERS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "board": draw_board,
    "bill": draw_bill,
    "message": draw_message,
    "photo": draw_photo,
}


def draw_picture(picture: Mapping[str, Any]) -> str:
    """An SVG of a PostAppeared's `picture`: its kind, title, alt and rows. One that says nothing shows its alt text."""
    if picture["kind"] != "photo" and not picture["rows"]:
        picture = {**picture, "rows": [[picture["alt"]]]}
    return DRAWERS[picture["kind"]](picture)
