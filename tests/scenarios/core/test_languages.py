"""Everything is written, and in the language that it should be in."""

import pytest

from tests.scenarios.samples import change, list_problems


def test_the_same_text_in_both_languages_is_only_one_of_them() -> None:
    text = change("{de: Sie haben Dienst., en", "{de: You are on duty., en")

    assert list_problems(text) == ["wrong-language @You", "same-in-both-languages @You"]


@pytest.mark.parametrize(
    ("brief", "problems"),
    [
        (
            "{de: Sie haben Dienst., en: Heute sind Sie allein im Dienst und das Netz ist weg.}",
            ["wrong-language @Heute"],
        ),
        ("{de: Today you are alone on the early shift., en: You are on duty.}", ["wrong-language @Today"]),
        ("{de: Sie haben Dienst., en: TODO}", ["unfinished-text @TODO}"]),
        ("{de: Sie haben Dienst., en: '...'}", ["unfinished-text @'...'}"]),
        ("{de: 'Der Slogan «We are the best in town» ist im Netz.', en: You are on duty.}", []),
        ("{de: Sie haben Dienst., en: The “Verein der Freunde” writes to you about the bridge.}", []),
    ],
)
def test_a_text_in_the_wrong_language_or_not_yet_written_is_a_warning(brief: str, problems: list[str]) -> None:
    assert list_problems(change("{de: Sie haben Dienst., en: You are on duty.}", brief)) == problems


def test_what_the_company_says_is_in_the_language_of_the_scenario() -> None:
    english = change("text: Das Fundbüro öffnet um neun.", "text: The lost property office is open at nine for you.")
    assert list_problems(english) == ["wrong-language @The"]


def test_people_may_write_in_another_language() -> None:
    assert list_problems(change("text: Typisch.", "text: What is the matter with you and your trains?")) == []


@pytest.mark.parametrize(("words", "problems"), [("TODO Typisch.", ["unfinished-text @TODO"]), ("???", [])])
def test_notes_to_oneself_are_found_in_posts_too(words: str, problems: list[str]) -> None:
    assert list_problems(change("text: Typisch.", f"text: '{words}'")) == problems
