"""Insults written so that no list finds them, and what only looks like one."""

import pytest

from scoring.core import read
from tests.scoring.replies import judge_text, rules_of

VEILED = {
    "de": {
        "Du A***loch!": "insult",
        "So ein 1diot.": "insult",
        "I d i o t, sag ich.": "insult",
        "I-D-I-O-T": "insult",
        "Was für ein Idiooooot": "insult",
        "Ihr H*rensöhne": "insult",
        "@rschloch": "insult",
        "Das ist sch***e gelaufen.": "coarse",
        "Scheiiisse": "coarse",
        "sche1sse": "coarse",
    },
    "en": {
        "You a**hole": "insult",
        "you b!tch": "insult",
        "B A S T A R D": "insult",
        "f**k this": "coarse",
        "sh1t happens": "coarse",
    },
}
HARMLESS = {
    "de": [
        *(
            "Frau M***, Ihr RE5 fährt um 8:30.",
            "Herr S*** hat 4**** gegeben.",
            "B2B, W-LAN, 5G+ und 1&1",
            "Kunde K-L-M-N",
        ),
        *(
            "Karte 4*** **** **** 1234",
            "Plan A b c d e",
            "Der 40er-Winkel #Bahn",
            "Er ist auf dem Vormarsch.",
            "Jaaaa!",
        ),
    ],
    "en": [
        "Mr S***, see gate B12",
        "Rate it ****",
        "gr8, see u b4 2pm",
        "Ring 0800 111 999",
        "Sooo good",
        "AT&T, H&M, P2P",
    ],
}


def rude(text: str, language: str) -> set[str]:
    return {match.rule for match in read(text, language=language).matches} & {"insult", "coarse"}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in VEILED for text in VEILED[language]])
def test_what_is_veiled_is_found(language: str, text: str) -> None:
    assert rude(text, language) == {VEILED[language][text]}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in HARMLESS for text in HARMLESS[language]]
)
def test_names_codes_and_stars_of_a_rating_are_left_alone(language: str, text: str) -> None:
    assert rude(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die gestörte Leitung repariert heute ein Techniker."),
        ("de", "Der Zug hält in Tuntenhausen und Memmelsdorf, nicht in Dusseldorf."),
        ("de", "Das Sechserpack Batterien, der Akku-Pack und ein Pack Filter sind da."),
        ("de", "Das ist ein hässlicher Kratzer, wir tauschen die Klappe vorne aus."),
        ("en", "Use the thick cable and put the old one in the trash bin."),
        ("en", "That was a stupid mistake of ours, please push the git branch again."),
        ("en", "There is a chink in the blind, and the voucher is useless, we know."),
    ],
)
def test_words_of_service_are_neither_insulting_nor_coarse(language: str, text: str) -> None:
    assert rude(text, language) == set()


def test_a_coarse_word_is_a_fault_and_no_critical_error() -> None:
    coarse, insult = (judge_text(text) for text in ("Das lief beschissen, Jana.", "Das lief, du Arschloch."))

    assert "tone.coarse" in rules_of(coarse)
    assert [finding.critical for finding in coarse.findings if finding.criterion == "tone" and finding.critical] == []
    assert insult.criteria["tone"] == 0
