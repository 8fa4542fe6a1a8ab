"""How somebody writes: small changes to a text, each of which a real post could have. For the crowd and for personas.

Rules kept here: what is drawn is handed in; handles, tags, links and variables stay as they are; a style that a
language does not have changes nothing. Du and Sie choose among texts (`suits`), they do not change one.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from scenarios.core.stock.ways import EMOJI, FILLERS, REGIONAL

MARKS = ".!?…"
LONG_WORD = 5
_KEPT = re.compile(r"^\W*[@#]|://|www\.|[{}]")
_PLURAL = re.compile(
    r"\b(ihr|euch|eue?r\w*|habt|seid|könnt|wollt|lasst|schämt|schreibt|teilt|nehmt|haltet|müsst|sollt|dürft|wisst|gebt)\b",
    re.IGNORECASE,
)
_POLITE = re.compile(r"(?<![.!?…:] )(?<!^)\b(Sie|Ihnen|Ihre?[nmrs]?)\b|^Sie brauchen\b")
"""A capital Sie inside a sentence is the polite one; at its start it may be she or they."""


def suits(text: str, styles: Collection[str]) -> bool:
    """Whether somebody of these styles would say `text`: who says Sie does not say ihr, and the other way round."""
    if "sie" in styles:
        return not _says(_PLURAL, text)
    if "du" in styles:
        return not _says(_POLITE, text)
    return True


@lru_cache(maxsize=8192)
def _says(pattern: re.Pattern[str], text: str) -> bool:
    """The crowd of a run picks from the same few hundred lines again and again."""
    return pattern.search(text) is not None


def style_text(text: str, *, styles: Collection[str], language: str, drawn: int) -> str:
    """`text` as somebody with these `styles` would type it. `drawn` are 64 bits of chance."""
    if "terse" in styles:
        text = _shorten(text, FILLERS[language])
    if "regional" in styles:
        text = _replace_words(text, REGIONAL[language])
    if "typos" in styles:
        text = _mistype(text, drawn)
    if "lowercase" in styles:
        text = _each_word(text, str.lower)
    if "shouting" in styles:
        text = _shout(text)
    if "emoji" in styles:
        text = f"{text} {EMOJI[drawn // 7 % len(EMOJI)]}"
    return text


def _each_word(text: str, change: Callable[[str], str]) -> str:
    return " ".join(word if _KEPT.search(word) else change(word) for word in text.split(" "))


def _replace_words(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\w+(?:[’']\w+)?", lambda match: words.get(match[0], match[0]), text)


def _shorten(text: str, fillers: Collection[str]) -> str:
    """Without the little words, and without a full stop."""
    first, *rest = text.split(" ")
    return " ".join([first, *(word for word in rest if word not in fillers)]).removesuffix(".")


def _mistype(text: str, drawn: int) -> str:
    """Two letters of one longer word are swapped, or one is lost."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= LONG_WORD and word.isalpha()]
    if not long:
        return text
    place = long[drawn % len(long)]
    word = words[place]
    at = 1 + drawn // 64 % (len(word) - 3)
    words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :] if drawn & 1 else word[:at] + word[at + 1 :]
    return " ".join(words)


def _shout(text: str) -> str:
    """The last sentence in capitals."""
    ends = [match.end() for match in re.finditer(rf"[{MARKS}]+ ", text)]
    start = ends[-1] if ends else 0
    last = _each_word(text[start:].rstrip(MARKS), str.upper)
    return f"{text[:start]}{last}!!!"
