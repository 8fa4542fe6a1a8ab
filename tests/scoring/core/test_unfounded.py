"""A reply that tells nothing of what was asked, and says yes to a no or another figure than the known one."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Needs
from tests.scoring.core.hearing.worlds import assess
from tests.scoring.replies import rules_of

RULE = "substance.unfounded"
NEEDS = Needs(True, ("connection",), ("explanation",), False, "normal", None, None)
MODEL = {
    "de": "Leider nein, der QX 218 kann nicht warten. Der nächste fährt um 20:04 Uhr.",
    "en": "I’m afraid not, the QX 218 cannot be held. The next one leaves at 20:04.",
}
POST = {"de": "Können Sie den Zug aufhalten?", "en": "Can you hold the train?"}
YES = {
    "de": ["Klar, das machen wir!", "Kein Problem, die Kollegen sind informiert.", "Ja, das geht in Ordnung."],
    "en": ["Sure, we’ll do that!", "No problem, my colleagues know.", "That’s fine, they have been told."],
}
NO_YES = {
    "de": [
        "Klar ist das ärgerlich, aber ich kann das nicht versprechen.",
        "Leider klar entschieden, das tut mir leid.",
        "Ich frage nach und melde mich.",
    ],
    "en": [
        "Sure, that’s rotten, but I can’t promise it.",
        "Of course I understand how you feel, I’m asking control.",
        "I’ll ask and come back to you.",
    ],
}


def find(text: str, language: str, **changes):
    here = {"asked_for": ("connection",), "needs": replace(NEEDS, model=MODEL[language]), "post_text": POST[language]}
    return assess(text, language=language, **{**here, **changes})


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in YES for text in YES[language]])
def test_a_yes_where_the_answer_is_no_is_unfounded_and_ends_no_wait(language, text):
    found = find(text, language)

    assert RULE in rules_of(found, criterion="substance")
    assert found.criteria["substance"] == 0
    assert "speed.no_answer" in rules_of(found, criterion="speed")


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in NO_YES for text in NO_YES[language]])
def test_no_yes_is_heard_in_who_denies_regrets_or_understands(language, text):
    assert RULE not in rules_of(find(text, language), criterion="substance")


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_yes_is_right_where_the_answer_is_no_no(language):
    model = {"de": "Der nächste fährt um 20:04 Uhr.", "en": "The next one leaves at 20:04."}[language]

    found = find(YES[language][0], language, needs=replace(NEEDS, model=model))

    assert RULE not in rules_of(found, criterion="substance")


@pytest.mark.parametrize(
    ("language", "text", "is_wrong"),
    [
        ("de", "Ersatzbusse fahren alle 40 Minuten.", True),
        ("de", "Taxis kosten 40 Minuten Geduld.", False),
        ("en", "Replacement coaches come every 40 minutes.", True),
        ("en", "It was 40 minutes of patience.", False),
    ],
)
def test_another_figure_counts_in_the_words_of_the_fact(language, text, is_wrong):
    found = find(text, language, asked_for=("buses",), needs=replace(NEEDS, facts=("buses",)))

    assert (RULE in rules_of(found, criterion="substance")) == is_wrong


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_figure_that_the_customer_named_is_none(language):
    text = {"de": "Ersatzbusse alle 40 Minuten, das ist zu wenig.", "en": "Replacement every 40 minutes is too little."}
    post = {"de": "Ich warte seit 40 Minuten.", "en": "I’ve been waiting for 40 minutes."}

    found = find(text[language], language, asked_for=("buses",), post_text=post[language])

    assert RULE not in rules_of(found, criterion="substance")


@pytest.mark.parametrize("language", ["de", "en"])
def test_who_tells_one_of_the_facts_is_not_held_against_the_model(language):
    text = {"de": "Klar! Der nächste fährt um 20:04 Uhr.", "en": "Sure! The next one leaves at 20:04."}[language]

    assert RULE not in rules_of(find(text, language), criterion="substance")


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_in_an_unfounded_sentence_is_praised(language):
    text = {"de": "Klar, das übernehmen wir.", "en": "Sure, that’s taken care of."}[language]

    assert "tone.answer" in rules_of(find(text, language, needs=NEEDS))
    assert "tone.answer" not in rules_of(find(text, language))
