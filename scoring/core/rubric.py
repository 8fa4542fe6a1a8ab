"""What people mark a reply on, and in which steps.

Rules kept here: the criteria are those of the scenario's rubric that a reply's words can show, in their order, and
spelling beside them; how fast somebody was and what came first is measured, not marked. Every criterion has five steps,
each anchored in words (`scoring.sentences.describe_step`); what cannot be judged is said, and counts nowhere.
"""

from collections.abc import Mapping

MARKABLE = ("tone", "individuality", "substance", "privacy")
"""Criteria of the score that words show."""
SPELLING, OVERALL = "spelling", "overall"
STEPS = (1, 2, 3, 4, 5)
NOT_JUDGED = 0
PER_STEP = 250


def list_criteria(weights: Mapping[str, int]) -> tuple[str, ...]:
    """What a reply of a scenario with these weights is marked on, but for the overall impression."""
    return (*(name for name in MARKABLE if weights.get(name)), SPELLING)


def value_step(step: int) -> int:
    """A step as per mille, so that it can stand beside what the score says: 1 is 0, 5 is 1000."""
    return PER_STEP * (step - 1)
