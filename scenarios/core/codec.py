"""A timeline as canonical JSON and back. A published version is frozen under the digest of exactly these bytes.

Rules kept here: the same timeline always gives the same text; a text written by an older release stays readable, so a
new field of a timeline class needs a default and the mark LATER, and what changed its shape is lifted to the new one
(`_lift_reaction`).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from scenarios.core.conditions import Condition
from scenarios.core.public import Reaction
from scenarios.core.scalars import to_snake
from scenarios.core.timeline import Timeline

_CONDITIONS: Mapping[str, type] = {to_snake(kind.__name__): kind for kind in get_args(Condition)}
_CONDITION_NAMES: Mapping[type, str] = {kind: name for name, kind in _CONDITIONS.items()}


def dumps(timeline: Timeline) -> str:
    """The one JSON text that stands for `timeline`: keys sorted, no blanks, no escapes beyond what JSON asks for."""
    return json.dumps(_plain(timeline), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def digest(timeline: Timeline) -> str:
    """SHA-256 over the UTF-8 bytes of `dumps(timeline)`, in lower-case hexadecimal."""
    return hashlib.sha256(dumps(timeline).encode("utf-8")).hexdigest()


def loads(text: str) -> Timeline:
    """The timeline that `dumps` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    timeline = _build(Timeline, json.loads(text))
    if not isinstance(timeline, Timeline):
        raise TypeError("a timeline is an object")
    return timeline


def _plain(value: Any) -> Any:
    """`value` as dicts, lists and scalars. `dataclasses.asdict` would copy every string's holder deeply."""
    if is_dataclass(value):
        plain = {item.name: _plain(getattr(value, item.name)) for item in fields(value) if _is_written(item, value)}
        name = _CONDITION_NAMES.get(type(value))
        return {**plain, "is": name} if name else plain
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _is_written(item: Field[Any], value: Any) -> bool:
    """A field that came after the first release stands in the text only where it says something."""
    return not item.metadata.get("later") or getattr(value, item.name) != item.default


def _build(wanted: Any, data: Any) -> Any:
    """`data` as `wanted`, the annotation of a field: a class of ours, a tuple, a mapping, a scalar, or a union."""
    if isinstance(data, dict) and "is" in data and wanted == Condition:
        rest = {name: item for name, item in data.items() if name != "is"}
        return _build(_CONDITIONS[data["is"]], rest)
    if is_dataclass(wanted) and isinstance(wanted, type):
        if wanted is Reaction and "when" not in data:
            data = _lift_reaction(data)
        types = _types_of(wanted)
        return wanted(**{name: _build(types.get(name), item) for name, item in data.items()})
    origin = get_origin(wanted)
    if origin is UnionType and data is not None:
        return _build(next(kind for kind in get_args(wanted) if kind is not NoneType), data)
    if origin is tuple:
        return tuple(_build(get_args(wanted)[0], item) for item in data)
    return data


@cache
def _types_of(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _lift_reaction(data: dict[str, Any]) -> dict[str, Any]:
    """A reaction of the first release, which knew two kinds of conditions, as one of today."""
    old = {name: data[name] for name in ("key", "thread", "after_ms", "follow_up")}
    if data["kind"] == "answered":
        return {**old, "when": {"is": "answered", "post": data["post"]}}
    return {**old, "when": {"is": "no_answer", "post": data["post"], "wait_ms": data["wait_ms"]}}
