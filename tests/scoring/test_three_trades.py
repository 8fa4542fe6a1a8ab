"""What the score says of replies in trades that no shipped scenario has (three_trades.yaml), with what was known."""

from pathlib import Path

import pytest
import yaml

from scenarios.core.timeline import Fact
from scenarios.core.vocabulary import LANGUAGES
from scoring.core.assessment import Assessment
from scoring.core.tone_rules import PLAIN
from tests.scoring.core.hearing.worlds import assess, make_world

CASES = yaml.safe_load(Path(__file__).with_name("three_trades.yaml").read_text(encoding="utf-8"))
GOOD = [(language, case, text) for language in LANGUAGES for case in CASES[language] for text in case["good"]]
POOR = [
    (language, case, fault, text)
    for language in LANGUAGES
    for case in CASES[language]
    for fault, text in case["poor"].items()
]
LEAST_GAP = 500
"""Per mille of tone between the mean good and the mean poor reply, at least."""


def score(text: str, case: dict[str, str], language: str) -> Assessment:
    world = make_world(language, facts=(Fact("told", case["fact"], 0, None),))
    known = frozenset({"told"})
    return assess(text, language=language, world=world, known_facts=known, post_text=case["post"])


def faults_of(assessment: Assessment) -> set[str]:
    """How plainly it is written is no fault of these."""
    return {found.rule for found in assessment.findings if (found.points < 0 or found.critical) and found.rule != PLAIN}


@pytest.mark.parametrize(("language", "case", "text"), GOOD)
def test_a_good_reply_has_no_fault(language: str, case: dict[str, str], text: str) -> None:
    assert faults_of(score(text, case, language)) == set()


@pytest.mark.parametrize(("language", "case", "fault", "text"), POOR)
def test_a_poor_reply_has_its_fault(language: str, case: dict[str, str], fault: str, text: str) -> None:
    assert f"tone.{fault}" in faults_of(score(text, case, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_good_reply_is_above_every_poor_one(language: str) -> None:
    good = [score(text, case, one).criteria["tone"] for one, case, text in GOOD if one == language]
    poor = [score(text, case, one).criteria["tone"] for one, case, _, text in POOR if one == language]

    assert min(good) > max(poor)
    assert sum(good) / len(good) - sum(poor) / len(poor) > LEAST_GAP
