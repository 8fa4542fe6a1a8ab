"""No two findings about the same reply contradict each other: over all texts at hand, and all that robots write."""

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.services.files import compile_file
from scoring.core import judge, read
from scoring.core.assessment import Finding
from scoring.core.context import context_alone
from scoring.core.contradicting import FORM, PRAISE, WHOLE, drop_contradicted, find_contradictions, keep_longer
from scoring.core.robots import ROBOTS
from scoring.core.robots.playing import play
from scoring.core.rules import RULES
from scoring.services.rehearsal import begin_rehearsal
from tests.scoring.core.hearing.worlds import assess
from tests.scoring.labelled import FILES, list_texts, needs_data

LIBRARY = sorted((Path(__file__).resolve().parents[2] / "scenarios" / "library").glob("*.yaml"))


def contradictions(findings):
    return sorted({(one.rule, other.rule) for one, other in find_contradictions(findings)})


def judge_alone(language, text, post):
    return judge(read(text, language=language), replace(context_alone(language=language), post_text=post))


def praise(rule, span, points=60):
    return Finding(rule, rule.partition(".")[0], span, points)


def blame(rule, span, points=-100):
    return Finding(rule, rule.partition(".")[0], span, points)


def test_the_table_speaks_of_rules_that_there_are():
    named = {*PRAISE, *FORM, *WHOLE, *(rule for rules in WHOLE.values() for rule in rules)}

    assert named <= set(RULES)


def test_praise_and_blame_for_the_same_words_contradict_each_other():
    findings = [praise("tone.next_step", (0, 10)), blame("tone.stalling", (8, 20))]

    assert contradictions(findings) == [("tone.stalling", "tone.next_step")]
    assert drop_contradicted(findings, against=findings) == findings[1:]


def test_a_fault_that_is_only_a_part_of_something_good_is_none():
    part, same, whole = blame("tone.accusation", (0, 7)), blame("tone.canned", (0, 20)), blame("tone.insult", (3, 6))
    act = praise("tone.feeling", (0, 20))

    assert keep_longer([act, part]) == [act]
    assert keep_longer([act, same]) == [act, same]
    assert keep_longer([act, replace(whole, critical=True)]) == [act, replace(whole, critical=True)]


@pytest.mark.parametrize(
    "findings",
    [
        [praise("tone.next_step", (0, 10)), blame("tone.stalling", (10, 20))],
        [praise("tone.greeting", (0, 5)), blame("tone.shouting", (0, 5))],
        [praise("tone.feeling", (0, 5)), blame("individuality.template", (0, 50))],
        [praise("tone.feeling", (0, 5)), blame("tone.rambling", None)],
        [blame("tone.stalling", (0, 5)), blame("tone.canned", (0, 5))],
    ],
    ids=["other words", "how it is written", "where it is from", "about the whole", "two faults"],
)
def test_what_only_stands_beside_it_does_not(findings):
    assert contradictions(findings) == []
    assert drop_contradicted(findings, against=findings) == findings


def test_what_is_missing_is_not_there_as_well():
    findings = [praise("tone.to_private", (0, 9)), blame("privacy.needlessly_private", None)]

    assert contradictions(findings) == [("privacy.needlessly_private", "tone.to_private")]
    assert drop_contradicted(findings[:1], against=findings) == []


@pytest.mark.parametrize(
    ("language", "text", "blamed"),
    [
        ("de", "Um 18:30 Uhr fahren wieder Züge.", "substance.overpromise"),
        ("en", "Trains will run again at 6:30 pm.", "substance.overpromise"),
        ("de", "Ich rufe Sie unter 0171 2345678 an.", "privacy.shown_in_public"),
    ],
)
def test_a_figure_that_is_wrong_there_is_not_praised_for_being_concrete(language, text, blamed):
    rules = {found.rule for found in assess(text, language=language).findings}

    assert blamed in rules
    assert "tone.concrete" not in rules


def test_outside_of_a_run_nobody_knows_what_is_true():
    rules = {found.rule for found in judge_alone("de", "Um 18:30 Uhr fahren wieder Züge.", "").findings}

    assert "tone.concrete" in rules


def find_in_texts(path, *, step):
    found = {}
    for language, text, post in list_texts(path, step=step):
        for pair in contradictions(judge_alone(language, text, post).findings):
            found.setdefault(pair, text[:80])
        for pair in contradictions(assess(text, language=language, post_text=post).findings):
            found.setdefault(pair, text[:80])
    return found


@needs_data
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_findings_contradict_each_other_in_a_sample_of_the_labelled_texts(path):
    assert find_in_texts(path, step=41) == {}


@needs_data
@pytest.mark.thorough
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_findings_contradict_each_other_in_any_labelled_text(path):
    assert find_in_texts(path, step=1) == {}


def restore(data):
    return Finding(**{**data, "span": tuple(data["span"]) if data["span"] else None})


def find_in_runs(path, *, seeds):
    timeline, _ = compile_file(path)
    found = {}
    for seed in seeds:
        start = begin_rehearsal(timeline, seed=seed)
        for key, robot in ROBOTS.items():
            for event in play(timeline, begun=[start], robot=robot):
                if event.kind == "ReplyAssessed":
                    findings = [restore(each) for each in event.data["findings"]]
                    for pair in contradictions(findings):
                        found.setdefault(pair, (key, event.data["reply"]))
    return found


def test_no_findings_contradict_each_other_in_what_robots_write():
    assert find_in_runs(LIBRARY[0], seeds=[1]) == {}


@pytest.mark.rehearsals
@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_no_findings_contradict_each_other_in_any_shipped_scenario(path):
    assert find_in_runs(path, seeds=[1, 2]) == {}
