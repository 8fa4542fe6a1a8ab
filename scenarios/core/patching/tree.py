"""A text as a tree whose every part knows from where to where it stands in the text.

Only what a scenario may hold is read (scenarios.core.reader): anchors, aliases, tags and several documents are refused,
so that what stands between two scalars is punctuation and comments and nothing else.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.reader import MOST_DEPTH, MOST_NODES

Path = tuple[str | int, ...]
"""Keys of mappings and indexes of lists, from the root on."""

BLOCKS = ("|", ">")


@dataclass(slots=True)
class Leaf:
    """A scalar. `style` is "" where it is plain, else its quote, `|` or `>`. `end` leaves out the last line break."""

    value: str
    style: str
    start: int
    end: int
    line: int
    column: int


@dataclass(slots=True)
class Table:
    """A mapping, with its entries in order; a key that stands there twice has two."""

    is_flow: bool
    start: int
    end: int
    line: int
    column: int
    entries: list[tuple[Leaf, "Node"]] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A list."""

    is_flow: bool
    start: int
    end: int
    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


Node = Leaf | Table | Row
Plain = Any
"""What a node says: a str, a tuple of items, or a Pairs."""


class Pairs(tuple[tuple[str, Plain], ...]):
    """What a mapping says: (key, value) in order. Another type than tuple, so that no list equals a mapping."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pairs) and tuple.__eq__(self, other)

    __hash__ = tuple.__hash__


def parse(text: str) -> Node:
    """The tree of `text`, with indexes of characters. PatchRefused("unreadable") with the line if it has none."""
    open_: list[Table | Row] = []
    keys: list[Leaf | None] = []
    root: list[Node] = []
    count = documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _refuse(event)
                continue
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                keys.pop()
                _close(open_.pop(), event)
                continue
            if isinstance(event, yaml.AliasEvent):
                raise _refuse(event)
            if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
                continue
            count += 1
            if count > MOST_NODES or len(open_) >= MOST_DEPTH + 1 or event.anchor is not None or event.tag is not None:
                raise _refuse(event)
            node = _make(event, text)
            _attach(node, open_, keys, root, event)
            if not isinstance(node, Leaf):
                open_.append(node)
                keys.append(None)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        line = _where(getattr(error, "problem_mark", None))[1]
        raise PatchRefused("unreadable", line=min(line, text.count("\n") + 1)) from None
    if not root:
        raise PatchRefused("unreadable", line=1)
    return root[0]


def say(node: Node) -> Plain:
    """What `node` says, without where and how it is written."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Table):
        return Pairs((key.value, say(value)) for key, value in node.entries)
    return tuple(say(item) for item in node.items)


def find(node: Node, path: Path) -> Node | None:
    """The node at `path` below `node`."""
    for step in path:
        if isinstance(node, Table) and isinstance(step, str):
            inner = next((value for key, value in node.entries if key.value == step), None)
        elif isinstance(node, Row) and isinstance(step, int) and 0 <= step < len(node.items):
            inner = node.items[step]
        else:
            return None
        if inner is None:
            return None
        node = inner
    return node


def index_of(table: Table, key: str | int) -> int | None:
    """At which place among its entries `key` stands."""
    return next((index for index, (leaf, _) in enumerate(table.entries) if leaf.value == key), None)


def list_leaves(node: Node) -> list[Leaf]:
    """Every scalar, keys too, in the order of the text."""
    if isinstance(node, Leaf):
        return [node]
    if isinstance(node, Row):
        return [leaf for item in node.items for leaf in list_leaves(item)]
    return [leaf for key, value in node.entries for leaf in (key, *list_leaves(value))]


def list_comments(text: str, root: Node) -> list[tuple[int, str]]:
    """(index, comment) of all that begins with # outside of scalars, or beside the head of a block scalar."""
    comments, at = [], 0
    for leaf in list_leaves(root):
        comments += _comments_between(text, at, leaf.start)
        if leaf.style in BLOCKS:
            head = text.find("\n", leaf.start, leaf.end)
            comments += _comments_between(text, leaf.start, leaf.end if head < 0 else head)
        at = max(at, leaf.end)
    return comments + _comments_between(text, at, len(text))


def _comments_between(text: str, start: int, end: int) -> list[tuple[int, str]]:
    found = []
    while (at := text.find("#", start, end)) >= 0:
        line_end = text.find("\n", at, end)
        start = end if line_end < 0 else line_end
        found.append((at, text[at:start].rstrip()))
    return found


def _make(event: yaml.ScalarEvent | yaml.CollectionStartEvent, text: str) -> Node:
    start, line, column = _where(event.start_mark)
    end = _where(event.end_mark)[0]
    if isinstance(event, yaml.MappingStartEvent):
        return Table(bool(event.flow_style), start, end, line, column)
    if not isinstance(event, yaml.ScalarEvent):
        return Row(bool(event.flow_style), start, end, line, column)
    style = event.style or ""
    return Leaf(event.value, style, start, _trim_block(text, start, end) if style in BLOCKS else end, line, column)


def _where(mark: Any) -> tuple[int, int, int]:
    """Index, line and column, the latter two from 1 on. Only a text without a node has an event without a mark."""
    return (mark.index, mark.line + 1, mark.column + 1) if mark else (0, 1, 1)


def _trim_block(text: str, start: int, end: int) -> int:
    """Where a block scalar ends: before its last line break, and before blank lines that do not belong to its value."""
    head_end = text.find("\n", start, end)
    if head_end < 0:
        return end
    body = text[start:end]
    if "+" in text[start:head_end].partition("#")[0]:
        return end - len(body) + len(body.removesuffix("\n").removesuffix("\r"))
    stripped = body.rstrip("\r\n")
    last = stripped.rfind("\n") + 1
    while last > head_end - start and not stripped[last:].strip(" "):  # A blank line of spaces says nothing, either.
        stripped = stripped[:last].rstrip("\r\n")
        last = stripped.rfind("\n") + 1
    return start + max(len(stripped), len(text[start:head_end].rstrip("\r")))


def _attach(node: Node, open_: list[Table | Row], keys: list[Leaf | None], root: list[Node], event: yaml.Event) -> None:
    if not open_:
        root.append(node)
        return
    parent, key = open_[-1], keys[-1]
    if isinstance(parent, Row):
        parent.items.append(node)
    elif key is None:
        if not isinstance(node, Leaf) or node.value == "<<":
            raise _refuse(event)
        keys[-1] = node
    else:
        parent.entries.append((key, node))
        keys[-1] = None


def _close(node: Table | Row, event: yaml.Event) -> None:
    if node.is_flow:
        node.end = _where(event.end_mark)[0]
        return
    last: Node = node
    while not isinstance(last, Leaf) and not last.is_flow:
        inner = last.entries[-1][1] if isinstance(last, Table) and last.entries else None
        if isinstance(last, Row) and last.items:
            inner = last.items[-1]
        if inner is None:
            return
        last = inner
    node.end = last.end


def _refuse(event: yaml.Event) -> PatchRefused:
    return PatchRefused("unreadable", line=_where(event.start_mark)[1])
