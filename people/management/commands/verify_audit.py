"""Whether the audit record is the one that was written, and where not."""

from collections.abc import Iterator
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from people.core.audit import Entry, find_faults
from people.models import AuditEntry, AuditHead

SAID = {
    "gap": "an entry before {seq} is missing, or {seq} stands twice",
    "digest": "entry {seq} was changed, or what stands before it was",
    "cut": "its beginning is missing up to entry {seq}, and no entry tells that this was meant",
    "end": "the record ends before entry {seq}, and went on: entries were cut off or added past the head",
    "head": "the head names another digest than entry {seq} has",
    "last": "the digest that was given stands nowhere: the record was cut off, or written anew, up to entry {seq}",
}


class Command(BaseCommand):
    help = "Finds and places any change, deletion or truncation of the audit record. Exits 1 if there is one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--last", default="", metavar="DIGEST", help="what an earlier call wrote out, kept elsewhere"
        )

    def handle(self, *args: Any, last: str, **options: Any) -> None:
        head = AuditHead.objects.filter(pk=1).first() or AuditHead()
        faults = find_faults(
            _read(),
            head_seq=head.seq,
            head_digest=head.digest,
            last=last.strip(),
            cut_seq=head.cut_seq,
            cut_digest=head.cut_digest,
        )
        for fault in faults[:50]:
            self.stderr.write(f"» {SAID[fault.code].format(seq=fault.seq)}")
        if faults:
            raise CommandError(f"The audit record does not hold: {len(faults)} places.")
        self.stdout.write(self.style.SUCCESS(f"The audit record holds: {head.seq - head.cut_seq} entries."))
        if head.cut_seq:
            self.stdout.write(f"It begins after entry {head.cut_seq}: those before went because their time was over.")
        self.stdout.write(f"Keep this elsewhere, and give it to the next call: --last {head.digest or '-'}")


def _read() -> Iterator[Entry]:
    fields = ("seq", "at_ms", "verb", "actor", "about", "data", "digest")
    for row in AuditEntry.objects.order_by("seq").values_list(*fields).iterator(chunk_size=2000):
        yield Entry(*row)
