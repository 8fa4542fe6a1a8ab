"""The chain of digests through a run's log, which one changed byte breaks.

Rules kept here: a digest covers the digest before it and the event as stored, byte for byte; a person's words are
covered only through an HMAC under a salt of their own, so that erasing words and salt together leaves the chain whole
and the words beyond guessing.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

FIRST = ""
"""What stands before the first digest."""


@dataclass(frozen=True, slots=True)
class Link:
    """One event as stored. `data` is the text of its column; `words` and `salt` are None where there are none."""

    seq: int
    at_ms: int
    kind: str
    actor: str
    data: str
    words: str | None
    salt: str | None
    words_mac: str
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold. `code` is gap, digest, words or head."""

    seq: int
    code: str


def mac_of(words: str, *, salt: str) -> str:
    """The commitment to a person's words, in hex."""
    return hmac.digest(salt.encode(), words.encode(), "sha256").hex()


def digest_of(before: str, *, seq: int, at_ms: int, kind: str, actor: str, data: str, words_mac: str) -> str:
    """The digest of an event that follows the digest `before`, in hex."""
    # No field but the last can hold a line break, so no two events share a text.
    return sha256(f"{before}\n{seq}\n{at_ms}\n{kind}\n{actor}\n{words_mac}\n{data}".encode()).hexdigest()


def find_break(links: Iterable[Link], *, head_seq: int, head_digest: str) -> Break | None:
    """The first place where the log is not the one that was written; None for a whole chain.

    Erased words (no text, no salt) are whole. A missing end shows in the head.
    """
    seq, before = 0, FIRST
    for link in links:
        if link.seq != seq + 1:
            return Break(seq + 1, "gap")
        expected = digest_of(
            before,
            seq=link.seq,
            at_ms=link.at_ms,
            kind=link.kind,
            actor=link.actor,
            data=link.data,
            words_mac=link.words_mac,
        )
        if link.digest != expected:
            return Break(link.seq, "digest")
        if not _words_hold(link):
            return Break(link.seq, "words")
        seq, before = link.seq, link.digest
    return None if (seq, before) == (head_seq, head_digest) else Break(seq, "head")


def _words_hold(link: Link) -> bool:
    if link.words is None and link.salt is None:
        return True
    if link.words is None or link.salt is None:
        return False
    return mac_of(link.words, salt=link.salt) == link.words_mac
