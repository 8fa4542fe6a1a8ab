"""Measures of agreement with people, with bootstrap intervals."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
Numbers = Sequence[float] | Array


def rank(values: Numbers) -> Array:
    """Ranks from 1; equal values share the mean of theirs."""
    _, places, counts = np.unique(np.asarray(values, float), return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[places])


def pearson(one: Numbers, other: Numbers) -> float:
    first, second = np.asarray(one, float), np.asarray(other, float)
    first, second = first - first.mean(), second - second.mean()
    norm = float(np.sqrt((first @ first) * (second @ second)))
    return float(first @ second) / norm if norm else 0.0


def spearman(one: Numbers, other: Numbers) -> float:
    return pearson(rank(one), rank(other))


def partial(one: Numbers, other: Numbers, given: Numbers) -> float:
    """Spearman's correlation of the two, given a third."""
    ab, ac, bc = spearman(one, other), spearman(one, given), spearman(other, given)
    rest = (1 - ac**2) * (1 - bc**2)
    return (ab - ac * bc) / float(np.sqrt(rest)) if rest > 1e-12 else 0.0


def auc(high: Numbers, low: Numbers) -> float:
    """How often one of the high is above one of the low; ties count half."""
    ranks = rank([*high, *low])
    size = len(high)
    return float(ranks[:size].sum() - size * (size + 1) / 2) / (size * len(low))


def bootstrap(
    measure: Callable[[Array], float], groups: Sequence[str], *, times: int = 400, seed: int = 7
) -> tuple[float, float]:
    """The middle 95 % of `measure` over draws of whole groups; it is given the numbers of the rows drawn."""
    draws = np.random.default_rng(seed)
    names = sorted(set(groups))
    members = {name: np.flatnonzero(np.asarray(groups) == name) for name in names}
    values = []
    for _ in range(times):
        picked = draws.integers(0, len(names), len(names))
        values.append(measure(np.concatenate([members[names[nth]] for nth in picked])))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)
