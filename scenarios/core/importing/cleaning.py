"""Texts before anything is looked for in them: one spelling for each letter, nothing that cannot be seen."""

import html
import re
import unicodedata

_CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u2060\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Also what turns the direction of writing around, and what stands unseen inside a name or a number."""

LONGEST_TEXT = 12_000
"""Characters, cut between words; what is written down is shorter still: no half of a number stands at its end."""

_SPACE = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


def clean_text(text: str) -> str:
    """Entities resolved, letters composed, control characters dropped, spaces and blank lines single."""
    text = html.unescape(text).replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub("", text.replace("\t", " ").replace("\u2028", "\n").replace("\u2029", "\n"))
    text = _BLANK_LINES.sub("\n\n", _SPACE.sub(" ", unicodedata.normalize("NFC", text))).strip()
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rsplit(None, 1)[0]
