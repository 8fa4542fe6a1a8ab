"""Pieces of a text that are replaced, and where lines and their comments begin and end."""

from collections.abc import Iterable
from typing import NamedTuple

from scenarios.core.patching.tree import Leaf, Row, Table


class Hunk(NamedTuple):
    """`insert` takes the place of text[start:end]; indexes of characters."""

    start: int
    end: int
    insert: str


def apply_hunks(text: str, hunks: Iterable[Hunk]) -> str:
    """`text` with all of `hunks`, which do not overlap, their places being those of `text` itself."""
    parts, at = [], 0
    for hunk in sorted(hunks):
        parts += [text[at : hunk.start], hunk.insert]
        at = hunk.end
    return "".join((*parts, text[at:]))


def column_of(text: str, index: int) -> int:
    """How many characters stand before `index` on its line."""
    return index - (text.rfind("\n", 0, index) + 1)


def end_of_line(text: str, index: int) -> int:
    """The index of the line break after `index`, or the end of the text."""
    at = text.find("\n", index)
    return len(text) if at < 0 else at


def begins_line(text: str, index: int) -> bool:
    """Whether only blanks stand before `index` on its line."""
    return not text[text.rfind("\n", 0, index) + 1 : index].strip(" ")


def rest_of_line(text: str, index: int) -> str:
    return text[index : end_of_line(text, index)]


def start_of(text: str, parent: Table | Row, index: int) -> int:
    """Where entry or item `index` of `parent` begins: at its key, or at its dash."""
    if isinstance(parent, Table):
        return parent.entries[index][0].start
    item = parent.items[index]
    if parent.is_flow:
        return item.start
    after = end_of(parent, index - 1) if index else parent.start
    if not index:
        return parent.start
    # Between two items stand only comments, blanks and the dash, which comes last.
    at = text.find("\n", after) + 1
    while 0 < at <= item.start:
        line = text[at : end_of_line(text, at)]
        if line.lstrip(" ").startswith("-"):
            return at + len(line) - len(line.lstrip(" "))
        at = end_of_line(text, at) + 1
    return item.start


def end_of(parent: Table | Row, index: int) -> int:
    return (parent.entries[index][1] if isinstance(parent, Table) else parent.items[index]).end


def count_of(parent: Table | Row) -> int:
    return len(parent.entries if isinstance(parent, Table) else parent.items)


def column_of_entries(text: str, parent: Table | Row) -> int:
    """The column of the keys or dashes of a block."""
    return column_of(text, start_of(text, parent, 0))


def comment_beside(text: str, leaf: Leaf) -> str:
    """The comment on the head line of a block scalar."""
    head = text[leaf.start : end_of_line(text, leaf.start)]
    return head[head.index("#") :].rstrip() if leaf.style in ("|", ">") and "#" in head else ""
