"""Pools: scenarios of equal difficulty, of which each attempt plays some.

Rules kept here: difficulty is what the same robots made of every scenario of the pool, so that it is known before
anybody is certified; a pool holds enough for every attempt of a person to play other scenarios; nobody gets one that
they have had; what was played least is drawn first, and each place of the order goes round.
"""

from collections.abc import Collection, Mapping, Sequence

from scoring.core.terms import Terms
from simulator.core.draws import draw

Report = Mapping[str, int]
"""What robots made of a scenario: robot → its median score, per mille."""
Played = Mapping[tuple[int, int], int]
"""(scenario version, place from 0) → how many attempts had it there."""


class TooFewLeftError(ValueError):
    """A person has had so much of the pool that no attempt can be drawn from the rest of it."""

    def __init__(self, *, left: int, needed: int) -> None:
        super().__init__(f"{left} scenarios left, {needed} needed")
        self.left, self.needed = left, needed


def rate_pool(reports: Mapping[int, Report]) -> Mapping[int, int]:
    """Scenario version → its difficulty, per mille: 1000 less the mean of what those robots reached that rehearsed all
    of them. Raises ValueError where no robot did."""
    if not reports:
        return {}
    robots = sorted(set.intersection(*(set(report) for report in reports.values())))
    if not robots:
        raise ValueError("no robot rehearsed all of them")
    return {key: 1000 - sum(report[robot] for robot in robots) // len(robots) for key, report in reports.items()}


def find_furthest(difficulties: Mapping[int, int], *, tolerance: int) -> list[int]:
    """Empty where the hardest lies at most `tolerance` above the easiest; else the easiest and the hardest."""
    if not difficulties:
        return []
    ranked = sorted(difficulties, key=lambda each: (difficulties[each], each))
    easiest, hardest = ranked[0], ranked[-1]
    return [easiest, hardest] if difficulties[hardest] - difficulties[easiest] > tolerance else []


def count_pool(terms: Terms) -> int:
    """How many scenarios a pool on `terms` has to hold: as many as all attempts of one person play."""
    return terms.draw * terms.attempts


def draw_from_pool(terms: Terms, *, seed: int, had: Collection[int], played: Played) -> Sequence[int]:
    """Which scenario versions an attempt consists of, in their order, from those that the person has not `had`.

    `played` are the attempts of everybody on these terms; ties are broken by `seed`. Raises TooFewLeftError.
    """
    left = [each for each in terms.scenarios if each not in had]
    if len(left) < terms.draw:
        raise TooFewLeftError(left=len(left), needed=terms.draw)

    def by_chance(each: int) -> tuple[int, int]:
        return draw(seed, "pool", str(each)), each

    def count(each: int) -> int:
        return sum(number for (scenario, _), number in played.items() if scenario == each)

    chosen = sorted(left, key=lambda each: (count(each), by_chance(each)))[: terms.draw]
    order: list[int] = []
    for place in range(terms.draw):
        rest = [each for each in chosen if each not in order]
        order.append(min(rest, key=lambda each: (played.get((each, place), 0), by_chance(each))))
    return order
