"""Figures: percentiles, median and range over repetitions, and the table that says what was met and what was missed."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


def percentile(values: Sequence[float], p: float) -> float:
    """The smallest value that at least `p` percent of `values` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(p / 100 * len(ordered) + 0.5) - 1))]


FOREIGN_LIMIT = 0.05
LOAD_LIMIT = 0.70
SWINGING = {"s", "ms", "×", "cores"}
"""Units of what needs many events before it stands still."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number over several repetitions. `limit` is an upper bound, or a lower one where `at_least`."""

    name: str
    values: tuple[float, ...]
    unit: str
    limit: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        met = self.median >= self.limit if self.at_least else self.median <= self.limit
        return "met" if met else "MISSED"


@dataclass(slots=True)
class Report:
    """While `is_too_short`, times and ratios are printed without their limits; what is counted or weighed is held."""

    figures: list[Figure] = field(default_factory=list)
    discarded: list[str] = field(default_factory=list)
    is_too_short: bool = False

    def add(
        self,
        name: str,
        values: Sequence[float],
        unit: str,
        limit: float | None = None,
        *,
        at_least: bool = False,
        note: str = "",
    ) -> None:
        if self.is_too_short and unit in SWINGING:
            limit = None
        figure = Figure(name, tuple(values), unit, limit, at_least, note)
        self.figures.append(figure)
        print_line(render(figure))

    def is_clean(self, name: str, *, foreign: float, load: float = 0.0) -> bool:
        """Whether a repetition counts. Too much foreign CPU, or too busy a load side: it is named and discarded, unless
        no limit is held against its times anyway."""
        if self.is_too_short or (foreign <= FOREIGN_LIMIT and load <= LOAD_LIMIT):
            return True
        self.discarded.append(f"{name} (foreign {foreign:.1%} of the machine, load side {load:.0%} of its core)")
        print_line(f"discarded: {self.discarded[-1]}")
        return False

    @property
    def missed(self) -> list[str]:
        return [figure.name for figure in self.figures if figure.verdict == "MISSED"]


def render(figure: Figure) -> str:
    low, high = min(figure.values), max(figure.values)
    limit = "" if figure.limit is None else f"{'≥' if figure.at_least else '≤'} {figure.limit:g}"
    spread = f"[{low:.4g} … {high:.4g}] n={len(figure.values)}"
    return (
        f"{figure.name:66} {figure.median:10.4g} {figure.unit:9} {spread:28} {limit:9} {figure.verdict:6} {figure.note}"
    ).rstrip()


def print_line(text: str) -> None:
    print(text, flush=True)  # noqa: T201  a benchmark's output is what it prints
