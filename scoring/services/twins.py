"""The twins of an ended run: computed when somebody first looks, like its score, and kept."""

import hashlib

from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION
from scoring.core.robots.twins import twins
from scoring.models import Twins
from scoring.services.settling import settle
from simulator.core.events import ENGINE_VERSION, canonical
from simulator.models import Run
from simulator.queries import read_log


def settle_twins(run: Run) -> Twins:
    """The twins of `run`, computed and stored if this is the first time anyone asks. Raises NotEnded.

    They take two runs of the engine: about a third of a second for a storm.
    """
    if settled := Twins.objects.filter(run=run).first():
        return settled
    settle(run)
    data = canonical(twins(load_timeline(run.version), read_log(run.pk)))
    stored, _ = Twins.objects.get_or_create(
        run=run,
        defaults={
            "engine_version": ENGINE_VERSION,
            "scoring_version": SCORING_VERSION,
            "data": data,
            "digest": hashlib.sha256(data.encode()).hexdigest(),
        },
    )
    return stored
