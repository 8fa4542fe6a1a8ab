"""Chance, without dice: every draw is a hash of the run's seed, what it is for and whom it is about.

There is no shared stream, so one draw more or less changes no other, and the order of draws does not matter.
"""

from hashlib import blake2b
from struct import Struct

_EIGHT = Struct(">8Q")

SEED_BITS = 63
"""Seeds are integers of this many bits, so that they fit a signed database column."""


def draw(seed: int, purpose: str, id: str) -> int:
    """An integer of 64 bits, evenly spread; always the same for the same arguments."""
    text = f"{seed}\x1f{purpose}\x1f{id}".encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def draw_below(limit: int, *, seed: int, purpose: str, id: str) -> int:
    """An integer from 0 to `limit` - 1."""
    return draw(seed, purpose, id) % limit


def draw_many(seed: int, purpose: str, id: str) -> tuple[int, ...]:
    """Eight integers of 64 bits out of one hash, for what is drawn very often."""
    text = f"{seed}\x1f{purpose}\x1f{id}".encode()
    return _EIGHT.unpack(blake2b(text, digest_size=64).digest())
