"""An integer for each second of a run, all in one long integer: adding a row to them is one multiplication and one sum.

With 600 posts in twelve minutes, arrays that are added to entry by entry cost 76 ms, this 4 ms; the sums are the same.
Rules kept here: a lane holds what has been added, exactly, between -2**127 and 2**127; nothing is kept beyond the last.
They are added up as they are, so that lanes below zero borrow from the one above, which reading gives back, and the
lanes that nothing has reached cost nothing.
"""

from collections.abc import Iterator, Sequence

BYTES = 16
BITS = 8 * BYTES
SIGN = 1 << (BITS - 1)
EMPTY = 0
"""Lanes that all hold 0."""
AT_ONCE = 64
"""Lanes are read so many at a time, twice as many each time: whoever looks for a change often finds it soon."""


def pack_row(entries: Sequence[int]) -> int:
    """A row, none of whose entries is negative, ready to be added."""
    return int.from_bytes(b"".join(entry.to_bytes(BYTES, "little") for entry in entries), "little")


def add_row(lanes: int, row: int, *, first: int, times: int, count: int) -> int:
    """`lanes`, of which there are `count`, with `times` × `row` added from lane `first` on."""
    room = BITS * (count - first)
    if room <= 0:
        return lanes
    if row.bit_length() > room:
        row &= (1 << room) - 1
    return lanes + (row * times << BITS * first)


def count_held(lanes: int) -> int:
    """How many lanes there are up to the last one that holds anything but 0."""
    return lanes.bit_length() // BITS + bool(lanes)


def read_lane(lanes: int, place: int) -> int:
    """What the lane at `place` holds."""
    return (_cut(lanes, place, count=1) ^ SIGN) - SIGN


def read_lanes(lanes: int, first: int, last: int) -> Iterator[int]:
    """What the lanes from `first` up to, not including, `last` hold."""
    count = AT_ONCE
    while first < last:
        count = min(count, last - first)
        signs = int.from_bytes(SIGN.to_bytes(BYTES, "little") * count, "little")
        data = _cut(_cut(lanes, first, count=count) + signs, 0, count=count).to_bytes(BYTES * count, "little")
        for start in range(0, len(data), BYTES):
            yield int.from_bytes(data[start : start + BYTES], "little") - SIGN
        first, count = first + count, 2 * count


def _cut(lanes: int, first: int, *, count: int) -> int:
    """`count` lanes from `first` on, as bits."""
    bits = BITS * count
    if first == 0:
        return lanes & (1 << bits) - 1
    # The bit below says whether the lanes below, taken together, are negative and have borrowed.
    cut = (lanes >> BITS * first - 1) & (1 << bits + 1) - 1
    return (cut + 1 >> 1) & (1 << bits) - 1
