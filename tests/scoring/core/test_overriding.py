"""What a scorecard would say without what coaches lifted."""

import pytest

from scoring.core.overriding import recount

WAIT = {"rule": "speed.wait", "criterion": "speed", "span": None, "points": -400, "params": {}, "critical": False}
ASKED = {
    "rule": "privacy.asked_in_public", "criterion": "privacy", "span": [0, 4], "points": -1000, "params": {},
    "critical": True,
}  # fmt: skip
SHOWN = {**ASKED, "rule": "privacy.shown_in_public", "span": [5, 9]}
COLD = {
    "rule": "tone.officialese",
    "criterion": "tone",
    "span": [0, 4],
    "points": -150,
    "params": {},
    "critical": False,
}
LONG_WINDED = {**COLD, "rule": "tone.nominal_style", "span": [5, 9], "points": -100}


def make_card(*, errors=(), privacy=0, tone=600, order=None):
    """One thread with reply 3, another with reply 7."""
    zero = {error["thread"] for error in errors}

    def item(reply, thread, value):
        return {"reply": reply, "thread": thread, "value": value, "counted": 0 if thread in zero else value}

    evidence = {
        "tone": [item(3, "bag", tone), item(7, "train", 800)],
        "privacy": [item(3, "bag", privacy), item(7, "train", 1000)],
    }
    if order is not None:
        evidence["triage"] = [
            {"post": "train-1", "thread": "train", "reply": None, "kind": "desk", "value": 500, "counted": 500},
            {"post": "", "thread": "", "reply": None, "kind": "order", "value": order, "counted": order, "weight": 1},
        ]
    criteria = {name: round(sum(each["counted"] for each in items) / len(items)) for name, items in evidence.items()}
    return {"evidence": evidence, "criteria": criteria, "weights": {"tone": 1, "privacy": 1}, "critical": list(errors)}


def error(finding, *, reply=3, thread="bag", **more):
    return {"reply": reply, "thread": thread, "rule": finding["rule"], "span": finding["span"], **more}


def count(card, *, found=(), lifted=(), zeroed=frozenset(), wording=3):
    return recount(
        card, standing={3: list(found), 7: []}, lifted={wording: list(lifted)}, wordings={3: 3, 7: 7}, zeroed=zeroed
    )


def test_without_anything_lifted_all_stays_as_it_was():
    card = make_card(errors=[error(ASKED)], order=400)

    counted = count(card, found=[ASKED])

    assert counted["criteria"] == card["criteria"]
    assert (counted["values"], counted["critical"]) == ({}, 1)


def test_a_lifted_finding_gives_its_points_back():
    counted = count(make_card(privacy=1000), found=[COLD], lifted=[COLD])

    assert counted["values"] == {("tone", 3): 750}
    assert counted["criteria"] == {"tone": 775, "privacy": 1000}
    assert counted["score"] == 888


def test_a_lifted_praise_takes_its_points_along():
    praise = {**COLD, "points": 80}

    assert count(make_card(), found=[praise], lifted=[praise])["values"] == {("tone", 3): 520}


def test_a_lifted_critical_error_zeroes_nothing_any_more():
    card = make_card(errors=[error(ASKED)])

    assert card["criteria"] == {"tone": 400, "privacy": 500}
    counted = count(card, found=[ASKED], lifted=[ASKED])

    assert counted["criteria"] == {"tone": 700, "privacy": 1000}
    assert counted["critical"] == 0


def test_a_second_critical_error_still_does():
    card = make_card(errors=[error(ASKED), error(SHOWN)])

    counted = count(card, found=[ASKED, SHOWN], lifted=[ASKED])

    assert counted["criteria"] == card["criteria"]
    assert counted["critical"] == 1


def test_what_a_notice_zeroes_stays_zero():
    card = make_card(errors=[error(ASKED)])

    assert count(card, found=[ASKED], lifted=[ASKED], zeroed={"bag"})["criteria"]["tone"] == 400


def test_no_more_comes_back_than_what_is_still_found_leaves():
    counted = count(make_card(tone=900), found=[COLD, LONG_WINDED], lifted=[COLD])

    assert counted["values"] == {}
    assert count(make_card(tone=800), found=[COLD, LONG_WINDED], lifted=[COLD])["values"] == {("tone", 3): 900}


def test_an_error_of_an_earlier_wording_is_lifted_there_and_changes_no_value():
    card = make_card(errors=[error(ASKED, wording=2)], privacy=1000)

    counted = count(card, found=[], lifted=[ASKED], wording=2)

    assert counted["criteria"] == {"tone": 700, "privacy": 1000}
    assert counted["values"] == {}


@pytest.mark.parametrize(("order", "expected"), [(400, 450), (900, 500)])
def test_a_good_order_still_makes_up_for_nothing(order, expected):
    assert count(make_card(order=order))["criteria"]["triage"] == expected
