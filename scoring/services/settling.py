"""Settling a run's score: called by whoever looks, safe to call twice. Adopting a newer one leaves the old beside."""

import hashlib

from django.db import transaction

from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, scorecard
from scoring.core.renewing import Assessments, is_present
from scoring.models import Scorecard, Twins
from simulator.core.events import canonical
from simulator.models import Run
from simulator.queries import read_log
from simulator.services import catch_up


class NotEnded(Exception):
    """The run is still under way, so there is nothing to settle."""


def settle(run: Run) -> Scorecard:
    """The scorecard of `run` that counts, made and stored if this is the first time anyone asks. Raises NotEnded."""
    if settled := last_card(run):
        return settled
    catch_up(run.pk)
    run.refresh_from_db()
    if not run.ended:
        raise NotEnded(run.pk)
    log = read_log(run.pk)
    data = canonical(scorecard(load_timeline(run.version), log))
    card, _ = Scorecard.objects.get_or_create(
        run=run,
        revision=0,
        defaults={
            "scoring_version": SCORING_VERSION,
            "rubric_digest": log[0].data["rubric"],
            "log_digest": run.head_digest,
            "data": data,
            "digest": digest_card(data),
        },
    )
    return card


@transaction.atomic
def adopt(card: Scorecard, *, data: str, assessments: Assessments) -> Scorecard:
    """Makes the score of today the one that counts, beside `card`, the one that counted. Safe to call twice.

    What the run is compared with is computed anew when somebody next looks.
    """
    text = canonical({str(reply): found for reply, found in assessments.items()})
    adopted, is_new = Scorecard.objects.get_or_create(
        run=card.run,
        revision=card.revision + 1,
        defaults={
            "scoring_version": SCORING_VERSION,
            "rubric_digest": card.rubric_digest,
            "log_digest": card.run.head_digest,
            "data": data,
            "assessments": text,
            "digest": digest_card(data, text),
        },
    )
    if is_new:
        Twins.objects.filter(run=card.run).delete()
    return adopted


def last_card(run: Run) -> Scorecard | None:
    """The scorecard that counts."""
    return Scorecard.objects.filter(run=run).order_by("revision").last()


def digest_card(data: str, assessments: str = "") -> str:
    return hashlib.sha256((data + assessments).encode()).hexdigest()


def is_of_today(card: Scorecard) -> bool:
    """Whether card and assessments are by the present scoring version."""
    if card.scoring_version != SCORING_VERSION:
        return False
    return bool(card.assessments) or is_present(read_log(card.run_id))
