"""The strategy in a crisis: what is wrong for whom, as far as it could be known."""

from dataclasses import replace

import pytest

from scenarios.core.public import Crisis
from scenarios.core.timeline import Needs
from tests.scoring.core.hearing.worlds import KNOWN, WORLDS, assess

OWNS = Needs(True, (), ("apology", "ownership"), False, "normal", None, None)
RULES = ("substance.denied_fault", "substance.strategy", "substance.unowned", "substance.over_apology")
DENIED = {
    "de": [
        "Das ist nicht unsere Schuld.",
        "Der Fehler lag nicht bei uns.",
        "Wir haben nichts falsch gemacht.",
        "Solche Unterstellungen weisen wir zurück.",
    ],
    "en": [
        "That was not our fault.",
        "This isn’t our mistake.",
        "We did nothing wrong.",
        "We are not to blame.",
        "We reject these accusations.",
    ],
}
NOT_DENIED = {
    "de": [
        "Das lag nicht an Ihnen.",
        "Das ist nicht Ihre Schuld, sondern unser Fehler.",
        "Ist das nicht unsere Schuld?",
        "Sie schreiben „nicht unsere Schuld“, so sehe ich das auch nicht.",
        "Das stimmt so nicht, der Bus fährt.",
        "Das hätte nicht passieren dürfen.",
        "Der Fehler lag bei uns.",
        "Sie haben alles richtig gemacht.",
    ],
    "en": [
        "It wasn’t you.",
        "It is not your fault, it is ours.",
        "Was that not our fault?",
        "You say “not our fault”, and that is not what I think.",
        "That is not right, the bus is running.",
        "That should never have happened.",
        "The mistake was ours.",
        "You did nothing wrong.",
    ],
}
WRONG = {
    "excuse": {"de": "Das war höhere Gewalt.", "en": "It was beyond our control."},
    "justify": {"de": "Das ist branchenüblich.", "en": "That is industry standard."},
    "bolster": {"de": "Wir haben die höchsten Standards.", "en": "We keep the highest standards."},
    "blame": {"de": "Da sind Sie selbst schuld.", "en": "You only have yourself to blame."},
}


def list_all(cases):
    return [(language, text) for language in cases for text in cases[language]]


def found(text, *, language="de", cluster="preventable", topic="gleis", known=KNOWN, crisis=None, **changes):
    world = replace(WORLDS[language], crisis=crisis or Crisis(cluster, ("gleis",)))
    judged = assess(text, language=language, world=world, topic=topic, known_facts=known, **changes)
    return [
        (each.rule, each.params.get("strategy", ""), each.critical) for each in judged.findings if each.rule in RULES
    ]


@pytest.mark.parametrize(("language", "text"), list_all(DENIED))
def test_to_deny_what_could_have_been_prevented_is_a_critical_error(language, text):
    assert ("substance.denied_fault", "", True) in found(text, language=language)


@pytest.mark.parametrize(("language", "text"), list_all(NOT_DENIED))
def test_what_only_sounds_like_it_is_none(language, text):
    assert found(text, language=language) == []


@pytest.mark.parametrize(
    ("cluster", "rules"), [("victim", []), ("accidental", [("substance.strategy", "deny", False)])]
)
def test_a_denial_may_be_right_for_a_victim_and_is_a_mistake_after_an_accident(cluster, rules):
    assert found(DENIED["de"][0], cluster=cluster) == rules


def test_a_bad_history_moves_it_one_row_down():
    crisis = Crisis("accidental", ("gleis",), has_history=True)

    assert found(DENIED["de"][0], crisis=crisis) == [("substance.denied_fault", "", True)]
    assert found(DENIED["de"][0], crisis=replace(crisis, cluster="preventable")) == [
        ("substance.denied_fault", "", True)
    ]


def test_nothing_counts_before_it_is_known_who_is_to_blame():
    crisis = Crisis("preventable", ("gleis",), known_from="forecast")

    assert found(DENIED["de"][0], crisis=crisis, needs=OWNS) == []
    assert found(DENIED["de"][0], crisis=crisis, known=KNOWN | {"forecast"}) == [("substance.denied_fault", "", True)]


def test_another_topic_and_no_crisis_have_no_strategy():
    assert found(DENIED["de"][0], topic="Rucksack") == []
    assert not any(each.rule in RULES for each in assess(DENIED["de"][0], topic="gleis").findings)


def test_a_denial_beside_an_admission_is_mixed_and_not_critical():
    text = "Der Fehler lag nicht bei uns. Dass niemand Bescheid sagte, war unser Versäumnis."

    assert found(text) == [("substance.strategy", "deny", False)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("strategy", WRONG)
def test_what_is_wrong_where_it_was_preventable(strategy, language):
    text = WRONG[strategy][language]

    assert found(text, language=language) == [("substance.strategy", strategy, False)]
    assert found(text, language=language, cluster="victim") == (
        [("substance.strategy", "blame", False)] if strategy == "blame" else []
    )


@pytest.mark.parametrize(
    ("language", "text", "is_owned"),
    [
        ("de", "Die Busse fahren am Südausgang.", False),
        ("de", "Das tut uns leid. Die Busse fahren am Südausgang.", True),
        ("de", "Das war unser Fehler.", True),
        ("de", "Erklären lässt sich das nicht, es war unser Fehler.", True),
        ("de", "Das ist nicht Ihr Fehler, sondern unser Fehler.", True),
        ("en", "Buses leave from the south exit.", False),
        ("en", "Sorry about that. Buses leave from the south exit.", True),
    ],
)
def test_where_the_post_calls_for_it_somebody_has_to_own_it(language, text, is_owned):
    expected = [] if is_owned else [("substance.unowned", "", False)]

    assert found(text, language=language, needs=OWNS) == expected
    assert found(text, language=language, needs=OWNS, was_owned=True) == []
    assert found(text, language=language, needs=OWNS, cluster="victim") == (
        [("substance.over_apology", "", False)] if "unser Fehler" in text else []
    )
    assert found(text, language=language, needs=replace(OWNS, acts=("next_step",))) == []


@pytest.mark.parametrize(
    ("cluster", "text", "strategy"),
    [
        ("preventable", "Das war unser Fehler, entschuldigen Sie.", "own"),
        ("preventable", "Entschuldigung! Das Formular ist repariert.", "apologise"),
        ("accidental", "Die Ersatzbusse stehen am Südausgang.", "inform"),
        ("victim", "Die Ersatzbusse stehen am Südausgang.", "inform"),
        ("preventable", "Die Ersatzbusse stehen am Südausgang.", None),
        ("preventable", "Entschuldigung, aber das war höhere Gewalt.", None),
    ],
)
def test_the_right_strategy_is_named(cluster, text, strategy):
    world = replace(WORLDS["de"], crisis=Crisis(cluster, ("gleis",)))
    judged = assess(text, world=world, topic="gleis", known_facts=KNOWN)

    assert [each.params["strategy"] for each in judged.findings if each.rule == "substance.strategy_right"] == (
        [strategy] if strategy else []
    )
