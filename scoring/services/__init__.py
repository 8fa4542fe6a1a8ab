"""The verbs of the score: settle a run and its twins, check a settled one against its log, rehearse a scenario."""

from scoring.services.rehearsal import TooFewRuns, keep_report, record_rehearsal, rehearse
from scoring.services.settling import NotEnded, settle
from scoring.services.twins import settle_twins
from scoring.services.verification import Problem, Report, rescore

__all__ = [
    "NotEnded",
    "Problem",
    "Report",
    "TooFewRuns",
    "keep_report",
    "record_rehearsal",
    "rehearse",
    "rescore",
    "settle",
    "settle_twins",
]
