"""What a debrief says first, as its template draws it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownPick:
    """`kind` is keep, change or retry; `anchor` where it stands on the page, `mark` the reply's letter ("" for a post).

    `words` are those it is about (None once erased), `seq` the event that can be tried again, 0 for none, and
    `asked_seq` the post that it is about.
    """

    kind: str
    title: str
    words: str | None
    why: str
    advice: str
    anchor: str
    mark: str
    seq: int
    asked_seq: int = 0


@dataclass(frozen=True, slots=True)
class ShownPicks:
    """`worst` and `best` are seqs of replies, the most telling first."""

    keep: ShownPick | None
    change: ShownPick | None
    retry: ShownPick | None
    worst: Sequence[int]
    best: Sequence[int]
