"""A timeline as canonical JSON and back. A published version is frozen under the digest of exactly these bytes.

Rules kept here: the same timeline always gives the same text; a text written by an older release stays readable, so a
new field of a timeline class needs a default.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from scenarios.core.timeline import (
    Brand,
    Channel,
    Fact,
    Needs,
    Persona,
    Post,
    Reaction,
    Template,
    Thread,
    Timeline,
)


def dumps(timeline: Timeline) -> str:
    """The one JSON text that stands for `timeline`: keys sorted, no blanks, no escapes beyond what JSON asks for."""
    return json.dumps(_plain(timeline), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def digest(timeline: Timeline) -> str:
    """SHA-256 over the UTF-8 bytes of `dumps(timeline)`, in lower-case hexadecimal."""
    return hashlib.sha256(dumps(timeline).encode("utf-8")).hexdigest()


def loads(text: str) -> Timeline:
    """The timeline that `dumps` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    data = json.loads(text)
    for name, kind in _ROWS.items():
        data[name] = tuple(_row(kind, item) for item in data[name])
    data["posts"] = tuple(_post(item) for item in data["posts"])
    data["brand"] = _brand(data["brand"])
    return Timeline(**data)


_ROWS: Mapping[str, type] = {
    "personas": Persona,
    "facts": Fact,
    "templates": Template,
    "threads": Thread,
    "reactions": Reaction,
}


def _row(kind: type, data: dict[str, Any]) -> Any:
    return kind(**data)


def _post(data: dict[str, Any]) -> Post:
    needs = data.pop("needs")
    for name in ("facts", "acts"):
        needs[name] = tuple(needs[name])
    return Post(**data, needs=Needs(**needs))


def _brand(data: dict[str, Any]) -> Brand:
    data["private_addresses"] = tuple(data["private_addresses"])
    data["channels"] = tuple(_row(Channel, item) for item in data["channels"])
    data["templates"] = tuple(_row(Template, item) for item in data["templates"])
    return Brand(**data)


def _plain(value: Any) -> Any:
    """`value` as dicts, lists and scalars. `dataclasses.asdict` would copy every string's holder deeply."""
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
