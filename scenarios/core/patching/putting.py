"""Setting a value, and adding what was not there: an entry, an item, a copy."""

from collections.abc import Mapping
from typing import Any

from scenarios.core.patching.emitting import say_value, write_flow, write_row, write_table
from scenarios.core.patching.expecting import with_part, with_value
from scenarios.core.patching.fresh import make_new
from scenarios.core.patching.hunks import begins_line, column_of, count_of, end_of, end_of_line, start_of
from scenarios.core.patching.naming import kind_given, rename_copy
from scenarios.core.patching.places import place_among, type_at
from scenarios.core.patching.plans import Plan, check_name, find_parent, read_index
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.splicing import Ways, fill_empty, insert_part, replace_node
from scenarios.core.patching.tree import Leaf, Node, Pairs, Path, Plain, Row, Table, find, index_of, say
from scenarios.core.reader import MOST_DEPTH
from scenarios.core.scalars import NOTHING
from scenarios.core.schema.types import ListOf, MapOf

_APART = ("thread",)
"""Elements with a blank line between them."""


def plan_set(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """Another value at `path`; what is missing on the way there is made."""
    value = say_value(edit.get("value"))  # type: ignore[arg-type]  # from outside: it is refused there
    node = find(root, path)
    if not path:
        raise PatchRefused("no-place")
    if node is None:
        return plan_put(text, root, path, value)
    expected = with_value(say(root), path, lambda _: value)
    if say(node) == value:
        return Plan(iter([[]]), expected, path)
    parent, index = find_parent(root, path)
    lost = (0, 0) if isinstance(node, Leaf) else (node.start, node.end)
    return Plan(replace_node(text, parent, index, value, type_at(path[:-1])), expected, path, lost)


def plan_add(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """A new entry or item in the container at `path`: `value`, or what a new one holds."""
    type_, key = type_at(path), edit.get("key") or ""
    if not isinstance(key, str):
        raise PatchRefused("not-an-edit")
    node = find(root, path)
    name, value = make_new(root, path, key=key)
    if edit.get("value") is not None:
        value = say_value(edit["value"])
    kind = kind_given((*path, name))
    if kind:
        check_name(root, kind, name)
    is_list = isinstance(node, Row) or (not isinstance(node, Table) and isinstance(type_, ListOf))
    if is_list:
        count = count_of(node) if isinstance(node, Row) else 0
        return plan_put(text, root, (*path, read_index(edit, count)), value)
    if not name or (isinstance(node, Table) and index_of(node, name) is not None):
        raise PatchRefused("taken", key=name)
    return plan_put(
        text,
        root,
        (*path, name),
        value,
        index=read_index(edit, count_of(node)) if "index" in edit and isinstance(node, Table) else None,
    )


def plan_duplicate(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """The same again, right behind it, with names of its own."""
    node = find(root, path)
    if node is None or not path:
        raise PatchRefused("no-place")
    value, name = rename_copy(say(node), path, root)
    _, index = find_parent(root, path)
    if isinstance(path[-1], int):
        return plan_put(text, root, (*path[:-1], index + 1), value)
    if not name:
        raise PatchRefused("no-place")
    return plan_put(text, root, (*path[:-1], name), value, index=index + 1)


def plan_put(text: str, root: Node, path: Path, value: Plain, *, index: int | None = None) -> Plan:
    """`value` at `path`, where nothing stands yet, and whatever is missing above it."""
    depth = len(path) - 1
    while (node := find(root, path[:depth])) is None:
        depth -= 1
    if len(path) > MOST_DEPTH:
        raise PatchRefused("not-an-edit")
    step, nested = path[depth], value
    for inner in reversed(path[depth + 1 :]):
        if inner != 0 and not isinstance(inner, str):
            raise PatchRefused("no-place")
        nested = Pairs([(inner, nested)]) if isinstance(inner, str) else (nested,)
    part = (step, nested) if isinstance(step, str) else nested
    type_ = type_at(path[:depth])
    is_empty = count_of(node) == 0 if isinstance(node, (Table, Row)) else node.style == "" and node.value in NOTHING
    if is_empty:
        whole: Plain = Pairs([part]) if isinstance(step, str) else (nested,)
        return Plan(
            _fill(text, root, path[:depth], node, whole), with_value(say(root), path[:depth], lambda _: whole), path
        )
    if isinstance(node, Leaf) or isinstance(node, Table) != isinstance(step, str):
        raise PatchRefused("no-place")
    if isinstance(node, Table):
        present = [key.value for key, _ in node.entries]
        at = (
            min(index, len(present))
            if index is not None and depth == len(path) - 1
            else place_among(type_, str(step), present)
        )
    else:
        at = int(step)
        if not 0 <= at <= len(node.items):
            raise PatchRefused("no-place")
    expected = with_value(say(root), path[:depth], lambda plain: with_part(plain, at, part))
    ways = insert_part(text, node, at, str(step), nested, type_, is_apart=_is_apart(text, node, path[:depth]))
    return Plan(ways, expected, path)


def _fill(text: str, root: Node, path: Path, node: Node, whole: Plain) -> Ways:
    type_ = type_at(path)
    parent, index = find_parent(root, path)
    indent = column_of(text, start_of(text, parent, index)) + 2
    write = write_table if isinstance(whole, Pairs) else write_row
    part = write(whole, type_, indent=indent)[indent:]
    return fill_empty(text, node, part, write_flow(whole, type_), indent=indent, is_flow=parent.is_flow)


def _is_apart(text: str, parent: Table | Row, path: Path) -> bool:
    """Whether a blank line belongs before a new entry, as between the others."""
    if parent.is_flow:
        return False
    count = count_of(parent)
    if count > 1:
        between = text[end_of_line(text, end_of(parent, count - 2)) : start_of(text, parent, count - 1)]
        return "\n\n" in between.replace("\r", "") and begins_line(text, start_of(text, parent, count - 1))
    type_ = type_at(path)
    return isinstance(type_, MapOf) and getattr(type_.item, "name", "") in _APART
