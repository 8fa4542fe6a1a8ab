"""What differs between two texts, line by line, as people read it."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

SAME, ADDED, REMOVED, GAP = "same", "added", "removed", "gap"
CONTEXT = 3
"""Lines shown before and after a change."""
Opcode = tuple[str, int, int, int, int]


class ChangedLine(NamedTuple):
    """`kind` is one of the four above; `old` and `new` count lines from 1, None where the line is not in that text. A
    gap stands for `new` lines that are left out."""

    kind: str
    old: int | None
    new: int | None
    text: str


def count_changes(old: str, new: str) -> tuple[int, int]:
    """How many lines came and how many went."""
    added = removed = 0
    for tag, i1, i2, j1, j2 in _list_opcodes(old.split("\n"), new.split("\n")):
        if tag != "equal":
            added, removed = added + j2 - j1, removed + i2 - i1
    return added, removed


def list_changes(old: str, new: str, *, context: int = CONTEXT) -> Iterator[ChangedLine]:
    """The changed lines with `context` lines around each, in order; nothing where the texts are the same."""
    before, after = old.split("\n"), new.split("\n")
    opcodes = _list_opcodes(before, after)
    if all(tag == "equal" for tag, *_ in opcodes):
        return
    for number, (tag, i1, i2, j1, j2) in enumerate(opcodes):
        if tag == "equal":
            head = 0 if number == 0 else context
            tail = 0 if number == len(opcodes) - 1 else context
            yield from _tell_same(before, i1, i2, j1, head=head, tail=tail)
            continue
        yield from (ChangedLine(REMOVED, i + 1, None, before[i]) for i in range(i1, i2))
        yield from (ChangedLine(ADDED, None, j + 1, after[j]) for j in range(j1, j2))


def _tell_same(lines: list[str], i1: int, i2: int, j1: int, *, head: int, tail: int) -> Iterator[ChangedLine]:
    hidden = i2 - i1 - head - tail
    for i in range(i1, i2):
        if hidden > 1 and i == i1 + head:
            yield ChangedLine(GAP, None, hidden, "")
        if hidden <= 1 or i < i1 + head or i >= i2 - tail:
            yield ChangedLine(SAME, i + 1, j1 + i - i1 + 1, lines[i])


def _list_opcodes(before: list[str], after: list[str]) -> list[Opcode]:
    """As difflib tells them. What both begin and end with is no work, and mostly nearly everything."""
    shortest = min(len(before), len(after))
    head = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    tail = next((n for n in range(shortest - head) if before[-1 - n] != after[-1 - n]), shortest - head)
    inner = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail]).get_opcodes()
    opcodes: list[Opcode] = [("equal", 0, head, 0, head)] if head else []
    opcodes += [(tag, i1 + head, i2 + head, j1 + head, j2 + head) for tag, i1, i2, j1, j2 in inner]
    if tail:
        opcodes.append(("equal", len(before) - tail, len(before), len(after) - tail, len(after)))
    return opcodes
