"""The format as forms: which fields an element has, what kind of control each takes, and which are asked for at once.

It is read off the schema, so that a new field of the format is a new field of the form. Words are not said here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.core.schema.brand import BRAND, CHANNEL, DESK
from scenarios.core.schema.conditions import LEADING
from scenarios.core.schema.scenario import ELEMENTS, SCENARIO
from scenarios.core.schema.types import (
    Choice,
    Duration,
    Element,
    Flag,
    Key,
    ListOf,
    MapOf,
    Name,
    Pattern,
    Phrase,
    Text,
    Topic,
    Type,
    Whole,
)

Json = dict[str, Any]

OF_BRANDS = (BRAND, CHANNEL, DESK)
LONG = 280
"""A text that may have so many characters gets several lines."""

USUAL: Mapping[str, tuple[str, ...]] = {
    "scenario": ("goal", "difficulty", "stage", "rubric", "facts", "templates", "reactions"),
    "persona": ("name", "gender", "temper", "reach", "style"),
    "fact": ("at", "approved"),
    "thread": ("posts", "reactions"),
    "post": ("needs",),
    "needs": ("facts", "acts", "triage", "private", "model", "paraphrase"),
    "follow_up": ("needs",),
    "reaction": ("after", "post", "fact"),
    "step": ("of", "at"),
    "notice": ("facts",),
    "voice": ("weight",),
    "picture": ("title", "rows"),
    "rubric": ("weights", "pass"),
    "rehearsal": ("pass", "fail", "last"),
    "texts": (),
    "mood": ("of",),
    "doubt": ("suggestion", "confirmed"),
}
"""Fields that are shown although they may be left out; the others come when they are asked for."""


def describe_forms() -> Json:
    """{elements: {name: [{name, required, usual, ...kind}]}, leading: {field of a condition: those beside it}}."""
    return {
        "elements": {element.name: list(_describe_fields(element)) for element in _elements()},
        "leading": {name: list(beside) for name, beside in LEADING.items()},
    }


def list_choices() -> Mapping[str, tuple[str, ...]]:
    """Field (`element.field`) → what may stand in it, of those that are the first to offer just that."""
    found: dict[tuple[str, ...], str] = {}
    for element in _elements():
        for name, field in element.fields.items():
            for options in _options(field.type):
                found.setdefault(options, f"{element.name}.{name}")
    return {name: options for options, name in found.items()}


def _elements() -> Iterator[Element]:
    yield from (element for element in ELEMENTS if element not in OF_BRANDS)
    title = SCENARIO.fields["title"].type
    if isinstance(title, Element):
        yield title


def _describe_fields(element: Element) -> Iterator[Json]:
    usual = USUAL.get(element.name, ())
    for name, field in element.fields.items():
        yield {"name": name, "required": field.required, "usual": name in usual, **_describe(field.type)}


def _describe(type_: Type) -> Json:
    match type_:
        case Element(name=name):
            return {"kind": "element", "element": name}
        case ListOf(item=item, least=least, most=most):
            return {"kind": "list", "item": _describe(item), "least": least, "most": most}
        case MapOf(keys=keys, item=item):
            options = list(keys.options) if isinstance(keys, Choice) else None
            return {"kind": "map", "item": _describe(item), "keys": options, "named": isinstance(keys, Key)}
        case Choice(options=options):
            return {"kind": "choice", "options": list(options)}
        case Flag():
            return {"kind": "flag"}
        case Whole(least=least, most=most, zero=zero):
            return {"kind": "whole", "least": least, "most": most, "zero": zero}
        case Duration(zero=zero):
            return {"kind": "time", "zero": zero}
        case Key(of=str(of), or_any=or_any):
            return {"kind": "key", "of": of, "any": or_any}
        case Topic(is_own=is_own, most=most):
            return {"kind": "topic", "own": is_own, "most": most}
        case Text(most=most):
            return {"kind": "text", "most": most, "long": most >= LONG}
        case Pattern(most=most) | Phrase(most=most):
            return {"kind": "text", "most": most, "long": False}
        case Key() | Name():
            return {"kind": "text", "most": 64, "long": False}


def _options(type_: Type) -> Iterator[tuple[str, ...]]:
    if isinstance(type_, Choice):
        yield type_.options
    elif isinstance(type_, MapOf):
        if isinstance(type_.keys, Choice):
            yield type_.keys.options
        yield from _options(type_.item)
    elif isinstance(type_, ListOf):
        yield from _options(type_.item)
