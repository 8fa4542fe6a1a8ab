"""Which findings contradict each other, which give way, and which only stand side by side."""

from dataclasses import replace

import pytest

from scoring.core.assessment import Finding
from scoring.core.contradicting import FORM, PRAISE, WHOLE, drop_contradicted, find_contradictions, keep_longer
from scoring.core.rules import RULES


def contradictions(findings):
    return sorted({(one.rule, other.rule) for one, other in find_contradictions(findings)})


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
    assert keep_longer([act, blame("tone.accusation", (13, 20))]) == [act]
    assert keep_longer([act, blame("tone.accusation", (13, 21))]) == [act, blame("tone.accusation", (13, 21))]
    late = praise("tone.feeling", (3, 20))
    assert keep_longer([late, part]) == [late, part]
    assert keep_longer([act, blame("tone.accusation", None)]) == [act, blame("tone.accusation", None)]
    assert keep_longer([act, replace(whole, critical=True)]) == [act, replace(whole, critical=True)]


@pytest.mark.parametrize(
    "findings",
    [
        [praise("tone.next_step", (0, 10)), blame("tone.stalling", (10, 20))],
        [blame("tone.stalling", (0, 10)), praise("tone.next_step", (10, 20))],
        [praise("tone.next_step", (0, 5)), praise("tone.feeling", (0, 5))],
        [blame("tone.irony", (0, 5), points=0), praise("tone.feeling", (0, 5))],
        [praise("tone.greeting", (0, 5)), blame("tone.shouting", (0, 5))],
        [praise("tone.feeling", (0, 5)), blame("individuality.template", (0, 50))],
        [praise("tone.feeling", (0, 5)), blame("tone.rambling", None)],
        [blame("tone.stalling", (0, 5)), blame("tone.canned", (0, 5))],
    ],
    ids=[
        "words before",
        "words after",
        "two praised",
        "a hint",
        "how it is written",
        "where it is from",
        "about the whole",
        "two faults",
    ],
)
def test_what_only_stands_beside_it_does_not(findings):
    assert contradictions(findings) == []
    assert drop_contradicted(findings, against=findings) == findings


def test_what_is_missing_is_not_there_as_well():
    findings = [praise("tone.to_private", (0, 9)), blame("privacy.needlessly_private", None)]

    assert contradictions(findings) == [("privacy.needlessly_private", "tone.to_private")]
    assert drop_contradicted(findings[:1], against=findings) == []


def test_praise_without_points_gives_way_too_and_critical_blame_needs_none():
    stated, shown = praise("substance.stated", (0, 9), points=0), blame("privacy.shown_in_public", (4, 6), points=0)
    findings = [stated, replace(shown, critical=True)]

    assert contradictions(findings) == [("privacy.shown_in_public", "substance.stated")]
    assert drop_contradicted(findings, against=findings) == findings[1:]
