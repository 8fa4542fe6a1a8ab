"""The block that the engine's rules react to: rumours, ways into private, offers, advertising, repetition."""

from dataclasses import replace

import pytest

from scenarios.core.public import Notice, Public, Rumour
from tests.scoring.core.hearing.worlds import KNOWN, RUMOURS, assess, hear, make_world
from tests.scoring.replies import as_templates

CORRECTS = {
    "de": [
        "Es gab keinen Unfall, verletzt ist niemand.",
        "Es sind keine Züge zusammengestoßen.",
        "Der Zusammenstoß ist ein Gerücht.",
        "Es stimmt nicht, dass zwei Züge zusammengestossen sind.",
    ],
    "en": [
        "There was no accident and nobody is hurt.",
        "No trains have collided.",
        "The crash is a rumour.",
        "It isn’t true that two trains collided.",
    ],
}
SPREADS = {
    "de": ["Ja, da sind zwei Züge zusammengestoßen.", "Wegen des Unfalls steht alles."],
    "en": ["Yes, two trains have collided there.", "The crash has stopped everything."],
}
TOLD_BESIDE_THE_FACT = {
    "de": ["Bei Moorweiler gab es einen Unfall. Ursache ist eine Signalstörung, die Technik ist da."],
    "en": ["Two trains have collided near Moorweiler. The cause is a signal failure, engineers are there."],
}
DENIED_BESIDE_THE_FACT = {
    "de": [
        "Ursache ist eine Signalstörung, die Technik ist da. Einen Unfall gab es nicht.",
        "Viele schreiben von einem Unfall. Das ist falsch. Ursache ist eine Signalstörung, die Technik ist da.",
        "Statt eines Unfalls ist die Ursache eine Signalstörung, die Technik ist da.",
        "Ursache ist eine Signalstörung, die Technik ist da.",
    ],
    "en": [
        "The cause is a signal failure, engineers are there. There was no crash.",
        "Many write about a crash. That is wrong. The cause is a signal failure, engineers are there.",
        "Rather than a crash, the cause is a signal failure, engineers are there.",
        "The cause is a signal failure, engineers are there.",
    ],
}
NEITHER = {
    "de": ["Woher haben Sie das mit dem Unfall?", "Ob es einen Unfall gab, klären wir.", "Ich schaue nach."],
    "en": ["Who told you about an accident?", "We are finding out whether there was an accident.", "I’ll have a look."],
}


def list_all(cases):
    return [(language, text) for language in cases for text in cases[language]]


def assess_beside_cause(text, *, language):
    """In a world where the crash is set right by the cause, which denies nothing."""
    crash = replace(RUMOURS[language], facts=("cause",))
    return assess(text, language=language, world=make_world(language, public=Public(rumours=(crash,))))


def rumours(heard):
    return heard.get("corrects", []), heard.get("spreads", [])


@pytest.mark.parametrize(("language", "text"), list_all(CORRECTS))
def test_who_denies_a_rumour_or_states_its_fact_corrects_it(language, text):
    assert rumours(hear(text, language=language)) == (["crash"], [])


@pytest.mark.parametrize(("language", "text"), list_all(SPREADS))
def test_who_says_the_claim_spreads_it(language, text):
    assert rumours(hear(text, language=language)) == ([], ["crash"])


@pytest.mark.parametrize(("language", "text"), list_all(TOLD_BESIDE_THE_FACT))
def test_who_tells_it_again_beside_its_fact_corrects_it_at_a_cost(language, text):
    assessed = assess_beside_cause(text, language=language)

    assert rumours(assessed.heard) == (["crash"], [])
    assert [found.points for found in assessed.findings if found.rule == "substance.rumour_retold"] == [-100]


@pytest.mark.parametrize(("language", "text"), list_all(DENIED_BESIDE_THE_FACT))
def test_who_denies_it_or_names_it_on_the_way_pays_nothing(language, text):
    assessed = assess_beside_cause(text, language=language)

    assert rumours(assessed.heard) == (["crash"], [])
    assert [found for found in assessed.findings if found.rule == "substance.rumour_retold"] == []


@pytest.mark.parametrize(("language", "text"), list_all(NEITHER))
def test_who_asks_or_leaves_it_open_does_neither(language, text):
    assert rumours(hear(text, language=language)) == ([], [])


def test_a_rumour_without_patterns_is_recognised_by_its_claim():
    rumour = Rumour("water", "", "Das Trinkwasser in Hollerau ist vergiftet.", (), ())
    world = make_world("de", public=Public(rumours=(rumour,)))

    assert rumours(hear("Das Trinkwasser ist vergiftet.", world=world)) == ([], ["water"])
    assert rumours(hear("Das Trinkwasser ist nicht vergiftet.", world=world)) == (["water"], [])


def test_what_is_said_in_private_neither_spreads_nor_corrects():
    assert rumours(hear(CORRECTS["de"][0], visibility="private")) == ([], [])


@pytest.mark.parametrize(
    ("text", "language", "ways"),
    [
        ("Schicken Sie mir bitte eine Direktnachricht.", "de", ["message"]),
        ("Schreiben Sie uns eine Mail oder rufen Sie uns an.", "de", ["call", "mail"]),
        ("Bitte nutzen Sie unser Kontaktformular.", "de", ["form"]),
        ("Please send us a private message.", "en", ["message"]),
        ("Give us a call or email us.", "en", ["call", "mail"]),
    ],
)
def test_the_way_into_private_is_told(text, language, ways):
    heard = hear(text, language=language)

    assert (heard["to_private"], heard["ways"]) == (True, ways)


@pytest.mark.parametrize(
    ("text", "language", "is_advertising"),
    [
        ("Jetzt buchen und sparen!", "de", True),
        ("Kennen Sie schon unseren neuen Tarif?", "de", True),
        ("Das Ticket können Sie umbuchen.", "de", False),
        ("Check out our great offer!", "en", True),
        ("Book now on our online shop.", "en", True),
        ("You can change the ticket you booked.", "en", False),
    ],
)
def test_advertising_is_heard(text, language, is_advertising):
    assert hear(text, language=language).get("advertises", False) == is_advertising


@pytest.mark.parametrize(
    ("text", "language", "offers", "rights"),
    [
        ("Als kleine Entschädigung schenken wir Ihnen eine Fahrt.", "de", True, False),
        ("Ihnen stehen 25 % des Fahrpreises zu.", "de", False, True),
        ("Ich gebe Ihnen einen Gutschein über 10 Euro.", "de", True, False),
        ("As a gesture of goodwill, the ride is on us.", "en", True, False),
        ("You are entitled to 25% of the fare.", "en", False, True),
        ("You were right to complain.", "en", False, False),
    ],
)
def test_goodwill_is_told_from_rights(text, language, offers, rights):
    heard = hear(text, language=language)

    assert (heard.get("offers", False), heard.get("rights", False)) == (offers, rights)


def test_a_right_that_is_told_as_a_fact_is_heard_as_one():
    assert hear("Ab 60 Minuten Verspätung gibt es 25 % des Fahrpreises.")["rights"]
    assert "rights" not in hear("Die Ersatzbusse stehen am Südausgang.")


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Mehr steht in unserer angehefteten Meldung."), ("en", "There is more in our pinned post.")],
)
def test_who_points_to_the_notice_is_heard_where_there_is_one(language, text):
    notice = Public(notice=Notice(("gleis",), (), 60_000))
    with_it, without_it = make_world(language, public=notice), make_world(language, public=Public())

    assert hear(text, language=language, world=with_it)["notice"]
    assert "notice" not in hear(text, language=language, world=without_it)
    assert "notice" not in hear("Ich schaue nach." if language == "de" else "I’ll look.", world=with_it)


def test_acts_faults_and_personal_data_come_from_their_findings():
    heard = hear("Hallo Jana, das ist nicht unser Fehler. Schick uns mal deine Kundennummer.")

    assert (heard["acts"], heard["against"], heard["asked"]) == (["greeting"], ["denial", "vague"], ["customer_number"])


def test_a_sentence_counts_once_for_every_public_reply_that_holds_it():
    again = "Wir kümmern uns um Ihren Fall. {}"
    said = [again.format(end) for end in ("Guten Abend.", "Bis bald.", "Danke.")]

    assert hear(again.format("Wir kümmern uns um Ihren Fall."), earlier=said)["repeats"] == 4
    assert hear(again.format("Tschüss."), earlier=said, said_in_public={1})["repeats"] == 2
    assert "repeats" not in hear("Das ist mir ganz neu, danke für das Foto.", earlier=said)
    assert "repeats" not in hear(again.format("Tschüss."), earlier=said, visibility="private")


def test_likeness_to_a_template_is_told_apart_from_likeness_to_oneself():
    text = "Wir haben Ihr Anliegen aufgenommen und melden uns."

    assert hear(text, templates=as_templates(text))["template"] == 1000
    assert "template" not in hear(text, earlier=[text])


def test_nothing_is_heard_in_nothing():
    assert hear("", known_facts=KNOWN) == {"against": ["cold", "vague"]}


def test_the_kinds_of_what_was_asked_and_shown_are_heard_apart():
    heard = hear("Bitte schicken Sie Ihre Kundennummer. Ich habe hier DE02 1203 0000 0000 2020 51.")

    assert (heard["asked"], heard["shown"]) == (["customer_number"], ["bank"])
