"""The pulse and the outages that it shows."""

import dataclasses

from simulator.models import Outage, Pulse
from simulator.services import pulse


def test_the_first_beat_is_no_outage(db, now):
    pulse.beat()

    assert Pulse.objects.get().at_ms == now.now_ms
    assert Outage.objects.count() == 0


def test_a_gap_is_written_down_once_by_whoever_comes_first(db, now):
    pulse.beat()
    began = now.now_ms
    now.jump(60_000)
    pulse.beat()
    pulse.forget()
    pulse.beat()

    assert list(Outage.objects.values_list("from_ms", "to_ms")) == [(began, began + 60_000)]


def test_a_process_that_slept_learns_of_the_outage_that_another_wrote_down(db, now):
    pulse.beat()
    now.jump(60_000)
    Outage.objects.create(from_ms=now.now_ms - 60_000, to_ms=now.now_ms)
    Pulse.objects.update(at_ms=now.now_ms)

    assert pulse.is_stale(now.now_ms)
    pulse.beat_if_stale()
    assert pulse.last_outage() == Outage.objects.get().pk


def test_who_remembers_nothing_looks(db, now):
    assert pulse.is_stale(now.now_ms)
    pulse.beat()
    assert not pulse.is_stale(now.now_ms + pulse.BEAT_MS - 1)
    assert pulse.is_stale(now.now_ms + pulse.BEAT_MS)
    assert pulse.is_stale(now.now_ms - pulse.BEAT_MS)


def test_who_finds_the_pulse_fresh_finds_its_outage_too(db, now):
    """Another thread may look between any two steps of a beat."""
    pulse.beat()
    now.jump(60_000)
    seen = []

    class Watched(pulse._Known):
        __slots__ = ()

        def __setattr__(self, name: str, value: int) -> None:
            super().__setattr__(name, value)
            seen.append(dataclasses.asdict(self))

    known = pulse._known
    known.__class__ = Watched
    try:
        pulse.beat()
    finally:
        known.__class__ = pulse._Known

    outage = Outage.objects.get().pk
    assert {step["outage"] for step in seen if step["at_ms"] == now.now_ms} == {outage}


def test_a_slow_beat_does_not_forget_an_outage_that_a_later_one_learnt_of(db, now):
    pulse.beat()
    now.jump(60_000)
    pulse.beat()
    learnt = pulse.last_outage()
    # What the slow one has read, before the outage was written down.
    Outage.objects.all().delete()
    pulse.beat()

    assert pulse.last_outage() == learnt
