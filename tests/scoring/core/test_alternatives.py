"""Patterns that once offered single words where whole phrases were meant ("you're|you are right")."""

import pytest

from tests.scoring.replies import judge_text, marked, rules_of

FOUND = {
    "en": {
        "You're right.": "feeling",
        "You are quite right.": "feeling",
        "That must be frustrating": "feeling",
        "That's on us.": "ownership",
        "This is on me.": "ownership",
        "The taxi is on us.": "offer",
        "That was beyond our control.": "blame",
        "That is outside of our control.": "blame",
        "That can't be right.": "denial",
        "There's nothing here.": "denial",
        "If there's anything else, ask.": "canned",
        "Not as we know it.": "condescension",
    },
    "de": {
        "Das geht auf uns.": "ownership",
        "Das Taxi geht auf uns.": "offer",
        "Das klingt übertrieben.": "condescension",
        "Die meisten Kunden finden das.": "blame",
        "Unser Schreiben kam gestern.": "officialese",
    },
}
LEFT = {
    "en": {
        "That's on us.": "offer",
        "The taxi is on us.": "ownership",
        "As soon as we know more, I'll write.": "condescension",
    },
    "de": {
        "Das geht auf uns.": "offer",
        "Schreiben Sie uns bitte privat.": "officialese",
        "In den meisten Fällen dauert es zwei Tage.": "blame",
    },
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in FOUND for text in FOUND[language]])
def test_a_phrase_is_found_in_each_of_its_forms(language: str, text: str) -> None:
    assert f"tone.{FOUND[language][text]}" in rules_of(judge_text(text, language=language))


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in LEFT for text in LEFT[language]])
def test_words_that_only_look_like_it_are_left_alone(language: str, text: str) -> None:
    assert f"tone.{LEFT[language][text]}" not in rules_of(judge_text(text, language=language))


@pytest.mark.parametrize("text", ["No worries!", "No problem."])
def test_no_inside_an_empty_promise_answers_nothing(text: str) -> None:
    assert "tone.answer" not in rules_of(judge_text(text, language="en"))


@pytest.mark.parametrize("text", ["", "\u200b", "👍", "…"])
def test_a_reply_without_words_is_not_better_than_ok(text: str) -> None:
    assert judge_text(text).criteria["tone"] <= judge_text("Ok").criteria["tone"]


def test_an_emoji_of_several_people_is_one() -> None:
    assessment = judge_text("Gern 👨‍👩‍👧‍👦 🙂")

    assert [f.span for f in assessment.findings if f.rule == "tone.emoji"] == [(5, 6), (7, 8)]


@pytest.mark.parametrize("placeholder", ["{name}", "{{name}}", "[Name]", "[Ihr Vorname]", "<Name>"])
def test_placeholders_of_other_tools_are_found_too(placeholder: str) -> None:
    text = f"Hallo {placeholder}, der Bus kommt."

    assert marked(text, judge_text(text), "individuality.placeholder") == [placeholder]


@pytest.mark.parametrize("text", ["Rufen Sie uns an: 0341 1234567", "Unsere Nummer ist 0341 1234567."])
def test_the_own_telephone_number_is_nobodys_personal_data(text: str) -> None:
    assert judge_text(text).criteria["privacy"] == 1000


def test_an_iban_is_no_telephone_number_as_well() -> None:
    assessment = judge_text("Das Geld geht an DE89 3704 0044 0532 0130 00.")

    assert [f.params["kind"] for f in assessment.findings if f.criterion == "privacy"] == ["bank"]
