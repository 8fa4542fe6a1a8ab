"""The verbs of the score: settle a run, and check a settled one against its log."""

from scoring.services.settling import NotEnded, settle
from scoring.services.verification import Problem, Report, rescore

__all__ = ["NotEnded", "Problem", "Report", "rescore", "settle"]
