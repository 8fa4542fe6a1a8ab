"""What somebody could do who may do anything in the database: take the guards of the audit record away."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

from people.models import AuditEntry, AuditHead

guards = import_module("people.migrations.0007_audit_begins_later")


@contextmanager
def unguarded() -> Iterator[None]:
    """Without the triggers, which are back afterwards."""
    sqlite = connection.vendor == "sqlite"
    _execute(guards.SQLITE_BACK if sqlite else guards.POSTGRESQL_BACK)
    try:
        yield
    finally:
        _execute(guards.SQLITE if sqlite else guards.POSTGRESQL)


def empty_audit() -> None:
    """So that a transactional test can leave its tables empty."""
    if not AuditEntry.objects.exists() and not AuditHead.objects.exists():
        return
    with unguarded():
        _execute(["DELETE FROM people_auditentry", "DELETE FROM people_audithead"])


def _execute(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
