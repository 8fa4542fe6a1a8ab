"""Settling a run's score: called by whoever looks, safe to call twice."""

import hashlib

from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, scorecard
from scoring.models import Scorecard
from simulator.core.events import canonical
from simulator.models import Run
from simulator.queries import read_log
from simulator.services import catch_up


class NotEnded(Exception):
    """The run is still under way, so there is nothing to settle."""


def settle(run: Run) -> Scorecard:
    """The scorecard of `run`, computed and stored if this is the first time anyone asks. Raises NotEnded."""
    if settled := Scorecard.objects.filter(run=run).first():
        return settled
    catch_up(run.pk)
    run.refresh_from_db()
    if not run.ended:
        raise NotEnded(run.pk)
    log = read_log(run.pk)
    data = canonical(scorecard(load_timeline(run.version), log))
    card, _ = Scorecard.objects.get_or_create(
        run=run,
        defaults={
            "scoring_version": SCORING_VERSION,
            "rubric_digest": log[0].data["rubric"],
            "log_digest": run.head_digest,
            "data": data,
            "digest": hashlib.sha256(data.encode()).hexdigest(),
        },
    )
    return card
