"""No two findings about the same reply contradict each other: over all texts at hand, and all that robots write."""

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.services.files import compile_file
from scoring.core import judge, read
from scoring.core.assessment import Finding
from scoring.core.context import context_alone
from scoring.core.contradicting import find_contradictions
from scoring.core.robots import ROBOTS
from scoring.core.robots.playing import play
from scoring.services.rehearsal import begin_rehearsal
from tests.scoring.core.hearing.worlds import assess
from tests.scoring.labelled import FILES, check_judged, list_texts, needs_data

pytestmark = pytest.mark.computes

LIBRARY = sorted((Path(__file__).resolve().parents[2] / "scenarios" / "library").glob("*.yaml"))


def contradictions(findings):
    return sorted({(one.rule, other.rule) for one, other in find_contradictions(findings)})


def judge_alone(language, text, post):
    return judge(read(text, language=language), replace(context_alone(language=language), post_text=post))


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
        for judged in (judge_alone(language, text, post), assess(text, language=language, post_text=post)):
            check_judged(judged, text)
            for pair in contradictions(judged.findings):
                found.setdefault(pair, text[:80])
    return found


@needs_data
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_findings_contradict_each_other_in_a_sample_of_the_labelled_texts(path):
    assert find_in_texts(path, step=41) == {}


@needs_data
@pytest.mark.thorough
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_labelled_text_is_scored_and_no_two_findings_contradict_each_other(path):
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
