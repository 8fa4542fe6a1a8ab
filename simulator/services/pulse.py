"""The service's pulse, by which an outage is told from the trainee's silence.

Rules kept here: whoever is alive writes the time at most every few seconds; a gap of more than `GAP_MS` between two
writings, or a clock that went back by more, becomes an `Outage`, once, and before anything is caught up beyond it.
A process remembers the last pulse that it saw, so that a command asks for nothing while that is fresh.
"""

import threading
from dataclasses import dataclass

from django.db import transaction

from simulator.models import Outage, Pulse, Run
from simulator.services import clock

BEAT_MS = 5_000
"""How often the pulse is written."""

GAP_MS = 10_000
"""A longer silence than this is an outage."""


@dataclass(slots=True)
class _Known:
    at_ms: int | None = None
    outage: int = 0


_known = _Known()
_lock = threading.Lock()


def beat() -> None:
    """Writes the pulse, and an outage where the last one is too old. Called every five seconds by the clock task."""
    with transaction.atomic():
        Pulse.objects.bulk_create([Pulse(id=1, at_ms=clock.wall_ms())], ignore_conflicts=True)
        pulse = Pulse.objects.select_for_update().get(id=1)
        now = clock.wall_ms()
        if abs(now - pulse.at_ms) > GAP_MS:
            Outage.objects.create(from_ms=pulse.at_ms, to_ms=now)
            # After a jump back, alarms set by the old clock would ring too late.
            Run.objects.filter(next_due_at__gt=now).update(next_due_at=now)
        pulse.at_ms = now
        pulse.save()
        newest = Outage.objects.order_by("-id").values_list("id", flat=True).first()
    with _lock:
        # The outage first: who finds the pulse fresh reads on, and must find the outage that came with it.
        _known.outage = max(_known.outage, newest or 0)
        _known.at_ms = now


def beat_if_stale() -> None:
    """Writes the pulse if the last one that this process saw is not fresh."""
    if is_stale(clock.wall_ms()):
        beat()


def is_stale(now: int) -> bool:
    """Whether an outage could have ended by `now` without this process knowing."""
    return _known.at_ms is None or abs(now - _known.at_ms) >= BEAT_MS


def last_outage() -> int:
    """The id of the newest outage that this process knows; 0 for none."""
    return _known.outage


def forget() -> None:
    """Drops what the process remembers, as a restart does."""
    _known.at_ms, _known.outage = None, 0


clock.on_step.append(beat)
