"""du or Sie."""

import pytest

from scoring.core import read
from scoring.core.formality import FORMALITIES


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
    ],
)
def test_formality_is_read_from_pronouns_and_imperatives(text, expected):
    assert read(text, language="de").formality == expected
    assert expected in FORMALITIES


def test_english_has_no_choice():
    assert read("Have you got your ticket, Sie?", language="en").formality == "none"
