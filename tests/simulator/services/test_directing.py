"""A coach raises a wave of the crowd, turns the heat, whispers, and notes a moment."""

import json
from itertools import pairwise
from typing import Any

import pytest

from people.models import User
from simulator import queries, services
from simulator.core.events import COACH, TRAINEE
from simulator.frames import write_events
from simulator.models import Run
from simulator.services import Refused, start_run
from tests.simulator.publics import make_storm
from tests.simulator.services.acts import log_of
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

VERBS: dict[str, dict[str, Any]] = {
    "raise_wave": {"posts": 40, "seconds": 30},
    "turn_heat": {"milli": 20_000},
    "whisper": {"text": "Erst Ole, der ist laut."},
    "note_moment": {"text": "Hier hat sie gezögert.", "thread": "train"},
}


@pytest.fixture
def lesson(tia, early, now, settings) -> Run:
    """Twenty seconds into a storm, in class, where whispering is allowed."""
    settings.WHISPER = True
    run = start_run(trainee=tia, version=publish(make_storm()), mode="class", cohort=early, seed=7)
    now.advance(20_000)
    services.catch_up(run.pk)
    return run


def do(verb: str, run: Run, actor: User, cmd_id: str = "v", **other: Any) -> int:
    return getattr(services, verb)(run.pk, actor=actor, cmd_id=cmd_id, **{**VERBS[verb], **other}).seq


def kinds_seen(run: Run, audience: str) -> set[str]:
    frames = write_events(queries.rows_after(run.pk, 0, 1_000), audience=audience, after=0)
    return {json.loads(text)["kind"] for _, text in frames}


def count_crowd(run: Run, *, since_ms: int, until_ms: int) -> int:
    shown = log_of(run, "PostAppeared")
    return sum(bool(event.data.get("crowd")) and since_ms < event.at_ms <= until_ms for event in shown)


def go_on(run: Run, now: Any, ms: int) -> None:
    now.advance(ms)
    services.catch_up(run.pk)
    log = queries.read_log(run.pk)
    assert [after.seq - before.seq for before, after in pairwise(log)] == [1] * (len(log) - 1)
    assert (services.verify_chain(run.pk), services.replay(run.pk)) == (None, log)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["tia", "theo", "milan", "ada", "sam", "cem"])
def test_nobody_but_a_coach_of_the_class_does_any_of_it(lesson, request, who, verb):
    with pytest.raises(Refused, match="forbidden"):
        do(verb, lesson, request.getfixturevalue(who))


@pytest.mark.parametrize("verb", VERBS)
def test_it_counts_once_and_another_body_is_a_conflict(lesson, carla, verb):
    first = do(verb, lesson, carla)
    length = len(queries.read_log(lesson.pk))

    assert do(verb, lesson, carla) == first
    assert len(queries.read_log(lesson.pk)) == length
    other = {"raise_wave": {"posts": 1}, "turn_heat": {"milli": -1}}.get(verb, {"text": "Anders."})
    with pytest.raises(Refused, match="conflict"):
        do(verb, lesson, carla, **other)


def test_a_wave_brings_about_as_many_more_as_it_says(lesson, tia, early, carla, now):
    quiet = start_run(trainee=tia, version=publish(make_storm()), mode="class", cohort=early, seed=7)
    do("raise_wave", lesson, carla, due_ms=60_000)
    go_on(lesson, now, 80_000)
    go_on(quiet, now, 20_000)
    waved, usual = (count_crowd(run, since_ms=60_000, until_ms=92_000) for run in (lesson, quiet))

    assert (count_crowd(lesson, since_ms=20_000, until_ms=60_000), waved > usual + 8) == (
        count_crowd(quiet, since_ms=20_000, until_ms=60_000),
        True,
    )


def test_the_heat_turns_both_ways_and_fades(lesson, carla, now):
    before = lesson_heat(lesson)
    do("turn_heat", lesson, carla)
    go_on(lesson, now, 3_000)
    hot = lesson_heat(lesson)
    do("turn_heat", lesson, carla, "w", milli=-30_000)
    go_on(lesson, now, 3_000)

    assert hot >= before + 15
    assert lesson_heat(lesson) <= hot - 25


def lesson_heat(run: Run) -> int:
    told = log_of(run, "MoodMoved")
    heat: int = told[-1].data["heat"] if told else 30
    return heat


@pytest.mark.parametrize(
    ("verb", "asked", "code"),
    [
        ("raise_wave", {"posts": 0}, "bad_wave"),
        ("raise_wave", {"posts": 201}, "bad_wave"),
        ("raise_wave", {"seconds": 301}, "bad_wave"),
        ("raise_wave", {"due_ms": 5}, "bad_time"),
        ("turn_heat", {"milli": 0}, "bad_heat"),
        ("turn_heat", {"milli": -30_001}, "bad_heat"),
        ("turn_heat", {"due_ms": 300_001}, "bad_time"),
        ("whisper", {"text": " "}, "empty"),
        ("whisper", {"text": "x" * 501}, "too_long"),
        ("whisper", {"thread": "nowhere"}, "unknown_thread"),
        ("note_moment", {"text": "x" * 1_001}, "too_long"),
        ("note_moment", {"thread": "nowhere"}, "unknown_thread"),
    ],
)
def test_what_is_too_much_or_nowhere_is_refused(lesson, carla, verb, asked, code):
    with pytest.raises(Refused, match=code):
        do(verb, lesson, carla, **asked)


def test_where_there_is_no_crowd_there_is_no_wave(tia, early, carla, now):
    run = start_run(trainee=tia, version=publish(make_morning()), mode="class", cohort=early)

    with pytest.raises(Refused, match="no_crowd"):
        do("raise_wave", run, carla)


def test_a_trainee_is_told_a_whisper_and_nothing_of_the_rest(lesson, carla):
    for verb in VERBS:
        do(verb, lesson, carla, verb)

    assert kinds_seen(lesson, COACH) - kinds_seen(lesson, TRAINEE) >= {"WaveRaised", "HeatTurned", "MomentNoted"}
    assert "Whispered" in kinds_seen(lesson, TRAINEE)


def test_where_the_installation_does_not_allow_it_nobody_whispers(lesson, carla, settings):
    settings.WHISPER = False
    with pytest.raises(Refused, match="no_whisper"):
        do("whisper", lesson, carla)

    assert log_of(lesson, "Whispered") == []


def test_a_moment_is_noted_with_one_key_and_in_a_pause_too(lesson, carla):
    services.pause(lesson.pk, actor=carla, cmd_id="p")
    services.note_moment(lesson.pk, actor=carla, cmd_id="n")

    [noted] = log_of(lesson, "MomentNoted")
    assert (noted.data, noted.words, noted.actor) == ({}, None, f"u{carla.pk}")


@pytest.mark.parametrize("verb", VERBS)
def test_a_certification_knows_none_of_it(tia, early, carla, now, settings, verb):
    settings.WHISPER = True
    run = start_run(trainee=tia, version=rehearsed(publish(make_storm())), mode="certification", cohort=early)

    with pytest.raises(Refused, match="certification"):
        do(verb, run, carla, **({"thread": ""} if verb == "note_moment" else {}))
