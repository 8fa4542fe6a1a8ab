"""Two reactions that wait for the same and undo each other; one that is called like a general rule."""

import pytest

from scenarios.core.problems import HINT, WARNING
from scenarios.core.public_rules import rules_of
from tests.scenarios.samples import change, compile_text, list_problems

FIRST = "      rucksack-danke:\n"


def react(*reactions: str) -> str:
    """The sample, with these reactions (`KEY: when, effects`) before its own."""
    lines = "".join(
        f"      {key}:\n        {{{rest}}}\n" for key, _, rest in (each.partition(": ") for each in reactions)
    )
    return change(FIRST, lines + FIRST)


@pytest.mark.parametrize(
    ("one", "other", "effect"),
    [
        ("when: {answered: rucksack-1}, heat: 5", "when: {answered: rucksack-1}, heat: -5", "heat"),
        ("when: {answered: rucksack-1}, crowd: 5", "when: {all: [{answered: rucksack-1}]}, crowd: -5", "crowd"),
        (
            "when: {all: [{answered: rucksack-1}, {heat_above: 3}]}, mood: {by: 5}",
            "when: {all: [{heat_above: 3}, {not: {not: {answered: rucksack-1}}}]}, mood: {by: -5}",
            "mood",
        ),
    ],
)
def test_two_that_undo_each_other_are_named(one: str, other: str, effect: str) -> None:
    text = react(f"auf: {one}", f"ab: {other}")
    (problem,) = compile_text(text)[1]

    assert list_problems(text) == ["opposite-effects @ab:"]
    assert (problem.severity, dict(problem.params)) == (WARNING, {"other": "auf", "effect": effect})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("when: {answered: rucksack-1}, heat: 5", "when: {answered: rucksack-1}, heat: 5"),
        ("when: {answered: rucksack-1}, heat: 5", "when: {answered: rucksack-1}, crowd: -5"),
        ("when: {answered: rucksack-1, late: true}, heat: 5", "when: {answered: rucksack-1, late: false}, heat: -5"),
        ("when: {answered: rucksack-1}, heat: 5", "when: {not: {answered: rucksack-1}}, heat: -5"),
        (
            "when: {answered: rucksack-1}, mood: {of: jana, by: 5}",
            "when: {answered: rucksack-1}, mood: {of: omar, by: -5}",
        ),
    ],
)
def test_two_that_do_not_undo_each_other_are_left_alone(one: str, other: str) -> None:
    assert list_problems(react(f"auf: {one}", f"ab: {other}")) == []


def test_the_same_words_in_two_threads_are_about_different_posts() -> None:
    """`any` is any post of the thread that the reaction stands in."""
    other = "  zug:\n    channel: forum\n    topic: zug\n    posts: {zug-1: {at: 2:00, by: omar, text: Nanu.}}\n"
    other += "    reactions: {ab: {when: {reply: any}, heat: -5}}\n"

    assert list_problems(react("auf: when: {reply: any}, heat: 5") + other) == []
    assert list_problems(react("auf: when: {reply: any}, heat: 5", "ab: when: {reply: any}, heat: -5")) == [
        "opposite-effects @ab:"
    ]


@pytest.mark.parametrize("rule", ["ignored", "ignored_again"])
def test_a_reaction_may_stand_for_a_general_rule_and_lint_says_so(rule: str) -> None:
    text = react(f"{rule}: when: {{ignored: jana}}, heat: 5")
    timeline, problems = compile_text(text)

    assert timeline is not None
    assert rule not in {each.key for each in rules_of(timeline)}
    assert [(problem.code, problem.severity) for problem in problems] == [("stands-for-rule", HINT)]


def test_other_keys_have_no_underscores() -> None:
    assert list_problems(react("ignored_often: when: {ignored: jana}, heat: 5")) == ["not-a-key @ignored_often:"]
