"""No reply waits until its scenario is read, least of all under a lock."""

import pytest

from scenarios.queries import load_timeline
from scoring.core import ears_of, read_scenario, sources
from scoring.core.hearing import ears
from scoring.core.shelf import Shelf
from simulator import services
from simulator.services import memory, readying, replying, store
from simulator.services.own_templates import Written
from tests.simulator.publics import make_storm
from tests.simulator.worlds import start


@pytest.fixture
def done(monkeypatch):
    """What was done, in order: scenarios that were read, and locks."""
    done = []

    def note(module, name, what):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *args, **kwargs: done.append(what) or real(*args, **kwargs))

    ears._ears.clear()
    note(ears, "make_ears", "read")
    note(store, "lock_run", "lock")
    return done


def send(run, actor):
    services.reply(
        run.pk, actor=actor, cmd_id="a", thread="bag", post="bag-1", visibility="public", text="Hallo!", seen_seq=9
    )


def test_who_begins_a_run_has_its_scenario_read_before_the_first_reply(tia, now, done):
    run = start(tia)
    assert done == ["read"]

    send(run, tia)

    assert done == ["read", "lock"]


@pytest.mark.parametrize("is_ready", [True, False])
def test_a_process_that_takes_up_a_run_reads_its_scenario_before_the_lock(tia, now, done, monkeypatch, is_ready):
    """The sabotage twin: without `ready_run` it is read under the lock."""
    run = start(tia)
    memory.forget()
    ears._ears.clear()
    done.clear()
    if not is_ready:
        monkeypatch.setattr(replying.readying, "ready_run", lambda run_id: None)

    send(run, tia)

    assert done == (["read", "lock"] if is_ready else ["lock", "read"])


@pytest.mark.parametrize("is_ready", [True, False])
def test_a_run_that_an_alarm_took_up_has_all_that_replies_are_held_against_before_the_lock(
    tia, now, monkeypatch, is_ready
):
    """The sabotage twin: without `ready_state` a shelf of own templates, a second of work, is read under the lock."""
    services.keep_templates(tia, [Written("de", "Technik", "Ihre Meldung liegt jetzt bei der Technik.")])
    run = start(tia, timeline=make_storm())
    memory.forget()
    now.advance(20_000)
    services.catch_up_due()
    assert memory.peek(run.pk) is not None
    caches = (sources._read_own_templates, sources._read_templates, sources._read_fact)
    for cache in caches:
        cache.cache_clear()
    read, lock = [], store.lock_run
    monkeypatch.setattr(
        store, "lock_run", lambda *args: read.extend(each.cache_info().misses for each in caches) or lock(*args)
    )
    if not is_ready:
        monkeypatch.setattr(replying.readying, "ready_state", lambda state, *, names: None)

    send(run, tia)

    under_lock = [each.cache_info().misses - before for each, before in zip(caches, read, strict=True)]
    assert (under_lock == [0, 0, 0]) == is_ready
    assert is_ready or under_lock[0] == 1


def test_a_process_that_starts_reads_the_scenarios_of_runs_under_way_and_no_others(tia, now, done):
    run = start(tia)
    ears._ears.clear()
    done.clear()

    readying.ready_under_way()
    readying.ready_under_way()
    assert done == ["read"]

    services.end_run(run.pk, actor=tia, cmd_id="e")
    ears._ears.clear()
    done.clear()
    readying.ready_under_way()
    assert done == []


def test_a_scenario_that_cannot_be_read_keeps_no_other_from_being_read(tia, now, done, monkeypatch, caplog):
    run = start(tia)

    def fail(version_id):
        raise ValueError(f"version {version_id} is not what was published")

    monkeypatch.setattr(readying.memory, "timeline_of", fail)
    readying.ready_under_way()

    assert [record.message for record in caplog.records] == [f"scenario version {run.version_id} cannot be read"]


def test_a_scenario_that_was_read_before_is_heard_and_compared_as_one_that_was_not(tia, now):
    timeline = load_timeline(start(tia).version)
    sources._read_fact.cache_clear()
    fresh = sources.read_facts.__wrapped__(timeline.facts, language=timeline.language)
    read_scenario(timeline)
    remembered = sources.read_facts.__wrapped__(timeline.facts, language=timeline.language)

    assert ears_of(timeline) is ears_of(timeline)
    assert _texts(remembered) == _texts(fresh)


def _texts(shelf: Shelf) -> list[object]:
    return [(texts._texts, texts._writers) for texts in (shelf.sentences, shelf.bags, shelf.wholes)]
