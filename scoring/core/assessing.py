"""Assessing what is said in a run: reply by reply as it is played, or the whole of a log again from the words in it.

Rules kept here: a reply is held against the state before it; likeness is to what the same person wrote before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
            reading = read(event.words or "", language=state.language, names=names_in(state), ears=ears_of(timeline))
            if event.seq > forked_at:
                is_whole = event.actor not in erased
                yield event.seq, judge_said(state, reading, said=event, earlier=earlier) if is_whole else None
            if event.kind == "ReplySent":
                earlier.append((event.seq, reading.prose))
        fold(state, event)


def judge_said(state: State, reading: Reading, *, said: Event, earlier: Sequence[tuple[int, Prose]]) -> Assessment:
    """The assessment of `said`, a reply or a notice that is not folded into `state` yet."""
    if said.kind != "ReplySent":
        return judge_notice(reading, context_for_notice(state, earlier=earlier))
    context = context_for(
        state,
        thread=said.data["thread"],
        post=said.data["post"],
        visibility=said.data["visibility"],
        at_ms=said.at_ms,
        seen_seq=said.data["seen_seq"],
        earlier=earlier,
    )
    return judge(reading, context)


def read_in(state: State, words: str) -> Reading:
    """`words` as they are read in this run."""
    return read(words, language=state.language, names=names_in(state), ears=ears_of(state.timeline))


def read_earlier(state: State, *, actor: str, known: dict[int, Prose]) -> list[tuple[int, Prose]]:
    """The prose of the actor's earlier replies, as far as their words are not erased; read once and kept in `known`.

    The rest of a reading, a tuple for every token, weighs eight times as much and is never asked for again.
    """
    earlier = []
    for seq, reply in state.replies.items():
        if reply.actor == actor and reply.words is not None:
            if seq not in known:
                known[seq] = read_in(state, reply.words).prose
            earlier.append((seq, known[seq]))
    return earlier


class Assessor:
    """Assesses a run while it is played: hand it to `fold_input`."""

    def __init__(self) -> None:
        self._known: dict[int, Prose] = {}

    def __call__(self, state: State, said: Event) -> Mapping[str, Any]:
        reading = read_in(state, said.words or "")
        earlier = read_earlier(state, actor=said.actor, known=self._known)
        self._known[said.seq] = reading.prose
        return {**judge_said(state, reading, said=said, earlier=earlier).to_data(), "reply": said.seq}
