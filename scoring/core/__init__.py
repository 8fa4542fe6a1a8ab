"""The score: pure functions from words, scenario and log to values with their evidence (docs/scoring.md)."""

from scoring.core.assessment import SCORING_VERSION, Assessment, Finding
from scoring.core.context import Context, context_for, names_in
from scoring.core.judging import judge
from scoring.core.reading import Reading, read, warm_up

__all__ = [
    "SCORING_VERSION",
    "Assessment",
    "Context",
    "Finding",
    "Reading",
    "context_for",
    "judge",
    "names_in",
    "read",
    "warm_up",
]
