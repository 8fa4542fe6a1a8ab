"""Whose a thread is: prepared for runs in which several work."""

import pytest

from simulator import queries, services
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import start_state
from simulator.services import Refused, assigning
from tests.simulator.publics import make_storm
from tests.simulator.services.acts import log_of, start_storm


def assigned_in(run) -> dict[str, str]:
    state = start_state(make_storm())
    for event in queries.read_log(run.pk):
        fold(state, event)
    return state.assigned


def test_a_thread_is_taken_over_and_given_up(tia, now):
    run, me = start_storm(tia, now), f"u{tia.pk}"

    ack = services.assign(run.pk, actor=tia, cmd_id="a", thread="bag", to=me)
    [event] = log_of(run, "Assigned")
    assert event == Event(ack.seq, 20_000, "Assigned", me, {"thread": "bag", "to": me})
    assert assigned_in(run) == {"bag": me}

    services.assign(run.pk, actor=tia, cmd_id="b", thread="bag", to=None)
    assert assigned_in(run) == {}
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_a_run_has_one_trainee_today_and_nobody_else_can_be_given_a_thread(tia, theo, carla, now, monkeypatch):
    run = start_storm(tia, now)
    for other in (theo, carla):
        with pytest.raises(Refused, match="unknown_actor"):
            services.assign(run.pk, actor=tia, cmd_id="a", thread="bag", to=f"u{other.pk}")
    # With a team, there is somebody.
    monkeypatch.setattr(assigning, "list_team", lambda _: (f"u{tia.pk}", f"u{theo.pk}"))

    services.assign(run.pk, actor=tia, cmd_id="a", thread="bag", to=f"u{theo.pk}")

    assert assigned_in(run) == {"bag": f"u{theo.pk}"}


def test_what_is_so_already_or_is_not_there_is_refused(tia, now):
    run = start_storm(tia, now)
    for thread, to, code in (("bag", None, "already_assigned"), ("nowhere", None, "unknown_thread")):
        with pytest.raises(Refused, match=code):
            services.assign(run.pk, actor=tia, cmd_id="a", thread=thread, to=to)
