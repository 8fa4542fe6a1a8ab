"""What forms say: labels of fields and choices (label_texts.toml), and what each field means."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from scenarios.core.forms import describe_forms, list_choices
from scenarios.core.json_schema import read_descriptions
from scenarios.core.vocabulary import FAULTS, GENERAL_RULES, LANGUAGES
from scoring.sentences import explain_finding

_LABELS = Path(__file__).with_name("label_texts.toml")
_GERMAN = Path(__file__).with_name("field_texts.toml")
_PAGE = Path("docs") / "scenario-format.md"


@cache
def load_labels() -> Mapping[str, Any]:
    """Element → `is` or field → [German, English]; `choices` → field → word → the same."""
    return tomllib.loads(_LABELS.read_text("utf-8"))


@cache
def read_field_texts(language: str) -> Mapping[str, str]:
    """What each field means, by `element.field`. English is read from the page of the format, where that is at hand."""
    if language == "de":
        elements = tomllib.loads(_GERMAN.read_text("utf-8"))
        return {f"{element}.{field}": text for element, fields in elements.items() for field, text in fields.items()}
    page = settings.BASE_DIR / _PAGE
    return read_descriptions(page.read_text("utf-8")) if page.exists() else {}


@cache
def describe_in_words(language: str) -> Mapping[str, Any]:
    """The forms (scenarios.core.forms), fields with `label` and `help`; `names` of elements, `words` of choices."""
    forms, labels, helps = describe_forms(), load_labels(), read_field_texts(language)
    at = LANGUAGES.index(language)
    for element, fields in forms["elements"].items():
        for field in fields:
            label = labels.get(element, {}).get(field["name"])
            field["label"] = label[at] if label else field["name"]
            field["help"] = helps.get(f"{element}.{field['name']}", "")
    names = {element: labels[element]["is"][at] for element in forms["elements"] if element in labels}
    words = [
        {"options": list(options), "labels": _label(name, options, language)}
        for name, options in list_choices().items()
    ]
    return {**forms, "names": names, "words": words}


def _label(name: str, options: tuple[str, ...], language: str) -> list[str]:
    at = LANGUAGES.index(language)
    if options == FAULTS:
        return [explain_finding(f"tone.{fault}", language=language).title for fault in options]
    if options == GENERAL_RULES:
        return [option.replace("_", " ") for option in options]
    known = load_labels()["choices"].get(name, {})
    return [known[option][at] if option in known else option for option in options]
