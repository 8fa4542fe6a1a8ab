"""Certificates: issued by a decision, shown as their holder allows, revoked by a manager.

Rules kept here: a certificate holds all that it says and never changes; it is signed anew whenever its file is made,
with a key that is in no database; without a key there is no file, and the certificate is good all the same.
"""

import json
import secrets
from datetime import timedelta

from django.db import transaction

from people.models import Role, User
from people.queries import cohorts_of
from people.services.auditing import record
from scoring.models import Attempt, Certificate, Scorecard
from scoring.services.attempts import list_runs, terms_of
from scoring.services.declining import Declined, clean_reason
from simulator.core.events import canonical
from simulator.services.sharing import read_now

ID_BYTES = 16
LONGEST_REVOCATION = 1000


def issue_certificate(attempt: Attempt, *, by: User) -> Certificate:
    """The certificate of an attempt that was passed; called in the transaction of the decision."""
    programme, terms, now = attempt.version.programme, terms_of(attempt.version), read_now()
    public_id, expires_at = secrets.token_urlsafe(ID_BYTES), now + timedelta(days=terms.valid_days)
    confirmed = attempt.rulings.filter(round=attempt.round, verdict=attempt.verdict).select_related("by").order_by("pk")
    payload = {
        "format": 1,
        "id": public_id,
        "holder": attempt.trainee.get_full_name() or attempt.trainee.username,
        "programme": programme.name,
        "programme_version": attempt.version.number,
        "terms_digest": attempt.version.digest,
        "proposal_digest": confirmed[0].proposal.digest,
        "issued": now.isoformat(timespec="seconds"),
        "expires": expires_at.isoformat(timespec="seconds"),
        "confirmed_by": [each.by.get_full_name() or each.by.username for each in confirmed],
        "runs": [_describe_run(each.run_id) for each in list_runs(attempt) if each.run_id is not None],
    }
    certificate = Certificate.objects.create(
        public_id=public_id,
        holder=attempt.trainee,
        programme=programme,
        attempt=attempt,
        payload=canonical(payload),
        issued_at=now,
        expires_at=expires_at,
    )
    record("certificate.issued", actor=by, about=attempt.trainee, certificate=certificate.pk, attempt=attempt.pk)
    return certificate


def revoke_certificate(certificate: Certificate, *, reason: str, manager: User) -> None:
    """It is good no more, from now on. Safe to call twice: the first reason stands. Raises Declined: forbidden,
    no_reason, too_long."""
    if not cohorts_of(manager, role=Role.MANAGER).filter(pk=certificate.programme.cohort_id).exists():
        raise Declined("forbidden")
    if certificate.holder_id == manager.pk:
        raise Declined("forbidden")
    told = clean_reason(reason, longest=LONGEST_REVOCATION)
    with transaction.atomic():
        standing = Certificate.objects.filter(pk=certificate.pk, revoked_at=None)
        if standing.update(revoked_at=read_now(), revoked_by=manager, revoked_because=told):
            record("certificate.revoked", actor=manager, about=certificate.holder, certificate=certificate.pk)
    certificate.refresh_from_db()


def set_shown(certificate: Certificate, *, holder: User, name: bool, programme: bool) -> None:
    """What its check page shows beside whether it is good. Raises Declined: forbidden."""
    if certificate.holder_id != holder.pk:
        raise Declined("forbidden")
    with transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(shows_name=name, shows_programme=programme)
        told = {"certificate": certificate.pk, "name": name, "programme": programme}
        record("certificate.shown", actor=holder, about=holder, **told)
    certificate.refresh_from_db()


def _describe_run(run_id: int) -> dict[str, object]:
    card = Scorecard.objects.select_related("run__version__scenario").filter(run=run_id).order_by("revision").last()
    if card is None:
        raise Declined("not_played")
    scenario = card.run.version.scenario
    return {
        "scenario": scenario.key,
        "language": scenario.language,
        "scenario_digest": card.run.version.digest,
        "rubric_digest": card.rubric_digest,
        "log_digest": card.log_digest,
        "log_events": card.run.head_seq,
        "scorecard_digest": card.digest,
        "scoring": card.scoring_version,
        "score": json.loads(card.data)["score"],
    }
