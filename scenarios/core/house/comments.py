"""What somebody wrote beside a profile's values: a form that writes the text anew puts it back where it stood.

Rule kept here: no comment is lost. One whose value is gone goes up to what held that value, and at last to the head.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scenarios.core.patching.tree import Leaf, Node, Path, Row, Table, list_comments, parse, say

_HEAD: Path = ()


class Comment(NamedTuple):
    """`text` with its #. `is_beside`: it ends a line that says something."""

    text: str
    is_beside: bool


def keep_comments(before: str, after: str) -> str:
    """`after` with the comments of `before`, which says much the same. Both are plain YAML that can be read."""
    kept, last = _find_comments(before)
    lines = after.rstrip("\n").split("\n")
    places = {path: line for line, path in reversed(_list_starts(parse(after)))}
    above: dict[int, list[str]] = defaultdict(list)
    beside: dict[int, list[str]] = defaultdict(list)
    for path, comments in kept.items():
        there = next((path[:length] for length in range(len(path), 0, -1) if path[:length] in places), _HEAD)
        at = places.get(there, 1) - 1
        for comment in comments:
            is_line = comment.is_beside and there == path and _ends_plainly(lines, at, places)
            (beside if is_line else above)[at].append(comment.text)
    written: list[str] = []
    for at, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())]
        written += [f"{indent}{text}" for text in above[at]]
        written.append("  ".join([line, *beside[at]]))
    text = "\n".join([*written, *last]) + "\n"
    # Whatever the places were: what is said does not change, or the comments all stand above it.
    return (
        text if _is_same(text, after) else "\n".join([*(each.text for all_ in kept.values() for each in all_), after])
    )


def _find_comments(text: str) -> tuple[Mapping[Path, list[Comment]], list[str]]:
    """Path of what each stands above or beside → comments; and those below everything."""
    root = parse(text)
    starts = _list_starts(root)
    kept: dict[Path, list[Comment]] = defaultdict(list)
    last: list[str] = []
    for place, comment in list_comments(text, root):
        line = text.count("\n", 0, place) + 1
        is_beside = bool(text[text.rfind("\n", 0, place) + 1 : place].strip())
        wanted = [path for at, path in starts if (at <= line if is_beside else at > line)]
        if is_beside and wanted:
            kept[wanted[-1]].append(Comment(comment.rstrip(), True))
        elif wanted:
            kept[wanted[0]].append(Comment(comment.rstrip(), False))
        else:
            last.append(comment.rstrip())
    return kept, last


def _list_starts(root: Node) -> list[tuple[int, Path]]:
    """(line from 1, path) of every entry and item, in the order of the text."""
    return sorted(_walk(root, _HEAD), key=lambda each: each[0])


def _walk(node: Node, path: Path) -> Iterator[tuple[int, Path]]:
    if isinstance(node, Table):
        for key, item in node.entries:
            yield key.line, (*path, key.value)
            yield from _walk(item, (*path, key.value))
    elif isinstance(node, Row):
        for index, item in enumerate(node.items):
            if isinstance(item, Leaf):
                yield item.line, (*path, index)
            else:
                yield from _walk(item, (*path, index))


def _ends_plainly(lines: list[str], at: int, places: Mapping[Path, int]) -> bool:
    """Whether a comment may end this line: no text goes on in the next one."""
    following = at + 2
    return following > len(lines) or following in places.values()


def _is_same(text: str, after: str) -> bool:
    return bool(say(parse(text)) == say(parse(after)))
