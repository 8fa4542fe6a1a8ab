"""The audit record: what somebody did, added at the end of a chain, in the transaction in which they did it."""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from people.core.audit import digest_of
from people.models import AuditEntry, AuditHead, User

LOOK_MS = 3_600_000
"""Whoever reads on in the same page is not noted again and again."""


@transaction.atomic
def record(verb: str, *, actor: User | None, about: User | None = None, **data: Any) -> AuditEntry:
    """Notes that `actor` did `verb` (an object and what was done, as `certificate.issued`), to or about somebody.

    `data` is small and names nobody: ids, codes and digests. Called last in a
    transaction, since it locks the end of the record for all.
    """
    AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    told: Mapping[str, Any] = {
        "seq": head.seq + 1,
        "at_ms": time.time_ns() // 1_000_000,
        "verb": verb,
        "actor": None if actor is None else actor.pk,
        "about": None if about is None else about.pk,
        "data": _write(data),
    }
    entry = AuditEntry.objects.create(**told, digest=digest_of(head.digest, **told))
    AuditHead.objects.filter(pk=1).update(seq=entry.seq, digest=entry.digest)
    return entry


def record_look(verb: str, *, actor: User, about: User, **data: Any) -> None:
    """Notes that `actor` looked at something of `about`, once an hour for the same thing; never who looks at their
    own."""
    record_looks(verb, actor=actor, looks=[(about, data)])


def record_looks(verb: str, *, actor: User, looks: Sequence[tuple[User, Mapping[str, Any]]]) -> None:
    """The same for several things at once: whose each is, and what is told of it. One question where all of it was
    noted within the hour."""
    told = {(about.pk, _write(data)): (about, data) for about, data in looks if about.pk != actor.pk}
    since = time.time_ns() // 1_000_000 - LOOK_MS
    rows = AuditEntry.objects.filter(verb=verb, actor=actor.pk, about__in={pk for pk, _ in told}, at_ms__gte=since)
    noted = set(rows.values_list("about", "data")) if told else set()
    for key, (about, data) in told.items():
        if key not in noted:
            record(verb, actor=actor, about=about, **data)


def _write(data: Mapping[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
