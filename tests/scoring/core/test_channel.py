"""The right place: the record, colleagues' notes, and whose turn it is; near misses beside each error."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Fact, Needs
from scoring.core.rules import RULES
from tests.scoring.core.hearing.worlds import assess, make_world

OPEN = Needs(True, ("buses",), ("next_step",), False, "normal", None, None)
PRIVATE = replace(OPEN, private=True, facts=())
RECORD = (("name", "Friederike Amsbühl"), ("customer_number", "WF-30-77120"), ("tariff", "Wabe M, 39,99 Euro"))
AWAY = {"de": "Bitte schreiben Sie mir eine Direktnachricht.", "en": "Please send me a direct message."}


def found(text, *, language="de", criterion="privacy", **changes):
    judged = assess(text, language=language, **changes)
    return [(each.rule, each.params.get("kind", "")) for each in judged.findings if each.criterion == criterion]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("de", "Guten Tag Frau Amsbühl, ich schaue nach.", ["name"]),
        ("de", "Hallo Friederike, ich schaue nach.", ["name"]),
        ("de", "WF 30 77120 ist notiert.", ["customer_number"]),
        ("en", "Dear Ms Amsbühl, I’m on it.", ["name"]),
        ("en", "That is wf3077120.", ["customer_number"]),
    ],
)
def test_what_only_the_record_knows_is_personal_data_in_public(language, text, kinds):
    here = {"language": language, "record": RECORD}

    assert found(text, **here) == [("privacy.shown_in_public", kind) for kind in kinds]
    assert assess(text, **here).criteria["privacy"] == 0
    assert found(text, visibility="private", **here) == []
    assert found(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Hallo Jana, ich schaue nach."),
        ("de", "Am Amsbühl fährt heute nichts."),
        ("de", "Im Tarif Wabe M sind das 39,99 Euro."),
        ("de", "Um 7:30 Uhr waren es 77 Anrufe und 120 Mails."),
        ("en", "Nothing runs at Amsbühl today."),
        ("en", "Wabe M costs 39.99 euros."),
    ],
)
def test_what_is_no_name_and_no_number_of_theirs_is_not(language, text):
    assert found(text, language=language, record=RECORD) == []


@pytest.mark.parametrize(
    ("number", "text", "is_shown"),
    [
        ("A4711", "Ihre Nummer A4711 ist notiert.", True),
        ("A4711", "Ihre Nummer A-47 11 ist notiert.", True),
        ("A4711", "A 47 A 4711", True),
        ("A4711", "Ihre Nummer A47 ist notiert.", False),
        ("A4711", "Ihre Nummer A4711B ist notiert.", False),
        ("A471", "Ihre Nummer A471 ist notiert.", False),
        ("Wabe M", "Ihr Tarif Wabe M ist notiert.", False),
    ],
)
def test_a_number_of_five_letters_and_figures_is_theirs_whatever_stands_between_them(number, text, is_shown):
    shown = found(text, record=(("customer_number", number),))

    assert shown == ([("privacy.shown_in_public", "customer_number")] if is_shown else [])


@pytest.mark.parametrize("shown", [{"names": frozenset({"amsbuehl"})}, {"post_text": "Amsbühl hier, wo ist er?"}])
def test_a_name_that_everybody_can_read_may_be_used(shown):
    assert found("Guten Tag Frau Amsbühl, ich schaue nach.", record=RECORD, **shown) == []


INTERNAL = {
    "de": [
        "Kollegin bitte übernehmen, ich habe Pause.",
        "@backoffice: geht da was?",
        "Kundin droht mit Anwalt, bitte hinhalten.",
        "Interne Notiz: schon dreimal vertröstet.",
        "Nur intern: Ursache ist der Bagger.",
    ],
    "en": [
        "Customer threatens to sue, please pick this up.",
        "Internal note: third time this week.",
        "@backoffice can you help?",
        "Fob them off until Monday.",
        "Do not tell the customer that we knew.",
    ],
}
NOT_INTERNAL = {
    "de": [
        "Meine Kollegin ruft Sie an.",
        "Unsere Kollegen prüfen das gerade.",
        "Ich gebe es an die Technik weiter.",
        "Jeder Kunde bekommt die Auskunft im Laden.",
        "Das besprechen wir intern und melden uns.",
        "Bitte prüfen Sie das Kabel.",
        "Als Kunde wünscht man sich das anders.",
    ],
    "en": [
        "My colleague will call you.",
        "Our colleagues are checking it.",
        "I’ll pass it on to the engineers.",
        "Every customer gets that in the shop.",
        "We’ll discuss it internally and come back to you.",
        "Please check the cable.",
        "Customer service is open until six.",
    ],
}


def list_all(cases):
    return [(language, text) for language in cases for text in cases[language]]


@pytest.mark.parametrize(("language", "text"), list_all(INTERNAL))
def test_a_note_to_colleagues_in_public_is_a_critical_error(language, text):
    judged = assess(text, language=language)

    assert [each.critical for each in judged.findings if each.rule == "privacy.internal_note"] == [True]
    assert judged.criteria["privacy"] == 0
    assert found(text, language=language, visibility="private") == []


@pytest.mark.parametrize(("language", "text"), list_all(NOT_INTERNAL))
def test_speaking_of_colleagues_and_customers_is_no_note(language, text):
    assert found(text, language=language) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_needs_no_private_word_is_not_moved(language):
    told = {"de": "Die Ersatzbusse stehen am Südausgang. ", "en": "The replacement buses leave from the south exit. "}
    with_data = {"de": "Meine Kundennummer 3310 0276!", "en": "My account number 7730-2281!"}
    here = {"language": language, "needs": OPEN, "asked_for": OPEN.facts}

    assert found(AWAY[language], **here) == [("privacy.needlessly_private", "")]
    assert assess(AWAY[language], **here).criteria["privacy"] == 1000 + RULES["privacy.needlessly_private"].points
    assert found(told[language] + AWAY[language], **here) == []
    assert found(AWAY[language], **{**here, "needs": PRIVATE}) == []
    assert found(AWAY[language], **{**here, "needs": replace(OPEN, desk="operations")}) == []
    assert found(AWAY[language], post_text=with_data[language], **here) == []
    assert found(AWAY[language], **{**here, "needs": replace(OPEN, answer=False)}) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_address_that_a_fact_names_is_where_it_is_done(language):
    address = {"de": "Ein Antrag geht an rechte@bahn.example.", "en": "Claims go to rechte@bahn.example."}[language]
    world = make_world(language, facts=(Fact("buses", address, 0, None, says=("xyzzy",)),))
    here = {"language": language, "needs": OPEN, "asked_for": OPEN.facts, "known_facts": frozenset({"buses"})}
    mail = {"de": "Bitte mailen Sie an {}.", "en": "Please email {}."}[language]

    assert found(mail.format("rechte@bahn.example"), world=world, **here) == []
    assert found(mail.format("hilfe@bahn.example"), world=world, **here) == [("privacy.needlessly_private", "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sehen Sie bitte in unserer App unter Abfahrt nach."),
        ("de", "Den Antrag stellen Sie im Formular auf unserer Seite."),
        ("en", "Please look it up in our app."),
    ],
)
def test_an_app_and_a_form_are_no_private_conversation(language, text):
    assert found(text, language=language, needs=OPEN) == []


def test_in_danger_the_private_word_may_come_first():
    assert found("Ich bin da.", needs=replace(PRIVATE, danger="self_harm"), visibility="private") == []


def test_a_private_reply_without_a_public_word_leaves_the_readers_out():
    text = "Ich schaue nach."

    assert found(text, needs=PRIVATE, visibility="private") == [("privacy.no_public_word", "")]
    assert found(text, needs=OPEN, visibility="private") == [("privacy.needlessly_private", "")]
    assert found(text, needs=OPEN, visibility="private", public_turns=1) == []
    assert found(text, needs=OPEN, visibility="private", post_visibility="private") == []
    assert "privacy" not in assess(text, needs=OPEN, visibility="private", public_turns=1).criteria


def test_a_private_matter_moves_after_two_public_turns():
    text = "Ich schaue nach."

    assert found(text, needs=PRIVATE, public_turns=1) == []
    assert found(text, needs=PRIVATE, public_turns=2) == [("privacy.many_turns", "")]
    assert found(text, needs=OPEN, public_turns=2) == []
    assert found(AWAY["de"], needs=PRIVATE, public_turns=2) == []


def test_a_public_word_after_the_private_one_closes_the_matter():
    assert found("Schön, dass es geklappt hat.", needs=PRIVATE, had_private=True) == [("privacy.closing_note", "")]
    assert found(AWAY["de"], needs=PRIVATE, had_private=True) == []


def test_who_names_a_way_and_no_act_has_moved_as_well():
    text = "Unter hilfe@seenbahn.example geht es weiter."

    heard = assess(text, needs=OPEN, asked_for=OPEN.facts).heard

    assert heard.get("ways") == ["mail"]
    assert found(text, needs=OPEN, asked_for=OPEN.facts) == [("privacy.needlessly_private", "")]
