"""Every rule of the score: its criterion and its points in per mille. docs/scoring.md has the same table.

The rules of tone are in tone_rules.py; their points here are those of a normal day. `scoring/sentences.toml` says each
rule in words.
"""

from collections.abc import Mapping
from typing import NamedTuple

from scoring.core.tone_rules import NORMAL, PLAIN, TONE, share_points


class Rule(NamedTuple):
    """`points` per finding, signed; only the first `most` findings of a rule have points. 0 is a hint."""

    criterion: str
    points: int
    most: int = 1
    critical: bool = False


RULES: Mapping[str, Rule] = {
    "speed.wait": Rule("speed", 0),
    "speed.no_answer": Rule("speed", 0),
    "speed.closing": Rule("speed", 0),
    **{name: Rule("tone", share_points(rule.parts, NORMAL), rule.most, rule.critical) for name, rule in TONE.items()},
    PLAIN: Rule("tone", 0),
    "individuality.template": Rule("individuality", 0, 99),
    "individuality.repeated": Rule("individuality", 0, 99),
    "individuality.earlier_run": Rule("individuality", 0, 99),
    "individuality.placeholder": Rule("individuality", -300),
    "individuality.specifics": Rule("individuality", 50, 2),
    "substance.stated": Rule("substance", 0, 99),
    "substance.missing": Rule("substance", 0, 99),
    "substance.partly": Rule("substance", 0, 99),
    "substance.drawback": Rule("substance", -400),
    "substance.overpromise": Rule("substance", -400, 2),
    "substance.unfounded": Rule("substance", -300, 2),
    "substance.against_facts": Rule("substance", -1000, 99, critical=True),
    "substance.outdated": Rule("substance", -400, 2),
    "substance.contradicts": Rule("substance", -200),
    "substance.early": Rule("substance", -200, 2),
    "substance.rumour_corrected": Rule("substance", 0, 99),
    "substance.rumour_spread": Rule("substance", -500, 2),
    "substance.rumour_retold": Rule("substance", -100),
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
    "triage.danger": Rule("triage", 0, 99, critical=True),
    "triage.desk": Rule("triage", 0, 99),
    "triage.note": Rule("triage", 0, 99),
    "triage.leave": Rule("triage", 0, 99),
    "triage.hide": Rule("triage", 0, 99),
    "triage.report": Rule("triage", 0, 99),
    "triage.block": Rule("triage", 0, 99),
    "triage.set_aside": Rule("triage", 0, 99),
    "triage.found": Rule("triage", 0, 99),
    "triage.order": Rule("triage", 0),
}
