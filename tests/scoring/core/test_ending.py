"""A greeting opens a reply and a sign-off closes it; the same words elsewhere are neither."""

import pytest

from tests.scoring.replies import judge_text, marked, rules_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Der Bus kommt um 9 Uhr. Schönen Abend noch!", ["Schönen Abend"]),
        ("de", "Der Bus kommt um 9 Uhr. Bis morgen, Jana", ["Bis morgen"]),
        ("de", "Der Bus kommt um 9 Uhr. Alles Gute für Sie!", ["Alles Gute"]),
        ("de", "Der Zug fährt bis morgen nicht.", []),
        ("de", "Heute und bis morgen früh fährt ein Bus.", []),
        ("de", "Ihr Gruß kam an, und er hängt jetzt in der Küche neben dem Fahrplan für alle da.", []),
        ("de", "Guten Abend, Herr Wolf, ein Bus fährt.", []),
        ("de", "Viele Grüße, Jana Das tut uns leid.", []),
        ("de", "Hallo Jana, viele Grüße, Jana Das tut uns leid.", []),
        ("en", "The bus leaves at nine. Take care, Jana", ["Take care"]),
        ("en", "We'll take care of it.", []),
        ("en", "Yours was the early one.", []),
    ],
)
def test_a_sign_off_closes_the_reply(language: str, text: str, words: list[str]) -> None:
    assert marked(text, judge_text(text, language=language), "tone.sign_off") == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Danke, hallo Frau Wolf, der Bus fährt.", ["hallo"]),
        ("de", "Das war gestern ein ganz guten Morgen für uns.", []),
        ("de", "Gern. Schönen Abend noch!", []),
        ("en", "Whatever the mix-up cost you is ours.", []),
    ],
)
def test_a_greeting_opens_the_reply(language: str, text: str, words: list[str]) -> None:
    assert marked(text, judge_text(text, language=language), "tone.greeting") == words


def test_the_same_words_are_never_greeting_and_sign_off() -> None:
    found = rules_of(judge_text("Danke! Schönen Abend!"))

    assert found & {"tone.greeting", "tone.sign_off"} == {"tone.sign_off"}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Der Bus kommt um 9 Uhr und bis morgen", ["bis morgen"]),
        ("de", "Der Bus kommt um 9 Uhr, bis morgen Jana und Team", ["bis morgen"]),
        ("de", "Der Bus kommt um 9 Uhr, aber nur bis morgen", []),
        ("de", "Der Bus kommt um 9 Uhr. Bis morgen fahren wir nicht", []),
        ("en", "The bus leaves at nine. Take care of it", []),
        ("en", "The bus leaves at nine and take care", ["take care"]),
    ],
)
def test_a_formula_that_is_part_of_a_sentence_closes_nothing(language: str, text: str, words: list[str]) -> None:
    assert marked(text, judge_text(text, language=language), "tone.sign_off") == words
