"""What the score of today would change in all runs that are scored: looked at first, adopted if it is wanted.

A run is left as it is, and counted, where its score cannot be made again: nobody looked at it yet (`unsettled`), words
of it are erased (`erased`), or its log is not the one that was written (`broken`).
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, assess_again, renew, scorecard
from scoring.core.changes import Rescored, compare_scores
from scoring.models import Scorecard
from scoring.services.settling import adopt, is_of_today, last_card
from simulator.core.events import canonical
from simulator.models import Run
from simulator.queries import read_log
from simulator.services import verify_chain

Progress = Callable[[int, int], None]
"""Called with (runs done, runs to do)."""


def rescore_all(*, adopting: bool = False, progress: Progress | None = None) -> dict[str, Any]:
    """What `compare_scores` says of all ended runs, with `scoring`, the present version, `runs` and those left out.

    Writes nothing, unless `adopting`: then each run that an older version scored gets a scorecard of today beside the
    old one (`adopted`).
    """
    counts = {"runs": 0, "rescored": 0, "unsettled": 0, "erased": 0, "broken": 0, "adopted": 0}
    compared = compare_scores(_rescore_each(counts, adopting=adopting, progress=progress))
    return {"scoring": SCORING_VERSION, **counts, **compared}


def _rescore_each(counts: dict[str, int], *, adopting: bool, progress: Progress | None) -> Iterator[Rescored]:
    pks = list(Run.objects.filter(ended=True, purging=False).order_by("pk").values_list("pk", flat=True))
    for done, pk in enumerate(pks, start=1):
        counts["runs"] += 1
        run = Run.objects.select_related("version").get(pk=pk)
        card = last_card(run)
        outcome, found = ("unsettled", None) if card is None else _rescore(run, card, adopting=adopting, counts=counts)
        counts[outcome] += 1
        if found is not None:
            yield found
        if progress is not None:
            progress(done, len(pks))


def _rescore(run: Run, card: Scorecard, *, adopting: bool, counts: dict[str, int]) -> tuple[str, Rescored | None]:
    if verify_chain(run.pk) is not None:
        return "broken", None
    timeline, log = load_timeline(run.version), read_log(run.pk)
    assessments = assess_again(timeline, log)
    if assessments is None:
        return "erased", None
    data = canonical(scorecard(timeline, renew(log, assessments)))
    if adopting and not is_of_today(card):
        adopt(card, data=data, assessments=assessments)
        counts["adopted"] += 1
    return "rescored", Rescored(run.pk, old=json.loads(card.data), new=json.loads(data), pass_mark=timeline.pass_mark)
