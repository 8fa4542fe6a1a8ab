"""What a list says of a text that may not be a scenario yet: read by lines, so that nothing has to be sound."""

import re
from typing import NamedTuple

_KEY = re.compile(r"^key:[ \t]*[\"']?([a-z0-9][a-z0-9-]{0,63})[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_LANGUAGE = re.compile(r"^language:[ \t]*[\"']?(de|en)\b", re.MULTILINE)
_TITLE = re.compile(r"^title:(.*(?:\n[ \t]+.*)*)", re.MULTILINE)


class Heading(NamedTuple):
    """Empty where the text does not tell it. `title` is in the text's own language."""

    key: str
    language: str
    title: str


def read_heading(text: str) -> Heading:
    key, language, title = _KEY.search(text), _LANGUAGE.search(text), _TITLE.search(text)
    spoken = language[1] if language else ""
    return Heading(key[1] if key else "", spoken, _read_title(title[1], spoken) if title else "")


def replace_key(text: str, key: str) -> str:
    """`text` with the scenario's own key replaced; the same where it has none."""
    return _KEY.sub(lambda found: f"key: {key}", text, count=1)


def _read_title(block: str, language: str) -> str:
    """`{de: …, en: …}` or one line each; what is folded or has a comma without quotes is cut there."""
    value = re.search(rf"\b{language or 'de'}:[ \t]*(?:\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|([^,}}\n]*))", block)
    return next((part.strip() for part in value.groups() if part), "") if value else ""
