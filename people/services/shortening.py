"""Taking from the beginning of the audit record what was kept long enough.

Rules kept here: only the oldest entries go, all before a moment; that they went is an entry itself, before they go, and
names the digest that the rest goes on from, so that the chain holds and a beginning that merely vanished is found.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from people.core.audit import CUT
from people.models import AuditEntry, AuditHead
from people.queries import LOOKS
from people.services.auditing import record


@dataclass(frozen=True, slots=True)
class Shortening:
    """The last entry that is over its time, and how many there are up to it; `looks` of them tell who looked."""

    seq: int
    digest: str
    entries: int
    looks: int


def find_old(*, before: datetime) -> Shortening | None:
    """What of the record is older than `before`, up to the first entry that is not; None where nothing is."""
    limit = int(before.timestamp() * 1000)
    # A clock that was set back leaves older times behind younger ones: the record is cut at one place only.
    young = AuditEntry.objects.filter(at_ms__gte=limit).order_by("seq").values_list("seq", flat=True).first()
    rows = AuditEntry.objects.all() if young is None else AuditEntry.objects.filter(seq__lt=young)
    last = rows.order_by("seq").last()
    if last is None:
        return None
    return Shortening(last.seq, last.digest, rows.count(), rows.filter(verb__in=LOOKS).count())


@transaction.atomic
def shorten_record(*, before: datetime) -> Shortening | None:
    """Deletes what `find_old` finds, and returns it. The entry that tells so is the record's new end."""
    old = find_old(before=before)
    if old is None:
        return None
    record(CUT, actor=None, seq=old.seq, digest=old.digest, entries=old.entries)
    AuditHead.objects.filter(pk=1).update(cut_seq=old.seq, cut_digest=old.digest)
    AuditEntry.objects.filter(seq__lte=old.seq).delete()
    return old
