"""What an editor shows beside a text: every part of it with its place, and what happens when.

Rules kept here: it is told as far as it can be told, however much is wrong with the text; values are as they are
written; lines and columns count from 1, columns in UTF-16 code units, as browsers do.
"""

from typing import Any

from scenarios.core import nodes
from scenarios.core.draft import Draft
from scenarios.core.drafting.scenario import draft_scenario
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.tree import Leaf, Node, Row, Table, parse
from scenarios.core.problems import Place, Report
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.shapes import read_element
from scenarios.core.time_line import draw_time_line

Json = dict[str, Any]


def outline_of(text: str) -> Json:
    """{tree, time_line}, both None where the text cannot be read.

    A node of the tree is {v: value, at} for a scalar, {m: [[key, at of the key, node], …], at} for a mapping and
    {s: [node, …], at} for a list, `at` being [line, column].
    """
    try:
        root = parse(text)
    except PatchRefused:
        return {"tree": None, "time_line": None}
    draft = _draft(root, text)
    return {"tree": _tell(root, _Columns(text)), "time_line": draw_time_line(draft) if draft else None}


class _Columns:
    """Columns as browsers count them: only on lines with characters beyond the first plane do they differ."""

    def __init__(self, text: str) -> None:
        lines = enumerate([] if text.isascii() else text.split("\n"), start=1)
        self._wide = {number: line for number, line in lines if line and max(line) > "\uffff"}

    def at(self, node: Node) -> list[int]:
        line = self._wide.get(node.line)
        return [node.line, node.column + (sum(char > "\uffff" for char in line[: node.column - 1]) if line else 0)]


def _tell(node: Node, columns: _Columns) -> Json:
    if isinstance(node, Leaf):
        return {"v": node.value, "at": columns.at(node)}
    if isinstance(node, Row):
        return {"s": [_tell(item, columns) for item in node.items], "at": columns.at(node)}
    entries = [[key.value, columns.at(key), _tell(value, columns)] for key, value in node.entries]
    return {"m": entries, "at": columns.at(node)}


def _draft(root: Node, text: str) -> Draft | None:
    """As the compiler makes one, without what the brand would say."""
    report = Report()
    record = read_element(_to_nodes(root), SCENARIO, key_place=Place("", 1, 1), report=report)
    return None if record is None else draft_scenario(record, source=text, report=report)


def _to_nodes(node: Node) -> nodes.Node:
    place = Place("", node.line, node.column)
    if isinstance(node, Leaf):
        return nodes.Scalar(place, node.value, node.style == "", node.start, node.end)
    if isinstance(node, Table):
        items: dict[str, tuple[nodes.Scalar, nodes.Node]] = {}
        for key, value in node.entries:
            if key.value not in items:  # Of a key that is there twice the first counts.
                name = nodes.Scalar(Place("", key.line, key.column), key.value, True, key.start, key.end)
                items[key.value] = (name, _to_nodes(value))
        return nodes.Mapping(place, items)
    return nodes.Sequence(place, [_to_nodes(item) for item in node.items])
