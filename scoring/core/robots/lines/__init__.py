"""What robots say in their own words, by language and kind. Written by hand, as people in such teams write.

Variables as in model replies; {facts} is what is known and was asked for, {text} the customer's post, {channel} where
it stands. `[Sie|du]` is chosen by how the brand speaks to people.
"""

import re
from collections.abc import Mapping, Sequence

from scoring.core.robots.lines import de, en

LINES: Mapping[str, Mapping[str, Sequence[str]]] = {"de": de.LINES, "en": en.LINES}

_CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def list_lines(language: str, kind: str) -> Sequence[str]:
    return LINES[language][kind]


def speak_to(text: str, *, address: str) -> str:
    """`text` in the brand's way of speaking to people: du, sie or you."""
    return _CHOICE.sub(lambda match: match[2 if address == "du" else 1], text)
