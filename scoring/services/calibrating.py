"""A coach has several coaches mark the same replies, so that they can see how far they agree.

Rules kept here: only replies of the cohort that its coach may mark; those that were drawn before the others; by a seed
that nobody chose.
"""

import secrets

from django.db import transaction

from people.models import Cohort, User
from scoring.core.drawing import shuffle
from scoring.models import Calibration, CalibrationReply
from scoring.queries.queue import list_reasons
from scoring.queries.replies import list_replies, load_versions, runs_marked_by
from scoring.services.objecting import NotYours
from simulator.services.exercises import coaches
from simulator.services.replying import is_storable
from simulator.services.sharing import read_now

FEWEST, MOST = 5, 30
LONGEST_NAME = 80


class BadCalibration(Exception):  # noqa: N818  an answer, not an error
    """Nothing was made: `code` is `no_name`, `too_long`, `bad_text`, `bad_size` or `too_few` (replies to take)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def make_calibration(cohort: Cohort, *, name: str, size: int, coach: User) -> Calibration:
    """`size` replies of `cohort`, or as many as there are, for all its coaches. Raises NotYours and BadCalibration."""
    if not coaches(coach, cohort):
        raise NotYours(cohort.pk)
    name = " ".join(name.split())
    if not name:
        raise BadCalibration("no_name")
    if len(name) > LONGEST_NAME:
        raise BadCalibration("too_long")
    if not is_storable(name):
        raise BadCalibration("bad_text")
    if not FEWEST <= size <= MOST:
        raise BadCalibration("bad_size")
    runs = list(runs_marked_by(coach).filter(cohort=cohort))
    versions = load_versions(runs)
    for run in runs:
        run.version = versions[run.version_id]
    replies = {reply.digest: reply for reply in list_replies(runs) if reply.text is not None}
    if len(replies) < FEWEST:
        raise BadCalibration("too_few")
    order = shuffle(list(replies), seed=f"calibration {secrets.token_hex(8)}")
    chosen = sorted(order, key=lambda digest: not list_reasons(replies[digest]))[:size]
    with transaction.atomic():
        calibration = Calibration.objects.create(cohort=cohort, name=name, made_by=coach, made_at=read_now())
        CalibrationReply.objects.bulk_create(
            CalibrationReply(calibration=calibration, run=replies[digest].run, reply=replies[digest].seq)
            for digest in chosen
        )
    return calibration
