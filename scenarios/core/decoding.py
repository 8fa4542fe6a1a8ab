"""Bytes to text that can be read: size, encoding, characters."""

import re

from scenarios.core.problems import Place, Report

MOST_BYTES = 1_048_576
MOST_CONTROL_CHARACTERS = 20
"""So many of one file are reported."""

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)
"""What YAML forbids, the line breaks that YAML knows and editors do not count as lines, and what turns the direction of
writing around for all that follows."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def decode(data: bytes | str, *, file: str, report: Report) -> str | None:
    """`data` as text without a byte order mark; None if its size, encoding or characters are not acceptable."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MOST_BYTES:
        report.add(Place(file, 1, 1), "too-large", bytes=MOST_BYTES)
        return None
    if raw[:2] in _UTF16 or b"\x00" in raw[:2]:
        report.add(Place(file, 1, 1), "encoding-utf16")
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        report.add(place_at(file, before.removeprefix(_BOM), None), "encoding", byte=f"0x{raw[error.start]:02X}")
        return None
    text = text.removeprefix(_BOM)
    is_clean = True
    for count, match in enumerate(_FORBIDDEN.finditer(text)):
        is_clean = False
        if count >= MOST_CONTROL_CHARACTERS:
            break
        report.add(place_at(file, text, match.start()), "control-character", character=f"U+{ord(match[0]):04X}")
    return text if is_clean else None


def place_at(file: str, text: str, index: int | None) -> Place:
    """The place of the character at `index` of `text`, or of what would follow its end."""
    end = len(text) if index is None else index
    last_break = text.rfind("\n", 0, end)
    return Place(file, text.count("\n", 0, end) + 1, end - last_break)
