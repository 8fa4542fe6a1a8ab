"""The assessments of a whole log, made again from the words in it: what `rescore` compares with what is stored."""

from collections.abc import Iterable, Iterator

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
                yield event.seq, _assess(state, event, reading, earlier) if is_whole else None
            if event.kind == "ReplySent":
                earlier.append((event.seq, reading.prose))
        fold(state, event)


def _assess(state: State, event: Event, reading: Reading, earlier: list[tuple[int, Prose]]) -> Assessment:
    if event.kind != "ReplySent":
        return judge_notice(reading, context_for_notice(state, earlier=earlier))
    context = context_for(
        state,
        thread=event.data["thread"],
        post=event.data["post"],
        visibility=event.data["visibility"],
        at_ms=event.at_ms,
        seen_seq=event.data["seen_seq"],
        earlier=earlier,
    )
    return judge(reading, context)
