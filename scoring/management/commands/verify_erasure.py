"""Whether what a receipt of an erasure says is still true."""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from scoring.services.receipts import check_receipt
from scoring.services.sealing import NoKey, read_public_key

SAID = {
    "changed": "the receipt was changed",
    "seal": "its seal does not fit",
    "record": "the audit record holds no such entry {of}",
    "chain": "the log of {of} does not hold",
    "log": "the log of {of} is another than it was",
    "words": "{of} has words again",
    "left": "there is something again: {of}",
}


class Command(BaseCommand):
    help = "Says whether what a receipt of an erasure says is true here and now. Exits 1 if not."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", type=Path, help="the public key (PEM) that its seal is checked with")

    def handle(self, *args: Any, file: Path, key: Path | None, **options: Any) -> None:
        try:
            receipt = json.loads(file.read_text("utf-8"))
            faults = check_receipt(receipt, key=None if key is None else read_public_key(key))
        except (OSError, NoKey) as error:
            raise CommandError(str(error)) from None
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{file} is no receipt: {error}") from None
        for code, of in faults:
            self.stderr.write(f"» {SAID[code].format(of=of)}")
        if faults:
            raise CommandError(f"{file}: not true here and now.")
        self.stdout.write(self.style.SUCCESS(f"{file}: person {receipt['person']} was erased on {receipt['at']}."))
        for told in receipt["runs"]:
            self.stdout.write(f"run {told['run']}: erased, and its chain of {told['events']} events holds")
