"""One run as one audience may see it, kept by the hub while somebody follows it.

Rules kept here: rows come in without a gap or are read again; a frame is made once; who joins gets the backlog and the
live frames in one unbroken line, because both enter the outbox in the same step of the loop. The frames of the past
are dropped when nobody has asked for them lately, and when words that may stand in them were erased.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from simulator.core.view import CLOCK_KINDS, fold_clock, start_view
from simulator.core.view import run_ms as run_time
from simulator.frames import write_events
from simulator.outbox import Cursor, Frame, Outbox
from simulator.services.doorbell import Row

KEPT_FRAMES = 64
"""Frames that stay when the past is dropped, for those who were away for a moment."""


class Feed:
    """`head` is the seq up to which the log is known here, `rung` the highest that was heard of, `shown` the last that
    this audience may see. `starts_after` is the seq after which frames are kept."""

    def __init__(self, run_id: int, *, audience: str) -> None:
        self.run_id = run_id
        self.audience = audience
        self.head = self.rung = self.shown = self.starts_after = 0
        self.is_ready = False
        self.used_at = 0.0
        self.erasures = 0
        self.clock: Mapping[str, Any] = start_view()["clock"]
        self.followers: dict[Outbox, Cursor] = {}
        self._frames: list[Frame] = []

    def take(self, rows: Sequence[Row]) -> bool:
        """Adds what is new in contiguous `rows` and sends it. False if rows before them are missing: read on from
        `head`."""
        self.rung = max(self.rung, rows[-1].seq)
        fresh = [row for row in rows if row.seq > self.head]
        if fresh and fresh[0].seq != self.head + 1:
            return False
        for frame in self._make_frames(fresh):
            for outbox, cursor in self.followers.items():
                outbox.offer(cursor, frame)
        return True

    def join(self, outbox: Outbox, *, after: int) -> bool:
        """Puts everything later than `after` in line and lets `outbox` follow. False if the past has to be read
        first."""
        if after < self.starts_after:
            return False
        start = min(after, self.shown)
        cursor = self.followers[outbox] = Cursor(sent=start)
        outbox.keep(cursor, self._frames[bisect_right(self._frames, start, key=lambda frame: frame.seq) :])
        return True

    def leave(self, outbox: Outbox, *, now: float) -> None:
        self.used_at = now
        cursor = self.followers.pop(outbox, None)
        if cursor is not None:
            outbox.drop(cursor)

    def restore_past(self, rows: Sequence[Row]) -> None:
        """Takes the beginning of the log in again, up to where the kept frames start."""
        past = [row for row in rows if row.seq <= self.starts_after]
        self._frames[:0] = [Frame(*made) for made in write_events(past, audience=self.audience, after=0)]
        self.starts_after = 0

    def drop_past(self) -> None:
        """Forgets all but the last frames. When somebody asks for more, the hub reads it again."""
        if len(self._frames) > KEPT_FRAMES:
            self.starts_after = self._frames[-KEPT_FRAMES - 1].seq
            del self._frames[:-KEPT_FRAMES]

    def note_erasures(self, erasures: int) -> None:
        """Forgets all frames if words were erased since they were read."""
        if erasures != self.erasures:
            self.erasures = erasures
            self._frames.clear()
            self.starts_after = self.shown

    def run_ms(self, *, wall_ms: int) -> int:
        return run_time(self.clock, wall_ms=wall_ms)

    def _make_frames(self, rows: Sequence[Row]) -> list[Frame]:
        for row in rows:
            self.head = row.seq
            if row.kind in CLOCK_KINDS:
                moved = {"kind": row.kind, "at_ms": row.at_ms, "data": json.loads(row.data_text)}
                self.clock = fold_clock(self.clock, moved)
        frames = [Frame(*made) for made in write_events(rows, audience=self.audience, after=self.shown)]
        self._frames += frames
        if frames:
            self.shown = frames[-1].seq
        return frames
