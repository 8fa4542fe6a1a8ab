"""Personal data in public: asked for, shown, and what is neither."""

import time

import pytest

from scenarios.core.vocabulary import LANGUAGES, PERSONAL_DATA
from scoring.core.lexicon.files import read_rules
from scoring.core.privacy import MOST_SHOWN, read_privacy
from scoring.core.text import analyse
from tests.scoring.replies import judge_text, marked

ASKED = {
    "de": {
        "name": "Sag uns bitte deinen vollen Namen.",
        "customer_number": "Schick uns mal deine Kundennummer.",
        "order_number": "Wie lautet die Buchungsnummer?",
        "phone": "Unter welcher Handynummer bist du da?",
        "mail": "Nennen Sie mir bitte die E-Mail-Adresse.",
        "address": "Schreiben Sie Adresse und Zählernummer einfach hier drunter.",
        "birth_date": "Wann sind Sie geboren?",
        "bank": "Für die Erstattung fehlt uns die IBAN.",
        "password": "Wie heißt denn das Kundenkennwort?",
        "meter_number": "Wie lautet die Zählernummer?",
        "plate": "Nennen Sie mir bitte hier das Kennzeichen.",
    },
    "en": {
        "name": "What surname did you travel under?",
        "customer_number": "Please reply with your account number.",
        "order_number": "Can you send the booking reference?",
        "phone": "What is your phone number?",
        "mail": "Which email address did you use?",
        "address": "Where is it? Give me the house number.",
        "birth_date": "I just need your date of birth.",
        "bank": "Please post your sort code.",
        "password": "Could you tell me the password?",
        "meter_number": "What is the meter number?",
        "plate": "Can you tell me the number plate?",
    },
}
FINE = {
    "de": [
        "Schick uns deine Kundennummer bitte per DM, nicht hier.",
        "Deine Kundennummer bitte an hilfe@seenbahn.example.",
        "Trag die IBAN bitte in unser Formular ein.",
        "Ruf uns bitte an und halte die Kundennummer bereit.",
        "Wir fragen nie nach deinem Passwort.",
        "Die Kundennummer finden Sie auf der Rechnung.",
        "Mit welchem Zug bist du gefahren?",
        "In welchem Ort fällt das Netz aus? Postleitzahl reicht.",
        "Unser Laden hat die 0800 555 0110.",
        "Den Zählerstand tragen Sie im Laden ein.",
        "RE 4 und RB-31 halten heute nicht.",
        "Fehler E-12 heißt: Gerät neu starten.",
        "Unser WLAN geht ohne Passwort: auswählen, bestätigen, fertig.",
    ],
    "en": [
        "Please message us your account number, not in this thread.",
        "Email care@lakerail.example with your phone number.",
        "For a change of address please get in touch with customer service.",
        "We would never ask for your password.",
        "You'll find the account number on your bill.",
        "Which train are you on?",
        "What town are you in?",
        "Flight BA1234 and the 11F are late.",
        "Error E-12 means: restart the device.",
        "Select our network, confirm, and you're online without a password.",
        "Choose our network, please, it needs no password.",
        "I'll gladly take the new address in private. Let's leave it out of here.",
    ],
}
SHOWN = {
    "de": {
        "Alles klar, die Kundennummer 3310 0276 steht dabei.": "customer_number",
        "Wir haben die 0176 04069012 nicht erreicht.": "phone",
        "An ute.brandner@brief.example ging die Rechnung raus.": "mail",
        "Das Geld geht an DE89 3704 0044 0532 0130 00.": "bank",
        "Ihr Wagen mit HH-KB 4711 steht im Weg.": "plate",
        "Die Zählernummer 4455667 steht im Brief.": "meter_number",
        "Zur Buchung 88123 sehe ich nichts.": "order_number",
        "Sie sind geboren am 3.4.1970.": "birth_date",
        "Der Monteur ist morgen bei Ihnen in der Gartenstraße 8.": "address",
    },
    "en": {
        "Thanks, account number 7730-2281 is noted.": "customer_number",
        "We tried 07700 900123 twice.": "phone",
        "We wrote to r.castellano@mail.example twice.": "mail",
        "Your car AB12 CDE is in the way.": "plate",
        "Meter number 4455667 is in the letter.": "meter_number",
        "Booking 88123 shows nothing.": "order_number",
        "The fitter rings with you, 27 Maple Court, at ten.": "address",
    },
}


@pytest.mark.parametrize(("language", "kind"), [(language, kind) for language in ASKED for kind in PERSONAL_DATA])
def test_asking_for_any_kind_in_public_is_a_critical_error(language, kind):
    judged = judge_text(ASKED[language][kind], language=language)

    found = [(f.params["kind"], f.critical) for f in judged.findings if f.rule == "privacy.asked_in_public"]
    assert (kind, True) in found
    assert judged.criteria["privacy"] == 0


@pytest.mark.parametrize(("language", "kind"), [(language, kind) for language in ASKED for kind in PERSONAL_DATA])
def test_in_private_anything_may_be_asked_and_the_criterion_does_not_apply(language, kind):
    judged = judge_text(ASKED[language][kind], language=language, visibility="private")

    assert "privacy" not in judged.criteria
    assert [f for f in judged.findings if f.criterion == "privacy"] == []


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in FINE for text in FINE[language]])
def test_a_private_way_a_mention_and_what_is_impersonal_are_fine(language, text):
    judged = judge_text(text, language=language)

    assert [f.rule for f in judged.findings if f.criterion == "privacy"] == []
    assert judged.criteria["privacy"] == 1000


@pytest.mark.parametrize(
    ("language", "text", "kind"), [(language, *item) for language in SHOWN for item in SHOWN[language].items()]
)
def test_showing_data_in_public_is_a_critical_error(language, text, kind):
    judged = judge_text(text, language=language)

    assert kind in [f.params["kind"] for f in judged.findings if f.rule == "privacy.shown_in_public"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nenn uns deine Kundennummer, hier oder per DM."),
        ("en", "Send your order number, either in this thread or by DM."),
        ("en", "Please send me your account number in private, or just leave it here."),
    ],
)
def test_here_or_in_private_is_in_public(language, text):
    assert judge_text(text, language=language).criteria["privacy"] == 0


def test_the_finding_marks_the_kind_of_data():
    text = "Schick uns mal deine Kundennummer."

    assert marked(text, judge_text(text), "privacy.asked_in_public") == ["Kundennummer"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Wir haben die 0176 04069012 nicht erreicht.", "phone", "0176 04069012"),
        ("An ute.brandner@brief.example ging die Rechnung.", "mail", "ute.brandner@brief.example"),
        ("Das Geld geht an DE89 3704 0044 0532 0130 00.", "bank", "DE89 3704 0044 0532 0130 00"),
        ("Ihr Wagen mit HH-KB 4711 steht im Weg.", "plate", "HH-KB 4711"),
        ("Der Monteur ist morgen bei Ihnen in der Gartenstraße 8.", "address", "Gartenstraße 8"),
        ("Zur Buchung 88123 sehe ich nichts.", "order_number", "Buchung 88123"),
    ],
)
def test_what_is_shown_is_found_once_and_marked_from_its_first_to_its_last_word(text, kind, words):
    judged = judge_text(text)
    shown = [found.params["kind"] for found in judged.findings if found.rule == "privacy.shown_in_public"]

    assert (shown, marked(text, judged, "privacy.shown_in_public")) == ([kind], [words])


@pytest.mark.parametrize(
    "text",
    [
        "Rufen Sie uns an: 040 66969113.",
        "Unsere Hotline ist die 040 66969113.",
        "Unsere Nummer lautet 040 66969113.",
        "Unter 0800 66969113 geht jemand ran.",
        "Die Gartenstraße 8 ist gesperrt.",
        "Schreiben Sie an service@seenbahn.example.",
    ],
)
def test_what_is_the_companys_or_a_place_on_the_map_is_nobodys(text):
    assert judge_text(text).criteria["privacy"] == 1000


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ihre Kundennummer fehlt uns noch. Schicken Sie sie uns bitte.", ["customer_number"]),
        ("Schicken Sie uns bitte Kundennummer und IBAN.", ["customer_number", "bank"]),
        ("Die Kundennummer steht auf der Rechnung. Welcher Zug war es?", []),
    ],
)
def test_what_is_asked_for_may_be_named_in_the_sentence_before(text, kinds):
    asked = [found.params["kind"] for found in judge_text(text).findings if found.rule == "privacy.asked_in_public"]

    assert asked == kinds


def test_the_brands_own_address_is_no_persons():
    text = "Schreib an anna.beispiel@seenbahn.example."

    assert judge_text(text, private_addresses=("anna.beispiel@seenbahn.example",)).criteria["privacy"] == 1000


@pytest.mark.parametrize("number", ["040 66969 112", "+49 40 66969112", "040/66969-112"])
def test_a_number_of_the_companys_own_is_no_persons_however_it_is_written(number):
    judged = judge_text(f"Bitte sofort anrufen: {number}.", private_addresses=("040 66969 112",))

    assert judged.criteria["privacy"] == 1000


def test_another_number_is_somebodys():
    judged = judge_text("Bitte sofort anrufen: 040 66969 113.", private_addresses=("040 66969 112",))

    assert judged.criteria["privacy"] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicons_know_exactly_the_kinds_that_scenarios_name(language):
    rules = read_rules(language, "privacy")

    assert {rule.removeprefix("data.") for rule in rules if rule.startswith("data.")} == set(PERSONAL_DATA)


@pytest.mark.parametrize("text", ["0151 23456789 " * 700, "hotline 0151 2345678 " * 470, "DE89 3704 0044 0532 " * 500])
def test_ten_thousand_digits_are_read_in_no_time_and_found_a_few_times(text):
    read_privacy(analyse(text), language="de")
    analysed = analyse(text)
    began = time.process_time()
    found = read_privacy(analysed, language="de").found

    assert time.process_time() - began < 0.2
    assert len(found) <= MOST_SHOWN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ring 0345 600 700 and choose two."),
        ("en", "No heat? Please call 0345 600 700."),
        ("de", "Rufen Sie 0345 600 700 an, dann die Zwei."),
        ("de", "Bitte wählen Sie die 0345 600 700."),
    ],
)
def test_a_number_to_ring_is_the_companys(language, text):
    assert read_privacy(analyse(text), language=language).found == ()


@pytest.mark.parametrize(
    ("language", "text"), [("en", "I’ll ring 0345 600 700 at six."), ("de", "Ich rufe um sechs die 0345 600 700 an.")]
)
def test_a_number_that_we_ring_is_somebodys(language, text):
    assert [(each.kind, each.asked) for each in read_privacy(analyse(text), language=language).found] == [
        ("phone", False)
    ]


@pytest.mark.parametrize("text", ["What’s over goes back to your account by itself.", "That’s what’s in your account."])
def test_what_is_left_asks_for_nothing(text):
    assert [each for each in read_privacy(analyse(text), language="en").found if each.asked] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Haben Sie ein Kennzeichen gesehen? Bitte nicht hier, sondern an mich."),
        ("en", "Did you see a number plate? Please don’t post it, send it to me."),
    ],
)
def test_not_here_but_to_me_is_a_private_way(language, text):
    assert judge_text(text, language=language).criteria["privacy"] == 1000
