"""In which order things happen in a run, and where an event stood in it.

Rules kept here: what falls due is ordered by run time, rank of its kind and key; an input comes after everything that
is due in its millisecond, for a command catches up to its own stamp, inclusive.
"""

from collections.abc import Mapping

from simulator.core.events import KINDS, Event

Item = tuple[int, int, str]
"""Something that falls due: run time in ms, rank of its kind, and its key, which is unique within the rank."""

MOOD_RANK = KINDS["MoodMoved"].rank
FACT_RANK = KINDS["FactReleased"].rank
DESK_RANK = KINDS["DeskAnswered"].rank
POST_RANK = KINDS["PostAppeared"].rank
CROWD_RANK = POST_RANK + 1
"""Posts of the crowd come after what the scenario, or one of its people, says in the same millisecond."""
IDENTIFIED_RANK = KINDS["CustomerIdentified"].rank
RUMOUR_RANK = KINDS["RumourEnded"].rank
CLOSE_RANK = KINDS["ThreadClosed"].rank
REACTION_RANK = KINDS["ReactionFired"].rank
END_RANK = KINDS["RunEnded"].rank
INPUT_RANK = 99
BEFORE_ALL = -1

PLACED = ("EngineChanged", "RunForked")
"""Inputs with a place of their own among the events of their millisecond: a fork may begin between them, and a new
engine stands behind what the old one wrote. All others come after everything that is due."""

_KEY_FIELDS: Mapping[str, tuple[str, ...]] = {
    "FactReleased": ("fact",),
    "DeskAnswered": ("post", "desk"),
    "PostAppeared": ("post",),
    "CustomerIdentified": ("persona", "thread"),
    "RumourEnded": ("rumour",),
    "ThreadClosed": ("thread", "reason"),
    "ReactionFired": ("reaction", "post"),
    "RunEnded": ("reason",),
}


def key_of(*parts: str) -> str:
    """One key for several: a reaction and the post it is about, a post and the desk that answers."""
    return "\x1f".join(parts)


def parts_of(key: str) -> tuple[str, str]:
    """The two that `key_of` made one."""
    first, _, second = key.partition("\x1f")
    return first, second


def item_of(event: Event) -> Item:
    """The place of `event` among the items of its run. One without a key stands before all keys of its rank."""
    kind, data = event.kind, event.data
    if KINDS[kind].is_input:
        return (event.at_ms, BEFORE_ALL if kind in PLACED else INPUT_RANK, "")
    rank = CROWD_RANK if data.get("crowd") else KINDS[kind].rank
    return (event.at_ms, rank, key_of(*(data[field] for field in _KEY_FIELDS.get(kind, ()))))
