"""What the engine asks the score: a reply's assessment, from its words and the state before it."""

from collections.abc import Collection, Mapping
from typing import Any

from scoring.core import Prose, Reading, context_for, context_for_notice, ears_of, judge, judge_notice, names_in, read
from simulator.core.state import State
from simulator.services.memory import Remembered


def assess(
    remembered: Remembered, reading: Reading, *, actor: str, data: Mapping[str, Any], at_ms: int
) -> Mapping[str, Any]:
    """The data of ReplyAssessed, without the reply's seq, for the reply or notice `data` of `actor` that is not folded
    yet."""
    if "topic" in data:
        return judge_notice(
            reading, context_for_notice(remembered.state, earlier=_read_earlier(remembered, actor))
        ).to_data()
    context = context_for(
        remembered.state,
        thread=data["thread"],
        post=data["post"],
        visibility=data["visibility"],
        at_ms=at_ms,
        seen_seq=data["seen_seq"],
        earlier=_read_earlier(remembered, actor),
    )
    return judge(reading, context).to_data()


def read_words(words: str, *, state: State, names: Collection[str] | None = None) -> Reading:
    return read(
        words,
        language=state.language,
        names=names_in(state) if names is None else names,
        ears=ears_of(state.timeline),
    )


def _read_earlier(remembered: Remembered, actor: str) -> list[tuple[int, Prose]]:
    """The prose of the actor's earlier replies, as far as their words are not erased; read once and kept.

    The rest of a reading, a tuple for every token, weighs eight times as much and is never asked for again.
    """
    known = remembered.prose
    earlier = []
    for seq, reply in remembered.state.replies.items():
        if reply.actor != actor or reply.words is None:
            continue
        if seq not in known:
            known[seq] = read_words(reply.words, state=remembered.state).prose
        earlier.append((seq, known[seq]))
    return earlier
