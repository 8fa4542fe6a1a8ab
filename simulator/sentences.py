"""What a refused command says to its sender. The sentences are data: sentences.toml, German and English together."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenarios.core.vocabulary import LANGUAGES

TEXTS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8")
)


def explain_refusal(code: str, *, language: str, params: Mapping[str, Any] | None = None) -> str:
    """The sentence for `code` in `language`. {…} are replaced once, by the names in `params`."""
    sentence = TEXTS[code][language if language in LANGUAGES else "en"]
    for name, value in (params or {}).items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence
