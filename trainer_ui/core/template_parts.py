"""A template in parts: what stands as it is, what is filled in when it is used, and gaps that nobody fills."""

from typing import NamedTuple

from scenarios.core.variables import NAMES
from scoring.core.individuality import find_gaps
from scoring.core.text import analyse
from trainer_ui.core.marking import cut_text

FILLED = frozenset(f"{{{name}}}" for name in NAMES)


class Part(NamedTuple):
    """`kind`: "" for words, "filled" for a variable, "gap" for what the composer will ask for."""

    text: str
    kind: str


def cut_template(text: str) -> list[Part]:
    gaps = [(number, span) for number, span in enumerate(find_gaps(analyse(text)))]
    pieces = cut_text(text, gaps)
    return [Part(piece.text, _kind_of(piece.text) if piece.findings else "") for piece in pieces]


def _kind_of(gap: str) -> str:
    return "filled" if gap in FILLED else "gap"
