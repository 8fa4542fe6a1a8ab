"""Capitals shout, unless somebody else wrote the word so before, or it is a word to be written so."""

import pytest

from scenarios.core.timeline import Fact
from tests.scoring.core.hearing.worlds import assess, make_world
from tests.scoring.replies import judge_text, marked, rules_of

CODES = {
    "de": (Fact("code", "Ein Paket für die Schweiz bekommt man per SMS mit dem Wort SCHWEIZ an die 3003.", 0, None),),
    "en": (Fact("code", "A text with SWISS to 3003 brings a pass for a day.", 0, None),),
}


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Gern: SCHWEIZ an die 3003 simsen."), ("en", "Gladly: send SWISS to 3003.")],
)
def test_a_word_that_a_known_fact_has_in_capitals_is_no_shouting(language: str, text: str) -> None:
    world = make_world(language, facts=CODES[language])

    known = assess(text, language=language, world=world, known_facts=frozenset({"code"}))
    unknown = assess(text, language=language, world=world, known_facts=frozenset())

    assert ("tone.shouting" in rules_of(known), "tone.shouting" in rules_of(unknown)) == (False, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Schreiben Sie uns das Stichwort SPERRE."),
        ("de", "Wählen Sie bitte „FREIES-NETZ“ und dann „WEITER“."),
        ("en", "Text the word FREEZE to us."),
        ("en", "Press the button marked “CONFIRM”."),
    ],
)
def test_a_word_that_is_called_one_or_quoted_is_no_shouting(language: str, text: str) -> None:
    assert "tone.shouting" not in rules_of(judge_text(text, language=language))


@pytest.mark.parametrize(
    ("language", "text", "post", "shouted"),
    [
        ("de", "Der REGIO hält heute am Gleis 4.", "Hält der REGIO heute?", []),
        ("de", "Das ist GAR unser Zug.", "Hält der REGIO heute?", []),
        ("de", "Das ist NIEMALS unser Zug.", "Hält der REGIO heute?", ["NIEMALS"]),
        ("de", "IHRE RECHNUNG ist richtig.", "WO IST MEINE RECHNUNG?", ["RECHNUNG"]),
        ("de", "Ihre RECHNUNG ist richtig.", "WO IST MEINE RECHNUNG?", ["RECHNUNG"]),
        ("en", "The LARGE one has six buttons.", "Is it the LARGE one?", []),
        ("en", "We have ALWAYS told you.", "Is it the LARGE one?", ["ALWAYS"]),
        ("en", "YOUR PARCEL is here.", "WHERE IS MY PARCEL", ["PARCEL"]),
    ],
)
def test_a_single_word_of_the_customers_is_no_shouting_and_a_row_always_is(
    language: str, text: str, post: str, shouted: list[str]
) -> None:
    assert marked(text, judge_text(text, language=language, post_text=post), "tone.shouting") == shouted
