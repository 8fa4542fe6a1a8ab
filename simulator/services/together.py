"""Several commands in one transaction, so that they wait for the disk once instead of one after the other.

Rules kept here: each command has a savepoint (`work_on` opens a transaction of its own), so a refusal or an error of
one leaves the others alone; none is answered before the commit and the hand-over of its rows; the gates of all runs are
had before the lock, and kept until then; what could not be committed together is done again one by one, which is safe,
because an id that is in the log already is only acknowledged.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, TypeVar

from django.db import transaction

from simulator.services import gates, pulse

logger = logging.getLogger(__name__)

Result = TypeVar("Result")
Answer = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Job(Generic[Result]):
    """`work`, which sends a command to the run, and where its result or what it raised is put."""

    run_id: int
    work: Callable[[], Result]
    answer: Future[Result] = field(default_factory=Future)


def do_together(jobs: Sequence[Job[Result]]) -> None:
    """Does every job that nobody gave up meanwhile, and answers it once what it wrote is committed."""
    wanted = [job for job in jobs if job.answer.set_running_or_notify_cancel()]
    answers = _commit_together(wanted) if len(wanted) > 1 else None
    for answer in answers or map(_do, wanted):
        answer()


def _commit_together(jobs: Collection[Job[Result]]) -> list[Answer] | None:
    """How each job is to be answered; None if nothing was committed."""
    committed: list[bool] = []
    try:
        # Here, because a pulse that is written by one of the jobs would not count if the others fail.
        pulse.beat_if_stale()
        with gates.hold_all({job.run_id for job in jobs}), transaction.atomic():
            answers = [_do(job) for job in jobs]
            # A transaction that broke and was rolled back raises nothing.
            transaction.on_commit(partial(committed.append, True))
    except Exception:
        logger.exception("%s commands could not be committed together; going on one by one", len(jobs))
        return None
    return answers if committed else None


def _do(job: Job[Result]) -> Answer:
    try:
        return partial(job.answer.set_result, job.work())
    except Exception as error:
        return partial(job.answer.set_exception, error)
