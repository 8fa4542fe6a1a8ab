"""Forks, for *try this moment again*: the log up to a moment, under a start of its own, and from there another way."""

from django.db import transaction

from people.models import User
from simulator.core.events import ASSESSED, Event, actor_of
from simulator.models import PRACTICE, Run, RunEvent
from simulator.services import clock, pulse, store
from simulator.services.locking import hand_over
from simulator.services.refusals import Refused
from simulator.services.starting import create_run, open_new

ENDINGS = ("EndRequested", "RunEnded")


def fork_run(run: Run, *, at_seq: int, actor: User, at_ms: int | None = None) -> Run:
    """A practice run that goes on from `run` after event `at_seq`, with its words shared and its clock anchored anew:
    at run time `at_ms`, which lies before the next event, or at the event's own.

    A reply at `at_seq` takes its assessment with it. Raises Refused: forbidden, not_practice (only practice is forked),
    bad_seq (outside the log, after the end, or a time at which more had happened).
    """
    if run.trainee_id != actor.pk:
        raise Refused("forbidden")
    if run.mode != PRACTICE:
        raise Refused("not_practice")
    pulse.beat_if_stale()
    with transaction.atomic():
        # Until the fork has the words, nobody erases them.
        store.lock_run(run.pk)
        now = clock.wall_ms()
        stored = list(RunEvent.objects.filter(run=run, seq__lte=at_seq + 2).order_by("seq"))
        kept = _cut(stored, at_seq=at_seq)
        begins_ms = _choose_begin(stored, kept, at_ms=at_ms)
        fork = create_run(
            trainee=actor, version=run.version, mode=PRACTICE, cohort=run.cohort, seed=run.seed, now=now, parent=run
        )
        _write(fork, kept, now=now, begins_ms=begins_ms)
    fork.refresh_from_db()
    return fork


def _cut(stored: list[RunEvent], *, at_seq: int) -> list[RunEvent]:
    if not 1 <= at_seq <= len(stored):
        raise Refused("bad_seq")
    if stored[at_seq - 1].kind in ASSESSED:
        at_seq += 1
    kept = stored[:at_seq]
    if any(row.kind in ENDINGS for row in kept):
        raise Refused("bad_seq")
    return kept


def _choose_begin(stored: list[RunEvent], kept: list[RunEvent], *, at_ms: int | None) -> int:
    """The run time at which a fork of `kept` begins. What the run brings about by then stands in the log."""
    if at_ms is None:
        return kept[-1].at_ms
    following = stored[len(kept) : len(kept) + 1]
    own_ms = kept[-1].at_ms
    if at_ms < own_ms or at_ms > own_ms and any(at_ms >= row.at_ms for row in following):
        raise Refused("bad_seq")
    return at_ms


def _write(fork: Run, kept: list[RunEvent], *, now: int, begins_ms: int) -> None:
    """The fork's own start, the copied events, and the anchor from which it goes on."""
    session = open_new(fork, now=now)
    parent_id = kept[0].run_id
    events = store.read_events(parent_id, until=kept[-1].seq)
    start = {
        **events[0].data,
        "mode": PRACTICE,
        "wall_ms": now,
        "parent": parent_id,
        "parent_seq": kept[-1].seq,
        "parent_digest": kept[-1].digest,
    }
    begun = Event(1, 0, "RunStarted", actor_of(fork.trainee_id), start, events[0].words)
    session.copy(begun, words_id=kept[0].words_id, words_mac=kept[0].words_mac)
    for event, row in zip(events[1:], kept[1:], strict=True):
        session.copy(event, words_id=row.words_id, words_mac=row.words_mac)
    anchor = {"wall_ms": now, "at_seq": kept[-1].seq}
    session.add("RunForked", anchor, actor=actor_of(fork.trainee_id), at_ms=begins_ms)
    session.catch_up()
    session.close()
    hand_over([session])
