"""A run beside its twins: the same seed in silence, and in an expert's hands."""

import json
from dataclasses import replace

from scoring.core import Assessor, scorecard
from scoring.core.robots import ABSENT, EXPERT
from scoring.core.robots.twins import head_of, play_twin, twins
from simulator.core.events import SERVICE, Event, canonical
from simulator.core.replay import inputs_of, regenerate
from tests.scoring.core.robots.plays import list_of, perform
from tests.simulator.publics import make_storm
from tests.simulator.timelines import MINUTE

STORM = make_storm()


def play_with(*inputs: Event) -> list[Event]:
    """The expert's run, with `inputs` among what it did."""
    log = perform(STORM, "expert")
    given = sorted([*inputs_of(log), *inputs], key=lambda event: event.at_ms)
    return regenerate(STORM, given, assess=Assessor(), until_ms=STORM.duration_ms)


def test_the_twin_of_the_expert_is_the_expert():
    log = perform(STORM, "expert")

    compared = twins(STORM, log)

    assert play_twin(STORM, log, robot=EXPERT) == log
    assert compared["own"] == compared["expert"]
    assert compared["par"]["score"] == scorecard(STORM, log)["score"]


def test_par_knows_how_long_each_post_that_the_expert_answered_had_waited():
    log = perform(STORM, "slow")

    waits = twins(STORM, log)["par"]["waits"]

    expert = perform(STORM, "expert")
    speed = scorecard(STORM, expert)["evidence"]["speed"]
    replied = {event.seq: event.at_ms for event in list_of(expert, "ReplySent")}
    appeared = {event.data["post"]: event.at_ms for event in list_of(expert, "PostAppeared")}
    answered = {item["post"]: replied[item["reply"]] for item in speed if item["reply"] and "empty" not in item}
    assert {wait["post"]: appeared[wait["post"]] + wait["wait_ms"] for wait in waits} == answered != {}
    assert len(answered) < len(speed)


def test_the_twin_of_silence_is_silent():
    log = perform(STORM, "polite")

    silent = play_twin(STORM, log, robot=ABSENT)

    assert list_of(silent, "ReplySent", "Escalated", "NoticePublished") == []
    assert silent == perform(STORM, "absent")


def test_silence_is_hotter_than_an_expert_and_what_the_crowd_did_not_write_is_counted():
    compared = twins(STORM, perform(STORM, "expert"))

    assert compared["silent"]["area"] > compared["expert"]["area"]
    assert compared["prevented"] == compared["silent"]["reach"] - compared["own"]["reach"] > 0


def test_pauses_and_interruptions_are_kept_and_another_speed_is_not():
    trainee = perform(STORM, "absent")[0].actor
    log = play_with(
        Event(0, MINUTE, "Paused", trainee, {"wall_ms": MINUTE}),
        Event(0, MINUTE, "Resumed", trainee, {"wall_ms": 3 * MINUTE}),
        Event(0, 2 * MINUTE, "Interrupted", SERVICE, {"from_ms": 4 * MINUTE, "to_ms": 5 * MINUTE}),
        Event(0, 3 * MINUTE, "SpeedChanged", trainee, {"per_mille": 2000, "wall_ms": 6 * MINUTE}),
    )

    twin = play_twin(STORM, log, robot=ABSENT)

    kinds = ("Paused", "Resumed", "Interrupted")
    assert [(event.kind, event.at_ms) for event in list_of(twin, *kinds)] == [
        (event.kind, event.at_ms) for event in list_of(log, *kinds)
    ]
    assert list_of(twin, "SpeedChanged") == []


def test_a_run_that_was_ended_early_is_compared_up_to_its_end():
    trainee = perform(STORM, "absent")[0].actor
    log = play_with(Event(0, 2 * MINUTE, "EndRequested", trainee, {}))
    log = log[: next(index for index, event in enumerate(log) if event.kind == "RunEnded") + 1]

    compared = twins(STORM, log)

    assert compared["ended_ms"] == 2 * MINUTE
    assert max(at_ms for side in ("own", "silent", "expert") for at_ms, _ in compared[side]["curve"]) <= 2 * MINUTE


def test_a_fork_shares_with_its_twins_what_was_before_it():
    log = perform(STORM, "polite")
    cut = next(index for index, event in enumerate(log) if event.kind == "ReplyAssessed") + 1
    forked = Event(cut + 1, log[cut - 1].at_ms, "RunForked", log[0].actor, {"wall_ms": 0})
    fork = [*log[:cut], forked]

    twin = play_twin(STORM, fork, robot=ABSENT)

    assert list(head_of(fork)) == fork == twin[: cut + 1]
    assert len(list_of(twin, "ReplySent")) == len(list_of(fork, "ReplySent"))


def test_twins_are_canonical_and_follow_from_the_log_alone():
    log = perform(STORM, "polite")

    assert canonical(twins(STORM, log)) == canonical(json.loads(canonical(twins(STORM, list(map(replace, log))))))
