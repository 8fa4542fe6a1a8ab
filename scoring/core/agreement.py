"""How far people agree: Krippendorff's alpha, and an interval for it.

A unit is what several people judged (a reply, in one criterion) with the values that they gave it; who did not judge it
is not in it. alpha = 1 − observed / expected disagreement, over the values of units that at least two people judged
(K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011). 1 is perfect, 0 what chance would do; below 0 is
worse than that. It does not exist where nothing can be paired, or where all values are the same: then nobody knows
whether they would have told a difference.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, permutations

from simulator.core.draws import draw_many

Unit = Sequence[int]
Difference = Callable[[int, int], float]
NOMINAL, ORDINAL, INTERVAL, RATIO = "nominal", "ordinal", "interval", "ratio"
METRICS = (NOMINAL, ORDINAL, INTERVAL, RATIO)
RESAMPLES = 1000
TAIL = 25
"""Per mille that the interval leaves out at each end: 95 % lie inside."""
FEWEST_UNITS = 5
"""Fewer cannot say anything about others: there is no interval."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` and the `low` and `high` end of its 95 % interval, None where they do not exist. `units` is how many had
    at least two values, `values` how many those were."""

    alpha: float | None
    low: float | None
    high: float | None
    units: int
    values: int


def measure(units: Sequence[Unit], *, metric: str, seed: int, resamples: int = RESAMPLES) -> Agreement:
    """The agreement in `units`, with an interval from drawing as many units again, with replacement, `resamples` times.

    Deterministic: the same units, in the same order, and the same `seed` give the same interval. Draws in which alpha
    does not exist (all values the same) count as 1: nobody disagreed in them.
    """
    pairable = [list(unit) for unit in units if len(unit) > 1]
    alpha = compute_alpha(pairable, metric=metric)
    count = sum(map(len, pairable))
    if alpha is None or len(pairable) < FEWEST_UNITS:
        return Agreement(alpha, None, None, len(pairable), count)
    pairs = [_pair(unit) for unit in pairable]
    drawn = sorted(_resample(pairs, metric=metric, seed=seed, number=number) for number in range(resamples))
    cut = resamples * TAIL // 1000
    return Agreement(alpha, drawn[cut], drawn[-1 - cut], len(pairable), count)


@dataclass(frozen=True, slots=True)
class Bias:
    """How far one side lies above the other on average, and the 95 % interval of that; None where there is none."""

    mean: float
    low: float | None
    high: float | None
    count: int

    @property
    def is_systematic(self) -> bool:
        """Whether chance alone would hardly do this."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def measure_bias(differences: Sequence[int], *, seed: int, resamples: int = RESAMPLES) -> Bias | None:
    """The mean of `differences`, with an interval as `measure` has one; None for none at all."""
    if not differences:
        return None
    count = len(differences)
    mean = sum(differences) / count
    if count < FEWEST_UNITS:
        return Bias(mean, None, None, count)
    places = (_draw_places(count, seed=seed, number=number) for number in range(resamples))
    drawn = sorted(sum(differences[place] for place in each) / count for each in places)
    cut = resamples * TAIL // 1000
    return Bias(mean, drawn[cut], drawn[-1 - cut], count)


def compute_alpha(units: Sequence[Unit], *, metric: str) -> float | None:
    """Krippendorff's alpha of `units`; None where it does not exist. Raises ValueError for a metric that there is not.

    `ratio` is for values from 0 on.
    """
    if metric not in METRICS:
        raise ValueError(f"{metric} is none of {METRICS}")
    coincidences: Counter[tuple[int, int]] = Counter()
    for unit in units:
        coincidences.update(_pair(unit))
    return _alpha_of(coincidences, metric=metric)


def _pair(unit: Unit) -> Counter[tuple[int, int]]:
    """What a unit adds to the coincidences: each ordered pair of its values, weighed so that a value counts once."""
    found: Counter[tuple[int, int]] = Counter()
    if len(unit) < 2:
        return found
    weight = 1 / (len(unit) - 1)
    for pair in permutations(unit, 2):
        found[pair] += weight  # type: ignore[assignment]  # a Counter of weights
    return found


def _alpha_of(coincidences: Mapping[tuple[int, int], float], *, metric: str) -> float | None:
    totals: dict[int, float] = {}
    for (left, _), weight in sorted(coincidences.items()):
        totals[left] = totals.get(left, 0.0) + weight
    count = sum(totals.values())
    if len(totals) < 2:
        return None
    differ = _difference(metric, totals)
    observed = sum(weight * differ(*pair) for pair, weight in coincidences.items())
    expected = sum(totals[left] * totals[right] * differ(left, right) for left in totals for right in totals)
    return 1 - (count - 1) * observed / expected


def _difference(metric: str, totals: Mapping[int, float]) -> Difference:
    """How far two values lie apart, squared."""
    if metric == NOMINAL:
        return lambda left, right: float(left != right)
    if metric == INTERVAL:
        return lambda left, right: float((left - right) ** 2)
    if metric == RATIO:
        return lambda left, right: ((left - right) / (left + right)) ** 2 if left != right else 0.0
    values = sorted(totals)
    below = dict(zip(values, accumulate((totals[value] for value in values), initial=0.0), strict=False))
    # As many ranks as lie between the middles of both.
    middle = {value: below[value] + totals[value] / 2 for value in values}
    return lambda left, right: (middle[left] - middle[right]) ** 2


def _resample(pairs: Sequence[Mapping[tuple[int, int], float]], *, metric: str, seed: int, number: int) -> float:
    coincidences: dict[tuple[int, int], float] = {}
    for place in _draw_places(len(pairs), seed=seed, number=number):
        for pair, weight in pairs[place].items():
            coincidences[pair] = coincidences.get(pair, 0.0) + weight
    alpha = _alpha_of(coincidences, metric=metric)
    return 1.0 if alpha is None else alpha


def _draw_places(count: int, *, seed: int, number: int) -> list[int]:
    """`count` places below `count`, with replacement."""
    drawn: list[int] = []
    while len(drawn) < count:
        drawn += [value % count for value in draw_many(seed, "agreement", f"{number}.{len(drawn)}")]
    return drawn[:count]
