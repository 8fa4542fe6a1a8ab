"""What stands, at the end of a run, of what was said in it: replies as they were last corrected, none that was deleted.

Rules kept here: what was public was public, so the critical errors of every wording count, of deleted replies too; all
else is judged on what stands; a wait ends with the first wording that answers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.core.events import Event
from simulator.core.state import State

NO_ANSWER = "speed.no_answer"
Assessed = Mapping[str, Any]
"""The data of a ReplyAssessed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`wordings` are all assessments since a fork, by the seq of what they assess; `assessed` those that stand, by the
    reply's seq (a notice's too). The replies `empty` answer nothing. `said_ms`: reply → the run time from which on it
    answered, where that is later than when it was sent.
    """

    wordings: Mapping[int, Assessed]
    assessed: Mapping[int, Assessed]
    empty: frozenset[int]
    said_ms: Mapping[int, int]


def read_standing(state: State, events: Iterable[Event]) -> Standing:
    """`state` is the one at the end of `events`. Replies that a fork copied are scored where they were sent."""
    assessed = [event for event in events if event.kind == "ReplyAssessed" and event.data["reply"] > state.forked_at]
    wordings = {event.data["reply"]: event.data for event in assessed}
    answering = {event.data["reply"]: event.at_ms for event in assessed if not _is_empty(event.data)}
    standing, said_ms = dict[int, Assessed](), dict[int, int]()
    for seq in wordings:
        reply = state.replies.get(seq)
        if reply is None and seq not in state.corrected:
            standing[seq] = wordings[seq]
        elif reply is not None and not reply.deleted:
            standing[seq] = wordings[reply.last]
            later = [answering[each] for each in reply.corrections if each in answering]
            if seq not in answering and later:
                said_ms[seq] = later[0]
    empty = frozenset(seq for seq, data in standing.items() if _is_empty(data))
    return Standing(wordings, standing, empty, said_ms)


def _is_empty(assessed: Assessed) -> bool:
    return any(found["rule"] == NO_ANSWER for found in assessed["findings"])
