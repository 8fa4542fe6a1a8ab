"""Starting a run: its first event, its cast, and who may."""

import re

import pytest

from people.models import Membership
from scenarios.core.stock.odd_names import is_odd
from scoring.core import SCORING_VERSION
from simulator import queries, services
from simulator.core.events import ENGINE_VERSION, KINDS
from simulator.core.public import weigh_reach
from simulator.models import Run
from simulator.services import Refused, start_run
from simulator.services.casting import draw_cast, draw_crowd, draw_reach, sign_off_of
from tests.simulator.crowds import make_storm
from tests.simulator.timelines import BRAND, kinds_of, make_morning
from tests.simulator.worlds import publish, start


def test_a_run_starts_with_its_first_posts(tia, now):
    run = start(tia)

    assert kinds_of(queries.read_log(run.pk)) == ["RunStarted", "PostAppeared"]
    assert (run.head_seq, run.head_at_ms, run.next_due_at) == (2, 0, now.now_ms + 60_000)


def test_the_first_event_says_what_the_run_hangs_on(tia, now):
    run = start(tia, seed=11)

    data = queries.read_log(run.pk)[0].data
    assert {key: data[key] for key in data if key not in ("cast", "rubric")} == {
        "scenario": run.version.digest,
        "key": "world",
        "language": "de",
        "mode": "practice",
        "seed": 11,
        "speed": 1000,
        "engine": ENGINE_VERSION,
        "scoring": SCORING_VERSION,
        "duration_ms": 600_000,
        "wall_ms": now.now_ms,
        "agent": "^TI",
        "trainee": f"u{tia.pk}",
        "fingerprints": [],
    }


def test_the_cast_hangs_on_the_seed_alone():
    timeline = make_morning()

    assert draw_cast(timeline, seed=1) == draw_cast(timeline, seed=1)
    assert draw_cast(timeline, seed=1) != draw_cast(timeline, seed=2)


def test_nobody_in_the_cast_is_called_like_another():
    cast = draw_cast(make_morning(), seed=1)

    assert len({person["name"] for person in cast.values()}) == len(cast)
    assert len({person["handle"] for person in cast.values()}) == len(cast)


def test_the_agent_signs_by_initials_or_service_name(tia):
    tia.signature = ""
    tia.first_name, tia.last_name = "Tia", "Berg"
    assert sign_off_of(tia, brand=BRAND) == "^TB"

    tia.signature = "Tia B."
    assert sign_off_of(tia, brand=BRAND) == "^TB"

    tia.first_name = tia.last_name = tia.signature = ""
    assert sign_off_of(tia, brand=BRAND) == "Dein Team der Seenbahn"


def test_a_scenario_of_another_cohort_cannot_be_played(tia, sam, now):
    version = publish(make_morning())
    version.scenario.cohort = sam.memberships.get().cohort
    version.scenario.save()

    with pytest.raises(Refused, match="forbidden"):
        start_run(trainee=tia, version=version)


def test_a_class_needs_a_cohort_that_the_trainee_belongs_to(tia, sam, now):
    version = publish(make_morning())

    with pytest.raises(Refused, match="forbidden"):
        start_run(trainee=tia, version=version, mode="class")
    with pytest.raises(Refused, match="forbidden"):
        start_run(trainee=tia, version=version, mode="class", cohort=sam.memberships.get().cohort)

    run = start_run(trainee=tia, version=version, mode="class", cohort=Membership.objects.get(user=tia).cohort)
    assert run.mode == "class"


def test_only_practice_is_played_at_another_speed(tia, early, now):
    version = publish(make_morning())

    with pytest.raises(Refused, match="not_practice"):
        start_run(trainee=tia, version=version, mode="class", cohort=early, speed=2_000)
    with pytest.raises(Refused, match="bad_speed"):
        start_run(trainee=tia, version=version, speed=9_000)
    assert Run.objects.count() == 0


def test_a_start_that_fails_leaves_nothing_behind(tia, now, monkeypatch):
    monkeypatch.setattr("simulator.services.store.move_heads", lambda heads: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        start(tia)

    assert Run.objects.count() == 0
    assert services.catch_up_due() == 0


@pytest.mark.parametrize("language", ["de", "en"])
def test_everybody_in_the_crowd_has_a_name_and_a_handle_of_their_own(language):
    timeline = make_storm(language=language, authors=100)
    crowd = draw_crowd(timeline, seed=1)
    cast = draw_cast(timeline, seed=1).values()

    assert len({name for name, _, _ in crowd} | {person["name"] for person in cast}) == 100 + len(cast)
    assert len({handle for _, handle, _ in crowd} | {person["handle"] for person in cast}) == 100 + len(cast)
    assert crowd == draw_crowd(timeline, seed=1) != draw_crowd(timeline, seed=2)


def test_a_run_without_a_crowd_has_nobody_in_it():
    assert draw_crowd(make_morning(), seed=1) == []


def test_few_are_read_by_many_and_a_usual_post_weighs_about_1000():
    reaches = sorted(draw_reach(seed, number) for seed in range(50) for number in range(100))
    weights = [weigh_reach(reach) for reach in reaches]

    assert 80 < reaches[2_500] < 150
    assert reaches[4_950] > 1_000
    assert 900 < sum(weights) / len(weights) < 1_050


def test_a_runs_crowd_is_in_its_log_and_never_leaves_the_server(tia, now):
    run = start(tia, timeline=make_storm(authors=5))
    data = queries.read_log(run.pk)[0].data

    assert [len(each) for each in data["crowd"]] == [3] * 5
    assert "crowd" in KINDS["RunStarted"].hidden


@pytest.mark.parametrize("language", ["de", "en"])
def test_nobody_has_a_name_that_no_one_would_believe(language):
    """Faker's German list has entries like "Schleich, auch Schlauchin", "Koch II", "Hans D." and "Heydrich"."""
    timeline = make_storm(language=language, authors=300)
    people = [(name, handle) for seed in range(10) for name, handle, _ in draw_crowd(timeline, seed=seed)]

    assert [name for name, _ in people if len(name.split()) != 2 or any(is_odd(part) for part in name.split())] == []
    assert [handle for _, handle in people if not re.fullmatch(r"@[a-z0-9]+([._][a-z0-9]+)*", handle)] == []


def test_garbled_and_burdened_names_are_odd():
    assert [is_odd(name) for name in ("Schleich, auch Schlauchin", "Koch II", "H.-Dieter", "Heydrich")] == [True] * 4
    assert [is_odd(name) for name in ("Müller", "O'Brien", "Hans-Peter", "Öz")] == [False] * 4
