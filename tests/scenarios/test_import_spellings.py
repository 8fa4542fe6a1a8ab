"""How people really write names and numbers: each of these once slipped through, or was taken for somebody's."""

import pytest

from scenarios.core.importing.cleaning import LONGEST_TEXT, clean_text
from scenarios.core.importing.dates import shift_dates
from scenarios.core.importing.lengths import fit_text
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken
from scenarios.core.importing.patterns import join_mail
from scenarios.importing.fake_people import FakePeople
from tests.scenarios.test_import_masking import make_masker


def mask_alone(text: str, *, language: str = "de") -> str:
    """Masked as a thread of its own."""
    names = collect_names([Spoken(text, False, None)], stand_ins=FakePeople(seed=1, language=language))
    return make_masker(language=language).mask(text, identity="p", names=names, by_agent=False)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Seit drei Tagen Ausfall. Gruß Wolfhelma", ("Wolfhelma",)),
        ("Ich bin die Wolfhelma aus Köln.", ("Wolfhelma",)),
        ("Bitte um Rückruf.\nViele Grüße\nWolfhelma Strothotte\nTel. folgt", ("Wolfhelma", "Strothotte")),
        ("Wann kommt er? VG, Wolfhelma 😊", ("Wolfhelma",)),
        ("Frau Lange und Herr Gut waren nett.", ("Lange", "Gut")),
        ("HERR STROTHOTTE LÜGT", ("STROTHOTTE",)),
        ("gruß wolfhelma", ("wolfhelma",)),
        ("herr strothotte aus der filiale", ("strothotte",)),
        ("Tuğçe wartet. tuğçe wartet immer noch. TUĞÇE!", ("Tuğçe", "tuğçe", "TUĞÇE")),
        ("Ein gewisser „Strothotte“ kam.", ("Strothotte",)),
        ("Name: Strothotte, Wolfhelma", ("Strothotte", "Wolfhelma")),
        ("Also ich, Wolfhelma, 34, fahre oft.", ("Wolfhelma",)),
        ("Euer Mitarbeiter (Wolfhelm Strothotte) legte auf.", ("Wolfhelm", "Strothotte")),
        ("Danke an Rose aus eurem Team", ("Rose",)),
        ("Mu\u0308ller hier: Frau Mu\u0308ller wartet", ("Müller", "Mu\u0308ller")),
        ("Frau Mül\u00adler wartet", ("Müller", "Mül")),
        ("Frau M&uuml;ller wartet", ("Müller",)),
        ("I'm Wolfhelma from Leeds.", ("Wolfhelma",)),
        ("Wolfhelma told me so.", ("Wolfhelma",)),
        ("Mr Best and Mrs March helped.", ("Best", "March")),
        ("Wolfhelma's card got blocked", ("Wolfhelma",)),
        ("Thanks,\nWolfhelma\nFlat above the shop", ("Wolfhelma",)),
        ("According to Strothotte in your technical team", ("Strothotte",)),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, names: tuple[str, ...]) -> None:
    assert [name for name in names if name in mask_alone(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Lange gewartet. Gut ist das nicht, klein auch nicht.",
        "Der ICE 579 stand auf Gleis 3, IBAN steht auf der Rechnung.",
        "Ich bin der Kunde, der gestern schrieb. Ich bin die Neue in der Firma.",
        "Der Techniker hat mir gesagt, die Kundin vor mir sagte nichts.",
        "Mein LG Fernseher ist kaputt, danke euch!",
        "Sitzplatz 45, Parkplatz 3, Bahnsteig 2, Wi-Fi 6, Vertrag mit 1000 Mbit, Ticket 49.90 Euro",
        "Im Sommer 2023 war es besser, um 8.10. fährt er, Version 17.2.",
        "Looked at amazon.com, thanks m8 1st time, galaxy s9 4gb ram",
        "They told me nothing. Nobody said sorry. Will anyone reply?",
        "Ärger mit Bus & Bahn",
    ],
)
def test_words_and_things_are_nobody(text: str) -> None:
    assert mask_alone(text) == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("jo.m [at] web.de bitte", "jo.m"),
        ("jo.m(at)gmx(punkt)net bitte", "jo.m"),
        ("jo.m at gmx dot net please", "jo.m"),
        ("jo.m at gmail.com please", "jo.m"),
        ("jo.m @ web.de bitte", "jo.m"),
        ("Kundennummer 12 345 678", "345"),
        ("meine kundennr ist die k48213", "48213"),
        ("Auftrag mit der Nummer 48213", "48213"),
        ("Bestellnr. 2024/48213", "48213"),
        ("Ticket #48213", "48213"),
        ("Buchungscode QXKZLP fehlt", "QXKZLP"),
        ("booking reference QXKZLP is gone", "QXKZLP"),
        ("IBAN\nDE89 3704 0044\n0532 0130 00", "0532"),
        ("IBAN de 89 3704 0044 0532 0130 00", "3704"),
        ("tel 44 55 66 77", "55 66"),
        ("Post an Postfach 10 12 34", "12 34"),
        ("Send it to PO Box 12345", "12345"),
        ("Goethestr.12 im Hof", "Goethestr"),
        ("Straße des Friedens 3", "Friedens"),
        ("Am alten Gaswerk 12", "Gaswerk"),
        ("lindenallee 4", "linden"),
        ("22 elm road", "elm"),
        ("101-103 Elm Close", "103"),
        ("we are in sw1a 1aa today", "1aa"),
        ("M AB1234 steht da", "AB1234"),
        ("b-xy 99 steht da", "xy 99"),
        ("ab12 cde is my car", "ab12"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, secret: str) -> None:
    assert secret not in mask_alone(text)


def test_a_mail_address_is_the_same_spelt_out_or_not() -> None:
    assert join_mail("jo.m [at] web [punkt] de") == "jo.m@web.de"
    spelt, plain = mask_alone("jo.m [at] web.de / jo.m@web.de").split(" / ")
    assert spelt == plain


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("vom 12.-14.05.2024", "vom 03.-05.03.2024"),
        ("am 12.05.-14.05.2024", "am 03.03.-05.03.2024"),
        ("3 to 5 May", "22 to 24 February"),
        ("28.-30.05.2024", "19.-21.03.2024"),
        ("09.-11.05.2024", "29.02.-02.03.2024"),
        ("2024-05-12T08:15", "2024-03-03T08:15"),
        ("um 8.10. geht es los", "um 8.10. geht es los"),
    ],
)
def test_both_ends_of_a_span_move(text: str, moved: str) -> None:
    for start, end, written in reversed(list(shift_dates(text, days=-70))):
        text = text[:start] + written + text[end:]
    assert text == moved


def test_a_text_is_cut_between_words() -> None:
    assert clean_text("12345678 " * 5_000).endswith(" 12345678")
    assert len(clean_text("x " * LONGEST_TEXT)) <= LONGEST_TEXT


def test_handles_in_front_give_way_one_by_one() -> None:
    assert fit_text("@anna @ben hello", limit=11) == "@ben hello"
    assert fit_text("@anna " * 1_000 + "hello", limit=20) == "@anna @anna hello"
