"""Did you mean ...? The likeliest of the names that would have been right."""

from collections.abc import Iterable
from itertools import islice

from rapidfuzz import fuzz, process

from scenarios.core.problems import Report

LEAST_LIKENESS = 70
"""Per cent (rapidfuzz ratio) from which on a name is offered."""

LONGEST_NAME = 80
MOST_CANDIDATES = 2_000


def suggest(wrong: str, names: Iterable[str], *, report: Report) -> str:
    """The one of `names` that is most like `wrong`, or "" if none is or enough suggestions were made."""
    if len(wrong) > LONGEST_NAME or not report.count_suggestion():
        return ""
    candidates = list(islice(names, MOST_CANDIDATES))
    best = process.extractOne(wrong, candidates, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
    return best[0] if best else ""
