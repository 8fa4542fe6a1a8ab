"""du or Sie."""

import pytest

from scoring.core import read
from scoring.core.formality import FORMALITIES, find_form
from tests.scoring.replies import judge_text, marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haben Sie Ihr Ticket?", "sie"),
        ("Ihre Angaben sind angekommen.", "sie"),
        ("Hast du dein Ticket?", "du"),
        ("Wisst ihr, wann ihr fahrt?", "du"),
        ("Ihr seid am Bahnhof?", "du"),
        ("Schau mal nach.", "du"),
        ("Haben Sie dein Ticket?", "mixed"),
        ("Das geht.", "none"),
        ("Sie fährt, und ihr Zug kommt. Hast du das?", "du"),
        ("ihr Zug kommt", "none"),
        ("Das ist für ihr Kind.", "none"),
        ("Geht ihr heim?", "du"),
    ],
)
def test_formality_is_read_from_pronouns_and_imperatives(text, expected):
    assert read(text, language="de").formality == expected
    assert expected in FORMALITIES


@pytest.mark.parametrize("mark", [":", "„", '"', "-", "–", "“"])
def test_what_opens_a_sentence_is_written_with_a_capital_whoever_is_meant(mark):
    assert find_form(f"Die Kollegin {mark} Sie fährt heute, hast du das?", language="de") == "du"
    assert find_form(f"Kurz {mark} Schau bitte nach.", language="de") == "du"
    assert find_form("Die Kollegin sagt, dass Sie fährt, hast du das?", language="de") == "mixed"


def test_the_form_of_a_text_is_that_of_its_language():
    assert [find_form("Hast du das?", language=language) for language in ("de", "en")] == ["du", "none"]


def test_english_has_no_choice():
    assert read("Have you got your ticket, Sie?", language="en").formality == "none"


@pytest.mark.parametrize(("address", "rules"), [("sie", ["tone.address"]), ("du", []), ("any", []), ("", [])])
def test_only_a_brand_that_has_chosen_a_form_can_be_addressed_wrongly(address, rules):
    text = "Kannst du mir den Zug nennen?"
    judged = judge_text(text, address=address)

    assert [each.rule for each in judged.findings if each.rule.startswith("tone.address")] == rules
    assert marked(text, judged, "tone.address") == (["Kannst"] if rules else [])
