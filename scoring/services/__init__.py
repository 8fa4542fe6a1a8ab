"""The verbs of the score: settle a run and its twins, check and score anew, object to a finding, rehearse."""

from scoring.services.objecting import NoSuchFinding, NotYours, object_to, take_back
from scoring.services.rehearsal import TooFewRuns, keep_report, record_rehearsal, rehearse
from scoring.services.rescoring import rescore_all
from scoring.services.settling import NotEnded, settle
from scoring.services.twins import settle_twins
from scoring.services.verification import Problem, Report, rescore

__all__ = [
    "NoSuchFinding",
    "NotEnded",
    "NotYours",
    "Problem",
    "Report",
    "TooFewRuns",
    "keep_report",
    "object_to",
    "record_rehearsal",
    "rehearse",
    "rescore",
    "rescore_all",
    "settle",
    "settle_twins",
    "take_back",
]
