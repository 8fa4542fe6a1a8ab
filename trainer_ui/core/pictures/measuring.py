"""How wide text will be, by estimate: fonts differ from one machine to the next, so widths are taken generously."""

import unicodedata
from collections.abc import Callable, Sequence

NARROW, BROAD = frozenset("fijlrtI.,:;'|!()[] "), frozenset("mwMWQO@%&—…")


def measure(text: str, *, size: int, is_mono: bool = False, is_bold: bool = False) -> int:
    """The width of one line in pixels, rounded up."""
    thousandths = sum(_width_of(character, is_mono) for character in text)
    thousandths += thousandths // 6 if is_bold else 0
    return -(-thousandths * size // 1000)


def wrap(text: str, *, size: int, width: int, is_mono: bool = False, is_bold: bool = False) -> list[str]:
    """`text` in lines that are at most `width` wide, broken between words where that is possible."""

    def fits(line: str) -> bool:
        return measure(line, size=size, is_mono=is_mono, is_bold=is_bold) <= width

    lines = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if fits(longer):
                line = longer
                continue
            lines += [line] if line else []
            *full, line = _break_word(word, fits)
            lines += full
        lines.append(line)
    return lines


def share_columns(naturals: Sequence[int], *, width: int) -> list[int]:
    """Widths that add up to `width` at most: a column gets what it needs if that is no more than its fair share."""
    shares = list(naturals)
    wide = [index for index, natural in enumerate(naturals) if natural]
    left = width
    while wide:
        fair = left // len(wide)
        fits = [index for index in wide if naturals[index] <= fair]
        if not fits:
            for index in wide:
                shares[index] = fair
            break
        left -= sum(naturals[index] for index in fits)
        wide = [index for index in wide if index not in fits]
    return shares


def _break_word(word: str, fits: Callable[[str], bool]) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and not fits(pieces[-1] + character):
            pieces.append("")
        pieces[-1] += character
    return pieces


def _width_of(character: str, is_mono: bool) -> int:
    """In thousandths of the size."""
    if unicodedata.east_asian_width(character) in "WF":
        return 1250
    if unicodedata.combining(character):
        return 0
    if is_mono:
        return 610
    if character in NARROW:
        return 390
    return 960 if character in BROAD else 720 if character.isupper() else 640
