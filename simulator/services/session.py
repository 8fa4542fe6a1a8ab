"""A run while its lock is held: what is read from it, and what will be appended in the same transaction."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.core import SCORING_VERSION
from simulator.core.chain import digest_of, mac_of
from simulator.core.engine import PAGE, advance, next_due_ms
from simulator.core.events import ENGINE_VERSION, SERVICE, Event, canonical
from simulator.core.folding import fold
from simulator.core.injecting import find_source
from simulator.core.rows import Row
from simulator.core.state import State
from simulator.models import Outage
from simulator.services import memory, pulse, store


@dataclass(slots=True)
class Session:
    """Events are folded at once and written by `close`. `now` is the wall time, asked for after the lock was had."""

    head: store.Head
    now: int
    remembered: memory.Remembered
    outages_seen: int
    new: list[store.NewEvent] = field(default_factory=list)

    @property
    def state(self) -> State:
        return self.remembered.state

    @property
    def stamp(self) -> int:
        """The run time of what happens now: never before the last event."""
        return max(self.state.clock.run_ms(self.now), self.state.at_ms)

    def catch_up(self) -> bool:
        """Brings in what is due by now, at most a page. True if that was all."""
        self._name_engine()
        if self.outages_seen < pulse.last_outage() and not self._account_for_outages():
            return False
        return self._catch_up_to(self.state.clock.run_ms(self.now))

    def follow_up(self) -> None:
        """Brings in what a command brought about without delay."""
        self._catch_up_to(self.state.at_ms)

    def go_on(self) -> None:
        """Brings in what is due now that a command has moved the clock, at most a page."""
        self._catch_up_to(self.state.clock.run_ms(self.now))

    def add(
        self,
        kind: str,
        data: Mapping[str, Any],
        *,
        actor: str,
        at_ms: int | None = None,
        words: str | None = None,
        cmd_id: str | None = None,
        body: str = "",
    ) -> Event:
        """Appends an input at `at_ms`, now if that is None. `words` go to a row of their own, with a salt of their own.

        `body` is what stands in the command's hash.
        """
        at_ms = self.stamp if at_ms is None else at_ms
        event = Event(self.state.seq + 1, at_ms, kind, actor, data, words)
        fold(self.state, event)
        self._write(event, cmd_id=cmd_id, body=body)
        return event

    def copy(self, event: Event, *, words_id: int | None, words_mac: str) -> None:
        """Appends an event of another run, whose words stay the one row that they are."""
        fold(self.state, event)
        self._link(event, words_id=words_id, words_mac=words_mac)

    def tell(self, event: Event) -> None:
        """Appends an event of a whole log that was played elsewhere, as it stands; its words get a row of their own."""
        fold(self.state, event)
        self._write(event)

    def close(self) -> list[store.NewEvent]:
        """Writes the events and the run's row, and puts the state back into memory."""
        if self.new or self.outages_seen != self.head.outages_seen:
            store.add_events(self.new)
            store.move_heads([self.new_head()])
        memory.put(self.head.run_id, self.remembered)
        return self.new

    def new_head(self) -> store.NewHead:
        state = self.state
        return store.NewHead(
            seq=state.seq,
            digest=self.remembered.digest,
            at_ms=state.at_ms,
            next_due_at=find_next_due_at(state),
            outages_seen=self.outages_seen,
            ended=state.ended,
            run_id=self.head.run_id,
        )

    def rows(self) -> list[Row]:
        """What was written, as it is handed over."""
        return [
            Row(run_id, event.seq, event.at_ms, event.kind, data_text, event.words, event.actor)
            for run_id, event, data_text, *_ in self.new
        ]

    def _catch_up_to(self, until_ms: int) -> bool:
        for event in advance(self.state, until_ms, limit=PAGE - len(self.new)):
            self._write(event)
        due_ms = next_due_ms(self.state)
        return due_ms is None or due_ms > until_ms

    def _name_engine(self) -> None:
        """A run under way that another engine or scoring continues says so, before anything the new one adds."""
        state = self.state
        if not state.ended and (state.engine, state.scoring) != (ENGINE_VERSION, SCORING_VERSION):
            data = {"engine": ENGINE_VERSION, "scoring": SCORING_VERSION}
            self.add("EngineChanged", data, actor=SERVICE, at_ms=state.at_ms)

    def _account_for_outages(self) -> bool:
        """Takes outages that the run has not seen out of its time, oldest first. False if the page was full before."""
        for outage in Outage.objects.filter(id__gt=self.outages_seen).order_by("id"):
            if not self.state.clock.paused and not self.state.ended and not self._interrupt(outage):
                return False
            self.outages_seen = outage.pk
        return True

    def _interrupt(self, outage: Outage) -> bool:
        clock = self.state.clock
        last_wall = clock.wall_for(self.state.at_ms) or clock.wall_anchor
        from_ms = max(outage.from_ms, last_wall)
        is_jump_back = outage.to_ms < outage.from_ms
        if not is_jump_back and outage.to_ms - from_ms <= pulse.GAP_MS:
            return True
        if not self._catch_up_to(clock.run_ms(from_ms)):
            return False
        if not self.state.ended:
            at_ms = max(clock.run_ms(from_ms), self.state.at_ms)
            self.add("Interrupted", {"from_ms": from_ms, "to_ms": outage.to_ms}, actor=SERVICE, at_ms=at_ms)
        return True

    def _write(self, event: Event, *, cmd_id: str | None = None, body: str = "") -> None:
        if source := find_source(event):
            self._link(event, **self._find_words(source))
            return
        words_id, salt, words_mac = None, None, ""
        if event.words is not None:
            salt = secrets.token_hex(16)
            words_id = store.add_words(event.words, salt=salt)
            words_mac = mac_of(event.words, salt=salt)
        cmd_hash = "" if cmd_id is None else hash_command(body, salt=salt or cmd_id)
        self._link(event, words_id=words_id, words_mac=words_mac, cmd_id=cmd_id, cmd_hash=cmd_hash)

    def _find_words(self, seq: int) -> dict[str, Any]:
        """Where the words of an earlier event lie: what shows them has no copy."""
        for new in self.new:
            if new.event.seq == seq:
                return {"words_id": new.words_id, "words_mac": new.words_mac}
        words_id, words_mac = store.find_words(self.head.run_id, seq)
        return {"words_id": words_id, "words_mac": words_mac}

    def _link(
        self, event: Event, *, words_id: int | None, words_mac: str, cmd_id: str | None = None, cmd_hash: str = ""
    ) -> None:
        """Makes the event the next one of the chain."""
        data_text = canonical(event.data)
        digest = digest_of(
            self.remembered.digest,
            seq=event.seq,
            at_ms=event.at_ms,
            kind=event.kind,
            actor=event.actor,
            data=data_text,
            words_mac=words_mac,
        )
        self.remembered.digest = digest
        self.new.append(
            store.NewEvent(self.head.run_id, event, data_text, words_id, words_mac, cmd_id, cmd_hash, digest)
        )


def open_session(head: store.Head, *, now: int) -> Session:
    """The session of a run whose lock is held, at the wall time `now`."""
    return Session(head, now, memory.take(head), head.outages_seen)


def find_next_due_at(state: State) -> int | None:
    """The wall time in ms at which the next event falls due; None while paused and after the end."""
    due_ms = next_due_ms(state)
    return None if due_ms is None or state.clock.paused else state.clock.wall_for(due_ms)


def hash_command(body: str, *, salt: str) -> str:
    """What tells a resent command from another one under the same id, without showing what it said."""
    return mac_of(body, salt=salt)
