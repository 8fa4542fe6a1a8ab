"""Practice runs are the trainee's own, and go when their time is over: nobody has to think of it."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet

from simulator.models import PRACTICE, Run
from simulator.services import clock
from simulator.services.erasing import remove_practice

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Purged:
    """How many practice runs were begun before `before`, how many of those are gone now, and which could not be."""

    before: datetime
    found: int
    removed: int
    failed: tuple[int, ...]


def list_expired(*, days: int) -> QuerySet[Run]:
    """The practice runs that were begun more than `days` days ago, under way or not, the oldest first."""
    return Run.objects.filter(mode=PRACTICE, created_at__lt=find_limit(days=days)).order_by("created_at", "pk")


def find_limit(*, days: int) -> datetime:
    return datetime.fromtimestamp(clock.wall_ms() / 1000, tz=UTC) - timedelta(days=days)


def purge_expired(*, days: int) -> Purged:
    """Deletes them with log, words and score, each in a transaction of its own: what fails is logged and named, and
    keeps no other from going. Safe to call twice; words that a younger fork shares stay with the fork."""
    before, runs = find_limit(days=days), list(list_expired(days=days))
    failed = []
    for run in runs:
        try:
            remove_practice(run)
        except Exception:
            logger.exception("run %s could not be deleted", run.pk)
            failed.append(run.pk)
    return Purged(before, len(runs), len(runs) - len(failed), tuple(failed))
