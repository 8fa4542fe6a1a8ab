"""The names of a thread, put into a text of it: whole, in a genitive, as a part of a double one, in any case.

Rules kept here: a name that is a word too is the word where an article stands before it or a sentence begins with it,
unless it goes on like a name does.
"""

from collections.abc import Callable, Mapping

import regex

from scenarios.core.importing.name_patterns import DETERMINERS, TOKEN
from scenarios.core.importing.names import list_bases
from scenarios.core.importing.no_names import AMBIGUOUS, NO_NAMES

_WORD_BEFORE = regex.compile(r"(\p{L}+)\s+$")
_BEGINS = regex.compile(r"(?:^|[.!?…:\n])[\s„“\"'‘»(-]*$")
_GOES_ON = regex.compile(
    r"(?:['’]s(?=\s)|)(?:(?<=['’]s)\s|\s(?:told|said|says|promised|helped|has|hat|hatte|sagte|sagt|meinte|here|hier|from|vom|on|at)\b|\s?[&!]|\s+\p{Lu}|\s*$)"
)
_FAMILY = regex.compile(r"\sfamil(?:y|ie)\b|['’]s\s(?:card|account|phone|ticket)\b")
_DOTLESS = str.maketrans({"ı": "i", "İ": "i"})


def add_names(text: str, names: Mapping[str, str], add: Callable[[int, int, str], None]) -> None:
    """Calls `add` with start, end and invented name of every name of `names` in `text`."""
    folded = {_fold(name): invented for name, invented in names.items() if len(name) > 2}

    def find(word: str) -> str | None:
        if word in names:
            return names[word]
        low = word.lower()
        if low in AMBIGUOUS or low in NO_NAMES or _fold(word) not in folded:
            return None
        return _write_like(folded[_fold(word)], word)

    for match in TOKEN.finditer(text):
        for base in list_bases(match[0]):
            invented = find(base)
            if invented is None:
                continue
            if base.lower() not in AMBIGUOUS or _is_name_here(text, match.start(), match.start() + len(base)):
                add(match.start(), match.start() + len(base), invented)
            break
        else:
            at = match.start()
            for part in match[0].split("-") if "-" in match[0] else ():
                invented = find(part)
                if invented is not None and part.lower() not in AMBIGUOUS:
                    add(at, at + len(part), invented)
                at += len(part) + 1


def _is_name_here(text: str, start: int, end: int) -> bool:
    if _FAMILY.match(text, end):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if (
        before
        and before[1].lower() in DETERMINERS
        and not (before[1].lower() == "an" and text[start].upper() not in "AEIOU")
    ):
        return False  # "an Rose" is German
    return not _BEGINS.search(text, max(0, start - 10), start) or _GOES_ON.match(text, end) is not None


def _fold(word: str) -> str:
    return word.casefold().translate(_DOTLESS)


def _write_like(invented: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return invented.upper()
    return invented.lower() if word.islower() else invented if invented[:1].isupper() else invented.title()
