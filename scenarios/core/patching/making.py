"""An edit becomes hunks that do exactly that: the ways to write it are tried until one proves right.

An edit is a mapping with `do` and `path` (a list of keys and indexes):

- set: `value` at `path`, a text, number, truth, list or mapping; what is missing on the way there is made.
- add: an entry or item in the container at `path`; `key`, `value` and `index` where wished.
- duplicate: what stands at `path` once more behind it, under names of its own.
- remove: what stands at `path`, or the item of the list there that says `item`. A container that would be left empty
  goes with it where it may.
- move: to place `index` among its neighbours, or to the end of the container at path `to`.
- rename: to `key`, there and wherever it is meant.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from scenarios.core.patching.hunks import Hunk, apply_hunks
from scenarios.core.patching.moving import plan_move, plan_remove
from scenarios.core.patching.plans import Plan, read_path
from scenarios.core.patching.putting import plan_add, plan_duplicate, plan_set
from scenarios.core.patching.refusals import PatchRefused
from scenarios.core.patching.renaming import plan_rename
from scenarios.core.patching.tree import Node, Path, Plain, list_comments, parse, say

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Patch(NamedTuple):
    """`hunks` by place, in characters of the text; `path` is where what was edited stands afterwards."""

    hunks: list[Hunk]
    path: Path


def make_patch(text: str, edit: object) -> Patch:
    """The hunks that make `edit` in `text`. PatchRefused, and nothing else, where it cannot be made."""
    if not isinstance(edit, Mapping):
        raise PatchRefused("not-an-edit")
    make = EDITS.get(str(edit.get("do")))
    path = read_path(edit.get("path"))
    if make is None or path is None:
        raise PatchRefused("not-an-edit")
    skip = len(_BOM) if text.startswith(_BOM) else 0
    body, is_crlf = text[skip:], "\r\n" in text
    root = parse(body)
    plan = make(body, root, path, edit)
    comments = Counter(comment for at, comment in list_comments(body, root) if not plan.lost[0] <= at < plan.lost[1])
    for hunks in plan.ways:
        written = [hunk._replace(insert=hunk.insert.replace("\n", "\r\n")) for hunk in hunks] if is_crlf else hunks
        if is_right(body, written, plan.expected, comments):
            shifted = [Hunk(start + skip, end + skip, insert) for start, end, insert in sorted(written)]
            return Patch(shifted, plan.path)
    raise PatchRefused("not-writable")


def is_right(text: str, hunks: list[Hunk], expected: Plain, comments: Counter[str]) -> bool:
    """Whether the patched text says what was meant, and keeps every comment."""
    if any(left.end > right.start for left, right in pairwise(sorted(hunks))):
        return False
    patched = apply_hunks(text, hunks)
    try:
        root = parse(patched)
    except PatchRefused:
        return False
    return say(root) == expected and not comments - Counter(comment for _, comment in list_comments(patched, root))


def to_utf16(text: str, hunks: list[Hunk]) -> list[Hunk]:
    """The same with places in code units of UTF-16, as browsers count."""
    return [Hunk(_count_units(text, hunk.start), _count_units(text, hunk.end), hunk.insert) for hunk in hunks]


def _count_units(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


EDITS: Mapping[str, Callable[[str, Node, Path, Mapping[str, Any]], Plan]] = {
    "set": plan_set,
    "add": plan_add,
    "duplicate": plan_duplicate,
    "remove": plan_remove,
    "move": plan_move,
    "rename": plan_rename,
}
