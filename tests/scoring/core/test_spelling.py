"""Typing errors are understood, real words are left alone, insults are never guessed at."""

import pytest

from scoring.core.lexicon.library import SPELLING
from scoring.core.text import analyse
from tests.scoring.replies import judge_text, rules_of


def corrected(text: str, language: str) -> list[str]:
    return [token.norm for token in SPELLING[language].correct(analyse(text).tokens)]


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("en", "thnaks", "thanks"),
        ("en", "unfortuantely", "unfortunately"),
        ("de", "nachvolziehen", "nachvollziehen"),
        ("de", "Unanehmlichkeiten", "unannehmlichkeiten"),
        ("de", "veranwtortung", "verantwortung"),
    ],
)
def test_one_slip_in_a_long_word_is_understood(language: str, word: str, meant: str) -> None:
    assert corrected(word, language) == [meant]


@pytest.mark.parametrize("word", ["klaren", "riecht", "scheiben", "zweiten", "entscheiden", "Kleider", "ueberweisen"])
def test_words_that_are_words_are_left_alone(word: str) -> None:
    assert corrected(word, "de") == [analyse(word).tokens[0].norm]


def test_an_insult_is_never_guessed_at() -> None:
    assert "tone.insult" not in rules_of(judge_text("Der Vollpfsoten und der Dummkofp."))
    assert "tone.insult" in rules_of(judge_text("Der Vollidiot."))


def test_thanks_with_a_slip_are_thanks() -> None:
    assert "tone.thanks" in rules_of(judge_text("Thnaks for the photo!", language="en"))
