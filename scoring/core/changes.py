"""What another scoring version makes of runs that are scored: old and new scorecards held against each other.

Integers only, per mille; a mean is rounded half up, a median of evenly many is the lower of the middle two.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from scenarios.core.vocabulary import CRITERIA

OVERALL = "score"


class Rescored(NamedTuple):
    """One run: the scorecard that counts, the one of today, and the pass mark of its scenario, per mille."""

    run: int
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    pass_mark: int


def compare_scores(runs: Iterable[Rescored]) -> dict[str, Any]:
    """`score` and each criterion: `runs` with a value before and after, how many of them `changed`, by how much in the
    `mean`, `median`, and `most` (of run `most_run`); in how many it `begins` or `ceases` to apply. `passing`: how many
    runs passed before and after, and how many fall or rise across their pass mark."""
    runs = list(runs)
    return {
        "criteria": {name: _compare(runs, name) for name in (OVERALL, *CRITERIA)},
        "passing": _compare_passing(runs),
    }


def _compare(runs: Sequence[Rescored], name: str) -> dict[str, int | None]:
    pairs = [(run.run, _value(run.old, name), _value(run.new, name)) for run in runs]
    changes = [(new - old, run) for run, old, new in pairs if old is not None and new is not None]
    sizes = sorted(change for change, _ in changes)
    most, most_run = max(changes, key=lambda each: (abs(each[0]), -each[1]), default=(None, None))
    return {
        "runs": len(changes),
        "changed": sum(change != 0 for change in sizes),
        "mean": (2 * sum(sizes) + len(sizes)) // (2 * len(sizes)) if sizes else None,
        "median": sizes[(len(sizes) - 1) // 2] if sizes else None,
        "most": most,
        "most_run": most_run if most else None,
        "begins": sum(old is None and new is not None for _, old, new in pairs),
        "ceases": sum(old is not None and new is None for _, old, new in pairs),
    }


def _compare_passing(runs: Sequence[Rescored]) -> dict[str, int]:
    passing = [(_passes(run.old, run.pass_mark), _passes(run.new, run.pass_mark)) for run in runs]
    return {
        "before": sum(old for old, _ in passing),
        "after": sum(new for _, new in passing),
        "fall": sum(old and not new for old, new in passing),
        "rise": sum(new and not old for old, new in passing),
    }


def _passes(card: Mapping[str, Any], pass_mark: int) -> bool:
    score: int | None = card["score"]
    return score is not None and score >= pass_mark


def _value(card: Mapping[str, Any], name: str) -> int | None:
    value: int | None = card["score"] if name == OVERALL else card["criteria"].get(name)
    return value
