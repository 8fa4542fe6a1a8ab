"""A command counts once, however often it is sent; each rule with a twin that takes the guard away."""

import pytest
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator import queries, services
from simulator.models import Run, RunEvent
from simulator.services import Ack, Refused, commands
from tests.simulator.timelines import kinds_of
from tests.simulator.worlds import start

VERBS = {
    "reply": lambda run, actor, cmd_id: services.reply(
        run.pk, actor=actor, cmd_id=cmd_id, thread="bag", post="bag-1", visibility="public", text="Hallo.", seen_seq=2
    ),
    "pause": lambda run, actor, cmd_id: services.pause(run.pk, actor=actor, cmd_id=cmd_id),
    "speed": lambda run, actor, cmd_id: services.set_speed(run.pk, actor=actor, cmd_id=cmd_id, per_mille=1_500),
    "end": lambda run, actor, cmd_id: services.end_run(run.pk, actor=actor, cmd_id=cmd_id),
}


@pytest.fixture
def run(tia, now) -> Run:
    return start(tia)


def check_sent_twice(run: Run, actor, verb: str) -> None:
    first = VERBS[verb](run, actor, "same")
    length = len(queries.read_log(run.pk))

    assert VERBS[verb](run, actor, "same") == first
    assert len(queries.read_log(run.pk)) == length


@pytest.mark.parametrize("verb", VERBS)
def test_a_command_that_is_sent_twice_counts_once(run, tia, verb):
    check_sent_twice(run, tia, verb)


@pytest.mark.parametrize("verb", ["reply", "speed"])
def test_without_the_look_for_its_id_a_command_would_count_twice(run, tia, verb, monkeypatch):
    monkeypatch.setattr("simulator.services.store.find_command", lambda run_id, cmd_id: None)

    with pytest.raises(IntegrityError):
        check_sent_twice(run, tia, verb)


def check_conflict(run: Run, tia, theo) -> None:
    VERBS["reply"](run, tia, "same")
    for sender, verb in ((theo, "reply"), (tia, "speed"), (tia, "pause"), (tia, "end")):
        with pytest.raises(Refused, match="conflict"):
            VERBS[verb](run, sender, "same")
    with pytest.raises(Refused, match="conflict"):
        services.reply(
            run.pk, actor=tia, cmd_id="same", thread="bag", post="bag-1", visibility="public", text="Hallo!", seen_seq=2
        )


def test_the_same_id_with_another_sender_or_body_is_a_conflict(run, tia, theo):
    check_conflict(run, tia, theo)


def test_without_the_hash_another_body_would_pass(run, tia, theo, monkeypatch):
    monkeypatch.setattr(commands, "hash_command", lambda said, salt: RunEvent.objects.get(cmd_id="same").cmd_hash)

    with pytest.raises(pytest.fail.Exception):
        check_conflict(run, tia, theo)


def test_a_resend_is_acknowledged_after_a_pause_and_after_the_end(run, tia, now):
    sent = VERBS["reply"](run, tia, "a")
    VERBS["pause"](run, tia, "p")
    assert VERBS["reply"](run, tia, "a") == sent
    VERBS["end"](run, tia, "e")

    assert VERBS["reply"](run, tia, "a") == sent
    assert VERBS["end"](run, tia, "e") == Ack("e", 8)


def test_a_refusal_is_not_remembered(run, tia, now):
    VERBS["pause"](run, tia, "p")
    with pytest.raises(Refused, match="paused"):
        VERBS["reply"](run, tia, "a")
    services.resume(run.pk, actor=tia, cmd_id="r")

    assert VERBS["reply"](run, tia, "a").seq == 6


def test_the_hash_shows_nothing_without_its_salt(run, tia, now):
    other = start(tia)
    VERBS["reply"](run, tia, "a")
    VERBS["reply"](other, tia, "a")

    hashes = set(RunEvent.objects.filter(cmd_id="a").values_list("cmd_hash", flat=True))
    assert len(hashes) == 2


@settings(max_examples=20, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["reply", "speed"]), st.integers(0, 3), st.booleans()), max_size=12))
def test_however_ids_are_sent_again_each_counts_once(tia, sent):
    run = start(tia)
    acks: dict[str, tuple[str, Ack]] = {}
    for verb, number, forgets in sent:
        if forgets:
            services.forget_all()
        cmd_id = f"c{number}"
        known = acks.get(cmd_id)
        if known is None or known[0] == verb:
            ack = VERBS[verb](run, tia, cmd_id)
            assert acks.setdefault(cmd_id, (verb, ack))[1] == ack
        else:
            with pytest.raises(Refused, match="conflict"):
                VERBS[verb](run, tia, cmd_id)

    written = [kind for kind in kinds_of(queries.read_log(run.pk)) if kind in ("ReplySent", "SpeedChanged")]
    assert len(written) == len(acks)
