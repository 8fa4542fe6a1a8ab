"""Checks for names of real companies: a scenario speaks of invented ones, or somebody's reputation is at stake."""

import re
from collections.abc import Iterable

from scenarios.core.nodes import find_in_scalar
from scenarios.core.problems import HINT, WARNING, Report
from scenarios.core.real_brands import CLEAR, DOUBTFUL
from scenarios.core.records import Found

MOST_REPORTED = 50

_WORD = re.compile(r"[^\W_]+")
"""Underscores join what is written apart elsewhere: DB_Bahn."""


def _pattern(names: Iterable[str], flags: int) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    options = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![^\W_])(?:{options})(?=s?(?![^\W_]))", flags)


def _first_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(match[0].casefold() for name in names if (match := _WORD.search(name)))


_CLEAR, _DOUBTFUL = _pattern(CLEAR, re.IGNORECASE), _pattern(DOUBTFUL, 0)
_FIRST_WORDS = _first_words(CLEAR | DOUBTFUL)
"""Most texts hold none of these, and need no closer look."""


def check_real_names(texts: Iterable[Found], *, source: str, report: Report) -> None:
    """A warning for each name that is nothing else, a hint where it may be a word."""
    count = 0
    for found in texts:
        text = str(found.value)
        words = {word.casefold() for word in _WORD.findall(text)}
        if _FIRST_WORDS.isdisjoint(words | {word.removesuffix("s") for word in words}):
            continue
        for pattern, severity in ((_CLEAR, WARNING), (_DOUBTFUL, HINT)):
            for name in dict.fromkeys(match[0] for match in pattern.finditer(text)):
                place = find_in_scalar(source, found.node, part=name) if found.node else found.place
                report.add(place, "real-brand", severity=severity, name=name)
                count += 1
        if count >= MOST_REPORTED:
            return
