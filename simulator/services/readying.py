"""Reading scenarios before a reply would have to wait for it: when a run is begun, when a process starts that takes
runs up, and else before the first words of a run that the process has not worked on. Never under a lock."""

import logging

from scoring.core import read_scenario
from simulator.models import Run
from simulator.services import memory

logger = logging.getLogger(__name__)

MOST_VERSIONS = 64
"""As many as the score keeps (scoring.core.hearing.ears)."""


def ready_run(run_id: int) -> None:
    """Reads the scenario of the run, if there is one under this id."""
    version_id = Run.objects.filter(pk=run_id).values_list("version_id", flat=True).first()
    if version_id is not None:
        read_scenario(memory.timeline_of(version_id))


def ready_under_way() -> None:
    """Reads the scenarios of all runs under way. One that cannot be read concerns its own runs only."""
    versions = Run.objects.filter(ended=False).order_by("-version_id").values_list("version_id", flat=True).distinct()
    for version_id in versions[:MOST_VERSIONS]:
        try:
            read_scenario(memory.timeline_of(version_id))
        except ValueError:
            logger.exception("scenario version %s cannot be read", version_id)
