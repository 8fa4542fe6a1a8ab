"""Whether the file of a certificate is as it was issued; without the database and without a network, unless it is asked
what became of it here."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from scoring.core.sealing import NotSealed, open_sealed
from scoring.queries.certification import find_certificate, is_good
from scoring.services.sealing import NoKey, read_public_key

MOST_BYTES = 20_000_000
FAULTS = {
    "no_seal": "It ends with no seal: this is no certificate, or its end was changed or cut off.",
    "other_key": "It names another key ({key}) than the one that was asked about ({own}).",
    "changed": "It was changed: the seal does not fit the bytes before it.",
    "no_payload": "The seal is good, but the file says nothing that could be read.",
}


class Command(BaseCommand):
    help = "Says whether the PDF of a certificate is as it was issued, and what it says. Exits 1 if not."
    requires_system_checks: list[str] = []  # noqa: RUF012  as Django declares it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", type=Path, help="the public key (PEM); otherwise that of CERTIFICATE_KEY")
        parser.add_argument(
            "--here", action="store_true", help="also ask this installation's database what became of it"
        )

    def handle(self, *args: Any, file: Path, key: Path | None, here: bool, **options: Any) -> None:
        place = key or (Path(settings.CERTIFICATE_KEY) if settings.CERTIFICATE_KEY else None)
        if place is None:
            raise CommandError("Name the public key: --key certificates.pub, or set CERTIFICATE_KEY.")
        try:
            public = read_public_key(place)
            if file.stat().st_size > MOST_BYTES:
                raise CommandError(f"{file}: larger than any certificate.")
            opened = open_sealed(file.read_bytes(), key=public)
        except (NoKey, OSError) as error:
            raise CommandError(str(error)) from None
        except NotSealed as fault:
            said = FAULTS[fault.code].format(key=fault.key, own=fault.own)
            raise CommandError(f"{file}: NOT as it was issued. {said}") from None
        self.stdout.write(self.style.SUCCESS(f"{file}: every byte is as it was issued, by key {opened.key}."))
        self.stdout.write(json.dumps(opened.payload, ensure_ascii=False, indent=1, sort_keys=True))
        self.stdout.write(
            _tell_state(str(opened.payload.get("id", "")))
            if here
            else "Whether it was revoked since, its check page says."
        )


def _tell_state(public_id: str) -> str:
    certificate = find_certificate(public_id)
    if certificate is None:
        return "Here: not known, or no longer kept."
    if certificate.erased_at is not None:
        return f"Here: erased on {certificate.erased_at:%Y-%m-%d}; it holds no more."
    if certificate.revoked_at is not None:
        return f"Here: revoked on {certificate.revoked_at:%Y-%m-%d}."
    return "Here: valid." if is_good(certificate) else "Here: expired."
