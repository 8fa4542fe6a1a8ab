"""Another name for a thing, wherever it is meant; what is called after a thread is called after its new name."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.core.patching.hunks import Hunk
from scenarios.core.patching.naming import kind_given, list_given, list_meant, list_taken
from scenarios.core.patching.plans import Plan, check_name, find_parent
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.splicing import rewrite_leaf
from scenarios.core.patching.tree import Leaf, Node, Pairs, Path, Plain, Table, find, say
from scenarios.core.scalars import is_key
from scenarios.core.schema.types import Key


def plan_rename(text: str, root: Node, path: Path, edit: Mapping[str, Any]) -> Plan:
    """Another name, there and wherever it is meant. Posts and reactions of a thread that are called after it, with a
    number, go along where their new names are free."""
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
    named = [(given, kind, new), *(_list_inside(root, path, old=old, new=new) if kind == "thread" else ())]
    renamed: dict[int, tuple[Leaf, str]] = {}
    for leaf, of, name in named:
        for each in (leaf, *list_meant(root, of, leaf.value)):
            renamed[each.start] = (each, name)
    ways = _join(
        [list(rewrite_leaf(text, leaf, name, Key(), indent=0, is_flow=True)) for leaf, name in renamed.values()]
    )
    expected = _say_renamed(root, {start: name for start, (_, name) in renamed.items()})
    return Plan(ways, expected, after)


def _list_inside(root: Node, path: Path, *, old: str, new: str) -> Iterator[tuple[Leaf, str, str]]:
    """(where its name is given, kind, new name) of what is called after the thread at `path`."""
    called = re.compile(rf"{re.escape(old)}(?P<rest>(?:-reaction)?(?:-\d+)?)")
    for kind, name, at in list(list_given(root)):
        found = called.fullmatch(name) if kind in ("post", "reaction") and at[: len(path)] == path else None
        after = f"{new}{found['rest']}" if found else ""
        if not is_key(after) or after in list_taken(root, kind):
            continue
        parent, index = find_parent(root, at)
        node = find(root, at)
        if isinstance(node, Leaf):
            yield node, kind, after
        elif isinstance(parent, Table):
            yield parent.entries[index][0], kind, after


def _say_renamed(node: Node, names: Mapping[int, str]) -> Plain:
    """What `node` says with other names at these places."""
    if isinstance(node, Leaf):
        return names.get(node.start, node.value)
    if isinstance(node, Table):
        return Pairs((names.get(key.start, key.value), _say_renamed(item, names)) for key, item in node.entries)
    return tuple(_say_renamed(item, names) for item in node.items)


def _join(ways: list[list[list[Hunk]]]) -> Iterator[list[Hunk]]:
    yield [hunk for each in ways for hunk in each[0]]
    yield [hunk for each in ways for hunk in each[-1]]
