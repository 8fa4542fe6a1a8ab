"""Assessing what is said in a run: reply by reply as it is played, or the whole of a log again from the words in it.

Rules kept here: a reply is held against the state before it; likeness is to what the same person wrote before.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from scenarios.core.timeline import Timeline
from scoring.core.assessment import Assessment
from scoring.core.context import context_for, context_for_notice, names_in
from scoring.core.hearing.ears import ears_of
from scoring.core.judging import judge, judge_notice
from scoring.core.masking import Prose
from scoring.core.reading import Reading, read
from simulator.core.events import ASSESSED, Event
from simulator.core.folding import fold
from simulator.core.state import State, start_state


def assess_log(timeline: Timeline, log: Iterable[Event]) -> Iterator[tuple[int, Assessment | None]]:
    """(number of the reply or notice, its assessment) for all that was said in public or private in this run, in order.

    None where the words are erased, and for what the same person wrote after erased words, since likeness to those can
    no longer be told. Replies that a fork copied belong to the run it came from and are only read.
    """
    state = start_state(timeline)
    written: dict[str, list[tuple[int, Prose]]] = {}
    erased: set[str] = set()
    events = list(log)
    forked_at = max((event.seq for event in events if event.kind == "RunForked"), default=0)
    for event in events:
        if event.kind in ASSESSED:
            if event.words is None:
                erased.add(event.actor)
            earlier = written.setdefault(event.actor, [])
            reading = read_words(event.words or "", state=state)
            if event.seq > forked_at:
                judged = judge_said(state, reading, data=event.data, at_ms=event.at_ms, earlier=earlier)
                yield event.seq, None if event.actor in erased else judged
            if event.kind == "ReplySent":
                earlier.append((event.seq, reading.prose))
        fold(state, event)


def judge_said(
    state: State, reading: Reading, *, data: Mapping[str, Any], at_ms: int, earlier: Sequence[tuple[int, Prose]]
) -> Assessment:
    """The assessment of the reply or notice `data` that is not folded into `state` yet."""
    if "topic" in data:
        return judge_notice(reading, context_for_notice(state, earlier=earlier))
    context = context_for(
        state,
        thread=data["thread"],
        post=data["post"],
        visibility=data["visibility"],
        at_ms=at_ms,
        seen_seq=data["seen_seq"],
        earlier=earlier,
    )
    return judge(reading, context)


def read_words(words: str, *, state: State, names: Collection[str] | None = None) -> Reading:
    """`words` as they are read in this run; `names` are its `names_in`, if they are at hand."""
    names = names_in(state) if names is None else names
    return read(words, language=state.language, names=names, ears=ears_of(state.timeline))


def read_earlier(state: State, *, actor: str, known: dict[int, Prose]) -> list[tuple[int, Prose]]:
    """The prose of the actor's earlier replies, as far as their words are not erased; read once and kept in `known`.

    The rest of a reading, a tuple for every token, weighs eight times as much and is never asked for again.
    """
    earlier = []
    for seq, reply in state.replies.items():
        if reply.actor == actor and reply.words is not None:
            if seq not in known:
                known[seq] = read_words(reply.words, state=state).prose
            earlier.append((seq, known[seq]))
    return earlier


class Assessor:
    """Assesses a run while it is played: hand it to `fold_input`."""

    def __init__(self) -> None:
        self._known: dict[int, Prose] = {}

    def __call__(self, state: State, said: Event) -> Mapping[str, Any]:
        reading = read_words(said.words or "", state=state)
        earlier = read_earlier(state, actor=said.actor, known=self._known)
        self._known[said.seq] = reading.prose
        judged = judge_said(state, reading, data=said.data, at_ms=said.at_ms, earlier=earlier)
        return {**judged.to_data(), "reply": said.seq}
