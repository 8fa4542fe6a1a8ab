"""Empathy, courtesy and openness: the sub-scores of tone."""

import pytest

from tests.scoring.replies import judge_text

PAIRS = {
    "empathy": {
        "de": (
            "Ich verstehe Ihre Lage, und es tut mir leid. Danke, dass Sie es versucht haben, wir finden eine Lösung.",
            "Das war eigenmächtig und falsch. Weitere Verstöße haben Konsequenzen bis zur Kündigung für Sie alle.",
        ),
        "en": (
            "I understand how hard that is, and I'm sorry. Thank you for trying, I'll call you by noon.",
            "That was wrong. You should have read the terms, legal action is the final option for you now.",
        ),
    },
    "courtesy": {
        "de": (
            "Guten Morgen, danke für das Foto. Viele Grüße ^TB",
            "Was soll das! Da hätten Sie buchen müssen! Idiot!",
        ),
        "en": ("Good morning, thanks for the photo. ^TB", "What! You should have read it! Idiot!"),
    },
    "openness": {
        "de": (
            "Das war unser Fehler, ich verstehe das gut.",
            "Nein, das stimmt nicht, bei uns ist kein Fehler bekannt!",
        ),
        "en": (
            "I agree, that is a good point, and I think you are right.",
            "No, that is clearly wrong, you just don't see!",
        ),
    },
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("signal", PAIRS)
def test_the_better_of_two_replies_has_more_of_it(signal, language):
    more, less = (judge_text(text, language=language).signals[signal] for text in PAIRS[signal][language])

    assert 1000 >= more > less >= 0
