"""Everything in a scenario is invented: lint names what looks like real people and companies."""

import pytest

from scenarios.core.problems import HINT, WARNING
from tests.scenarios.samples import BRAND, SCENARIO, change, compile_text, list_problems


def say(words: str) -> str:
    return change("text: Typisch.", f"text: 'Typisch. {words}'")


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        ("Schreib an omar@web.de!", ["real-mail @omar@web.de!'"]),
        ("Schreib an omar@mail.example oder info@example.com!", []),
        ("Mein Konto: DE89 3704 0044 0532 0130 00.", ["real-account @DE89"]),
        ("Mein Konto ist GB82WEST12345698765432 BEI DER BANK.", ["real-account @GB82WEST12345698765432"]),
        ("Mein Konto: DE88 3704 0044 0532 0130 00.", []),
        ("Ruf an: 0171 2345678.", ["real-phone @0171"]),
        ("Ruf an: +49 (0)711 1234567 jetzt", ["real-phone @+49"]),
        ("Ruf an: 030 23125 007 oder 0171 3920012.", []),
        ("Zug 4711 um 18:25, 30/40 Leute, Vorgang 100200300.", []),
        ("Da steht ein Wagen mit M-AB 1234.", ["real-plate @M-AB"]),
        ("Das Kennzeichen war M AB 1234.", ["real-plate @M"]),
        ("The car was AB12 CDE.", ["real-plate @AB12"]),
        ("Karte 4111 1111 1111 1111 geht nicht.", ["real-card @4111"]),
        ("Karte 4111 1111 1111 1112 geht nicht.", []),
        ("Sabine Krause, Lindenstraße 14, 30159 Hannover.", ["real-address @Lindenstraße"]),
        ("Lindenstraße 14, und in Hannover 30159 Leute.", []),
        (
            "Steht auf www.bahn.de und https://zug.info/x.",
            ["real-link @www.bahn.de", "real-link @https://zug.info/x.'"],
        ),
        ("Steht auf seenbahn.example, Stand 12.30 Uhr, z.B. hier.", []),
        ("Hilf mir, @DB_Bahn! Telekoms Netz ist weg.", ["real-brand @DB_Bahn!", "real-brand @Telekoms"]),
        ("Bei Lidl und bei der Commerzbank ist es auch so.", ["real-brand @Lidl", "real-brand @Commerzbank"]),
        ("Der RE 4 und der IC 2024 kommen nie.", []),
        ("Bei der deutschen bahn wäre das anders.", ["real-brand @deutschen"]),
        ("Das geht gleich zu Twitter und TWITTER.", ["real-brand @Twitter", "real-brand @TWITTER.'"]),
        ("Twitterer und Skyline sind keine.", []),
        ("Da guck ich lieber Sky!", ["real-brand @Sky!'"]),
        ("The sky is orange.", []),
    ],
)
def test_what_looks_real_is_named_at_its_place(words: str, problems: list[str]) -> None:
    assert list_problems(say(words)) == problems


def test_a_british_number_is_read_as_one_in_an_english_scenario() -> None:
    brand = change("language: de", "language: en", text=change("address: sie", "address: you", text=BRAND))

    def ring(number: str) -> list[str]:
        text = change("language: de", "language: en", text=say(f"Ring {number} now"))
        return list_problems(text, brand=brand)

    assert ring("0121 234 5678") == ["real-phone @0121"]
    assert ring("020 7946 0123") == []


def test_what_may_be_a_word_is_only_a_hint() -> None:
    (doubtful,) = compile_text(say("Da guck ich lieber Sky!"))[1]
    (clear,) = compile_text(say("Da guck ich lieber Netflix!"))[1]

    assert (doubtful.severity, clear.severity) == (HINT, WARNING)


def test_brand_profiles_and_everything_that_people_read_are_looked_at() -> None:
    brand = change("service@seenbahn.example", "service@seenbahn.de", text=BRAND)

    assert list_problems(SCENARIO, brand=brand) == ["brand: real-mail @service@seenbahn.de]"]
    assert list_problems(change("Sie haben Dienst.", "Sie sind bei Vodafone.")) == ["real-brand @Vodafone."]


def test_account_numbers_are_found_however_they_are_written() -> None:
    assert list_problems(say("meine iban: de89370400440532013000")) == ["real-account @de89370400440532013000'"]
    assert list_problems(say("DE89.3704.0044.0532.0130.00")) == ["real-account @DE89.3704.0044.0532.0130.00'"]
