"""Fingerprints of what somebody wrote in earlier runs: enough to tell that words stood before, and no text.

Of each reply there is a keyed hash of the whole masked prose and one of each row of four words, sorted, so that they
do not say which came first. The key is drawn for every run, so that the prints of two runs, or of two people, cannot
be laid side by side. Who knows a sentence can still find out whether it is among them: they are erased like words.
"""

import json
from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from struct import unpack
from typing import NamedTuple

from scoring.core.masking import Prose

ROW = 4
"""Words in a row that are hashed together."""
ALIKE = 500
"""Per mille of a sentence's words in rows of one earlier reply from which the sentence stood there."""
MOST_REPLIES = 200
MOST_ROWS = 5_600
"""Of all replies together, the newest ones: 40,000 characters."""


class EarlierRun(NamedTuple):
    """Where words stood before of which only a fingerprint is left: in a reply of `run`, which began on `day`."""

    run: int
    day: str


class Prints(NamedTuple):
    """The fingerprints of `replies` replies as text."""

    text: str
    replies: int


class Trace(NamedTuple):
    """The words of a sentence, by place, that stood in one earlier reply, and their share of it in per mille."""

    run: EarlierRun
    likeness: int
    places: tuple[int, ...]


class Fingerprints:
    """`_rows` are hashes in ascending order, `_owners` the replies that they are of."""

    __slots__ = ("_key", "_owners", "_rows", "_runs", "_wholes")

    def __init__(self, text: str) -> None:
        data = json.loads(text)
        self._key = bytes.fromhex(data["key"])
        self._runs = [EarlierRun(run, day) for run, day, replies in data["runs"] for _ in range(replies)]
        packed = b64decode(data["rows"])
        self._rows = array("I", unpack(f">{len(packed) // 4}I", packed))
        self._owners = b64decode(data["owners"])
        wholes = b64decode(data["wholes"])
        self._wholes = {wholes[at : at + 8]: at // 8 for at in reversed(range(0, len(wholes), 8))}

    def find_sentence(self, words: Sequence[str]) -> Trace | None:
        """The earlier reply that most of the sentence's words stood in, of equals the first one."""
        found: dict[int, set[int]] = defaultdict(set)
        for at, row in enumerate(_hash_rows(words, key=self._key)):
            for owner in self._owners_of(row):
                found[owner].update(range(at, at + ROW))
        if not found:
            return None
        owner = min(found, key=lambda each: (-len(found[each]), each))
        likeness = 1000 * len(found[owner]) // len(words)
        return Trace(self._runs[owner], likeness, tuple(sorted(found[owner]))) if likeness >= ALIKE else None

    def find_whole(self, whole: str) -> EarlierRun | None:
        """The first earlier reply that was this one, to the masked word."""
        if not whole:
            return None
        owner = self._wholes.get(_hash_whole(whole, key=self._key))
        return None if owner is None else self._runs[owner]

    def _owners_of(self, row: int) -> Iterator[int]:
        at = bisect_left(self._rows, row)
        while at < len(self._rows) and self._rows[at] == row:
            yield self._owners[at]
            at += 1


def write_fingerprints(written: Sequence[tuple[int, str, Prose]], *, key: str) -> Prints | None:
    """The fingerprints of the last of (run, day, prose), the oldest first and those of a run together; None for no
    words at all. `key` is 32 hexadecimal digits."""
    secret = bytes.fromhex(key)
    kept: list[tuple[EarlierRun, bytes, set[int]]] = []
    left = MOST_ROWS
    for run, day, prose in reversed(written[-MOST_REPLIES:]):
        rows = {row for sentence in prose.sentences for row in _hash_rows(sentence.words.split(" "), key=secret)}
        left -= len(rows)
        if left < 0:
            break
        kept.append((EarlierRun(run, day), _hash_whole(prose.whole, key=secret), rows))
    if not kept:
        return None
    kept.reverse()
    pairs = sorted((row, owner) for owner, (_, _, rows) in enumerate(kept) for row in rows)
    data = {
        "key": key,
        "runs": [[*run, len(list(replies))] for run, replies in groupby(run for run, _, _ in kept)],
        "wholes": _pack(b"".join(whole for _, whole, _ in kept)),
        "rows": _pack(b"".join(row.to_bytes(4) for row, _ in pairs)),
        "owners": _pack(bytes(owner for _, owner in pairs)),
    }
    return Prints(json.dumps(data, sort_keys=True, separators=(",", ":")), len(kept))


def _hash_rows(words: Sequence[str], *, key: bytes) -> Iterator[int]:
    for at in range(len(words) - ROW + 1):
        yield int.from_bytes(blake2b(" ".join(words[at : at + ROW]).encode(), digest_size=4, key=key).digest())


def _hash_whole(whole: str, *, key: bytes) -> bytes:
    return blake2b(whole.encode(), digest_size=8, key=key, person=b"whole").digest()


def _pack(data: bytes) -> str:
    return b64encode(data).decode("ascii")
