"""The mapping of a plan's columns as a small YAML file that a person can change: read and written."""

import json
from pathlib import Path

from scenarios.core.decoding import decode
from scenarios.core.importing.exercise import FIELDS, NEEDED, Columns, show_column
from scenarios.core.importing.from_singles import KINDS
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.nodes import Mapping, Node, Scalar
from scenarios.core.problems import Report
from scenarios.core.reader import read_tree

LARGEST = 64 * 1024
_CHANNELS = frozenset({*KINDS, "homepage"})


def read_columns(path: Path) -> Columns:
    """Raises ImportRefused, which names what is wrong."""
    report, file = Report(), str(path)
    text = decode(path.read_bytes()[: LARGEST + 1][:LARGEST], file=file, report=report)
    tree = read_tree(text, file=file, report=report) if text is not None else None
    if not isinstance(tree, Mapping) or report.has_errors:
        raise ImportRefused("bad_mapping", file=file, what="YAML")
    columns = {name: _read_column(value, file=file) for name, value in _entries(tree, "columns") if name in FIELDS}
    header = _text(tree, "header")
    if not (header.isascii() and header.isdigit()) or len(header) > 4:
        raise ImportRefused("bad_mapping", file=file, what="header")
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise ImportRefused("bad_mapping", file=file, what=f"columns: {', '.join(missing)}")
    channels = {name.lower(): value.value for name, value in _entries(tree, "channels")}
    wrong = sorted(set(channels.values()) - _CHANNELS)
    if wrong:
        raise ImportRefused("bad_mapping", file=file, what=f"channels: {', '.join(wrong)[:60]}")
    return Columns(_text(tree, "sheet"), int(header), columns, channels)


def write_columns(columns: Columns) -> str:
    """Columns as letters, and what each channel of the plan becomes."""
    lines = [
        "# Which column of the plan holds what (import_threads --mapping). Change it and import again.",
        f"sheet: {_quote(columns.sheet)}",
        f"header: {columns.header}",
        "columns:",
        *(f"  {name}: {show_column(at)}" for name, at in columns.columns.items()),
    ]
    if columns.channels:
        lines += ["# microblog, page, forum, press or homepage", "channels:"]
        lines += [f"  {_quote(said)}: {key}" for said, key in sorted(columns.channels.items())]
    return "\n".join((*lines, ""))


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _text(tree: Mapping, name: str) -> str:
    node = tree.items[name][1] if name in tree.items else None
    return node.value if isinstance(node, Scalar) else ""


def _entries(tree: Mapping, name: str) -> list[tuple[str, Scalar]]:
    node: Node | None = tree.items[name][1] if name in tree.items else None
    entries = node.items.items() if isinstance(node, Mapping) else ()
    return [(key, value) for key, (_, value) in entries if isinstance(value, Scalar)]


def _read_column(value: Scalar, *, file: str) -> int:
    letter = value.value.strip().upper()
    if len(letter) != 1 or not "A" <= letter <= "Z":
        raise ImportRefused("bad_mapping", file=file, what=f"column {value.value[:20]}")
    return ord(letter) - ord("A")
