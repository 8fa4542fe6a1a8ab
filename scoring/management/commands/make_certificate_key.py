"""Makes the key that seals certificates."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from scoring.services.sealing import make_key


class Command(BaseCommand):
    help = "Makes an Ed25519 key for CERTIFICATE_KEY at PATH, and beside it the public one (.pub) to give away."
    requires_system_checks: list[str] = []  # noqa: RUF012  as Django declares it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        try:
            public = make_key(path)
        except OSError as error:
            raise CommandError(f"No key was made: {error}. A key that sealed anything is not written over.") from None
        self.stdout.write(f"Set CERTIFICATE_KEY={path.resolve()} and keep it out of backups of the database.")
        self.stdout.write(f"Give {public.resolve()} to whoever shall check certificates without this installation.")
