"""What several coaches made of the same replies: where they differ, and how severe one of them is.

Rules kept here: what could not be judged is no value; a coach is compared with the others on the same replies and
criteria only, so that who got the weaker replies does not look severe.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scoring.core.rubric import NOT_JUDGED

Reply = TypeVar("Reply", bound=Hashable)
Steps = Mapping[str, int]
Given = Mapping[int, Steps]
"""What each coach, by id, gave one reply."""


@dataclass(frozen=True, slots=True)
class Severity:
    """How many hundredths of a step a coach lies above the others (negative: below), over `count` comparisons."""

    hundredths: int
    count: int


def list_units(given: Iterable[Given], *, criterion: str) -> list[list[int]]:
    """The values of one criterion, reply by reply, for `scoring.core.agreement`."""
    return [
        [steps[criterion] for _, steps in sorted(each.items()) if steps.get(criterion, NOT_JUDGED) != NOT_JUDGED]
        for each in given
    ]


def measure_severity(given: Iterable[Given], *, coach: int) -> Severity | None:
    """How `coach` compares with the mean of the others; None where there is nothing to compare."""
    differences = []
    for each in given:
        for criterion, step in each.get(coach, {}).items():
            others = [
                steps[criterion]
                for other, steps in each.items()
                if other != coach and steps.get(criterion, NOT_JUDGED) != NOT_JUDGED
            ]
            if step != NOT_JUDGED and others:
                differences.append(step - sum(others) / len(others))
    if not differences:
        return None
    return Severity(round(100 * sum(differences) / len(differences)), len(differences))


def rank_disputes(given: Mapping[Reply, Given], *, most: int) -> list[tuple[Reply, int]]:
    """The replies on which coaches differ most, with how many steps lie between them in all criteria together; those on
    which all agree are left out."""
    spreads = {
        reply: sum(_spread(each, criterion) for criterion in _criteria_of(each)) for reply, each in given.items()
    }
    ranked = sorted(given, key=lambda reply: (-spreads[reply], str(reply)))
    return [(reply, spreads[reply]) for reply in ranked if spreads[reply]][:most]


def _spread(given: Given, criterion: str) -> int:
    (values,) = list_units([given], criterion=criterion)
    return max(values) - min(values) if values else 0


def _criteria_of(given: Given) -> Sequence[str]:
    return sorted({criterion for steps in given.values() for criterion in steps})
