"""Deletes practice runs whose time is over: to be run every night."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from simulator.services.retention import find_limit, list_expired, purge_expired


class Command(BaseCommand):
    help = "Deletes practice runs that are older than PRACTICE_DAYS."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how many, and delete none")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        days = settings.PRACTICE_DAYS
        if not days:
            self.stdout.write(gettext("PRACTICE_DAYS is 0: practice runs are kept until their trainee deletes them."))
            return
        if dry_run:
            values = {"count": list_expired(days=days).count(), "day": find_limit(days=days).date().isoformat()}
            self.stdout.write(gettext("%(count)d practice runs were begun before %(day)s.") % values)
            return
        purged = purge_expired(days=days)
        values = {"removed": purged.removed, "found": purged.found, "day": purged.before.date().isoformat()}
        self.stdout.write(gettext("%(removed)d of %(found)d practice runs begun before %(day)s are deleted.") % values)
        if purged.failed:
            runs = ", ".join(str(each) for each in purged.failed)
            raise CommandError(gettext("These could not be deleted (the log says why): %(runs)s") % {"runs": runs})
