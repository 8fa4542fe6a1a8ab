"""What a rehearsal says, from what the robots came to."""

from dataclasses import replace

import pytest

from scenarios.core.public import Rehearsal
from scoring.core.robots.difficulty import rate_difficulty
from scoring.core.robots.heat import heat_area, heat_curve
from scoring.core.robots.rehearsing import find_violations, make_report, median_of, seeds_of
from simulator.core.events import Event
from tests.simulator.timelines import make_morning

TIMELINE = replace(
    make_morning(), pass_mark=600, rehearsal=Rehearsal(passes=("expert",), fails=("polite",), last="absent")
)


def make_run(robot: str, score: int | None, *, seed: int = 1, **more: object) -> dict[str, object]:
    run = {
        "robot": robot,
        "seed": seed,
        "score": score,
        "criteria": {},
        "heat": 0,
        "fired": {},
        "late": [],
        "load": [500],
    }
    return {**run, **more}


def test_what_holds_has_no_violations():
    runs = [make_run("expert", 900), make_run("polite", 599), make_run("absent", None)]

    assert find_violations(TIMELINE, runs) == []


@pytest.mark.parametrize(
    ("scores", "violations"),
    [
        ({"expert": 590, "polite": 300, "absent": 0}, ["fails expert"]),
        ({"expert": 900, "polite": 600, "absent": 0}, ["passes polite"]),
        ({"expert": 900, "polite": 100, "absent": 200}, ["not_last absent"]),
        ({"expert": 700, "slow": 701, "absent": 0}, ["beats_expert slow"]),
        ({"expert": 700, "slow": 700, "absent": 0}, []),
        ({"expert": 700, "paraphraser": 800, "absent": 0}, []),
    ],
)
def test_what_does_not_hold_is_named_by_seed(scores: dict[str, int], violations: list[str]):
    found = find_violations(TIMELINE, [make_run(robot, score, seed=3) for robot, score in scores.items()])

    assert [f"{each['code']} {each['robot']}" for each in found] == violations
    assert {each["seed"] for each in found} <= {3}


def test_one_seed_in_which_it_does_not_hold_is_enough():
    runs = [make_run("expert", score, seed=seed) for seed, score in enumerate((900, 900, 599))]

    report = make_report(TIMELINE, runs, crowds=[])

    assert (report["passed"], report["violations"][0]["seed"]) == (False, 2)
    assert report["robots"]["expert"]["score"] == {"median": 900, "least": 599, "most": 900}


def test_the_report_names_what_never_happened_and_what_nobody_can_answer_in_time():
    runs = [
        make_run("expert", 900, seed=1, late=["a", "b"], fired={"bag-silence": 2}),
        make_run("expert", 900, seed=2, late=["b"]),
    ]

    report = make_report(TIMELINE, runs, crowds=[])

    assert (report["late"], report["fired"], report["never_fired"]) == (["b"], ["bag-silence"], ["bag-answered"])
    assert report["own"] == ["bag-silence", "bag-answered"]


def test_seeds_change_with_every_change_of_the_text():
    assert seeds_of(TIMELINE, count=3) == seeds_of(TIMELINE, count=20)[:3]
    assert not set(seeds_of(TIMELINE, count=20)) & set(seeds_of(replace(TIMELINE, difficulty=2), count=20))
    assert all(0 <= seed < 1 << 63 for seed in seeds_of(TIMELINE, count=20))


@pytest.mark.parametrize(
    ("load", "speed", "level"),
    [
        ([300] * 9, 1000, 1),
        ([300, 900, 900, 900], 1000, 2),
        ([1300] * 5, 1000, 3),
        ([1550] * 5, 1000, 4),
        ([1800] * 5, 1000, 5),
        ([1800] * 5, 900, 5),
        ([100] * 5, 940, 2),
    ],
)
def test_difficulty_follows_load_and_what_even_an_expert_cannot_do_in_time(load: list[int], speed: int, level: int):
    assert rate_difficulty(load=load, speed=speed) == level


def test_the_median_is_one_of_the_values():
    assert (median_of([3, 1, 2]), median_of([4, 1, 2, 3])) == (2, 2)


def test_the_area_is_heat_times_seconds():
    moves = [Event(2, 10_000, "MoodMoved", "world", {"heat": 40}), Event(3, 20_000, "MoodMoved", "world", {"heat": 10})]
    curve = heat_curve([Event(1, 0, "RunStarted", "u1", {"heat": 30}), *moves])

    assert curve == [(0, 30), (10_000, 40), (20_000, 10)]
    assert heat_area(curve, until_ms=30_000) == 300 + 400 + 100
    assert heat_area(curve, until_ms=15_000) == 300 + 200


@pytest.mark.parametrize(
    ("declared", "undeclared"),
    [
        (Rehearsal(), ["pass: [expert]", "fail", "last"]),
        (Rehearsal(passes=("expert",), last="absent"), ["fail"]),
        (Rehearsal(passes=("paraphraser",), fails=("absent",), last="absent"), ["pass: [expert]"]),
        (Rehearsal(passes=("expert",), fails=("absent",), last="absent"), []),
    ],
)
def test_who_does_not_declare_who_passes_fails_and_comes_last_has_passed_nothing(
    declared: Rehearsal, undeclared: list[str]
):
    runs = [make_run("expert", 900), make_run("absent", 0)]

    report = make_report(replace(TIMELINE, rehearsal=declared), runs, crowds=[])

    assert (report["violations"], report["undeclared"], report["passed"]) == ([], undeclared, not undeclared)
