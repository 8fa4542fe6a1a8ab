"""Whose command it is: a trainee's own, a coach's of their class, and nobody else's."""

import pytest

from people.models import Cohort, Membership, User
from people.services import add_membership
from simulator import queries, services
from simulator.models import Run
from simulator.services import Refused, coaching, start_run
from tests.simulator.timelines import kinds_of, make_morning, make_post, make_timeline
from tests.simulator.worlds import publish, rehearsed, start

STEERED = {
    "pause": lambda run, actor: services.pause(run.pk, actor=actor, cmd_id="p"),
    "speed": lambda run, actor: services.set_speed(run.pk, actor=actor, cmd_id="s", per_mille=2_000),
    "end": lambda run, actor: services.end_run(run.pk, actor=actor, cmd_id="e"),
}


def begin(tia: User, cohort: Cohort, *, mode: str = "class") -> Run:
    return start_run(trainee=tia, version=rehearsed(publish(make_morning())), mode=mode, cohort=cohort)


@pytest.fixture
def lesson(tia, early, now) -> Run:
    """Tia's run in a class of hers."""
    return begin(tia, early)


def test_a_coach_stops_the_clock_of_a_class_and_lets_it_go_on(lesson, carla, now):
    now.advance(10_000)
    first = services.pause(lesson.pk, actor=carla, cmd_id="p")
    assert services.pause(lesson.pk, actor=carla, cmd_id="p") == first
    now.advance(60_000)
    services.resume(lesson.pk, actor=carla, cmd_id="r")
    now.advance(49_999)
    services.catch_up(lesson.pk)

    log = queries.read_log(lesson.pk)
    assert [(event.kind, event.at_ms, event.actor) for event in log[2:]] == [
        ("Paused", 10_000, f"u{carla.pk}"),
        ("Resumed", 10_000, f"u{carla.pk}"),
    ]
    assert (services.verify_chain(lesson.pk), services.replay(lesson.pk)) == (None, log)


def test_a_coach_hurries_and_ends_a_class(lesson, carla, now):
    services.set_speed(lesson.pk, actor=carla, cmd_id="s", per_mille=4_000)
    services.end_run(lesson.pk, actor=carla, cmd_id="e")

    assert kinds_of(queries.read_log(lesson.pk))[2:] == ["SpeedChanged", "EndRequested", "RunEnded"]


@pytest.mark.parametrize("verb", STEERED)
@pytest.mark.parametrize("who", ["theo", "milan", "ada", "sam", "cem"])
def test_nobody_else_steers_a_class(lesson, request, who, verb):
    with pytest.raises(Refused, match="forbidden"):
        STEERED[verb](lesson, request.getfixturevalue(who))


@pytest.mark.parametrize("verb", ["pause", "speed"])
def test_whoever_plays_a_class_does_not_move_its_clock_even_as_a_coach(lesson, tia, early, verb):
    add_membership(tia, cohort=early.name, role="coach")

    with pytest.raises(Refused, match="not_practice"):
        STEERED[verb](lesson, tia)


def test_what_the_trainee_does_no_coach_does(lesson, carla):
    with pytest.raises(Refused, match="forbidden"):
        services.resolve(lesson.pk, actor=carla, cmd_id="a", thread="bag")
    with pytest.raises(Refused, match="forbidden"):
        services.reply(
            lesson.pk, actor=carla, cmd_id="b", thread="bag", post="bag-1", visibility="public", text="Ja.", seen_seq=2
        )


@pytest.mark.parametrize("verb", STEERED)
def test_practice_is_nobodys_but_the_trainees(tia, carla, now, verb):
    with pytest.raises(Refused, match="forbidden"):
        STEERED[verb](start(tia), carla)


def check_thirty_days(lesson: Run, carla: User, now) -> None:
    now.jump(30 * 24 * 3_600_000 + 1_000)
    with pytest.raises(Refused, match="forbidden"):
        services.end_run(lesson.pk, actor=carla, cmd_id="e")


def test_after_thirty_days_it_is_no_coachs_any_more(lesson, carla, now):
    check_thirty_days(lesson, carla, now)


def test_without_the_look_at_the_days_it_would_be(lesson, carla, now, monkeypatch):
    monkeypatch.setattr(coaching, "CLASS_DAYS", 3_000)

    with pytest.raises(pytest.fail.Exception):
        check_thirty_days(lesson, carla, now)


def test_a_membership_that_ended_a_moment_ago_has_ended(lesson, carla):
    services.pause(lesson.pk, actor=carla, cmd_id="p")
    Membership.objects.filter(user=carla).delete()

    with pytest.raises(Refused, match="forbidden"):
        services.resume(lesson.pk, actor=carla, cmd_id="r")
    # What is in the log already is acknowledged all the same.
    assert services.pause(lesson.pk, actor=carla, cmd_id="p").seq == 3


def test_a_certification_stands_still_for_a_technical_reason_only(tia, early, carla, milan, now):
    exam = begin(tia, early, mode="certification")
    with pytest.raises(Refused, match="bad_reason"):
        services.pause(exam.pk, actor=carla, cmd_id="p")
    for person, code in ((tia, "not_practice"), (milan, "forbidden")):
        with pytest.raises(Refused, match=code):
            services.pause(exam.pk, actor=person, cmd_id="p", reason="device")
    services.pause(exam.pk, actor=carla, cmd_id="p", reason="device")
    services.resume(exam.pk, actor=carla, cmd_id="r")
    for verb in ("speed", "end"):
        with pytest.raises(Refused, match="certification"):
            STEERED[verb](exam, carla)

    log = queries.read_log(exam.pk)
    assert kinds_of(log)[-2:] == ["Paused", "Resumed"]
    assert log[-2].data["reason"] == "device"


def test_a_reason_is_one_of_those_that_there_are(lesson, carla):
    with pytest.raises(Refused, match="bad_reason"):
        services.pause(lesson.pk, actor=carla, cmd_id="p", reason="lunch")
    services.pause(lesson.pk, actor=carla, cmd_id="p", reason="connection")


def test_to_answer_asks_nobody_whether_they_coach(lesson, tia, monkeypatch):
    monkeypatch.setattr("simulator.services.commands.is_coach_of", lambda run_id, user: pytest.fail("asked"))
    services.resolve(lesson.pk, actor=tia, cmd_id="a", thread="bag")


def test_what_a_skip_leaps_over_happens_at_its_own_time(lesson, carla, now):
    now.advance(30_000)
    ack = services.skip(lesson.pk, actor=carla, cmd_id="s", to_ms=130_000)
    now.advance(1_000)
    services.pause(lesson.pk, actor=carla, cmd_id="p")

    log = queries.read_log(lesson.pk)
    assert (ack.seq, log[2].data["to_ms"]) == (3, 130_000)
    assert [(event.kind, event.at_ms) for event in log[2:]] == [
        ("Skipped", 30_000),
        ("PostAppeared", 60_000),
        ("FactReleased", 90_000),
        ("PostAppeared", 120_000),
        ("PostAppeared", 120_000),
        ("Paused", 131_000),
    ]
    assert (services.verify_chain(lesson.pk), services.replay(lesson.pk)) == (None, log)


def test_a_skip_over_more_than_a_page_is_gone_on_with_by_the_alarm(tia, early, carla, now):
    posts = [make_post(f"p{number:03}", "t", at_ms=1_000 + number) for number in range(450)]
    run = start_run(trainee=tia, version=publish(make_timeline(posts=posts)), mode="class", cohort=early)
    services.skip(run.pk, actor=carla, cmd_id="s", to_ms=60_000)
    seqs = [len(queries.read_log(run.pk))]
    while services.catch_up_due():
        seqs.append(len(queries.read_log(run.pk)))

    assert seqs == [201, 401, 452]
    assert [event.at_ms for event in queries.read_log(run.pk)[2:]] == [1_000 + number for number in range(450)]


@pytest.mark.parametrize("to_ms", [0, 30_000, 600_001])
def test_only_what_lies_ahead_and_in_the_run_is_skipped_to(lesson, carla, now, to_ms):
    now.advance(30_000)
    with pytest.raises(Refused, match="bad_time"):
        services.skip(lesson.pk, actor=carla, cmd_id="s", to_ms=to_ms)


def test_nobody_skips_in_a_pause_nor_skips_their_own_run(lesson, carla, tia, now):
    with pytest.raises(Refused, match="forbidden"):
        services.skip(lesson.pk, actor=tia, cmd_id="s", to_ms=50_000)
    services.pause(lesson.pk, actor=carla, cmd_id="p")
    with pytest.raises(Refused, match="paused"):
        services.skip(lesson.pk, actor=carla, cmd_id="s", to_ms=50_000)


def test_a_skip_to_the_end_ends_the_run(lesson, carla, now):
    services.skip(lesson.pk, actor=carla, cmd_id="s", to_ms=600_000)

    assert kinds_of(queries.read_log(lesson.pk))[-1] == "RunEnded"
