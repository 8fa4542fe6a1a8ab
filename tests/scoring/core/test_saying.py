"""What is known, and what was asked for, is no fault to say: neither vague, nor stalling, nor promised, nor sold."""

from typing import Any

import pytest

from scenarios.core.timeline import Fact
from tests.scoring.core.hearing.worlds import assess, make_world
from tests.scoring.replies import rules_of

FACTS = {
    "de": (
        Fact("dog", "Hunde zahlen den halben Fahrpreis und tragen einen Maulkorb.", 0, None),
        Fact("refund", "Die Erstattung dauert höchstens vier Wochen.", 0, None),
        Fact("stop", "Die Leitstelle lässt alle Züge sofort halten.", 0, None),
        Fact("cover", "Die Versicherung kostet 4,99 Euro im Monat und deckt Stürze.", 0, None),
        Fact("remote", "Die große Fernbedienung mit sechs Tasten geht auf uns.", 0, None),
    ),
    "en": (
        Fact("dog", "Dogs travel for half the fare and wear a muzzle.", 0, None),
        Fact("refund", "A refund takes four weeks at most.", 0, None),
        Fact("stop", "The control desk stops all trains straight away.", 0, None),
        Fact("cover", "The premium insurance costs 4.99 euros a month and covers falls.", 0, None),
        Fact("remote", "The large remote with six buttons is free of charge.", 0, None),
    ),
}


def found(text: str, fact: str, *, language: str, known: bool = True, about: str = "tone", **changes: Any) -> set[str]:
    keys = frozenset({fact}) if known else frozenset()
    world = make_world(language, facts=FACTS[language])
    return rules_of(assess(text, language=language, world=world, known_facts=keys, **changes), criterion=about)


@pytest.mark.parametrize(
    ("language", "fact", "text", "rule"),
    [
        ("de", "dog", "Hunde fahren zum halben Fahrpreis mit, tragen aber Maulkorb.", "tone.vague"),
        ("en", "dog", "Dogs travel for half the fare and have to wear a muzzle.", "tone.vague"),
        ("de", "refund", "Haben Sie bitte bis zu vier Wochen Geduld mit der Erstattung.", "tone.stalling"),
        ("en", "refund", "Please allow four weeks for the refund.", "tone.stalling"),
        ("de", "stop", "Alle Züge werden sofort von der Leitstelle gehalten.", "tone.overpromise"),
        ("en", "stop", "Yes, it stops all trains straight away.", "tone.overpromise"),
    ],
)
def test_what_a_known_fact_says_is_no_fault_to_say(language: str, fact: str, text: str, rule: str) -> None:
    told = found(text, fact, language=language)
    guessed = found(text, fact, language=language, known=False)

    assert (rule in told, rule in guessed) == (False, True)


@pytest.mark.parametrize(
    ("language", "text", "asks", "complains"),
    [
        (
            "de",
            "Die Versicherung gibt es für 4,99 Euro im Monat.",
            "Was kostet die Versicherung im Monat?",
            "Mein Telefon ist gestohlen worden.",
        ),
        (
            "en",
            "The premium insurance is from 4.99 a month.",
            "How much is the premium insurance a month?",
            "My telephone was stolen.",
        ),
    ],
)
def test_selling_what_was_asked_for_is_an_answer(language: str, text: str, asks: str, complains: str) -> None:
    asked = found(text, "cover", language=language, post_text=asks, asked_for=("cover",))
    pushed = found(text, "cover", language=language, post_text=complains)

    assert ("tone.advertising" in asked, "tone.advertising" in pushed) == (False, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die große Fernbedienung mit sechs Tasten geht auf uns."),
        ("en", "The large remote with six buttons is free of charge for you."),
    ],
)
def test_what_a_fact_gives_to_everybody_is_no_goodwill(language: str, text: str) -> None:
    told = found(text, "remote", language=language, about="substance")
    invented = found(text, "remote", language=language, about="substance", known=False)

    assert ("substance.goodwill_public" in told, "substance.goodwill_public" in invented) == (False, True)


@pytest.mark.parametrize(
    ("language", "announced", "evaded", "rule"),
    [
        (
            "de",
            "Das ist uns bekannt: Hunde fahren zum halben Fahrpreis mit und tragen Maulkorb.",
            "Hunde fahren zum halben Fahrpreis mit und tragen Maulkorb. Mehr weiß niemand, das ist uns bekannt.",
            "tone.stalling",
        ),
        (
            "en",
            "Don’t worry about Friday. Dogs travel for half the fare and have to wear a muzzle.",
            "Dogs travel for half the fare and have to wear a muzzle. It is sunny, so don’t worry about Friday.",
            "tone.overpromise",
        ),
    ],
)
def test_what_announces_a_known_fact_is_no_fault_either(language: str, announced: str, evaded: str, rule: str) -> None:
    assert [rule in found(text, "dog", language=language) for text in (announced, evaded)] == [False, True]


@pytest.mark.parametrize(
    ("language", "seven", "more"),
    [
        (
            "de",
            "Entschuldigung, unser Fehler, ich verstehe Ihren Ärger. Danke! Ich prüfe es heute, weil es eilt. Ja? "
            "Hunde fahren zum halben Fahrpreis mit und tragen Maulkorb.",
            "Gern per Direktnachricht.",
        ),
        (
            "en",
            "Sorry, our mistake, I understand your frustration. Thanks! I'll check it today because it's urgent. Why? "
            "Dogs travel for half the fare and have to wear a muzzle.",
            "Send me a direct message.",
        ),
    ],
)
def test_who_tells_a_fact_may_do_seven_things_beside_it_and_no_more(language: str, seven: str, more: str) -> None:
    told = found(seven, "dog", language=language)
    guessed = found(seven, "dog", language=language, known=False)
    everything = found(f"{seven} {more}", "dog", language=language)

    assert ["tone.crowded" in each for each in (told, guessed, everything)] == [False, True, True]
