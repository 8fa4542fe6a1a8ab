"""The declared order of service: danger, then what is overdue or would be if it were not next, then reach times anger,
then the earliest target. The expert works by it, and triage serves a trainee's replies again in it.

Around it stand what a click settles (before) and what nobody waits for (after).
"""

DANGER, NOTICE, CLICK, DUE, LATER, CLOSING = range(6)
WRITING_MS = 75_000
"""What an expert keeps free for a reply before its target: reading once more, thinking, typing, and a little."""
NEXT_MS = 60_000
"""One more job takes about so long: what would then be late is due now."""
FAR_MS = 1 << 60
"""The target of what has none."""
CALM = 15
"""Anger, of 100, of whom nothing is known."""


def step_of_reply(due_ms: int, *, now_ms: int) -> int:
    """Of a reply that somebody waits for until `due_ms`."""
    return DUE if falls_due(due_ms) <= now_ms else LATER


def falls_due(due_ms: int) -> int:
    """From when on who waits until `due_ms` is overdue, or would be if they were not next."""
    return due_ms - WRITING_MS - NEXT_MS


def weigh(reach: int, anger: int) -> int:
    """Reach times anger, which decides between two of the same step; nobody is so calm as to count for nothing."""
    return reach * (anger + CALM)
