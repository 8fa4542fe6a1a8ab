"""How good a test is: figures over people's first attempts, with how sure they are. Values are per mille.

Sources: Wilson (1927) for the interval of a share; Lord and Novick (1968) for the standard error of measurement and
reliability as the share of true in observed variance; the correlation of an item with the rest (Henrysson 1963).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, pvariance, quantiles

from scoring.core.agreement import NOMINAL, compute_alpha
from scoring.core.suppressing import LEAST

Z = 1.96
"""Standard errors on either side of a 95 % interval."""
EASY, HARD = 100, 700
"""Difficulties outside tell good and poor apart in few people."""
WEAK = 200
"""A discrimination below it, per mille, says little of what the rest says."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A decided attempt. `low` and `high`: the interval of `overall`; `unsure`: whether an interval holds a pass mark.
    `parts`: scenario → its score; `rulings`: the verdicts of the first round, in their order."""

    passed: bool
    proposed: bool
    overall: int
    low: int
    high: int
    unsure: bool
    parts: Mapping[int, int]
    criteria: Mapping[str, int]
    rulings: Sequence[str]


@dataclass(frozen=True, slots=True)
class Share:
    """`value` of `people`, with its 95 % interval."""

    value: int
    low: int
    high: int
    people: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean, standard deviation and quartiles over `people`. No extremes: each would be one person's."""

    people: int
    mean: int
    deviation: int
    lower: int
    middle: int
    upper: int


@dataclass(frozen=True, slots=True)
class Item:
    """A scenario of a test. `difficulty` is what was missing to 1000 on average; `discrimination` the correlation of
    its score with the mean of the attempt's others, None where there were none or nothing differed. `doubts` are
    codes: easy, hard, weak, contrary."""

    spread: Spread
    difficulty: int
    discrimination: int | None
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """Of one test. `error` is the standard error of measurement, `reliability` the share of the variance between
    people that is not error: None where people did not differ. `unsure`: whose interval held a pass mark; `upheld`:
    whose verdict was what the score proposed. `alpha` is Krippendorff's, over attempts on which two or more ruled, of
    which there are `doubly`; both None where those are too few to tell."""

    passed: Share
    spread: Spread
    error: int
    reliability: int | None
    unsure: Share
    upheld: Share
    doubly: int | None
    alpha: float | None


def measure_share(hits: int, people: int) -> Share:
    """`hits` of `people` with Wilson's interval. Raises ValueError for nobody."""
    if people < 1:
        raise ValueError("a share of nobody")
    share = hits / people
    below = 1 + Z * Z / people
    centre = (share + Z * Z / (2 * people)) / below
    half = Z * sqrt(share * (1 - share) / people + Z * Z / (4 * people * people)) / below
    low, high = max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))
    return Share(round(1000 * share), round(1000 * low), round(1000 * high), people)


def measure_spread(values: Sequence[int]) -> Spread:
    """Of at least two values. Raises statistics.StatisticsError for fewer."""
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    deviation = round(sqrt(pvariance(values)))
    return Spread(len(values), round(mean(values)), deviation, round(lower), round(middle), round(upper))


def measure_quality(taken: Sequence[Taken]) -> Quality:
    """Of attempts that may be told of, each another person's."""
    values = [each.overall for each in taken]
    squared = mean(((each.high - each.low) / (2 * Z)) ** 2 for each in taken)
    variance = pvariance(values)
    # An error as large as what is seen leaves nothing to rely on; below nothing there is nothing either.
    reliability = None if variance == 0 else round(1000 * max(0.0, 1 - squared / variance))
    doubly = [[int(verdict == "passed") for verdict in each.rulings] for each in taken if len(each.rulings) > 1]
    enough = len(doubly) >= LEAST and len(taken) - len(doubly) not in range(1, LEAST)
    return Quality(
        passed=measure_share(sum(each.passed for each in taken), len(taken)),
        spread=measure_spread(values),
        error=round(sqrt(squared)),
        reliability=reliability,
        unsure=measure_share(sum(each.unsure for each in taken), len(taken)),
        upheld=measure_share(sum(each.passed == each.proposed for each in taken), len(taken)),
        doubly=len(doubly) if enough else None,
        alpha=compute_alpha(doubly, metric=NOMINAL) if enough else None,
    )


def measure_item(scenario: int, taken: Sequence[Taken]) -> Item:
    """Of the attempts that played `scenario`, and may be told of."""
    scores = [each.parts[scenario] for each in taken]
    pairs = [
        (each.parts[scenario], mean(score for key, score in each.parts.items() if key != scenario))
        for each in taken
        if len(each.parts) > 1
    ]
    discrimination = correlate(pairs) if len(pairs) == len(taken) else None
    spread = measure_spread(scores)
    difficulty = 1000 - spread.mean
    return Item(spread, difficulty, discrimination, tuple(_list_doubts(difficulty, discrimination)))


def correlate(pairs: Sequence[tuple[float, float]]) -> int | None:
    """Pearson's correlation, per mille; None where one side does not differ."""
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    if len(pairs) < 2:
        return None
    middle, other = mean(left), mean(right)
    apart = sqrt(sum((value - middle) ** 2 for value in left) * sum((value - other) ** 2 for value in right))
    if apart < 1e-9:
        return None
    return round(1000 * sum((one - middle) * (two - other) for one, two in pairs) / apart)


def _list_doubts(difficulty: int, discrimination: int | None) -> list[str]:
    doubts = ["easy"] if difficulty < EASY else ["hard"] if difficulty > HARD else []
    if discrimination is not None and discrimination < WEAK:
        doubts.append("contrary" if discrimination < 0 else "weak")
    return doubts
