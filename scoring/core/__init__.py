"""The score: pure functions from words, scenario and log to values with their evidence (docs/scoring.md)."""

from scoring.core.assessing import Assessor, assess_log, judge_said, read_earlier, read_words
from scoring.core.assessment import SCORING_VERSION, Assessment, Finding
from scoring.core.context import Context
from scoring.core.fingerprints import write_fingerprints
from scoring.core.hearing.ears import ears_of
from scoring.core.judging import judge, judge_notice
from scoring.core.lexicon.house import compile_house
from scoring.core.masking import Prose
from scoring.core.model_replies import assess_models, fill_model
from scoring.core.notes import read_note
from scoring.core.reading import Reading, read, read_prose, warm_up
from scoring.core.renewing import assess_again, renew
from scoring.core.run_names import list_names, names_in
from scoring.core.scorecard import scorecard
from scoring.core.shelf import Shelf
from scoring.core.situating import context_for, context_for_notice
from scoring.core.sources import read_own_templates, read_scenario

__all__ = [
    "SCORING_VERSION",
    "Assessment",
    "Assessor",
    "Context",
    "Finding",
    "Prose",
    "Reading",
    "Shelf",
    "assess_again",
    "assess_log",
    "assess_models",
    "compile_house",
    "context_for",
    "context_for_notice",
    "ears_of",
    "fill_model",
    "judge",
    "judge_notice",
    "judge_said",
    "list_names",
    "names_in",
    "read",
    "read_earlier",
    "read_note",
    "read_own_templates",
    "read_prose",
    "read_scenario",
    "read_words",
    "renew",
    "scorecard",
    "warm_up",
    "write_fingerprints",
]
