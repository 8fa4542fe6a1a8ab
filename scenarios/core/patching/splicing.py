"""Ways to make one change in a text: each a list of hunks, the nicest first. Which is right, making.py finds out."""

from collections.abc import Iterator

from scenarios.core.patching.emitting import write_entry, write_flow, write_item, write_key
from scenarios.core.patching.encoding import list_ways
from scenarios.core.patching.hunks import (
    Hunk,
    begins_line,
    column_of,
    column_of_entries,
    comment_beside,
    count_of,
    end_of,
    end_of_line,
    rest_of_line,
    start_of,
)
from scenarios.core.patching.places import is_text, type_of_item
from scenarios.core.patching.tree import Leaf, Node, Plain, Row, Table
from scenarios.core.schema.types import Type

MOST_WAYS = 4
"""So many spellings of a scalar are tried in their place."""

Ways = Iterator[list[Hunk]]


def rewrite_leaf(text: str, leaf: Leaf, value: str, type_: Type | None, *, indent: int, is_flow: bool) -> Ways:
    """Another value for a scalar. `indent` is the column of the key or dash that it belongs to."""
    column, comment = column_of(text, leaf.start), comment_beside(text, leaf)
    gap = " " if leaf.start == leaf.end and text[leaf.start - 1 : leaf.start] not in (" ", "") else ""
    for way in list_ways(
        value, is_word=not is_text(type_), indent=indent, column=column, style=leaf.style, is_flow=is_flow
    ):
        head, line_break, body = way.partition("\n")
        yield [Hunk(leaf.start, leaf.end, gap + head + (f" {comment}" if comment else "") + line_break + body)]


def replace_node(text: str, parent: Table | Row, index: int, value: Plain, type_: Type | None) -> Ways:
    """Another value for an entry or item, whatever stood there: the key or dash stays."""
    node = parent.entries[index][1] if isinstance(parent, Table) else parent.items[index]
    inner = type_of_item(type_, parent.entries[index][0].value if isinstance(parent, Table) else index)
    if not parent.is_flow and isinstance(value, tuple):
        start, indent = start_of(text, parent, index), column_of_entries(text, parent)
        comment = comment_beside(text, node) if isinstance(node, Leaf) else ""
        yield [
            Hunk(
                start,
                node.end,
                _write(parent, index, value, type_, indent=indent, way=0) + (f"  {comment}" if comment else ""),
            )
        ]
    if isinstance(node, Leaf) and isinstance(value, str):
        indent = column_of(text, start_of(text, parent, index))
        yield from rewrite_leaf(text, node, value, inner, indent=indent, is_flow=parent.is_flow)
    elif isinstance(value, str) and not parent.is_flow:
        start, indent = start_of(text, parent, index), column_of_entries(text, parent)
        for way in range(MOST_WAYS):
            yield [Hunk(start, node.end, _write(parent, index, value, type_, indent=indent, way=way))]
    yield [Hunk(node.start, node.end, write_flow(value, inner))]


def _write(parent: Table | Row, index: int, value: Plain, type_: Type | None, *, indent: int, way: int) -> str:
    if isinstance(parent, Row):
        return write_item(value, type_of_item(type_, 0), indent=indent, way=way)
    key = parent.entries[index][0].value
    return write_entry(key, value, type_of_item(type_, key), indent=indent, way=way)


def insert_part(
    text: str, parent: Table | Row, index: int, key: str, value: Plain, type_: Type | None, *, is_apart: bool
) -> Ways:
    """A new entry (with `key`) or item at `index` of `parent`, which is not empty. `is_apart`: after a blank line."""
    count = count_of(parent)
    inner = type_of_item(type_, key if isinstance(parent, Table) else 0)
    if parent.is_flow:
        part = write_flow(value, inner)
        if isinstance(parent, Table):
            part = f"{write_key(key, is_flow=True)}: {part}"
        if index < count:
            start = start_of(text, parent, index)
            yield [Hunk(start, start, f"{part}, ")]
        if index:
            end = end_of(parent, index - 1)
            yield [Hunk(end, end, f", {part}")]
        return
    indent = column_of_entries(text, parent)
    blank = "\n" if is_apart else ""
    for way in range(MOST_WAYS if isinstance(value, str) else 1):
        if isinstance(parent, Table):
            part = write_entry(key, value, inner, indent=indent, way=way)
        else:
            part = write_item(value, inner, indent=indent, way=way)
        if index:
            at = end_of_line(text, end_of(parent, index - 1))
            yield [Hunk(at, at, "\n" + blank + " " * indent + part)]
        if index < count:
            at = start_of(text, parent, index)
            yield [Hunk(at, at, f"{part}\n{blank}{' ' * indent}")]


def fill_empty(text: str, node: Node, part: str, flow: str, *, indent: int, is_flow: bool) -> Ways:
    """The first entry or item (as lines in `part`, on one line in `flow`) of what is `{}`, `[]` or nothing at all."""
    if not is_flow:
        yield [Hunk(node.start, node.end, "\n" + " " * indent + part)]
        if text[node.start - 1 : node.start] == " ":
            yield [Hunk(node.start - 1, node.end, "\n" + " " * indent + part)]
    gap = "" if text[node.start - 1 : node.start] in (" ", "[", "{", "") else " "
    yield [Hunk(node.start, node.end, gap + flow)]


def remove_part(text: str, parent: Table | Row, index: int) -> Ways:
    """Entry or item `index`, one of several, goes with what it holds and the comment at the end of its last line."""
    start, end, count = start_of(text, parent, index), end_of(parent, index), count_of(parent)
    if parent.is_flow:
        after = start_of(text, parent, index + 1) if index + 1 < count else None
        if index and "#" not in text[end_of(parent, index - 1) : start]:
            yield [Hunk(end_of(parent, index - 1), end, "")]
        if after is not None and "#" not in text[end:after]:
            yield [Hunk(start, after, "")]
        comma = text.find(",", end)
        if comma >= 0:
            yield [Hunk(start, comma + 1, "")]
        yield [Hunk(start, end, "")]
        return
    line_end = end_of_line(text, end)
    if begins_line(text, start):
        yield [_cut_lines(text, start, line_end)]
    if index + 1 < count:
        after = start_of(text, parent, index + 1)
        if "#" not in text[line_end:after]:
            yield [Hunk(start, after, "")]
    yield [Hunk(start, line_end, "")]
    yield [Hunk(start, end, "")]


def _cut_lines(text: str, start: int, end: int) -> Hunk:
    """Whole lines, and one of two blank lines that would come to stand together."""
    first = text.rfind("\n", 0, start) + 1
    before = text.rfind("\n", 0, max(first - 1, 0)) + 1
    is_alone = first > 0 and not text[before : first - 1].strip()
    if is_alone and not rest_of_line(text, end + 1).strip():
        first = before
    if end >= len(text):
        return Hunk(max(first - 1, 0), end, "")
    return Hunk(first, end + 1, "")


def move_part(text: str, parent: Table | Row, index: int, to: int) -> Ways:
    """Entry or item `index` comes to stand at place `to` (as counted when it is gone), as it is written."""
    order = list(range(count_of(parent)))
    order.insert(to, order.pop(index))
    spans = [(start_of(text, parent, each), end_of(parent, each)) for each in range(len(order))]
    if parent.is_flow:
        yield _permute(text, spans, order)
        return
    if all(begins_line(text, start) for start, _ in spans):
        yield _move_lines(text, spans, index, to)
    yield _permute(text, spans, order)


def _permute(text: str, spans: list[tuple[int, int]], order: list[int]) -> list[Hunk]:
    return [
        Hunk(*span, text[slice(*spans[each])]) for span, each in zip(spans, order, strict=True) if spans[each] != span
    ]


def _move_lines(text: str, spans: list[tuple[int, int]], index: int, to: int) -> list[Hunk]:
    """Whole lines, with the comments right above the moved one (those above the first may be everybody's)."""
    start, end = spans[index]
    first, last = text.rfind("\n", 0, start) + 1, end_of_line(text, end)
    floor = end_of_line(text, spans[index - 1][1]) + 1 if index else first
    indent = start - first
    while index and first > floor:
        above = text.rfind("\n", 0, first - 1) + 1
        line = text[above : first - 1]
        if above < floor or not line[indent:].startswith("#") or line[:indent].strip():
            break
        first = above
    chunk, is_apart = text[first:last], index > 0 and not text[max(first - 1, 0) - 1 : first].strip("\r\n")
    if to < index:
        at = text.rfind("\n", 0, spans[to][0]) + 1
        cut = Hunk(first - 1 - is_apart if first - 1 - is_apart >= 0 else 0, last, "")
        return [Hunk(at, at, chunk + "\n" + ("\n" if is_apart else "")), cut]
    at = end_of_line(text, spans[to][1])
    gap = "\n" if text[last : last + 2] == "\n\n" else ""
    return [Hunk(first, last + 1 + len(gap), ""), Hunk(at, at, "\n" + gap + chunk)]
