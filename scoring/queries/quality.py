"""How good the test of a programme is, for whoever looks at the certifications of its cohort.

Rules kept here: everybody counts once, by their first decided attempt at the programme; nothing is told of fewer than
eight people, nor by difference (scoring.core.suppressing); an erased attempt counts no more.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from scenarios.core.vocabulary import CRITERIA
from scoring.core.quality import Item, Quality, Spread, Taken, measure_item, measure_quality, measure_spread
from scoring.core.suppressing import release, release_groups, release_periods
from scoring.core.terms import PASSED
from scoring.models import Attempt, AttemptRun, Programme, Proposal, Ruling
from scoring.queries.figures import figure, read_figure
from simulator.models import Run

Quarter = tuple[int, int]
"""(year, quarter from 1)."""


@dataclass(frozen=True, slots=True)
class Period:
    """The quarters that went together, because too few people were decided on in one."""

    first: Quarter
    last: Quarter
    quality: Quality


@dataclass(frozen=True, slots=True)
class Report:
    """`people` is how many were decided on, `whole` None where they are too few. `items` by scenario (primary key) that
    was played, None where too few had it; `criteria` likewise."""

    whole: Quality | None
    items: dict[int, Item | None]
    criteria: dict[str, Spread | None]
    periods: Sequence[Period]


def report_quality(programme: Programme) -> Report:
    """Of a programme that the viewer was found to look at (`programmes_of`)."""
    firsts = _list_firsts(programme)
    whole = release(firsts)
    played = sorted({scenario for _, taken in firsts for scenario in taken.parts})
    items = release_groups(whole, lambda one: list(one[1].parts))
    judged = release_groups(whole, lambda one: list(one[1].criteria))
    return Report(
        whole=measure_quality([taken for _, taken in whole]) if whole else None,
        items={
            scenario: measure_item(scenario, [taken for _, taken in items[scenario]]) if items.get(scenario) else None
            for scenario in played
        },
        criteria={
            name: measure_spread([taken.criteria[name] for _, taken in judged[name]]) if judged[name] else None
            for name in CRITERIA
            if name in judged
        },
        periods=[
            Period(first, last, measure_quality([taken for _, taken in people]))
            for first, last, people in release_periods(whole, lambda one: _quarter_of(one[0]))
        ],
    )


def _list_firsts(programme: Programme) -> list[tuple[datetime, Taken]]:
    """Everybody's first decided attempt, in the order of the decisions."""
    runs = AttemptRun.objects.filter(repeated_at=None, run__in=Run.objects.all()).select_related("run__version")
    rows = (
        Attempt.objects.filter(version__programme=programme, purging=False, erased_at=None, decided_at__isnull=False)
        .exclude(verdict="")
        .prefetch_related(
            Prefetch("proposals", queryset=Proposal.objects.order_by("revision")),
            Prefetch("rulings", queryset=Ruling.objects.order_by("pk")),
            Prefetch("runs", queryset=runs),
        )
        .order_by("decided_at", "pk")
    )
    scored = Run.objects.filter(attempt_run__attempt__version__programme=programme).annotate(score=figure("score"))
    scores = {run: read_figure(said) for run, said in scored.values_list("pk", "score")}
    firsts: dict[int, tuple[datetime, Taken]] = {}
    for attempt in rows:
        taken = _read(attempt, scores)
        if taken is not None and attempt.decided_at is not None:
            firsts.setdefault(attempt.trainee_id, (attempt.decided_at, taken))
    return list(firsts.values())


def _read(attempt: Attempt, scores: dict[int, Any]) -> Taken | None:
    """None where nothing was proposed overall."""
    proposals = list(attempt.proposals.all())
    said = json.loads(proposals[-1].data) if proposals else {"values": {}}
    overall = said["values"].get("overall")
    if overall is None:
        return None
    parts = {
        each.run.version.scenario_id: scores[each.run_id]
        for each in attempt.runs.all()
        if each.run is not None and each.run_id is not None and scores.get(each.run_id) is not None
    }
    return Taken(
        passed=attempt.verdict == PASSED,
        proposed=said["verdict"] == PASSED,
        overall=overall["value"],
        low=overall["low"],
        high=overall["high"],
        unsure=bool(said["second"]),
        parts=parts,
        criteria={name: said["values"][name]["value"] for name in CRITERIA if name in said["values"]},
        rulings=[each.verdict for each in attempt.rulings.all() if each.round == 1],
    )


def _quarter_of(moment: datetime) -> Quarter:
    return moment.year, (moment.month + 2) // 3
