"""Every rule of the score: its criterion and its points in per mille. docs/scoring.md has the same table."""

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """`points` per finding, signed; at most `most` findings of a rule count. Rules of 0 points are hints."""

    criterion: str
    points: int
    most: int = 1
    critical: bool = False


TONE_BASE = 400
"""A reply that does nothing well and nothing badly."""

RULES: Mapping[str, Rule] = {
    "speed.wait": Rule("speed", 0),
    "tone.greeting": Rule("tone", 20),
    "tone.feeling": Rule("tone", 70),
    "tone.apology": Rule("tone", 30),
    "tone.ownership": Rule("tone", 110),
    "tone.thanks": Rule("tone", 20),
    "tone.question": Rule("tone", 20),
    "tone.explanation": Rule("tone", 50),
    "tone.next_step": Rule("tone", 60, 2),
    "tone.offer": Rule("tone", 50),
    "tone.to_private": Rule("tone", 30),
    "tone.sign_off": Rule("tone", 20),
    "tone.concrete": Rule("tone", 40, 4),
    "tone.blame": Rule("tone", -150, 2),
    "tone.denial": Rule("tone", -100, 2),
    "tone.stalling": Rule("tone", -80, 3),
    "tone.officialese": Rule("tone", -70, 4),
    "tone.canned": Rule("tone", -60, 3),
    "tone.gushing": Rule("tone", -80, 2),
    "tone.overpromise": Rule("tone", -110, 2),
    "tone.condescension": Rule("tone", -100, 2),
    "tone.bare_regret": Rule("tone", -60),
    "tone.shouting": Rule("tone", -80, 2),
    "tone.exclamation": Rule("tone", -70, 2),
    "tone.emoji": Rule("tone", -40, 2),
    "tone.insult": Rule("tone", -1000, 1, True),
    "individuality.placeholder": Rule("individuality", -300, 1),
    "tone.address": Rule("tone", -150),
    "individuality.template": Rule("individuality", 0, 99),
    "individuality.repeated": Rule("individuality", 0, 99),
    "privacy.asked_in_public": Rule("privacy", -1000, 99, True),
    "privacy.shown_in_public": Rule("privacy", -1000, 99, True),
}
