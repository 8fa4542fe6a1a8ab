"""Reading scenarios before a reply would have to wait for it: when a run is begun, when a process starts that takes
runs up, and else before the first words of a run that the process has not worked on. Never under a lock."""

import logging
from collections.abc import Mapping
from typing import Any

from scenarios.core.timeline import Template, Timeline
from scoring.core import list_names, read_own_templates, read_scenario
from simulator.core.own_templates import read_beside
from simulator.core.state import State
from simulator.models import Run
from simulator.services import memory, store

logger = logging.getLogger(__name__)

MOST_VERSIONS = 64
"""As many as the score keeps (scoring.core.hearing.ears)."""


def ready_run(run_id: int) -> None:
    """Reads the scenario of the run, if there is one under this id."""
    version_id = Run.objects.filter(pk=run_id).values_list("version_id", flat=True).first()
    if version_id is not None:
        timeline = memory.timeline_of(version_id)
        read_scenario(timeline)
        for begun in store.read_events(run_id, until=1):
            ready_templates(read_beside(begun.words, begun.data)[1], timeline, begun=begun.data)


def ready_state(state: State, *, names: frozenset[str]) -> None:
    """The same for a run that this process remembers, in which `names` are somebody's: an alarm that took it up has
    read nothing of what replies are held against. Again it costs nothing."""
    read_scenario(state.timeline)
    read_own_templates(state.own_templates, state.timeline, names=names)


def ready_templates(templates: tuple[Template, ...], timeline: Timeline, *, begun: Mapping[str, Any]) -> None:
    """Reads what a trainee brings along to a run; `begun` is its RunStarted, as far as it says who is called how."""
    crowd = ({"name": name, "handle": handle} for name, handle, _ in begun.get("crowd", ()))
    names = list_names((*begun["cast"].values(), *crowd), begun["agent"], timeline.brand.service_name)
    read_own_templates(templates, timeline, names=names)


def ready_under_way() -> None:
    """Reads the scenarios of all runs under way. One that cannot be read concerns its own runs only."""
    versions = Run.objects.filter(ended=False).order_by("-version_id").values_list("version_id", flat=True).distinct()
    for version_id in versions[:MOST_VERSIONS]:
        try:
            read_scenario(memory.timeline_of(version_id))
        except ValueError:
            logger.exception("scenario version %s cannot be read", version_id)
