"""Substance: what is known and asked for is told, and nothing that nobody knows."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Fact
from scoring.core.rules import RULES
from scoring.sentences import explain_finding
from tests.scoring.core.hearing.worlds import FACTS, KNOWN, assess, make_world
from tests.scoring.replies import rules_of

BUSES = "Die Ersatzbusse stehen am Südausgang."
DRAWBACK = Fact("esim", "Das Modell kann keine eSIM aufnehmen.", 0, None, topic="gleis", kind="drawback")


def value(text: str, **changes):
    return assess(text, **changes).criteria.get("substance")


def points(text: str, **changes):
    return [(found.rule, found.points) for found in assess(text, **changes).findings if found.criterion == "substance"]


def test_each_fact_that_is_asked_for_has_its_share():
    asked = ("buses", "closed", "cause")

    assert value(f"{BUSES} Seit 17:52 Uhr steht alles. Grund ist eine Signalstörung.", asked_for=asked) == 1000
    assert value(BUSES, asked_for=asked) == 334
    assert value("Ich schaue nach.", asked_for=asked) == 0


def test_it_does_not_apply_where_nothing_was_to_be_told():
    assert value("Danke für das Foto!") is None
    assert value("Ich schaue nach.", asked_for=("forecast",)) is None


def test_what_the_thread_was_told_before_is_not_missed():
    assert value("Ich schaue nach.", asked_for=("buses",), told=frozenset({"buses"})) is None


def test_a_fact_that_was_replaced_is_not_missed():
    new = Fact("later", "Neue Prognose folgt.", 0, None, replaces="buses")
    world = make_world("de", facts=(*FACTS["de"], new))

    assert value("Ich schaue nach.", world=world, known_facts=KNOWN | {"later"}, asked_for=("buses",)) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Der Zug fährt garantiert.", "substance.overpromise"),
        ("Zunächst rollt alles eingleisig.", "substance.early"),
        ("Da sind zwei Züge zusammengestoßen.", "substance.rumour_spread"),
    ],
)
def test_what_nothing_carries_costs_points(text, rule):
    assert points(text) == [(rule, RULES[rule].points)]
    assert value(text) == 1000 + RULES[rule].points


def test_beyond_the_most_of_a_rule_a_finding_takes_no_points():
    text = "Der Zug fährt garantiert. Das Taxi kommt auf jeden Fall. Der Bus fährt hundertprozentig."

    assert points(text) == [("substance.overpromise", each) for each in (-400, -400, 0)]
    assert value(text) == 200


def test_an_early_fact_that_is_a_promise_is_one_finding():
    assert rules_of(assess("Ab 19:45 Uhr fahren wieder Züge."), criterion="substance") == {"substance.overpromise"}


def test_setting_a_rumour_right_is_praised_without_points():
    assert ("substance.rumour_corrected", 0) in points("Es gab keinen Unfall, verletzt ist niemand.")


def test_a_known_drawback_of_the_topic_is_told():
    world = make_world("de", facts=(*FACTS["de"], DRAWBACK))
    here = {"world": world, "known_facts": KNOWN | {"esim"}}

    assert points("Das ist ein feines Gerät.", topic="gleis", **here) == [("substance.drawback", -400)]
    assert value("Eine eSIM kann das Modell nicht aufnehmen.", topic="gleis", **here) == 1000
    assert value("Das ist ein feines Gerät.", topic="anders", **here) is None


def test_a_drawback_that_is_asked_for_is_not_counted_twice():
    world = make_world("de", facts=(*FACTS["de"], replace(DRAWBACK)))
    found = points(
        "Das ist ein feines Gerät.", world=world, known_facts=KNOWN | {"esim"}, topic="gleis", asked_for=("esim",)
    )

    assert found == [("substance.missing", -1000)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text", ["Ab 19:45 Uhr fahren wieder Züge.", "Der Zug fährt garantiert.", "Morgen fährt alles."]
)
def test_every_finding_can_be_explained(text: str, language: str):
    findings = assess(text).findings

    assert all(explain_finding(each.rule, language=language, params=each.params).title for each in findings)
