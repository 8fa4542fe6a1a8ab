"""The chain of digests through the audit record, which one changed byte breaks.

Rules kept here: a digest covers the digest before it and the entry as stored, byte for byte; seqs have no gap; the head
says where the record ends, and a digest that was written out elsewhere says that it once came at least so far. What is
gone from the beginning was told before: an entry CUT names the last one that went.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

FIRST = ""
"""What stands before the first digest."""
CUT = "record.cut"
"""The entry that tells that the record begins later now: `seq` and `digest` of the last one that went."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as stored. `at_ms` is wall ms, `actor` and `about` are ids of people, None where there is none."""

    seq: int
    at_ms: int
    verb: str
    actor: int | None
    about: int | None
    data: str
    digest: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the record is not the one that was written. `code` is gap, digest, cut, end, head or last."""

    seq: int
    code: str


def digest_of(before: str, *, seq: int, at_ms: int, verb: str, actor: int | None, about: int | None, data: str) -> str:
    """The digest of an entry that follows the digest `before`, in hex."""
    # No field but the last can hold a line break, so no two entries share a text.
    told = ["" if each is None else str(each) for each in (seq, at_ms, verb, actor, about)]
    return hashlib.sha256("\n".join([before, *told, data]).encode()).hexdigest()


def find_faults(
    entries: Iterable[Entry],
    *,
    head_seq: int,
    head_digest: str,
    last: str = "",
    cut_seq: int = 0,
    cut_digest: str = FIRST,
) -> list[Fault]:
    """Every place where the record does not hold, in order; none for a whole record.

    After a fault the chain is taken up again at what is stored, so that each change is placed by itself. `last` is a
    digest that was written out: a record that does not hold it was cut off, or written anew from some entry on.
    `cut_seq` and `cut_digest` are of the last entry whose time was over: the newest CUT has to name exactly that one.
    """
    faults, seq, before, seen = [], cut_seq, cut_digest, not last or last == cut_digest
    told = (0, FIRST)
    for entry in entries:
        if entry.seq != seq + 1:
            faults.append(Fault(seq + 1, "gap"))
        elif entry.digest != digest_of(
            before,
            seq=entry.seq,
            at_ms=entry.at_ms,
            verb=entry.verb,
            actor=entry.actor,
            about=entry.about,
            data=entry.data,
        ):
            faults.append(Fault(entry.seq, "digest"))
        seq, before = entry.seq, entry.digest
        if entry.verb == CUT:
            told = _read_cut(entry.data)
        seen = seen or entry.digest == last
    if told != (cut_seq, cut_digest):
        faults.append(Fault(cut_seq, "cut"))
    if seq != head_seq:
        faults.append(Fault(seq + 1, "end"))
    elif before != head_digest:
        faults.append(Fault(seq, "head"))
    if not seen:
        faults.append(Fault(seq, "last"))
    return faults


def _read_cut(data: str) -> tuple[int, str]:
    """What a CUT names; nothing that an entry could be where it was changed past reading."""
    try:
        said = json.loads(data)
        return int(said["seq"]), str(said["digest"])
    except (ValueError, KeyError, TypeError):
        return -1, ""
