"""Typing errors are understood, real words are left alone, insults are never guessed at."""

import pytest

from scoring.core.lexicon.compiling import compile_rules
from scoring.core.lexicon.library import SPELLING
from scoring.core.spelling import Spelling
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


def build() -> Spelling:
    lexicon = {"thanks": "verantwortung\nschranke\nbahnen\nbaeuerin", "insult": "vollpfosten"}
    return Spelling(compile_rules(lexicon, forms={}))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("verantwrtung", "verantwortung"),
        ("veranttwortung", "verantwortung"),
        ("verantxwortung", "verantwortung"),
        ("verantwrotung", "verantwortung"),
        ("schrannke", "schranke"),
        ("schrnake", "schranke"),
        ("banhen", "bahnen"),
    ],
    ids=["left out", "twice", "too many", "swapped", "too many in nine", "swapped in eight", "swapped in six"],
)
def test_a_slip_is_a_letter_left_out_or_too_many_or_two_that_changed_places(word, meant):
    assert [token.norm for token in build().correct(analyse(word).tokens)] == [meant]


@pytest.mark.parametrize(
    "word",
    [
        "evrantwortung",
        "verantwrung",
        "schrnke",
        "bahen",
        "baheen",
        "beauerin",
        "verantwortugn",
        "vollpfsoten",
        "abhnen",
    ],
    ids=[
        "the first letter",
        "two left out",
        "left out in eight",
        "left out in six",
        "another letter",
        "two vowels",
        "only its ending",
        "an insult",
        "the first of six",
    ],
)
def test_what_is_more_than_a_slip_stays_as_it_is(word):
    tokens = analyse(word).tokens

    assert build().correct(tokens) is tokens


def test_what_is_somebodys_own_word_is_meant_as_it_stands():
    tokens = analyse("Schrannke am verantwrtung").tokens

    assert [token.norm for token in build().correct(tokens, but={"schrannke"})] == ["schrannke", "am", "verantwortung"]


@pytest.mark.parametrize("word", ["klaren", "riecht", "scheiben", "zweiten", "entscheiden", "Kleider", "ueberweisen"])
def test_words_that_are_words_are_left_alone(word: str) -> None:
    assert corrected(word, "de") == [analyse(word).tokens[0].norm]


def test_an_insult_is_never_guessed_at() -> None:
    assert "tone.insult" not in rules_of(judge_text("Der Vollpfsoten und der Dummkofp."))
    assert "tone.insult" in rules_of(judge_text("Der Vollidiot."))


def test_thanks_with_a_slip_are_thanks() -> None:
    assert "tone.thanks" in rules_of(judge_text("Thnaks for the photo!", language="en"))
