"""How hard scenarios are for people, as far as enough of them have played.

Rules kept here: nothing is told of fewer than LEAST people, and each counts once, by their first run to its end that
was set for them; practice belongs to who practised, and no score of it goes in: who knows a mean before and after one
more person knows that person's score.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from scoring.core.suppressing import LEAST
from scoring.queries.figures import figure, read_figure
from simulator.models import CERTIFICATION, CLASS, Run


class Measured(NamedTuple):
    """`mean` is per mille, over `people` people's first runs."""

    people: int
    mean: int


def measure_scenarios(scenarios: Collection[int]) -> Mapping[int, Measured]:
    """Scenario (primary key) → what people made of it, all its versions together; none with too few of them."""
    rows = (
        Run.objects.filter(version__scenario__in=scenarios, mode__in=(CLASS, CERTIFICATION), ended=True, purging=False)
        .filter(parent=None)
        .annotate(score=figure("score"))
        .order_by("created_at", "pk")
        .values_list("version__scenario", "trainee", "score")
    )
    firsts: dict[int, dict[int, int]] = {}
    for scenario, trainee, said in rows:
        score = read_figure(said)
        if score is not None:
            firsts.setdefault(scenario, {}).setdefault(trainee, score)
    return {
        scenario: Measured(len(found), round(sum(found.values()) / len(found)))
        for scenario, found in firsts.items()
        if len(found) >= LEAST
    }
