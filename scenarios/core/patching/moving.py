"""Taking away, and moving to another place."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from scenarios.core.patching.expecting import with_order, with_value, without_part
from scenarios.core.patching.hunks import count_of, end_of, end_of_line, start_of
from scenarios.core.patching.places import field_at, type_at
from scenarios.core.patching.plans import Plan, find_parent, read_index, read_path
from scenarios.core.patching.putting import plan_put, plan_set
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.splicing import move_part, remove_part
from scenarios.core.patching.tree import Node, Pairs, Path, Plain, Row, Table, find, say


def plan_remove(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """What stands at `path` goes; a container left empty goes with it, or becomes `{}` or `[]` where it must be."""
    node = find(root, path)
    if "item" in edit:
        # By what it says: its place may be another by now.
        items = node.items if isinstance(node, Row) else []
        found = [index for index, item in enumerate(items) if say(item) == edit["item"]]
        return plan_remove(text, root, (*path, found[0] if found else len(items)), {})
    if node is None or not path:
        raise PatchRefused("no-place")
    parent, index = find_parent(root, path)
    if count_of(parent) > 1:
        lost = (start_of(text, parent, index), end_of_line(text, end_of(parent, index)))
        expected = with_value(say(root), path[:-1], partial(without_part, index=index))
        return Plan(remove_part(text, parent, index), expected, path[:-1], lost)
    field = field_at(path[:-1])
    if field is not None and not field.required:
        return plan_remove(text, root, path[:-1], edit)
    empty: Plain = Pairs() if isinstance(parent, Table) else ()
    if len(path) == 1:
        raise PatchRefused("no-place")
    return plan_set(text, root, path[:-1], {"value": {} if isinstance(empty, Pairs) else []})


def plan_move(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """To place `index` among its neighbours, or of the container at path `to`."""
    if find(root, path) is None or not path:
        raise PatchRefused("no-place")
    parent, index = find_parent(root, path)
    target = read_path(edit["to"]) if "to" in edit else path[:-1]
    if target is None:
        raise PatchRefused("not-an-edit")
    if target != path[:-1]:
        return _move_away(text, root, path, target)
    to = min(read_index(edit, count_of(parent) - 1), count_of(parent) - 1)
    expected = with_value(say(root), path[:-1], lambda plain: with_order(plain, index, to))
    ways = move_part(text, parent, index, to) if to != index else iter([[]])
    return Plan(ways, expected, (*path[:-1], path[-1] if isinstance(path[-1], str) else to))


def _move_away(text: str, root: Node, path: Path, target: Path) -> Plan:
    """To the end of another container of the same kind. Where comments inside would be lost it stays."""
    node = find(root, path)
    if (
        node is None
        or type_at(target) != type_at(path[:-1])
        or not isinstance(path[-1], str)
        or path == target[: len(path)]
    ):
        raise PatchRefused("no-place")
    moved = (*target, path[-1])
    put = plan_put(text, root, moved, say(node))
    puts = list(put.ways)
    ways = (first + second for first in plan_remove(text, root, path, {}).ways for second in puts)
    return Plan(ways, _say_without(put.expected, path), moved)


def _say_without(plain: Plain, path: Path) -> Plain:
    """`plain` when what stands at `path` is gone, as _remove has it."""
    owner = plain
    for step in path[:-1]:
        owner = next(item for key, item in owner if key == step)
    if len(owner) > 1:
        return with_value(plain, path[:-1], lambda pairs: Pairs(pair for pair in pairs if pair[0] != path[-1]))
    field = field_at(path[:-1])
    if field is not None and not field.required:
        return _say_without(plain, path[:-1])
    return with_value(plain, path[:-1], lambda _: Pairs())
