"""The pulse and the outages that it shows."""

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
