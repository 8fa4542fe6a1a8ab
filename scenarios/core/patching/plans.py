"""What an edit needs to know of the text, and what it hands on: a plan."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from scenarios.core.patching.naming import list_taken
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.splicing import Ways
from scenarios.core.patching.tree import Leaf, Node, Path, Plain, Row, Table, find, index_of
from scenarios.core.reader import MOST_DEPTH
from scenarios.core.scalars import is_key
from scenarios.core.values import ANY


class Plan(NamedTuple):
    """`lost` is what may go with all comments in it; `expected` is what the text must say."""

    ways: Ways
    expected: Plain
    path: Path
    lost: tuple[int, int] = (0, 0)


def check_name(root: Node, kind: str, name: str) -> None:
    if not is_key(name) or name == ANY:
        raise PatchRefused("not-a-key", value=name)
    if name in list_taken(root, kind):
        raise PatchRefused("taken", key=name)


def find_parent(root: Node, path: Path) -> tuple[Table | Row, int]:
    parent = find(root, path[:-1]) if path else None
    if isinstance(parent, Table):
        index = index_of(parent, path[-1])
    else:
        index = int(path[-1]) if isinstance(parent, Row) else None
    if parent is None or isinstance(parent, Leaf) or index is None:
        raise PatchRefused("no-place")
    return parent, index


def read_path(value: object) -> Path | None:
    if not isinstance(value, (list, tuple)) or len(value) > MOST_DEPTH:
        return None
    if not all(isinstance(step, (str, int)) and not isinstance(step, bool) for step in value):
        return None
    return tuple(value)


def read_index(edit: Mapping[str, Any], last: int) -> int:
    """The edit's `index`, `last` where it says none or a later one."""
    index = edit.get("index", last)
    if not isinstance(index, int) or isinstance(index, bool) or index < 0:
        raise PatchRefused("not-an-edit")
    return min(index, last)
