"""A reply cut into pieces, so that what was found in it can be marked. Spans count graphemes, as people do."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the numbers of the findings that hold for all of it, and of those that end with it."""

    text: str
    findings: tuple[int, ...]
    ending: tuple[int, ...]


def cut_text(text: str, spans: Sequence[tuple[int, tuple[int, int]]]) -> list[Piece]:
    """`text` in pieces that join to it again. `spans` are (number of the finding, [start, end) in graphemes).

    Spans may overlap and nest; what lies outside the text is cut off, and an empty span marks nothing.
    """
    letters = GRAPHEME.findall(text)
    inside = [
        (number, max(0, start), min(len(letters), end))
        for number, (start, end) in spans
        if max(0, start) < min(len(letters), end)
    ]
    borders = sorted({0, len(letters), *(border for _, start, end in inside for border in (start, end))})
    return [
        Piece(
            text="".join(letters[left:right]),
            findings=tuple(number for number, start, end in inside if start <= left and right <= end),
            ending=tuple(number for number, _, end in inside if end == right),
        )
        for left, right in zip(borders, borders[1:], strict=False)
    ]


def letter(index: int) -> str:
    """The rehearsal mark of the reply with this index: A…Z, then AA, AB…"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
