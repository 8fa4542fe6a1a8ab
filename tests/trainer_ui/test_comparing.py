"""A run beside its twins: in the order of the criteria, and only what applied to one of them."""

from typing import Any

from trainer_ui.comparing import ParWait, Side, compare_with_twins, read_par_waits


def make_side(area: int, reach: int) -> dict[str, Any]:
    return {"curve": [[0, 10]], "area": area, "reach": reach}


def make_twins(*, reach: int = 900) -> dict[str, Any]:
    par = {"score": 900, "criteria": {"tone": 800, "speed": 1000, "privacy": 1000}}
    return {
        "ended_ms": 60_000,
        "own": make_side(1200, reach - 300 if reach else 0),
        "silent": make_side(2400, reach),
        "expert": make_side(600, 0),
        "prevented": 300 if reach else 0,
        "par": par,
    }


CARD = {"score": 700, "criteria": {"tone": 650}, "weights": {"tone": 1, "speed": 1, "triage": 1}}


def test_a_criterion_is_shown_where_it_weighs_and_applied_to_one_of_them():
    compared = compare_with_twins(CARD, make_twins())

    assert compared.sides == [
        Side("own", 700, 20, 600, [None, 650]),
        Side("absent", None, 40, 900, [None, None]),
        Side("expert", 900, 10, 0, [1000, 800]),
    ]
    assert (compared.par, compared.prevented, len(compared.criteria)) == (900, 300, 2)


def test_without_a_crowd_its_reach_is_not_shown():
    assert [compare_with_twins(CARD, make_twins(reach=reach)).has_crowd for reach in (900, 0)] == [True, False]


def test_what_the_expert_needed_is_read_by_post_and_the_end_in_public_by_itself():
    twins = make_twins()
    waits = [("bag-1", "first", 38_000, 1000), ("bag-2", "next", 90_000, 850), ("bag-2", "closing", 20_000, 1000)]
    twins["par"]["waits"] = [dict(zip(("post", "response", "wait_ms", "value"), wait, strict=True)) for wait in waits]

    assert read_par_waits(twins) == {"bag-1": ParWait(38_000, 1000), "bag-2": ParWait(90_000, 850)}
    assert read_par_waits(twins, closings=True) == {"bag-2": ParWait(20_000, 1000)}


def test_twins_of_an_older_release_say_nothing_of_single_posts():
    assert read_par_waits(make_twins()) == {}
