"""New elements as text: mappings and lists that were not there before."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from scenarios.core.patching.encoding import WIDTH, list_ways
from scenarios.core.patching.places import is_text, type_of_item
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.tree import Pairs, Plain
from scenarios.core.schema.types import Element, Type

Value = str | bool | int | Sequence["Value"] | Mapping[str, "Value"]
"""What an edit brings, as JSON has it."""

MOST_DEPTH = 12


def spell(value: Value) -> str:
    """A scalar as its text: `true`, `12`, or the text itself."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def say_value(value: Value, *, depth: int = 0) -> Plain:
    """What `value` says, as tree.say tells it of a node. PatchRefused where it is none."""
    if depth > MOST_DEPTH:
        raise PatchRefused("not-an-edit")
    if isinstance(value, (str, bool, int)):
        return spell(value)
    if isinstance(value, Mapping):
        return Pairs((str(key), say_value(item, depth=depth + 1)) for key, item in value.items())
    if isinstance(value, Sequence):
        return tuple(say_value(item, depth=depth + 1) for item in value)
    raise PatchRefused("not-an-edit")


def write_key(key: str, *, is_flow: bool) -> str:
    return next(list_ways(key, is_word=True, indent=0, column=0, is_flow=is_flow)) if "\n" not in key else _refuse()


def write_flow(value: Any, type_: Type | None) -> str:
    """`value` on one line."""
    plain = value if isinstance(value, (str, tuple)) else say_value(value)
    if isinstance(plain, str):
        return next(list_ways(plain, is_word=not is_text(type_), indent=0, column=0, is_flow=True))
    if isinstance(plain, Pairs):
        entries = (
            f"{write_key(key, is_flow=True)}: {write_flow(item, type_of_item(type_, key))}" for key, item in plain
        )
        return "{" + ", ".join(entries) + "}"
    return "[" + ", ".join(write_flow(item, type_of_item(type_, 0)) for item in plain) + "]"


def write_entry(key: str, value: Plain, type_: Type | None, *, indent: int, way: int = 0) -> str:
    """`key: value` for a mapping whose keys stand at column `indent`; `way` chooses among the spellings of a scalar."""
    head = write_key(key, is_flow=False) + ":"
    if isinstance(value, str):
        column = indent + len(head) + 1
        return f"{head} {_choose(value, type_, indent=indent, column=column, way=way)}"
    if _fits_on_line(value, type_):
        flow = write_flow(value, type_)
        if indent + len(head) + 1 + len(flow) <= WIDTH or not value:
            return f"{head} {flow}"
    if isinstance(value, Pairs):
        return head + "\n" + write_table(value, type_, indent=indent + 2)
    return head + "\n" + write_row(value, type_, indent=indent + 2)


def write_table(value: Pairs, type_: Type | None, *, indent: int) -> str:
    """The lines of a mapping, each after `indent` blanks."""
    lines = (" " * indent + write_entry(key, item, type_of_item(type_, key), indent=indent) for key, item in value)
    return "\n".join(lines)


def write_item(value: Plain, type_: Type | None, *, indent: int, way: int = 0) -> str:
    """`- value` for a list whose dashes stand at column `indent`."""
    if isinstance(value, str):
        return f"- {_choose(value, type_, indent=indent, column=indent + 2, way=way)}"
    if isinstance(value, Pairs) and value and not _fits_on_line(value, type_):
        return "- " + write_table(value, type_, indent=indent + 2)[indent + 2 :]
    return f"- {write_flow(value, type_)}"


def write_row(value: tuple[Plain, ...], type_: Type | None, *, indent: int) -> str:
    return "\n".join(" " * indent + write_item(item, type_of_item(type_, 0), indent=indent) for item in value)


def _choose(value: str, type_: Type | None, *, indent: int, column: int, way: int) -> str:
    """The spelling at place `way`, or the last there is."""
    ways = list_ways(value, is_word=not is_text(type_), indent=indent, column=column)
    return list(islice(ways, way + 1))[-1]


def _fits_on_line(value: Plain, type_: Type | None) -> bool:
    """Whether scenarios have it on one line: lists of words, and small things without a text of their own."""
    if not value:
        return True
    if isinstance(value, Pairs):
        inner = isinstance(type_, Element) and type_.name in ("persona", "when", "mood", "texts", "phase")
        return inner and all(_is_short(item) for _, item in value)
    return all(isinstance(item, str) and _is_short(item) for item in value)


def _is_short(value: Plain) -> bool:
    words = value if isinstance(value, tuple) and not isinstance(value, Pairs) else (value,)
    return all(isinstance(word, str) and len(word) < 60 and "\n" not in word for word in words)


def _refuse() -> str:
    raise PatchRefused("not-writable")
