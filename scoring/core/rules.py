"""Every rule of the score: its criterion and its points in per mille. docs/scoring.md has the same table.

The signs are those of science.md; the sizes were fitted on the service replies in the project's data (both languages
together, by case, signs held) and rounded. `scoring/sentences.toml` says each rule in words.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """`points` per finding, signed; only the first `most` findings of a rule have points. 0 is a hint."""

    criterion: str
    points: int
    most: int = 1
    critical: bool = False


TONE_BASE = 340
"""A reply that does nothing well and nothing badly."""

RULES: Mapping[str, Rule] = {
    "speed.wait": Rule("speed", 0),
    "speed.no_answer": Rule("speed", 0),
    "tone.greeting": Rule("tone", 10),
    "tone.feeling": Rule("tone", 60),
    "tone.apology": Rule("tone", 30),
    "tone.ownership": Rule("tone", 60),
    "tone.thanks": Rule("tone", 20),
    "tone.question": Rule("tone", 10),
    "tone.explanation": Rule("tone", 30),
    "tone.next_step": Rule("tone", 70, 2),
    "tone.offer": Rule("tone", 20),
    "tone.to_private": Rule("tone", 80),
    "tone.sign_off": Rule("tone", 70),
    "tone.concrete": Rule("tone", 60, 3),
    "tone.answer": Rule("tone", 100),
    "tone.first_person": Rule("tone", 40, 2),
    "tone.specifics": Rule("tone", 30, 4),
    "tone.blame": Rule("tone", -100, 2),
    "tone.denial": Rule("tone", -70, 2),
    "tone.stalling": Rule("tone", -50, 3),
    "tone.officialese": Rule("tone", -50, 4),
    "tone.nominal_style": Rule("tone", -40),
    "tone.canned": Rule("tone", -50, 3),
    "tone.gushing": Rule("tone", -50, 2),
    "tone.overpromise": Rule("tone", -80, 2),
    "tone.advertising": Rule("tone", -100, 2),
    "tone.condescension": Rule("tone", -100, 2),
    "tone.bare_regret": Rule("tone", -40),
    "tone.irony": Rule("tone", 0),
    "tone.shouting": Rule("tone", -60, 2),
    "tone.exclamation": Rule("tone", -50, 2),
    "tone.emoji": Rule("tone", -60, 2),
    "tone.vague": Rule("tone", -110),
    "tone.rambling": Rule("tone", -80),
    "tone.address": Rule("tone", -150),
    "tone.insult": Rule("tone", -1000, 1, critical=True),
    "individuality.template": Rule("individuality", 0, 99),
    "individuality.repeated": Rule("individuality", 0, 99),
    "individuality.earlier_run": Rule("individuality", 0, 99),
    "individuality.placeholder": Rule("individuality", -300),
    "individuality.specifics": Rule("individuality", 50, 2),
    "substance.stated": Rule("substance", 0, 99),
    "substance.missing": Rule("substance", 0, 99),
    "substance.drawback": Rule("substance", -400),
    "substance.overpromise": Rule("substance", -300, 2),
    "substance.against_facts": Rule("substance", -1000, 99, critical=True),
    "substance.outdated": Rule("substance", -400, 2),
    "substance.contradicts": Rule("substance", -200),
    "substance.early": Rule("substance", -200, 2),
    "substance.rumour_corrected": Rule("substance", 0, 99),
    "substance.rumour_spread": Rule("substance", -500, 2),
    "substance.approved_changed": Rule("substance", -150, 2),
    "substance.goodwill_public": Rule("substance", -100),
    "substance.denied_fault": Rule("substance", -1000, 99, critical=True),
    "substance.strategy": Rule("substance", -250, 2),
    "substance.strategy_right": Rule("substance", 0),
    "substance.unowned": Rule("substance", -250),
    "substance.over_apology": Rule("substance", -50),
    "substance.no_answer": Rule("substance", -600),
    "substance.off_topic": Rule("substance", -800),
    "substance.echo": Rule("substance", -1000),
    "substance.unasked": Rule("substance", -300, 3),
    "privacy.asked_in_public": Rule("privacy", -1000, 99, critical=True),
    "privacy.shown_in_public": Rule("privacy", -1000, 99, critical=True),
    "privacy.internal_note": Rule("privacy", -1000, 99, critical=True),
    "privacy.needlessly_private": Rule("privacy", -400),
    "privacy.no_public_word": Rule("privacy", -200),
    "privacy.many_turns": Rule("privacy", -150),
    "privacy.closing_note": Rule("privacy", 0),
}

BY_SITUATION: Mapping[str, Mapping[str, int]] = {
    "outage": {"tone.next_step": 90, "tone.concrete": 70},
    "storm": {"tone.ownership": 90, "tone.emoji": -100, "tone.exclamation": -80},
    "high_stakes": {"tone.next_step": 90, "tone.emoji": -150, "tone.exclamation": -100},
    "praise": {"tone.thanks": 100, "tone.feeling": 90, "tone.vague": -40},
}
"""Where the situation moves the target (science.md, Tone): points instead of the rule's own."""
