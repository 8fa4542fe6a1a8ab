"""What a certification asks for: the terms of a programme, which never change once somebody was promised them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scenarios.core.vocabulary import CRITERIA
from simulator.core.draws import draw

MANAGER, COACH = "manager", "coach"
CONFIRMERS = (MANAGER, COACH)
PASSED, FAILED = "passed", "failed"
VERDICTS = (PASSED, FAILED)

MOST_SCENARIOS = 12
MOST_ATTEMPTS = 20
LONGEST_WAIT_DAYS = 365
LONGEST_VALID_DAYS = 3660
LONGEST_GAP_S = 3600
WIDEST_TOLERANCE = 500


@dataclass(frozen=True, slots=True)
class Terms:
    """`scenarios` are ids of scenario versions, in their order; `draw` of them are played, drawn for each attempt, or
    all of them where it is as many. `overall` and `criteria` are pass marks, per mille. With `critical`, a critical
    error that a coach upholds fails. `valid_days` counts from the decision. `marks`: replies that a coach has to mark
    before anybody decides. `confirms` is the role of whoever confirms. `gap_s`: a run that was interrupted for longer
    than this in all may be repeated, and the attempt is not lost. With a `tolerance` (per mille) the scenarios are a
    pool (scoring.core.pools): their difficulties lie no further apart, and nobody gets one of them twice.
    """

    scenarios: tuple[int, ...]
    draw: int
    overall: int
    criteria: Mapping[str, int]
    critical: bool = True
    attempts: int = 3
    wait_days: int = 7
    valid_days: int = 730
    marks: int = 0
    confirms: str = MANAGER
    gap_s: int = 60
    tolerance: int | None = None

    @property
    def is_pool(self) -> bool:
        return self.tolerance is not None


def find_faults(terms: Terms) -> list[str]:
    """The names of the fields that cannot be meant, each once, in the order of Terms."""
    faults = {
        "scenarios": not 1 <= len(set(terms.scenarios)) == len(terms.scenarios) <= MOST_SCENARIOS,
        "draw": not 1 <= terms.draw <= len(terms.scenarios),
        "overall": not 0 <= terms.overall <= 1000,
        "criteria": not set(terms.criteria) <= set(CRITERIA)
        or any(not 0 <= n <= 1000 for n in terms.criteria.values()),
        "attempts": not 1 <= terms.attempts <= MOST_ATTEMPTS,
        "wait_days": not 0 <= terms.wait_days <= LONGEST_WAIT_DAYS,
        "valid_days": not 1 <= terms.valid_days <= LONGEST_VALID_DAYS,
        "marks": not 0 <= terms.marks <= 100,
        "confirms": terms.confirms not in CONFIRMERS,
        "gap_s": not 0 <= terms.gap_s <= LONGEST_GAP_S,
        "tolerance": terms.tolerance is not None
        and (not 0 <= terms.tolerance <= WIDEST_TOLERANCE or terms.draw == len(terms.scenarios)),
    }
    return [name for name, is_wrong in faults.items() if is_wrong]


def write_terms(terms: Terms) -> dict[str, Any]:
    """As canonical JSON takes them. Terms without a pool are written as before there were any: their digest stays."""
    written = {**asdict(terms), "scenarios": list(terms.scenarios), "criteria": dict(terms.criteria)}
    if not terms.is_pool:
        del written["tolerance"]
    return written


def read_terms(data: Mapping[str, Any]) -> Terms:
    """What `write_terms` wrote."""
    return Terms(**{**data, "scenarios": tuple(data["scenarios"])})


def draw_scenarios(terms: Terms, *, seed: int) -> Sequence[int]:
    """Which scenario versions an attempt consists of: all in their order, or as many as are drawn, in drawn order.
    For a pool there is scoring.core.pools."""
    if terms.draw == len(terms.scenarios):
        return terms.scenarios
    drawn = sorted(terms.scenarios, key=lambda each: draw(seed, "certification", str(each)))
    return drawn[: terms.draw]
