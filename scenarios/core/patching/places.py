"""What the format says of the place that a path leads to."""

from collections.abc import Iterator

from scenarios.core.patching.tree import Leaf, Node, Path, Row, Table
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.schema.types import Element, Field, ListOf, MapOf, Pattern, Phrase, Text, Topic, Type


def type_at(path: Path) -> Type | None:
    """The type of what stands at `path`; None where the format knows nothing of it."""
    type_: Type | None = SCENARIO
    for step in path:
        type_ = type_of_item(type_, step)
    return type_


def type_of_item(type_: Type | None, step: str | int) -> Type | None:
    if isinstance(type_, Element):
        field = type_.fields.get(str(step))
        return field.type if field else None
    return type_.item if isinstance(type_, (MapOf, ListOf)) else None


def field_at(path: Path) -> Field | None:
    """The field that `path` leads to, if it leads to one."""
    owner = type_at(path[:-1]) if path else None
    return owner.fields.get(str(path[-1])) if isinstance(owner, Element) else None


def is_text(type_: Type | None) -> bool:
    """Whether people's words stand there, which are quoted wherever they could be mistaken."""
    return type_ is None or isinstance(type_, (Text, Topic, Pattern, Phrase))


def place_among(type_: Type | None, key: str, present: list[str]) -> int:
    """Where among the fields `present` a new one called `key` belongs: after the last that the format has before it."""
    if not isinstance(type_, Element) or key not in type_.fields:
        return len(present)
    order = list(type_.fields)
    before = [index for index, name in enumerate(present) if name in order and order.index(name) < order.index(key)]
    return before[-1] + 1 if before else 0


def walk(node: Node, type_: Type | None, path: Path = ()) -> Iterator[tuple[Path, Node, Type | None]]:
    """Every node with its path and type, parents before their children."""
    yield path, node, type_
    if isinstance(node, Table):
        for key, value in node.entries:
            yield from walk(value, type_of_item(type_, key.value), (*path, key.value))
    elif isinstance(node, Row):
        for index, item in enumerate(node.items):
            yield from walk(item, type_of_item(type_, index), (*path, index))


def walk_scalars(root: Node) -> Iterator[tuple[Path, Leaf, Type | None]]:
    for path, node, type_ in walk(root, SCENARIO):
        if isinstance(node, Leaf):
            yield path, node, type_
