"""Reminds the holders of certificates that run out: to be run every night."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from scoring.models import Reminder
from scoring.services.reminding import remind_holders
from trainer_ui.renewals import write_mail


class Command(BaseCommand):
    help = "Reminds the holders of certificates that run out, in the product and by mail (docs/certification.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how many, and tell nobody")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        night = remind_holders(_mail if settings.EMAIL_URL else None, is_dry=dry_run)
        told = {"due": night.due, "told": night.told, "mailed": night.mailed}
        self.stdout.write(gettext("Certificates that run out: %(due)s. Reminded: %(told)s. Mails: %(mailed)s.") % told)
        if not settings.EMAIL_URL:
            self.stdout.write(gettext("No mail is set up (EMAIL_URL): holders read it on their home page."))
        if night.failed:
            those = {"those": ", ".join(str(pk) for pk in night.failed)}
            raise CommandError(
                gettext("Of these certificates nobody could be told (the log says why): %(those)s") % those
            )


def _mail(reminder: Reminder) -> None:
    """In the holder's language, without a name: a mail box is not always theirs alone."""
    holder = reminder.certificate.holder
    with translation.override(holder.language or settings.LANGUAGE_CODE):
        day = date_format(localtime(reminder.certificate.expires_at), "SHORT_DATE_FORMAT")
        subject, text = write_mail(reminder.certificate, day=day)
    send_mail(subject, text, None, [holder.email])
