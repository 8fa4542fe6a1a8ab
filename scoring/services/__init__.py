"""The verbs of the score: settle a run and its twins, check a settled one against its log, score all anew, rehearse."""

from scoring.services.rehearsal import TooFewRuns, keep_report, record_rehearsal, rehearse
from scoring.services.rescoring import rescore_all
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
    "rescore_all",
    "settle",
    "settle_twins",
]
