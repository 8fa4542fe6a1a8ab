"""What the findings of tone add up to, and which sub-scores apply: the arithmetic of docs/scoring.md, tone."""

import pytest

from scoring.core.assessment import Finding
from scoring.core.tone import value_subscores, value_tone
from scoring.core.tone_rules import BASE, share_points
from tests.scoring.replies import judge_text, marked

WEIGHTS = {"empathy": 30, "courtesy": 30, "openness": 40}
START = share_points(BASE, WEIGHTS)


def find(points, *, critical=False, **parts):
    return Finding("tone.any", "tone", None, points, parts, critical=critical)


@pytest.mark.parametrize(
    ("points", "value"),
    [
        ([], START),
        ([100, -START], 100),
        ([1000 - START], 1000),
        ([1000 - START + 1], 1000),
        ([5000, -50], 950),
        ([5000, -50, -30, 0], 920),
        ([-START], 0),
        ([-START - 1], 0),
        ([100, -5000], 0),
    ],
)
def test_what_speaks_for_a_reply_adds_up_to_1000_at_most_and_only_then_comes_off_what_speaks_against_it(points, value):
    assert value_tone([find(each) for each in points], WEIGHTS) == value


def test_what_is_critical_leaves_nothing():
    assert value_tone([find(900), find(-10, critical=True)], WEIGHTS) == 0


def test_a_subscore_is_cut_to_0_to_1000_and_only_there_if_it_has_weight():
    findings = [find(0, empathy=2000, courtesy=-2000), find(0, openness=7, plain_language=100)]

    assert value_subscores(findings, WEIGHTS) == {"empathy": 1000, "courtesy": 0, "openness": BASE["openness"] + 7}
    assert value_subscores([find(0, formality=-300)], {"formality": 10}) == {"formality_kept": 700}


@pytest.mark.parametrize(
    ("parts", "points"),
    [
        ({"empathy": 100}, 30),
        ({"empathy": 5}, 2),
        ({"empathy": -5}, -1),
        ({"empathy": 4}, 1),
        ({"empathy": 100, "openness": 100}, 70),
        ({"formality": 1000}, 0),
    ],
)
def test_points_are_shared_by_weight_and_rounded_half_up(parts, points):
    assert share_points(parts, WEIGHTS) == points


@pytest.mark.parametrize(
    ("address", "before", "text", "applies"),
    [
        ("sie", "", "Der Bus kommt.", True),
        ("du", "", "Der Bus kommt.", True),
        ("free", "", "Der Bus kommt.", False),
        ("free", "sie", "Der Bus kommt.", True),
        ("free", "", "Haben Sie dein Ticket?", True),
        ("free", "", "Haben Sie Ihr Ticket?", False),
    ],
)
def test_a_form_of_address_is_to_be_kept_where_somebody_chose_one_or_both_are_used(address, before, text, applies):
    judged = judge_text(text, address=address, form_before=before)

    assert ("formality_kept" in judged.signals) == applies


@pytest.mark.parametrize(("text", "applies"), [("Der Bus kommt heute.", True), ("Er kommt heute.", False)])
def test_plain_language_applies_from_four_words_on(text, applies):
    assert ("plain_language" in judge_text(text).signals) == applies


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Das gilt ab 2024 © und für 3 Leute ½ – so ★ ist es.", "tone.emoji", ["★"]),
        ("Super! Toll! Fein!", "tone.exclamation", ["!", "!"]),
        ("Gleis 4, um 17:30 Uhr.", "tone.concrete", ["4", "17:30 Uhr"]),
        ("Das geht NIEMALS an der SBB.", "tone.shouting", ["NIEMALS"]),
        ("So geht es weiter: Der Bus hält am Markt.", "tone.structure", [":"]),
        ("Der Bus kommt. Viele Grüße, Dana Sommer", "tone.sign_off", ["Viele Grüße"]),
        ("Hallo Jana, der Bus kommt. Dana", "tone.sign_off", ["Dana"]),
    ],
)
def test_a_mark_is_found_once_and_where_it_stands(text, rule, words):
    assert marked(text, judge_text(text), rule) == words


@pytest.mark.parametrize(
    ("text", "count"), [("Der Bus kommt 👩‍🚒 an.", 1), ("Der 👍🏽 Bus 👍🏽 kommt", 2), ("🚒🚒", 2)]
)
def test_an_emoji_of_several_signs_is_one(text, count):
    spans = [finding.span for finding in judge_text(text).findings if finding.rule == "tone.emoji"]

    assert [last - first for first, last in spans] == [1] * count
