"""Progress per criterion with its uncertainty, and what to practise next.

Rules kept here: the mean over the last LAST runs in which a criterion applied stands with the interval in which the
true mean lies in 95 of 100 cases (Student's t over the runs; none below two runs). What was weak, below WEAK, is due at
once; each time it was not weak doubles the days until it is due again, up to the last of SPACING. Of what is due, the
lowest mean comes first. Nothing counts days in a row, and nobody is held against anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

WEAK, FULL = 700, 1000
LAST = 5
SPACING = (0, 2, 4, 8, 16)
"""Days until a criterion is due again, by how often in a row it was not weak."""
T_95 = (12_706, 4_303, 3_182, 2_776)
"""Student's t for 95 %, in thousandths, by degrees of freedom from 1."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run came to: `day` is a day's number, `criteria` per mille."""

    run: int
    day: int
    criteria: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A criterion: `mean` per mille over the last runs, within `low` and `high`, None below two runs. `values` are
    (run, per mille) of all, in order; `due_day` is when it is to be practised again."""

    criterion: str
    mean: int
    low: int | None
    high: int | None
    values: Sequence[tuple[int, int]]
    due_day: int


def list_standings(results: Sequence[Result], *, criteria: Sequence[str]) -> list[Standing]:
    """`results` in order of time; criteria that never applied are left out."""
    return [found for name in criteria if (found := _stand(name, results)) is not None]


def choose_next(standings: Sequence[Standing], *, today: int) -> Standing | None:
    """What is due today, the weakest first; None where nothing is."""
    due = [each for each in standings if each.due_day <= today]
    return min(due, key=lambda each: each.mean, default=None)


def _stand(name: str, results: Sequence[Result]) -> Standing | None:
    applied = [each for each in results if name in each.criteria]
    if not applied:
        return None
    level = 0
    for each in applied:
        level = min(level + 1, len(SPACING) - 1) if each.criteria[name] >= WEAK else 0
    last = [each.criteria[name] for each in applied[-LAST:]]
    mean = sum(last) // len(last)
    low, high = _interval(last)
    values = [(each.run, each.criteria[name]) for each in applied]
    return Standing(name, mean, low, high, values, applied[-1].day + SPACING[level])


def _interval(values: Sequence[int]) -> tuple[int | None, int | None]:
    """Mean ± t · s / √n, cut to what there is."""
    count = len(values)
    if count < 2:
        return None, None
    total = sum(values)
    # n² times the variance of the mean, with n - 1 in the denominator, in whole numbers.
    spread = (count * sum(value * value for value in values) - total * total) // (count - 1)
    half = T_95[count - 2] * isqrt(spread) // (1000 * count)
    mean = total // count
    return max(0, mean - half), min(FULL, mean + half)
