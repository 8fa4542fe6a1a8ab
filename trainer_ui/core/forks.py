"""Where to go back to, to try a moment again: a few seconds before a reply, or when a post came that got none."""

from collections.abc import Sequence

LEAD_MS = 10_000
"""How long before the reply: enough to look up, and not to think it all over again."""


def find_fork(events: Sequence[tuple[int, int]], *, seq: int, asked_seq: int) -> tuple[int, int]:
    """(the last event that is kept, the run time at which to go on), for the reply `seq` to what event `asked_seq`
    brought; the same seq twice is a post without a reply. `events` are (seq, run time in ms), in order from seq 1.

    Whoever answered sooner goes back to the post itself. Raises ValueError for what is no such moment.
    """
    times = dict(events)
    if seq not in times or asked_seq not in times or asked_seq > seq:
        raise ValueError("no such moment")
    asked_ms = times[asked_seq]
    if asked_seq == seq:
        return seq, asked_ms
    begins_ms = max(asked_ms, times[seq] - LEAD_MS)
    kept = [(each, at_ms) for each, at_ms in events if each < seq and (at_ms <= begins_ms or each <= asked_seq)]
    return kept[-1][0], max(begins_ms, kept[-1][1])
