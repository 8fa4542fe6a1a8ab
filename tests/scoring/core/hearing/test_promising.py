"""A promise that nothing carries is heard; what is known, what the customer said and one's own next steps are none."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Fact
from scoring.core.hearing.listening import listen
from scoring.core.text import analyse
from tests.scoring.core.hearing.worlds import FACTS, KNOWN, assess, hear, make_world

PROMISES = {
    "de": [
        ("Der Zug fährt garantiert heute noch.", 1),
        ("Bis 18 Uhr fährt alles wieder.", 1),
        ("In zehn Minuten sind Sie da.", 1),
        ("Das kommt nicht wieder vor.", 1),
        ("Ich verspreche Ihnen, dass der Bus wartet.", 1),
        ("Ab 19:45 Uhr fahren wieder Züge.", 1),
        ("Der Zug fährt sofort los.", 1),
        ("Ursache ist ein Bagger auf der Strecke.", 1),
        ("Sie bekommen 50 Euro zurück.", 1),
        ("Auf jeden Fall ist morgen alles behoben.", 2),
        ("Ich melde mich bis 17 Uhr, der Zug fährt garantiert.", 1),
    ],
    "en": [
        ("The train will run today, guaranteed.", 1),
        ("We guarantee that you get home.", 1),
        ("It will be fixed by 18:00.", 1),
        ("You’ll be moving in ten minutes.", 1),
        ("That will never happen again.", 1),
        ("Trains run again from 19:45.", 1),
        ("The train leaves immediately.", 1),
        ("The cause is a digger on the line.", 1),
        ("You get 50 euros back.", 1),
        ("I’ll write by 5 pm, the train will run, guaranteed.", 1),
    ],
}
NONE = {
    "de": [
        "Ich melde mich in zehn Minuten.",
        "Bis 18 Uhr schreibe ich Ihnen, versprochen ist nur das nicht.",
        "Garantieren kann ich das nicht.",
        "Seit 16:30 Uhr fährt nichts.",
        "Ersatzbusse fahren alle 15 Minuten.",
        "Ursache ist eine Signalstörung.",
        "Sie bekommen 25 % zurück.",
        "Fährt er bis 18 Uhr wieder?",
        "Ob er bis 18 Uhr fährt, weiß ich nicht.",
        "Die Ursache ist noch unklar.",
        "Bitte schicken Sie mir sofort eine Direktnachricht.",
        "Ich kümmere mich sofort darum.",
        "Das liegt an uns.",
        "Der Brand war in zehn Minuten gelöscht.",
        "Das ist schon das dritte Mal in einer Woche.",
        "Fünfmal in zehn Tagen, das ist zu viel.",
        "Bis 18 Uhr fährt nichts.",
        "Vielleicht fährt er bis 18 Uhr wieder.",
        "Das Ticket hat 50 Euro gekostet.",
        "Das Geld bekommen Sie am Schalter, auch um 23 Uhr.",
    ],
    "en": [
        "I’ll get back to you in ten minutes.",
        "I will write to you by 18:00.",
        "I can’t guarantee that.",
        "Nothing has run since 16:30.",
        "Replacement buses leave every 15 minutes.",
        "The cause is a signal failure.",
        "You get 25% back.",
        "Will it run by 18:00?",
        "I don’t know whether it runs by 18:00.",
        "The cause is unknown.",
        "Please message us immediately.",
        "That is down to us.",
        "The fire was out in ten minutes.",
        "That is the third time in a week.",
        "Nothing runs by 18:00.",
        "Perhaps it will run by 18:00.",
        "The ticket was 50 euros.",
    ],
}


@pytest.mark.parametrize(("language", "text", "count"), [(lang, *case) for lang in PROMISES for case in PROMISES[lang]])
def test_what_nothing_carries_is_overpromised(language, text, count):
    assert hear(text, language=language).get("overpromises") == count


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in NONE for text in NONE[language]])
def test_no_promise_is_heard(language, text):
    assert hear(text, language=language).get("overpromises") is None


def test_the_customers_own_time_is_no_promise():
    assert "overpromises" not in hear("Der Bus um 18:12 Uhr fährt.", post_text="Fährt der Bus um 18:12 Uhr?")


@pytest.mark.parametrize("asked", ["", "Fährt der Zug garantiert?"])
def test_a_certainty_is_a_promise_whatever_the_customer_wrote(asked):
    assert hear("Der Zug fährt garantiert.", post_text=asked)["overpromises"] == 1


def test_a_share_of_the_customers_fare_is_no_new_amount():
    asked = "Ticket 48 Euro, was bekomme ich?"

    assert "overpromises" not in hear("Sie bekommen 12 Euro zurück.", post_text=asked)
    assert hear("Sie bekommen 24 Euro zurück.", post_text=asked)["overpromises"] == 1


def test_a_time_that_was_replaced_carries_nothing():
    old, new = (
        Fact(key, f"Ab {time} Uhr fahren wieder Züge.", 0, None) for key, time in (("old", "19:45"), ("new", "20:30"))
    )
    world = make_world("de", facts=(old, replace(new, replaces="old")))
    text = "Ab 19:45 Uhr fahren wieder Züge."

    assert "overpromises" not in hear(text, world=world, known_facts=frozenset({"old"}))
    assert hear(text, world=world, known_facts=frozenset({"old", "new"}))["overpromises"] == 1


def test_a_reply_outside_any_run_promises_as_well():
    judged = assess("Der Zug fährt garantiert.", ears=None, known_facts=frozenset())

    assert judged.heard["overpromises"] == 1


def test_a_known_forecast_carries_its_time():
    assert "forecast" in {fact.key for fact in FACTS["de"]}
    assert "overpromises" not in hear("Ab viertel vor acht fahren wieder Züge.", known_facts=KNOWN | {"forecast"})


def test_what_is_certain_is_known_by_its_words_of_content():
    said = listen(analyse("Ich verspreche Ihnen, dass der Bus wartet."), None, language="de")

    assert [(promise.kind, promise.marks) for promise in said.promises] == [("certain", ("w:versprech",))]
