"""Runs go when their time is over: nobody has to think of it."""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet

from simulator.models import CERTIFICATION, Run
from simulator.services import clock
from simulator.services.erasing import remove_run

logger = logging.getLogger(__name__)


def find_limit(*, days: int) -> datetime:
    """The moment `days` days ago."""
    return datetime.fromtimestamp(clock.wall_ms() / 1000, tz=UTC) - timedelta(days=days)


def list_expired(mode: str, *, before: datetime) -> QuerySet[Run]:
    """The runs of `mode`, practice or class, that were begun before a moment, under way or not, the oldest first.

    Raises ValueError for certification: when such a run may go depends on what was decided.
    """
    if mode == CERTIFICATION:
        raise ValueError(mode)
    return Run.objects.filter(mode=mode, created_at__lt=before).order_by("created_at", "pk")


def remove_runs(runs: Iterable[Run]) -> tuple[int, ...]:
    """Deletes them with log, words and score, each in a transaction of its own; returns the ids of those that failed,
    which are logged and keep no other from going. Safe to call twice; words that a younger fork shares stay with it."""
    failed = []
    for run in runs:
        try:
            remove_run(run)
        except Exception:
            logger.exception("run %s could not be deleted", run.pk)
            failed.append(run.pk)
    return tuple(failed)
