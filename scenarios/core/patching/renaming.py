"""Another name for a thing, wherever it is meant."""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.core.patching.hunks import Hunk
from scenarios.core.patching.naming import kind_given, list_meant
from scenarios.core.patching.plans import Plan, check_name, find_parent
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.splicing import rewrite_leaf
from scenarios.core.patching.tree import Leaf, Node, Pairs, Path, Plain, Table, find, say
from scenarios.core.schema.types import Key


def plan_rename(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """Another name, there and wherever it is meant."""
    new, node = edit.get("key"), find(root, path)
    kind = kind_given(path) if path else ""
    if node is None or not kind or not isinstance(new, str):
        raise PatchRefused("no-place")
    parent, index = find_parent(root, path)
    if not isinstance(parent, Table):
        raise PatchRefused("no-place")
    is_inside = isinstance(node, Leaf)  # a follow-up says its name itself
    given = node if isinstance(node, Leaf) else parent.entries[index][0]
    old = given.value
    after = path if is_inside else (*path[:-1], new)
    if new == old:
        return Plan(iter([[]]), say(root), path)
    check_name(root, kind, new)
    leaves = [given, *(leaf for leaf in list_meant(root, kind, old) if leaf is not given)]
    starts = {leaf.start for leaf in leaves}
    ways = _join([list(rewrite_leaf(text, leaf, new, Key(), indent=0, is_flow=True)) for leaf in leaves])
    expected = _say_renamed(root, starts, new)
    return Plan(ways, expected, after)


def _say_renamed(node: Node, starts: set[int], new: str) -> Plain:
    if isinstance(node, Leaf):
        return new if node.start in starts else node.value
    if isinstance(node, Table):
        return Pairs(
            (new if key.start in starts else key.value, _say_renamed(item, starts, new)) for key, item in node.entries
        )
    return tuple(_say_renamed(item, starts, new) for item in node.items)


def _join(ways: list[list[list[Hunk]]]) -> Iterator[list[Hunk]]:
    yield [hunk for each in ways for hunk in each[0]]
    yield [hunk for each in ways for hunk in each[-1]]
