"""A question that offers something tells what it offers; any other question tells nothing."""

import pytest

from tests.scoring.core.hearing.worlds import hear

OFFERS = [
    ("de", "Wie wäre der Ersatzbus ab Südausgang?"),
    ("de", "Soll ich Sie für 20:04 Uhr umbuchen?"),
    ("en", "Would you like the replacement bus from the south exit?"),
    ("en", "Shall I move you to the 20:04?"),
]
QUESTIONS = [
    ("de", "Fährt der Ersatzbus ab Südausgang?"),
    ("de", "Wollten Sie um 20:04 Uhr los?"),
    ("en", "Did you take the replacement bus from the south exit?"),
    ("en", "Would you say it was 20:04?"),
]


@pytest.mark.parametrize(("language", "text"), OFFERS)
def test_an_offer_tells_its_fact_and_promises_nothing(language, text):
    heard = hear(text, language=language)

    assert heard["facts"] in (["buses"], ["connection"])
    assert "overpromises" not in heard


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_any_other_question_tells_nothing(language, text):
    assert "facts" not in hear(text, language=language)
