"""Certificates that run out, as their holder is told: until when, and how to renew."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from people.models import User
from scoring.models import Attempt, Certificate
from scoring.queries.certification import list_expiring
from scoring.services.attempts import attempts_at, check_open, is_played
from scoring.services.declining import Declined
from simulator.services.sharing import read_now
from trainer_ui.certification_texts import explain_declined


@dataclass(frozen=True, slots=True)
class Renewal:
    """`address` is where it is renewed, or the attempt under way; empty where it cannot be, and `why` says why."""

    certificate: Certificate
    is_over: bool
    days_left: int
    address: str
    why: str


def list_renewals(holder: User) -> Sequence[Renewal]:
    """What of `holder` runs out within 60 days, or has in the last 30, and is not renewed; the next to end first."""
    return [_offer(each) for each in list_expiring().filter(holder=holder)]


def _offer(certificate: Certificate) -> Renewal:
    now = read_now()
    try:
        address, why = _find_way(certificate), ""
    except Declined as declined:
        address, why = "", explain_declined(declined)
    left = certificate.expires_at - now
    return Renewal(certificate, certificate.expires_at <= now, max(0, left.days), address, why)


def _find_way(certificate: Certificate) -> str:
    """Raises Declined: retired, wait, no_attempts, undecided."""
    programme = certificate.programme
    version = programme.versions.order_by("number").last()
    if programme.retired_at is not None or version is None:
        raise Declined("retired")
    earlier: list[Attempt] = list(attempts_at(programme, trainee=certificate.holder))
    if earlier and not earlier[-1].verdict:
        if is_played(earlier[-1]):
            raise Declined("undecided")
        return reverse("trainer_ui:attempt", args=[earlier[-1].pk])
    check_open(version, earlier)
    return reverse("trainer_ui:begin_attempt", args=[programme.pk])


def write_mail(certificate: Certificate, *, day: str) -> tuple[str, str]:
    """Subject and text of a reminder, in the language that is active."""
    name = {"programme": certificate.programme.name, "day": day}
    if certificate.expires_at <= read_now():
        subject = gettext("Your certification has run out: %(programme)s") % name
    else:
        subject = gettext("Your certification runs out: %(programme)s") % name
    text = (
        gettext(
            "Your certification “%(programme)s” is valid until %(day)s. Sign in to renew it: your home page says how."
        )
        % name
    )
    return " ".join(subject.split()), text + "\n"
