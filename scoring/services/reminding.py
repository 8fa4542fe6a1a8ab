"""Reminds holders of certificates that run out: to be called every night.

Rules kept here: each stage of a certificate is told once, whoever calls and how often; nobody is reminded of what is
revoked, erased or renewed already, or who has left the cohort or cannot sign in; a mail that was not taken is tried
again the next night, and none is sent twice. What fails is named, and keeps no other from being told.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from people.services.auditing import record
from scoring.core.reminding import find_stage
from scoring.models import Certificate, Reminder
from scoring.queries.certification import list_expiring
from simulator.services.sharing import read_now

logger = logging.getLogger(__name__)

MAILED_FOR = timedelta(days=3)
"""For so long a mail that could not be sent is tried again."""

Mailer = Callable[[Reminder], None]


@dataclass(frozen=True, slots=True)
class Night:
    """What was done: how many `due` certificates there are, of how many somebody was told something new, how many mails
    went, and the ids of certificates where something `failed`."""

    due: int
    told: int
    mailed: int
    failed: tuple[int, ...] = ()


def remind_holders(mail: Mailer | None = None, *, is_dry: bool = False) -> Night:
    """Tells every holder who is due; `mail` sends one, and raises what it likes. Safe to call twice, and at once.

    In a dry run `told` is how many would be.
    """
    due = list(list_expiring())
    told, failed = 0, []
    for certificate in due:
        try:
            told += _remind(certificate, is_dry=is_dry)
        except Exception:
            logger.exception("the holder of %s could not be reminded", certificate)
            failed.append(certificate.pk)
    mailed = 0
    if mail is not None and not is_dry:
        for reminder in _list_unsent():
            try:
                mailed += _send(reminder, mail)
            except Exception:
                logger.exception("%s could not be mailed", reminder)
                failed.append(reminder.certificate_id)
    return Night(len(due), told, mailed, tuple(failed))


def _remind(certificate: Certificate, *, is_dry: bool) -> bool:
    """Whether there was something new to tell."""
    now = read_now()
    stage = find_stage(int((certificate.expires_at - now).total_seconds()))
    if stage is None or certificate.reminders.filter(days__lte=stage).exists():
        return False
    if is_dry:
        return True
    with transaction.atomic():
        _, is_new = Reminder.objects.get_or_create(certificate=certificate, days=stage, defaults={"made_at": now})
        if is_new:
            record("certificate.reminded", actor=None, about=certificate.holder, certificate=certificate.pk, days=stage)
    return is_new


def _list_unsent() -> list[Reminder]:
    fresh = Reminder.objects.filter(mailed_at=None, made_at__gt=read_now() - MAILED_FOR).exclude(
        certificate__holder__email=""
    )
    return list(
        fresh.filter(certificate__in=list_expiring()).select_related("certificate__holder", "certificate__programme")
    )


def _send(reminder: Reminder, mail: Mailer) -> bool:
    """Claims it first, so that of two who call at once one sends; what was not sent is nobody's again."""
    if not Reminder.objects.filter(pk=reminder.pk, mailed_at=None).update(mailed_at=read_now()):
        return False
    try:
        mail(reminder)
    except Exception:
        Reminder.objects.filter(pk=reminder.pk).update(mailed_at=None)
        raise
    return True
