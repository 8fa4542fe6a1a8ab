"""A brand profile as plain values, as a form has them, and as the text that is the truth.

Rules kept here: what a form does not show goes through it unchanged; a problem of the text is led back to the value
that caused it; nothing is constructed from a text that is not plain YAML.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from scenarios.core.patching.emitting import say_value, write_table
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.tree import Leaf, Node, Pairs, Path, Plain, Row, Table, parse, say
from scenarios.core.problems import Problem
from scenarios.core.scalars import is_key
from scenarios.core.schema.brand import BRAND

Sheet = dict[str, Any]
"""A profile as its fields: text, a list of texts, or name → what stands there; numbers and times as written."""

_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def read_sheet(text: str) -> Sheet:
    """What `text` says. Raises ValueError where it is no mapping of plain YAML."""
    try:
        said = say(parse(text))
    except PatchRefused as refused:
        raise ValueError(refused.code) from refused
    if not isinstance(said, Pairs):
        raise ValueError("not-a-mapping")
    sheet: Sheet = _open(said)
    return sheet


def write_sheet(sheet: Sheet) -> str:
    """The text that says `sheet`, in the order of the format. Raises ValueError for what cannot be written."""
    order = [*BRAND.fields, *(name for name in sheet if name not in BRAND.fields)]
    try:
        plain = say_value({name: sheet[name] for name in order if name in sheet})
        return write_table(plain, BRAND, indent=0) + "\n"
    except PatchRefused as refused:
        raise ValueError(refused.code) from refused


def find_paths(text: str, problems: Collection[Problem]) -> list[Path]:
    """For each of `problems` the path of the value it is about: the last that begins at or before its place."""
    try:
        places = sorted(_list_places(parse(text), ()), key=lambda each: each[0])
    except PatchRefused:
        return [()] * len(problems)
    return [
        next((path for place, path in reversed(places) if place <= (problem.line, problem.column)), ())
        for problem in problems
    ]


def make_key(name: str, *, taken: Collection[str]) -> str:
    """A key that says `name` as far as keys can, and none of `taken`."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDED)).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:40].strip("-")
    key = key if is_key(key) else f"n-{key}".strip("-")
    if key not in taken:
        return key
    return next(each for number in range(2, len(taken) + 3) if (each := f"{key}-{number}") not in taken)


def _open(plain: Plain) -> Any:
    if isinstance(plain, Pairs):
        return {key: _open(item) for key, item in plain}
    return [_open(item) for item in plain] if isinstance(plain, tuple) else plain


def _list_places(node: Node, path: Path) -> Iterator[tuple[tuple[int, int], Path]]:
    """(line, column) from 1 of every key and value, with the path of the value."""
    if isinstance(node, Table):
        for key, item in node.entries:
            yield (key.line, key.column), (*path, key.value)
            yield from _list_places(item, (*path, key.value))
    elif isinstance(node, Row):
        for index, item in enumerate(node.items):
            yield (item.line, item.column), (*path, index)
            yield from _list_places(item, (*path, index))
    elif isinstance(node, Leaf):
        yield (node.line, node.column), path


def put(sheet: Sheet, name: str, value: str | list[str] | Mapping[str, Any]) -> None:
    """`value` under `name`; an empty one is left out."""
    if value:
        sheet[name] = value
    else:
        sheet.pop(name, None)
