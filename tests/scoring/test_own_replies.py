"""What the rules of tone say of our own replies, good and poor (own_replies.yaml): wrong findings are the worst."""

from pathlib import Path

import pytest
import yaml

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.rules import RULES
from tests.scoring.replies import judge_text, rules_of

pytestmark = pytest.mark.computes

OWN = yaml.safe_load(Path(__file__).with_name("own_replies.yaml").read_text(encoding="utf-8"))
GOOD = [(language, text) for language in LANGUAGES for text in OWN[language]["good"]]
POOR = [(language, *pair) for language in LANGUAGES for each in OWN[language]["poor"] for pair in each.items()]
LEAST_GAP = 300
"""Per mille of tone between the mean good and the mean poor reply, at least: it is near 500."""


def faults_of(text: str, language: str) -> set[str]:
    return {rule for rule in rules_of(judge_text(text, language=language)) if RULES[rule].points < 0}


@pytest.mark.parametrize(("language", "text"), GOOD)
def test_a_good_reply_has_no_fault(language: str, text: str) -> None:
    assert faults_of(text, language) == set()


@pytest.mark.parametrize(("language", "fault", "text"), POOR)
def test_a_poor_reply_has_its_fault(language: str, fault: str, text: str) -> None:
    assert f"tone.{fault}" in faults_of(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_good_reply_is_above_nearly_every_poor_one(language: str) -> None:
    good = [judge_text(text, language=one).criteria["tone"] for one, text in GOOD if one == language]
    poor = [judge_text(text, language=one).criteria["tone"] for one, _, text in POOR if one == language]

    above = sum(high > low for high in good for low in poor) / (len(good) * len(poor))

    assert above > 0.95
    assert sum(good) / len(good) - sum(poor) / len(poor) > LEAST_GAP
