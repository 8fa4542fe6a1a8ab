"""A brand's own phrases as an author writes them: problems with their place, and the version they are frozen in."""

import pytest

from scenarios.core.codec import digest, dumps, loads
from scenarios.core.compiler import compile_located
from scenarios.core.timeline import HouseWords
from scenarios.problem_texts import render_problem
from scenarios.services.linting import lint_file
from scenarios.services.model_replies import assess_compiled
from scoring.core.lexicon.house import MOST_WAYS
from tests.scenarios.samples import BRAND, SCENARIO

LINES = BRAND.count("\n")


def lint(lexicon, tmp_path):
    """(line below the profile, column, code) of each problem of a brand with this lexicon."""
    path = tmp_path / "brand.yaml"
    path.write_text(BRAND + lexicon, encoding="utf-8")
    return [(problem.line - LINES, problem.column, problem.code) for problem in lint_file(path)]


def compile_with(lexicon):
    return compile_located(SCENARIO, file="s.yaml", brands=lambda _: ("b.yaml", BRAND + lexicon))


def test_a_sound_lexicon_has_no_problem(tmp_path):
    lexicon = "lexicon:\n  greeting: [ahoi]\n  officialese: ['! vertragskonto']\n  forbidden: [=erklären, kulanz*]\n"

    assert lint(lexicon, tmp_path) == []


@pytest.mark.parametrize(
    ("phrase", "column", "code"),
    [
        ("(wie|so ein", 15, "phrase-bracket"),
        ("guter rat|", 21, "phrase-choice"),
        (".. kulanz", 15, "phrase-edge"),
        ("gemäß <kode>", 21, "phrase-kind"),
        ("wir =erklaern", 19, "phrase-lemma"),
        ("ab*", 15, "phrase-short"),
        ("-- kulanz", 15, "phrase-empty"),
        ("a .. b .. c .. d .. kulanz", 15, "phrase-loose"),
        ("(a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f) kulanz", 15, "phrase-runs"),
        ("nicht", 15, "phrase-broad"),
        ("'#'", 15, "phrase-broad"),
        ("wir .. nicht", 15, "phrase-broad"),
        ("mast-|segel- bruch", 15, "phrase-never"),
        ("wir sehen", 15, "forbidden-here"),
    ],
)
def test_a_phrase_that_is_none_is_named_with_its_place(tmp_path, phrase, column, code):
    found = lint(f"lexicon:\n  forbidden: [{phrase}]\n", tmp_path)

    assert found == [(2, column, code)]


@pytest.mark.parametrize(
    ("rule", "phrase", "codes"),
    [
        ("greeting", "moin", ["phrase-known"]),
        ("greeting", "hi", ["phrase-known"]),
        ("greeting", "du da", []),
        ("forbidden", "bis dann", []),
        ("greeting", "'<time>'", ["phrase-broad"]),
        ("sign_off", "tschau tschau", []),
    ],
)
def test_the_commonest_words_say_something_in_a_row_and_in_their_place(tmp_path, rule, phrase, codes):
    assert [code for _, _, code in lint(f"lexicon:\n  {rule}: [{phrase}]\n", tmp_path)] == codes


def test_rules_that_are_none_and_lists_without_phrases_are_named(tmp_path):
    assert lint("lexicon:\n  insult: [x]\n", tmp_path) == [(2, 3, "not-a-choice")]
    assert [code for _, _, code in lint("lexicon:\n  greeting: []\n", tmp_path)] == ["nothing-inside"]


def test_more_than_a_reply_can_be_searched_for_is_an_error(tmp_path):
    choice = "(" + "|".join(f"w{number}" for number in range(30)) + ")"
    phrases = ", ".join(f"'{choice} wort{number}'" for number in range(90))

    found = lint(f"lexicon:\n  forbidden: [{phrases}]\n", tmp_path)

    assert MOST_WAYS < 30 * 90
    assert [code for _, _, code in found] == ["too-many-phrases"]


def test_the_problems_of_a_scenario_name_the_profile_and_keep_it_from_being_published():
    compiled = compile_with("lexicon:\n  forbidden: [(]\n")

    assessments, problems = assess_compiled(compiled, file="s.yaml")

    assert compiled.timeline is not None
    assert assessments == {}
    assert [(problem.file, problem.line - LINES, problem.code) for problem in problems] == [
        ("b.yaml", 2, "phrase-bracket")
    ]


def test_a_scenario_s_own_texts_are_held_against_what_its_house_forbids():
    compiled = compile_with("lexicon:\n  forbidden: [fundbüro]\n")

    [problem] = [each for each in assess_compiled(compiled, file="s.yaml")[1] if each.code == "forbidden-here"]

    assert problem.severity == "warning"
    assert problem.params == {"words": "Fundbüro", "where": "posts.rucksack-1.needs.model"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Die Formen von «=erklaern» kennt die Wertung nicht."), ("en", "The score does not know the forms of")],
)
def test_problems_are_said_in_german_and_english(language, words):
    [problem] = assess_compiled(compile_with("lexicon:\n  forbidden: [=erklaern]\n"), file="s.yaml")[1]

    assert words in render_problem(problem, language=language)
    assert "=erklaeren" in render_problem(problem, language=language)


def test_the_lexicon_is_part_of_the_version_and_a_profile_without_one_has_the_digest_that_it_had():
    plain = compile_with("").timeline
    house = compile_with("lexicon:\n  greeting: [ahoi,  grüezi   mitenand]\n").timeline

    assert "lexicon" not in dumps(plain)
    assert digest(plain) != digest(house)
    assert loads(dumps(house)) == house
    assert house.brand.lexicon == (HouseWords("greeting", ("ahoi", "grüezi mitenand")),)
