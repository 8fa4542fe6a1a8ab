"""The lexicons as coaches read them: every group says what it is for, and each stands in both languages."""

from itertools import pairwise

import pytest

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.lexicon.compiling import read_patterns
from scoring.core.lexicon.contracting import holds, read_as_meant
from scoring.core.lexicon.files import HERE, read_forms, read_rules, read_words
from scoring.core.text import analyse, fold
from tests.scoring.replies import judge_text, rules_of

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


def list_patterns(language):
    for group in GROUPS:
        if group != "words":
            for rule, lines in read_rules(language, group).items():
                for pattern in read_patterns(rule, lines, forms=read_forms(language)):
                    yield from (pattern._replace(elements=way) for way in read_as_meant(pattern.elements))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_every_pattern_can_stand_in_a_text(language):
    dead = {
        (pattern.rule, word)
        for pattern in list_patterns(language)
        for element in pattern.elements
        for word in element.words
        if [token.norm for token in analyse(word).tokens] != [word]
    }

    assert dead == set()


def find_dead(elements):
    """The words that stand before nothing but what they hold already: "we're" before "are"."""
    return [word for element, after in pairwise(elements) for word in element.words if holds(word, after)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_drawn_together_stands_before_what_it_holds(language):
    assert [pattern for pattern in list_patterns(language) if find_dead(pattern.elements)] == []


def test_a_word_before_what_it_holds_would_be_found():
    written = next(read_patterns("rule", "we're|we are sorry", forms={}))

    assert find_dead(written.elements) == ["we're"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("You've waited long enough.", "feeling"),
        ("You have waited long enough.", "feeling"),
        ("That's because of the snow.", "explanation"),
        ("That's not good enough.", "ownership"),
        ("This is not good enough.", "ownership"),
    ],
)
def test_a_choice_between_one_word_and_two_means_either(text, rule):
    assert f"tone.{rule}" in rules_of(judge_text(text, language="en"))
