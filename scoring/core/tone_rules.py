"""The rules of tone: what each adds to the sub-scores, and how a situation weighs those. docs/scoring.md has the same.

The signs are those of science.md; the sizes were fitted (tests/bench/fitting.py) on rated texts and rounded to tens.
"""

from collections.abc import Mapping
from typing import NamedTuple

SUBSCORES = ("empathy", "courtesy", "openness", "plain_language", "formality")

BASE: Mapping[str, int] = {
    "empathy": 40,
    "courtesy": 40,
    "openness": 40,
    "plain_language": 500,
    "formality": 1000,
}
"""What a reply has that does nothing well and nothing badly; of plain language, what adds nothing and takes nothing."""

WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "normal": {"empathy": 25, "courtesy": 25, "openness": 30, "plain_language": 20, "formality": 10},
    "outage": {"empathy": 20, "courtesy": 20, "openness": 40, "plain_language": 20, "formality": 10},
    "storm": {"empathy": 25, "courtesy": 15, "openness": 40, "plain_language": 20, "formality": 10},
    "high_stakes": {"empathy": 30, "courtesy": 15, "openness": 35, "plain_language": 20, "formality": 10},
    "praise": {"empathy": 35, "courtesy": 35, "openness": 15, "plain_language": 15, "formality": 10},
}
"""How a situation weighs the sub-scores (science.md, Tone: warm on a normal day, sober and concrete in a crisis)."""

FACTORS: Mapping[str, Mapping[str, int]] = {
    "storm": {"tone.emoji": 200, "tone.exclamation": 200},
    "high_stakes": {"tone.emoji": 200, "tone.exclamation": 200},
    "praise": {"tone.vague": 30, "tone.thanks": 300},
}
"""Percent of a rule's points where the situation changes them: emoji hurt more in a crisis, praise needs no facts."""

PLAIN = "tone.plain"
"""The finding of plain language: its points are what textstat and length say, more or less."""


class ToneRule(NamedTuple):
    """Only the first `most` findings of a rule are kept. `parts` are signed points per finding, per mille."""

    most: int
    parts: Mapping[str, int]
    critical: bool = False


def _rule(
    most: int = 1, *, empathy: int = 0, courtesy: int = 0, openness: int = 0, formality: int = 0, critical: bool = False
) -> ToneRule:
    parts = {"empathy": empathy, "courtesy": courtesy, "openness": openness, "formality": formality}
    return ToneRule(most, {name: points for name, points in parts.items() if points}, critical)


TONE: Mapping[str, ToneRule] = {
    "tone.greeting": _rule(courtesy=240),
    "tone.feeling": _rule(2, empathy=60, openness=50),
    "tone.apology": _rule(empathy=140, courtesy=20),
    "tone.ownership": _rule(empathy=80, openness=130),
    "tone.thanks": _rule(2, courtesy=260, empathy=100),
    "tone.question": _rule(courtesy=110, openness=40),
    "tone.explanation": _rule(empathy=70, openness=20),
    "tone.next_step": _rule(2, empathy=20, openness=80),
    "tone.offer": _rule(courtesy=140, openness=20),
    "tone.to_private": _rule(courtesy=200, openness=210),
    "tone.sign_off": _rule(courtesy=270),
    "tone.concrete": _rule(4, empathy=120, openness=130),
    "tone.answer": _rule(empathy=180, openness=60),
    "tone.first_person": _rule(2, empathy=80, openness=90),
    "tone.specifics": _rule(3, empathy=140, openness=110),
    "tone.appreciation": _rule(3, empathy=140, openness=120),
    "tone.understanding": _rule(3, empathy=30, openness=20),
    "tone.agreement": _rule(3, empathy=30, openness=50),
    "tone.togetherness": _rule(2, empathy=60, openness=60),
    "tone.self_critique": _rule(2, empathy=100, openness=50),
    "tone.softener": _rule(3, courtesy=190, openness=40),
    "tone.reassurance": _rule(3, empathy=120),
    "tone.well_wish": _rule(courtesy=240),
    "tone.foresight": _rule(2, empathy=60, openness=40),
    "tone.ease": _rule(2, empathy=110, openness=130),
    "tone.guidance": _rule(2, empathy=140, openness=60),
    "tone.structure": _rule(empathy=110, openness=110),
    "tone.blame": _rule(2, empathy=-130, openness=-150),
    "tone.denial": _rule(2, empathy=-120, openness=-20),
    "tone.stalling": _rule(3, empathy=-90, openness=-100),
    "tone.officialese": _rule(3, courtesy=-160, empathy=-30),
    "tone.impersonal": _rule(3, empathy=-40, openness=-30),
    "tone.nominal_style": _rule(empathy=-40),
    "tone.canned": _rule(3, empathy=-20, openness=-90),
    "tone.gushing": _rule(2, courtesy=-20, openness=-30),
    "tone.overpromise": _rule(2, empathy=-20, openness=-70),
    "tone.advertising": _rule(2, empathy=-210, openness=-260),
    "tone.condescension": _rule(2, courtesy=-270, openness=-140),
    "tone.accusation": _rule(4, empathy=-100, openness=-70),
    "tone.threat": _rule(3, empathy=-80, courtesy=-270),
    "tone.absolutes": _rule(3, openness=-40),
    "tone.bare_regret": _rule(empathy=-20, openness=-20),
    "tone.irony": _rule(),
    "tone.shouting": _rule(2, courtesy=-40, openness=-260),
    "tone.exclamation": _rule(3, courtesy=-20, openness=-20),
    "tone.emoji": _rule(3, courtesy=-250, openness=-180),
    "tone.cold": _rule(courtesy=-40, openness=-80),
    "tone.vague": _rule(empathy=-20, openness=-20),
    "tone.rambling": _rule(courtesy=-80, openness=-100),
    "tone.crowded": _rule(empathy=-980, openness=-860),
    "tone.forbidden": _rule(3, courtesy=-150),
    "tone.address": _rule(formality=-1000),
    "tone.address_changed": _rule(formality=-500),
    "tone.coarse": _rule(2, courtesy=-280, openness=-60),
    "tone.insult": _rule(courtesy=-1000, openness=-1000, critical=True),
}

INSULTS = frozenset({"tone.insult", "tone.coarse"})
"""What somebody who archives replies reads as one column: `insult`."""


def weights_for(situation: str) -> Mapping[str, int]:
    return WEIGHTS.get(situation, WEIGHTS["normal"])


def share_points(parts: Mapping[str, int], weights: Mapping[str, int]) -> int:
    """What points of sub-scores come to in their weighted mean, rounded half up."""
    whole = sum(weights.values())
    return (2 * sum(weights.get(name, 0) * points for name, points in parts.items()) + whole) // (2 * whole)


NORMAL = {name: weight for name, weight in WEIGHTS["normal"].items() if name != "formality"}
"""What weighs a reply on a normal day where there is no choice of address: docs/scoring.md prints points for it."""
