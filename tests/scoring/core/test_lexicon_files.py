"""The lexicons as coaches read them: every group says what it is for, and each stands in both languages."""

import pytest

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.lexicon.files import HERE, read_forms, read_rules, read_words
from scoring.core.text import fold

GROUPS = ("acts", "against", "cues", "hedges", "heard", "internal", "notes", "privacy", "promises", "strategy", "words")


def list_groups(language):
    return sorted(path.name.removesuffix(".txt") for path in HERE.joinpath(language).iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_file_for_each_group_and_nothing_else(language):
    assert list_groups(language) == sorted((*GROUPS, "forms"))


@pytest.mark.parametrize("group", GROUPS)
def test_both_languages_have_the_same_rules(group):
    german, english = (list(read_rules(language, group)) for language in LANGUAGES)

    assert sorted(german) == sorted(english)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_in_words_what_it_looks_for(language, group):
    for rule, lines in read_rules(language, group).items():
        first, *rest = [line for line in lines.split("\n") if line]

        assert first.startswith("-- "), rule
        assert [line for line in rest if not line.startswith("--")], rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_read_folded_and_without_what_is_said_about_them(language):
    words = read_words(language)

    assert {word for each in words.values() for word in each if word != fold(word) or "--" in word} == set()
    assert {"ich", "mich"} <= set(words["first_person"]) or {"i", "my"} <= set(words["first_person"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lemma_is_one_of_its_own_forms(language):
    assert [lemma for lemma, forms in read_forms(language).items() if lemma not in forms] == []
