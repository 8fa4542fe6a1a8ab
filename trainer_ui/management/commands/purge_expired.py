"""Deletes what is over its time, category by category: to be run every night."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from scoring.services.retention import purge_expired
from trainer_ui.retained import list_days, tell_outcomes


class Command(BaseCommand):
    help = "Deletes runs, attempts, certificates and audit entries that are over their time (docs/settings.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how many, and delete none")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        outcomes = purge_expired(list_days(settings), is_dry=dry_run)
        for line in tell_outcomes(outcomes, is_dry=dry_run):
            self.stdout.write(line)
        failed = [f"{each.category} {pk}" for each in outcomes for pk in each.failed]
        if failed:
            told = {"those": ", ".join(failed)}
            raise CommandError(gettext("These could not be deleted (the log says why): %(those)s") % told)
