"""The format as JSON Schema (draft 2020-12), so that editors complete and check while one writes.

It says what a schema can say: names, kinds of values, what is required. What keys refer to, and whether a scenario is
fair, only lint knows.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.core.schema.conditions import COMPANIONS, LEADING, OWNERS, WHEN
from scenarios.core.schema.threads import EFFECTS, REACTION
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

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KEY = "^[a-z0-9][a-z0-9-]{0,63}$"
_NAME = "^[a-z][a-z0-9_]{0,63}$"
_TIME = "^(([0-9]{1,3}:)?[0-9]{1,3}:[0-5][0-9]|[0-9]{1,6}[smh])$"
_ANY_SCALAR = ["string", "number", "boolean"]
"""What is a text to us may look like something else to an editor: `name: No` or `title: 2024`."""

_HEADING = re.compile(r"^#### (.*)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")


def describe_format(root: Element, *, descriptions: Mapping[str, str]) -> Schema:
    """The schema of `root` (SCENARIO or BRAND). `descriptions` are by `element.field`."""
    elements = {element.name: element for element in (root, *_list_elements(root, seen=set()))}
    return {
        "$schema": DIALECT,
        "title": f"Generalprobe {root.name}",
        "$ref": f"#/$defs/{root.name}",
        "$defs": {name: _describe_element(element, descriptions) for name, element in sorted(elements.items())},
    }


def read_descriptions(page: str) -> Mapping[str, str]:
    """`element.field` → the first paragraph below its heading in docs/scenario-format.md."""
    parts = _HEADING.split(page)[1:]
    return {
        name: " ".join(text.strip().partition("\n\n")[0].split())
        for heading, text in zip(parts[::2], parts[1::2], strict=True)
        for name in _CODE.findall(heading)
    }


def _list_elements(element: Element, *, seen: set[str]) -> Iterator[Element]:
    for field in element.fields.values():
        type_ = field.type
        while isinstance(type_, (ListOf, MapOf)):
            type_ = type_.item
        if isinstance(type_, Element) and type_.name not in seen:
            seen.add(type_.name)
            yield type_
            yield from _list_elements(type_, seen=seen)


def _describe_element(element: Element, descriptions: Mapping[str, str]) -> Schema:
    properties = {}
    for name, field in element.fields.items():
        description = descriptions.get(f"{element.name}.{name}")
        properties[name] = _describe(field.type) | ({"description": description} if description else {})
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [name for name, field in element.fields.items() if field.required]:
        schema["required"] = required
    if element is WHEN:
        schema |= _describe_when()
    if element is REACTION:
        schema["anyOf"] = [{"required": [name]} for name in EFFECTS]
    return schema


def _describe_when() -> Schema:
    """One field leads; what stands beside it belongs to it."""
    alternatives = []
    for leading, belonging in LEADING.items():
        others = [name for name in (*LEADING, *OWNERS) if name != leading and name not in belonging]
        alternatives.append({"required": [leading], "properties": dict.fromkeys(others, False)})
    return {"anyOf": alternatives, "dependentRequired": {name: [other] for name, other in COMPANIONS.items()}}


def _describe(type_: Type) -> Schema:
    match type_:
        case Element(name=name):
            return {"$ref": f"#/$defs/{name}"}
        case ListOf(item=item, least=least, most=most, differ=differ):
            limits: Schema = {"minItems": least, "maxItems": most, "uniqueItems": differ}
            return {"type": "array", "items": _describe(item), **limits}
        case MapOf(keys=keys, item=item):
            names: Schema = {"enum": list(keys.options)} if isinstance(keys, Choice) else {"pattern": _pattern_of(keys)}
            if isinstance(keys, Key) and keys.also:
                names = {"anyOf": [names, {"enum": list(keys.also)}]}
            return {
                "type": "object",
                "propertyNames": names,
                "additionalProperties": _describe(item),
                "minProperties": 1,
            }
        case Choice(options=options):
            return {"enum": list(options)}
        case Flag():
            return {"type": "boolean"}
        case Whole(least=least, most=most, zero=zero):
            return _or_word({"type": "integer", "minimum": least, "maximum": most}, zero)
        case Duration(zero=zero):
            return _or_word({"type": "string", "pattern": _TIME}, zero)
        case Key() | Name():
            return {"type": ["string", "integer"], "pattern": _pattern_of(type_)}
        case Text(most=most) | Topic(most=most) | Pattern(most=most) | Phrase(most=most):
            return {"type": _ANY_SCALAR, "maxLength": most}


def _pattern_of(keys: Key | Name) -> str:
    return _KEY if isinstance(keys, Key) else _NAME


def _or_word(schema: Schema, word: str | None) -> Schema:
    return schema if word is None else {"anyOf": [schema, {"const": word}]}
