"""Erases a person, and writes the receipt that proves it (docs/erasure.md)."""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from people.models import Role, User
from scoring.services.declining import Declined
from scoring.services.erasing import erase_person

FAULTS = {
    "under_way": "A class or certification run of theirs has not ended. End it first.",
    "undecided": "An attempt of theirs waits for a decision. It has to be decided first.",
}


class Command(BaseCommand):
    help = "Erases a person's name and words, and writes a receipt. There is no way back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--receipt", type=Path, required=True, help="where the receipt is written; a new file")
        parser.add_argument("--by", help="the username of the administrator who does it, for the audit record")
        parser.add_argument("--yes", action="store_true", help="without it nothing is erased")

    def handle(self, *args: Any, username: str, receipt: Path, by: str | None, yes: bool, **options: Any) -> None:
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is nobody called {username}.")
        actor = None if by is None else User.objects.filter(username=by, memberships__role=Role.ADMINISTRATOR).first()
        if by is not None and actor is None:
            raise CommandError(f"{by} is no administrator.")
        if not yes:
            raise CommandError(f"Name and words of {username} would be erased for good. Say --yes to do it.")
        try:
            # Before anything is erased: what cannot be proved is not begun.
            with receipt.open("x", encoding="utf-8") as file:
                told = erase_person(person, by=actor)
                json.dump(told, file, ensure_ascii=False, indent=1)
                file.write("\n")
        except FileExistsError:
            raise CommandError(f"{receipt} exists already.") from None
        except Declined as declined:
            receipt.unlink()
            raise CommandError(FAULTS[declined.code]) from None
        except Exception:
            receipt.unlink()
            raise
        transaction.on_commit(_empty_log)
        for kind, count in told["erased"].items():
            self.stdout.write(f"{kind}: {count}")
        self.stdout.write(
            self.style.SUCCESS(f"Erased. The receipt: {receipt}; verify_erasure says whether it is true.")
        )
        self.stdout.write("Backups that were made before still hold it: erase again whatever is restored from them.")


def _empty_log() -> None:
    """On SQLite the words would stand in the write-ahead log until it is used again."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
