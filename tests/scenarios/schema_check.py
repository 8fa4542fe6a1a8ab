"""Enough of JSON Schema (draft 2020-12) to hold files to the schema that we print; an unknown keyword is an error."""

import re
from collections.abc import Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}
SAID_ELSEWHERE = {"$schema", "$defs", "title", "description"}


def find_faults(value: Any, schema: Any, *, root: Any, path: str = "") -> Iterator[str]:
    """The path and keyword of everything in `value` that `schema` does not allow."""
    if schema is False:
        yield f"{path}: false"
        return
    for keyword, wanted in schema.items():
        if keyword in SAID_ELSEWHERE:
            continue
        if keyword == "$ref":
            yield from find_faults(value, root["$defs"][wanted.removeprefix("#/$defs/")], root=root, path=path)
        elif keyword in ("properties", "additionalProperties", "items", "propertyNames"):
            yield from _find_inside(value, schema, keyword, root=root, path=path)
        elif not _holds(value, keyword, wanted, root=root):
            yield f"{path}: {keyword}"


def _find_inside(value: Any, schema: Any, keyword: str, *, root: Any, path: str) -> Iterator[str]:
    inner = schema[keyword]
    if keyword == "items":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from find_faults(item, inner, root=root, path=f"{path}/{index}")
        return
    for name, item in value.items() if isinstance(value, dict) else ():
        if keyword == "properties" and name in inner:
            yield from find_faults(item, inner[name], root=root, path=f"{path}/{name}")
        elif keyword == "additionalProperties" and name not in schema.get("properties", {}):
            yield from find_faults(item, inner, root=root, path=f"{path}/{name}")
        elif keyword == "propertyNames":
            yield from find_faults(name, inner, root=root, path=f"{path}/{name}")


def _holds(value: Any, keyword: str, wanted: Any, *, root: Any) -> bool:
    match keyword:
        case "type":
            return any(_is_a(value, name) for name in (wanted if isinstance(wanted, list) else [wanted]))
        case "enum":
            return value in wanted
        case "const":
            return bool(value == wanted)
        case "anyOf":
            return any(not list(find_faults(value, option, root=root)) for option in wanted)
        case "required":
            return not isinstance(value, dict) or set(wanted) <= set(value)
        case "dependentRequired":
            return all(set(others) <= set(value) for name, others in wanted.items() if name in value)
        case "pattern":
            return not isinstance(value, str) or re.search(wanted, value) is not None
        case "maxLength":
            return not isinstance(value, str) or len(value) <= wanted
        case "minimum":
            return not isinstance(value, int) or value >= wanted
        case "maximum":
            return not isinstance(value, int) or value <= wanted
        case "minItems" | "minProperties":
            return len(value) >= wanted
        case "maxItems":
            return len(value) <= wanted
        case "uniqueItems":
            return not wanted or len({repr(item) for item in value}) == len(value)
    raise AssertionError(f"the checker does not know {keyword}")


def _is_a(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
