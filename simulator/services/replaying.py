"""Proving a log: its inputs alone make all of it again, and its chain holds."""

from collections.abc import Mapping
from typing import Any

from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, Shelf, read_words
from simulator.core.chain import Break, Link, find_break
from simulator.core.events import Event
from simulator.core.replay import inputs_of, regenerate
from simulator.core.state import State
from simulator.core.ways import way_of
from simulator.models import Run, RunEvent
from simulator.services import store
from simulator.services.assess import assess
from simulator.services.memory import Remembered


def replay(run_id: int) -> list[Event]:
    """The log of the run, made again from its inputs. Equal to the stored one, or the engine has changed.

    Assessments of erased replies and of what their author wrote after them (in this run, or in one that began with
    their fingerprints), whose likeness to the erased can no longer be told, and those of other versions of the score
    are taken over as they are.
    """
    run = Run.objects.select_related("version").get(pk=run_id)
    log = store.read_events(run_id)
    given = {event.data["reply"]: event.data for event in log if event.kind == "ReplyAssessed"}
    shelves: dict[str, Shelf] = {}

    def assess_again(state: State, reply: Event) -> Mapping[str, Any]:
        before = (earlier.words for earlier in state.replies.values() if earlier.actor == reply.actor)
        has_forgotten = reply.actor == state.trainee and state.fingerprints is None
        if reply.words is None or None in before or has_forgotten or state.scoring != SCORING_VERSION:
            return given[reply.seq]
        reading = read_words(reply.words, state=state, way=way_of(state, reply.data))
        remembered = Remembered(state, "", 0, shelves)
        judged = assess(remembered, reading, actor=reply.actor, data=reply.data, at_ms=reply.at_ms)
        return {**judged, "reply": reply.seq}

    return regenerate(load_timeline(run.version), inputs_of(log), assess=assess_again, until_ms=run.head_at_ms)


def verify_chain(run_id: int) -> Break | None:
    """Where the stored log is not the one that was written; None if it is whole."""
    run = Run.objects.get(pk=run_id)
    rows = (
        RunEvent.objects.filter(run=run)
        .order_by("seq")
        .values_list("seq", "at_ms", "kind", "actor", "data", "words__text", "words__salt", "words_mac", "digest")
    )
    return find_break((Link(*row) for row in rows), head_seq=run.head_seq, head_digest=run.head_digest)
