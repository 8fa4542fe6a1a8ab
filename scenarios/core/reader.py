"""YAML text to a tree of nodes that know their place. Nothing is constructed: every scalar stays the text it is.

Rules kept here: YAML's own types are not used (`no` stays "no", `1:30` stays "1:30"); aliases, anchors, tags, merge
keys and several documents are refused; size, depth and number of nodes are limited *while* reading, so that no file
costs more than it weighs; whatever the bytes are, the answer is nodes or problems, never an exception.
"""

import re

import yaml

from scenarios.core.nodes import Mapping, Node, Scalar, Sequence
from scenarios.core.problems import Place, Report

MOST_DEPTH = 20
MOST_NODES = 50_000

_UNCLOSED = frozenset(
    {"while parsing a flow mapping", "while parsing a flow sequence", "while scanning a quoted scalar"}
)
"""What may have begun long before libyaml misses its end."""

_FORBIDDEN_VALUE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""What escapes like "\\0" could bring into a value."""


def read_tree(text: str, *, file: str, report: Report) -> Node | None:
    """The tree of the one document in `text` (see `decode`); None if there is none or it cannot be read to its end."""
    reader = _Reader(file, report)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not reader.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        if mark and text[mark.index : mark.index + 1] == "\t":
            report.add(place, "tab")
        elif error.context in _UNCLOSED and error.context_mark and error.context_mark.line < place.line - 1:
            line, column = error.context_mark.line + 1, error.context_mark.column + 1
            report.add(place, "syntax-unclosed", detail=error.problem or "", first_line=line, first_column=column)
        else:
            report.add(place, "syntax", detail=error.problem or "")
        return None
    except yaml.YAMLError as error:
        report.add(Place(file, 1, 1), "syntax", detail=str(error))
        return None
    if reader.root is None:
        report.add(Place(file, 1, 1), "empty-file")
    return reader.root


class _Open:
    """A mapping or sequence whose end has not come yet; `key` is the mapping's key that waits for its value."""

    __slots__ = ("is_refused", "key", "node")

    def __init__(self, node: Sequence | Mapping) -> None:
        self.node = node
        self.key: Scalar | None = None
        self.is_refused = False


class _Reader:
    def __init__(self, file: str, report: Report) -> None:
        self.root: Node | None = None
        self._file = file
        self._report = report
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Adds what `event` brings. False when reading must stop."""
        if isinstance(event, yaml.ScalarEvent):
            return self._count(event) and self._take_scalar(event)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            return self._count(event) and self._start_collection(event)
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            place = self._place(event)
            self._report.add(place, "alias")
            return self._count(event) and self._attach(Scalar(place, "", True, 0, 0))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._report.add(self._place(event), "several-documents")
                return False
        return True

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1) if mark else Place(self._file, 1, 1)

    def _count(self, event: yaml.Event) -> bool:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._report.add(self._place(event), "too-many-nodes", count=MOST_NODES)
            return False
        return True

    def _check_plainness(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        if event.anchor is not None:
            self._report.add(place, "anchor", name=event.anchor)
        if event.tag is not None:
            self._report.add(place, "tag", tag=event.tag)

    def _take_scalar(self, event: yaml.ScalarEvent) -> bool:
        place = self._place(event)
        self._check_plainness(event, place)
        bad = _FORBIDDEN_VALUE.search(event.value)
        if bad:
            self._report.add(place, "control-character", character=f"U+{ord(bad[0]):04X}")
        start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
        return self._attach(Scalar(place, event.value, bool(event.implicit[0]), start, end))

    def _start_collection(self, event: yaml.CollectionStartEvent) -> bool:
        place = self._place(event)
        self._check_plainness(event, place)
        if len(self._open) >= MOST_DEPTH:
            self._report.add(place, "too-deep", depth=MOST_DEPTH)
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node: Mapping | Sequence = Mapping(place, {}) if is_mapping else Sequence(place, [])
        self._attach(node)
        self._open.append(_Open(node))
        return True

    def _attach(self, node: Node) -> bool:
        """Puts `node` where it belongs: the root, an item, a key, or the value of the key before it."""
        if not self._open:
            self.root = node
            return True
        parent = self._open[-1]
        if isinstance(parent.node, Sequence):
            parent.node.items.append(node)
        elif parent.key is None and not parent.is_refused:
            self._take_key(parent, node)
        else:
            if parent.key is not None:
                parent.node.items[parent.key.value] = (parent.key, node)
            parent.key, parent.is_refused = None, False
        return True

    def _take_key(self, parent: _Open, node: Node) -> None:
        items = parent.node.items
        if not isinstance(node, Scalar):
            self._report.add(node.place, "complex-key")
        elif node.is_plain and node.value == "<<":
            self._report.add(node.place, "merge-key")
        elif isinstance(items, dict) and node.value in items:
            first = items[node.value][0].place
            self._report.add(
                node.place, "duplicate-key", key=node.value, first_line=first.line, first_column=first.column
            )
        else:
            parent.key = node
            return
        parent.is_refused = True
