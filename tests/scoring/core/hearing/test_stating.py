"""A fact is heard in other words, and not where it is denied, asked, left open, or given with other numbers."""

import pytest

from scenarios.core.timeline import Fact
from tests.scoring.core.hearing.worlds import FACTS, assess, hear, make_world

STATES = {
    "de": [
        ("Seit 17:52 Uhr steht hier alles.", ["closed"]),
        ("Grund ist eine Signalstörung.", ["cause"]),
        ("Die Technik tauscht gerade ein Bauteil am Signal.", ["cause"]),
        ("Ab viertel vor acht geht es eingleisig weiter.", ["forecast"]),
        ("Um 19.45 Uhr rollt der erste.", ["forecast"]),
        ("Die Ersatzbusse stehen am Südausgang.", ["buses"]),
        ("Am südlichen Ausgang fährt alle 15 Minuten einer.", ["buses"]),
        ("Es gab keinen Unfall, verletzt ist niemand.", ["safe"]),
        ("Das war kein Unfall!", ["safe"]),
        ("Ihnen stehen 25 Prozent zu.", ["rights"]),
        ("Ich gebe Ihnen gern den Gutschein über 10 Euro.", ["voucher"]),
        ("Leider wartet der QX 218 nicht, der nächste kommt um vier nach acht.", ["connection"]),
    ],
    "en": [
        ("Nothing has moved since 17:52.", ["closed"]),
        ("The cause is a failed signal.", ["cause"]),
        ("Our engineers are replacing a part of the signal.", ["cause"]),
        ("Trains return at quarter to eight.", ["forecast"]),
        ("First train at 7.45 pm.", ["forecast"]),
        ("The replacement buses are at the south exit.", ["buses"]),
        ("One leaves every quarter of an hour, I mean every 15 minutes.", ["buses"]),
        ("There was no accident and nobody is hurt.", ["safe"]),
        ("It was no accident!", ["safe"]),
        ("You get 25 percent back.", ["rights"]),
        ("Here is a voucher of 10 euros for you.", ["voucher"]),
        ("I’m afraid the QX 218 can’t be held; the next one is the 20:04.", ["connection"]),
    ],
}
LEAVES = {
    "de": [
        "Es gab einen Unfall.",
        "Ab 20:15 Uhr fahren wieder Züge, eingleisig.",
        "Der erste fährt nicht um 19:45 Uhr.",
        "Fährt um 19:45 Uhr wieder einer?",
        "Ob um 19:45 Uhr wieder einer fährt, weiß ich nicht.",
        "Es stimmt nicht, dass um 19:45 Uhr wieder etwas fährt.",
        "Die Signalstörung ist nicht der Grund.",
        "Es stehen keine Ersatzbusse am Südausgang.",
        "Die Ersatzbusse kommen alle 30 Minuten.",
        "Ihnen stehen 50 Prozent zu.",
        "Einen Gutschein über 20 Euro gebe ich Ihnen gern.",
        "Der QX 218 wartet auf Sie.",
        "Danke für den Hinweis, ich frage bei der Technik nach.",
        "Ich verstehe, dass Sie auf einen Zug warten.",
        "Vielleicht stehen am Südausgang Ersatzbusse.",
    ],
    "en": [
        "There was an accident.",
        "Trains will run again from 20:15, single track.",
        "The first one does not run at 19:45.",
        "Will one run at 19:45?",
        "I don’t know whether one runs at 19:45.",
        "It isn’t true that anything runs at 19:45.",
        "The signal failure is not the cause.",
        "There are no replacement buses at the south exit.",
        "The replacement buses leave every 30 minutes.",
        "You get 50 percent back.",
        "A voucher of 20 euros is yours.",
        "The QX 218 will be held for you.",
        "Thanks for telling us, I’ll ask the engineers.",
        "I know you are waiting for a train.",
        "Perhaps there are replacement buses at the south exit.",
    ],
}


@pytest.mark.parametrize(("language", "text", "facts"), [(lang, *case) for lang in STATES for case in STATES[lang]])
def test_a_fact_is_heard_in_other_words(language, text, facts):
    assert hear(text, language=language).get("facts") == facts


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in LEAVES for text in LEAVES[language]])
def test_a_near_miss_states_nothing(language, text):
    assert hear(text, language=language).get("facts", []) == []


def test_who_repeats_the_customers_words_states_nothing():
    asked = "Stimmt es, dass am Südausgang Ersatzbusse stehen?"

    assert hear("Zu den Ersatzbussen am Südausgang frage ich nach.", post_text=asked).get("facts") is None
    assert hear("Ja, am Südausgang stehen Ersatzbusse.", post_text=asked).get("facts") == ["buses"]


def test_what_the_reply_gives_before_its_release_is_early():
    assert hear("Ab 19:45 Uhr geht es weiter.")["early"] == ["forecast"]
    assert "early" not in hear("Ab 19:45 Uhr geht es weiter.", known_facts=frozenset({"forecast"}))


def test_a_fact_with_patterns_is_heard_by_those_alone():
    eta = Fact("forecast", "Ab 19:45 Uhr fahren wieder Züge.", 0, None, says=("vor (der )?tagesschau", "19[:.]45"))
    world = make_world("de", facts=(*FACTS["de"][:2], eta))

    assert hear("Noch VOR der „Tagesschau“ geht es los.", world=world)["facts"] == ["forecast"]
    assert "facts" not in hear("Nicht um 19:45 Uhr.", world=world)
    assert "facts" not in hear("Gegen viertel vor acht.", world=world)


@pytest.mark.parametrize(
    ("fact", "says", "text", "is_stated"),
    [
        ("Der Zug wartet.", "zug wartet", "Der Zug wartet.", True),
        ("Der Zug wartet.", "zug wartet", "Es stimmt nicht, dass der Zug wartet.", False),
        ("Der Zug wartet.", "zug wartet", "Ob der Zug wartet, weiß ich nicht.", False),
        ("Der Zug wartet.", "zug wartet", "Stimmt es, dass der Zug wartet?", False),
        ("Der Zug wartet nicht.", "zug wartet", "Der Zug wartet nicht.", True),
        ("Der Zug fährt ab.", "zug wartet nicht", "Der Zug wartet nicht.", True),
        ("Der Zug fährt ab.", "zug wartet", "Der Zug wartet nicht.", False),
    ],
)
def test_a_pattern_that_is_denied_states_a_fact_only_where_the_fact_or_the_pattern_denies_too(
    fact, says, text, is_stated
):
    world = make_world("de", facts=(Fact("train", fact, 0, None, says=(says,)),))

    assert ("facts" in hear(text, world=world)) == is_stated


def test_patterns_are_matched_without_spelling():
    fact = Fact("door", "Die Türen bleiben zu.", 0, None, says=("Tür(en)? bleib.* zu", "grüß"))
    world = make_world("de", facts=(fact,))

    heard = [
        hear(text, world=world).get("says") for text in ("Die Türen bleiben zu", "DIE TUEREN BLEIBEN ZU", "Gruess dich")
    ]
    assert heard == [[0], [0], [1]]


def test_the_place_is_marked():
    text = "Hallo Jana, die Ersatzbusse stehen am Südausgang."
    (finding,) = (found for found in assess(text, asked_for=("buses",)).findings if found.rule == "substance.stated")

    assert text[slice(*finding.span)] == "Ersatzbusse stehen am Südausgang"
