"""Findings are shown once per rule, the worst first, in words that name templates and replies."""

import re

import pytest
from django.template.loader import render_to_string

from trainer_ui.findings import Names, show_findings, worst_kind

NAMES = Names({"dank": "Dank für Lob"}, {12: "A"}, {"eta": "Der Zug kommt um acht."})


def find(rule: str, *, span: list[int] | None, points: int, critical: bool = False, **params: object):
    criterion = rule.partition(".")[0]
    return {
        "rule": rule,
        "criterion": criterion,
        "span": span,
        "points": points,
        "critical": critical,
        "params": params,
    }


def show(*findings):
    return show_findings(findings, language="de", names=NAMES)


def test_the_worst_stands_first():
    shown = show(
        find("tone.greeting", span=[0, 5], points=20),
        find("tone.blame", span=[9, 12], points=-150),
        find("privacy.asked_in_public", span=[20, 30], points=-1000, critical=True, kind="customer_number"),
    )

    assert [(one.number, one.kind, one.points) for one in shown] == [
        (1, "critical", "−100"),
        (2, "bad", "−15"),
        (3, "good", "+2"),
    ]


def test_what_one_rule_found_in_two_places_is_one_finding():
    shown = show(find("tone.next_step", span=[4, 8], points=60), find("tone.next_step", span=[20, 28], points=60))

    assert [(one.spans, one.points) for one in shown] == [([(4, 8), (20, 28)], "+12")]


def test_the_same_rule_about_two_templates_is_two_findings():
    shown = show(
        find("individuality.template", span=[0, 9], points=0, template="dank", likeness=900),
        find("individuality.repeated", span=[0, 9], points=0, reply=12, likeness=900),
    )

    assert [one.kind for one in shown] == ["copied", "copied"]
    assert "Dank für Lob" in shown[0].text.why
    assert "Antwort A" in shown[1].text.why


def test_overlapping_findings_mark_the_text_as_the_worst_of_them():
    assert [worst_kind(kinds) for kinds in (["good", "bad"], ["copied", "good"], [])] == ["bad", "copied", ""]


def test_who_came_in_time_is_praised_and_not_advised():
    (in_time,) = show(find("speed.wait", span=None, points=0, wait_ms=35_000, target_ms=225_000))
    (late,) = show(find("speed.wait", span=None, points=-90, wait_ms=365_000, target_ms=300_000))

    assert [(one.kind, one.text.advice == "") for one in (in_time, late)] == [("good", True), ("bad", False)]


@pytest.mark.parametrize(("rule", "word"), [("speed.wait", "rechtzeitig"), ("privacy.closing_note", "gut")])
def test_only_what_was_in_time_is_said_to_be(rule: str, word: str):
    shown = show(find(rule, span=None, points=0))

    page = render_to_string("trainer_ui/includes/findings.html", {"moment": {"findings": shown}})

    assert re.findall(r'class="finding-points">(.*?)<', page) == [word]
