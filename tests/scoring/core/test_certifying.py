"""What is proposed, how sure that is, and when people have decided."""

import pytest

from scoring.core.certifying import Ruled, count_needed, find_verdict, propose
from scoring.core.terms import FAILED, PASSED, Terms, draw_scenarios, find_faults, read_terms, write_terms

WEIGHTS = {"speed": 1, "tone": 1}


def make_card(*values: int, critical: tuple[str, ...] = ()) -> dict[str, object]:
    """A scorecard with one thread for each value of the tone; a critical error zeroes its thread."""
    evidence = [
        {"reply": n, "thread": f"t{n}", "value": value, "counted": 0 if f"t{n}" in critical else value}
        for n, value in enumerate(values)
    ]
    errors = [{"reply": int(each[1:]), "thread": each, "rule": "privacy.asks", "span": None} for each in critical]
    return {"weights": WEIGHTS, "evidence": {"tone": evidence}, "critical": errors}


def make_terms(**given: object) -> Terms:
    return Terms(**{"scenarios": (1,), "draw": 1, "overall": 700, "criteria": {}, **given})  # type: ignore[arg-type]  # as named


def test_who_is_always_above_the_mark_passes_surely():
    found = propose([make_card(800, 820, 810)], make_terms(), seed=1)

    assert found["verdict"] == PASSED
    assert found["second"] is False
    assert found["values"]["overall"] == {"value": 810, "low": 803, "high": 820, "mark": 700}


def test_who_is_now_above_and_now_below_is_for_two_people():
    found = propose([make_card(1000, 500, 1000, 500, 700)], make_terms(), seed=1)

    assert (found["verdict"], found["second"]) == (PASSED, True)
    assert {"code": "unsure", "of": "overall"} in found["reasons"]


def test_the_same_attempt_gives_the_same_proposal_and_another_seed_another_draw():
    cards = [make_card(*range(0, 1000, 37))]

    assert propose(cards, make_terms(), seed=5) == propose(cards, make_terms(), seed=5)
    assert propose(cards, make_terms(), seed=5) != propose(cards, make_terms(), seed=6)


def test_more_posts_make_it_surer():
    few, many = (propose([make_card(*[600, 900] * n)], make_terms(), seed=1)["values"]["overall"] for n in (3, 40))

    assert many["high"] - many["low"] < few["high"] - few["low"]


def test_coaches_who_are_far_from_the_score_make_it_less_sure():
    card, terms = make_card(800, 820, 810), make_terms(criteria={"tone": 700})
    found = propose([card], terms, seed=1, spread={"tone": 100})

    assert found["second"] is True
    assert found["values"]["tone"]["low"] < 700


def test_a_criterion_below_its_mark_fails_whatever_the_rest_is():
    found = propose([make_card(650, 650, 650)], make_terms(overall=600, criteria={"tone": 660}), seed=1)

    assert found["verdict"] == FAILED
    assert found["reasons"] == [{"code": "reached", "of": "overall"}, {"code": "below", "of": "tone"}]


def test_what_could_not_be_seen_is_for_two_people():
    found = propose([make_card(900, 900)], make_terms(criteria={"privacy": 500}), seed=1)

    assert (found["verdict"], found["second"]) == (FAILED, True)


def test_what_could_not_be_seen_hides_nothing_that_comes_after_it():
    found = propose([make_card(650, 650)], make_terms(overall=600, criteria={"privacy": 500, "tone": 660}), seed=1)

    assert {"code": "below", "of": "tone"} in found["reasons"]


@pytest.mark.parametrize(("upheld", "verdict"), [(None, None), (True, FAILED), (False, PASSED)])
def test_a_critical_error_waits_for_a_coach(upheld: bool | None, verdict: str | None):
    reviews = {} if upheld is None else {(0, 1, "privacy.asks"): upheld}
    found = propose([make_card(900, 900, 900, critical=("t1",))], make_terms(overall=500), seed=1, reviews=reviews)

    assert found["verdict"] == verdict


def test_what_a_coach_takes_back_costs_nothing():
    card = make_card(900, 900, 900, critical=("t1",))
    values = [
        propose([card], make_terms(), seed=1, reviews={(0, 1, "privacy.asks"): upheld})["values"]["tone"]["value"]
        for upheld in (True, False)
    ]

    assert values == [600, 900]


def test_runs_count_alike():
    assert propose([make_card(1000), make_card(500, 500, 500)], make_terms(), seed=1)["values"]["tone"]["value"] == 750


SURE, UNSURE = {"verdict": PASSED, "second": False}, {"verdict": PASSED, "second": True}
MILAN, MIA, CARLA = (
    lambda verdict: Ruled(1, "manager", verdict),
    lambda verdict: Ruled(2, "manager", verdict),
    lambda verdict: Ruled(3, "coach", verdict),
)


def test_one_person_is_enough_for_what_is_sure_and_two_for_everything_else():
    assert count_needed(SURE, verdict=PASSED) == 1
    assert count_needed(SURE, verdict=FAILED) == 2
    assert count_needed(UNSURE, verdict=PASSED) == 2


def test_people_who_disagree_have_not_decided():
    assert find_verdict([MILAN(PASSED)], SURE, confirms="manager") == PASSED
    assert find_verdict([MILAN(FAILED)], SURE, confirms="manager") == ""
    assert find_verdict([MILAN(FAILED), MIA(FAILED)], SURE, confirms="manager") == FAILED
    assert find_verdict([MILAN(PASSED), CARLA(FAILED)], UNSURE, confirms="manager") == ""
    assert find_verdict([MILAN(PASSED), MILAN(PASSED)], UNSURE, confirms="manager") == ""


def test_one_of_them_has_the_role_that_confirms():
    assert find_verdict([CARLA(PASSED)], SURE, confirms="manager") == ""
    assert find_verdict([CARLA(PASSED), MILAN(PASSED)], UNSURE, confirms="manager") == PASSED
    assert find_verdict([CARLA(PASSED)], SURE, confirms="coach") == PASSED


def test_nobody_decides_what_is_provisional():
    assert find_verdict([MILAN(PASSED), MIA(PASSED)], {"verdict": None, "second": False}, confirms="manager") == ""


def test_terms_that_cannot_be_meant_are_named():
    assert find_faults(make_terms()) == []
    wrong = make_terms(scenarios=(1, 1), draw=3, overall=1001, criteria={"charm": 1}, attempts=0, valid_days=0)
    assert find_faults(wrong) == ["scenarios", "draw", "overall", "criteria", "attempts", "valid_days"]


def test_terms_come_back_as_they_were_written():
    terms = make_terms(scenarios=(3, 1, 2), draw=2, criteria={"tone": 1}, confirms="coach")

    assert read_terms(write_terms(terms)) == terms


def test_all_scenarios_keep_their_order_and_fewer_are_drawn_for_each_attempt():
    assert draw_scenarios(make_terms(scenarios=(3, 1, 2), draw=3), seed=9) == (3, 1, 2)
    drawn = [tuple(draw_scenarios(make_terms(scenarios=(1, 2, 3, 4), draw=2), seed=seed)) for seed in range(200)]
    assert {len(set(each)) for each in drawn} == {2}
    assert {each for pair in drawn for each in pair} == {1, 2, 3, 4}
