"""The names of things in a scenario: where each is given, where it is meant, and which are still free."""

from collections.abc import Iterator

from scenarios.core.patching.places import type_at, type_of_item, walk_scalars
from scenarios.core.patching.tree import Leaf, Node, Pairs, Path, Plain, Row, Table
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.schema.threads import FOLLOW_UP
from scenarios.core.schema.types import Element, Key, MapOf, Type

NAMED = ("persona", "fact", "rumour", "thread", "post", "reaction", "template", "voice", "doubt")
"""Elements that have a name of the author's choice. Follow-ups are posts."""

BASES = {"persona": "person", "doubt": "doubt"}
"""What a new one is called, with a number, where it is not called after its kind."""

_DOUBTED = ("review", "doubts")


def kind_given(path: Path) -> str:
    """What kind of thing gets its name at `path` ("" for none): by the key of its entry, or by a follow-up's `key`."""
    owner = type_at(path[:-1]) if path else None
    if isinstance(owner, MapOf) and isinstance(owner.item, Element) and owner.item.name in NAMED:
        return owner.item.name
    return "post" if owner is FOLLOW_UP and path[-1] == "key" else ""


def kind_meant(path: Path, type_: Type | None) -> str:
    """What kind of thing the scalar at `path` means by its name, "" for none."""
    if isinstance(type_, Key) and type_.of:
        return type_.of
    is_doubted = path[:2] == _DOUBTED and len(path) == 5 and path[3] == "posts"
    return "post" if is_doubted else ""


def list_given(root: Node) -> Iterator[tuple[str, str, Path]]:
    """(kind, name, path) of all that has a name, in the order of the text."""
    yield from _list_given(root, SCENARIO, ())


def list_taken(root: Node, kind: str) -> set[str]:
    """The names that things of `kind` have. Posts and follow-ups share theirs, so do all reactions."""
    return {name for each, name, _ in list_given(root) if each == kind}


def list_meant(root: Node, kind: str, name: str) -> list[Leaf]:
    """Every scalar that means the thing of `kind` called `name`."""
    return [leaf for path, leaf, type_ in walk_scalars(root) if leaf.value == name and kind_meant(path, type_) == kind]


def find_free(base: str, taken: set[str], *, is_numbered: bool = True) -> str:
    """`base-1`, or the next number that is free; `base` itself where `is_numbered` is False and it is free."""
    if not is_numbered and base not in taken:
        return base
    base = base[:56]
    number = 1 if is_numbered else 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def rename_copy(plain: Plain, path: Path, root: Node) -> tuple[Plain, str]:
    """A copy of what stands at `path`, with names of its own inside, and its own new name ("" where it needs none)."""
    names: dict[tuple[str, str], str] = {}
    taken: dict[str, set[str]] = {}
    for kind, name, _ in _list_in_plain(plain, path):
        used = taken.setdefault(kind, list_taken(root, kind))
        head, _, number = name.rpartition("-")
        names[kind, name] = find_free(
            head if head and number.isdigit() else name, used, is_numbered=bool(head and number.isdigit())
        )
        used.add(names[kind, name])
    copy = _rename(plain, path, names)
    kind = kind_given(path)
    return copy, names.get((kind, str(path[-1])), "") if kind else ""


def _list_given(node: Node, type_: Type | None, path: Path) -> Iterator[tuple[str, str, Path]]:
    if isinstance(node, Table):
        for key, value in node.entries:
            inner = (*path, key.value)
            if kind := kind_given(inner):
                yield kind, value.value if key.value == "key" and isinstance(value, Leaf) else key.value, inner
            if not isinstance(value, Leaf):
                yield from _list_given(value, type_of_item(type_, key.value), inner)
    elif isinstance(node, Row):
        for index, item in enumerate(node.items):
            if not isinstance(item, Leaf):
                yield from _list_given(item, type_of_item(type_, index), (*path, index))


def _list_in_plain(plain: Plain, path: Path) -> Iterator[tuple[str, str, Path]]:
    """The names given in what stands at `path`, its own first."""
    if kind := kind_given(path):
        yield kind, plain if isinstance(plain, str) else str(path[-1]), path
    if isinstance(plain, Pairs):
        for key, value in plain:
            yield from _list_in_plain(value, (*path, key))
    elif isinstance(plain, tuple):
        for index, item in enumerate(plain):
            yield from _list_in_plain(item, (*path, index))


def _rename(plain: Plain, path: Path, names: dict[tuple[str, str], str]) -> Plain:
    if isinstance(plain, Pairs):
        return Pairs((_rename_key(key, (*path, key), names), _rename(item, (*path, key), names)) for key, item in plain)
    if isinstance(plain, tuple):
        return tuple(_rename(item, (*path, index), names) for index, item in enumerate(plain))
    kind = kind_given(path) or kind_meant(path, type_at(path))
    return names.get((kind, plain), plain)


def _rename_key(key: str, path: Path, names: dict[tuple[str, str], str]) -> str:
    kind = kind_given(path)
    return names.get((kind, key), key) if kind and path[-1] != "key" else key
