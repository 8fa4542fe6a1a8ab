"""What is kept for how long, and what goes when its time is over: to be called every night.

Rules kept here: what waits for a decision, an appeal included, never goes, and no evidence before it; an attempt goes
after the certificate that it led to has run out; a certificate outlives both. Each row goes in a transaction of its
own: what fails is named, and keeps no other from going.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from people.services.auditing import record
from people.services.shortening import find_old, shorten_record
from scoring.models import Attempt, Certificate
from simulator.models import CERTIFICATION, CLASS, PRACTICE, Run
from simulator.services.erasing import remove_run
from simulator.services.retention import find_limit, list_expired, remove_runs

logger = logging.getLogger(__name__)

CATEGORIES = ("practice", "class", "certification", "attempts", "certificates", "record")
"""What is kept for a time of its own, in the order in which it goes: evidence before what was decided on it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`found` is how many of a category were over their time, `removed` how many of those are gone now; in a dry run
    none. `before` is None, and nothing found, where `days` is 0: it is kept for good. `kept` counts why the others
    stay: in_time, undecided, certified. `failed` are ids. Of the record, `looks` tell who looked."""

    category: str
    days: int
    before: datetime | None
    found: int = 0
    removed: int = 0
    kept: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[int, ...] = ()
    looks: int = 0


def purge_expired(days: Mapping[str, int], *, is_dry: bool = False) -> list[Outcome]:
    """Deletes what is over its time, by category; `days` has a number for each of CATEGORIES. Safe to call twice.

    What went is an entry of the audit record, with numbers and no names.
    """
    outcomes = [_purge(category, days[category], is_dry=is_dry) for category in CATEGORIES]
    gone: dict[str, Any] = {each.category: each.removed for each in outcomes if each.removed}
    if gone:
        record("retention.purged", actor=None, **gone)
    return outcomes


def _purge(category: str, days: int, *, is_dry: bool) -> Outcome:
    if not days:
        return Outcome(category, days, None)
    before = find_limit(days=days)
    if category == "record":
        return _purge_record(days, before, is_dry=is_dry)
    expired, remove, kept = _find(category, before)
    rows = list(expired)
    failed = () if is_dry else remove(rows)
    removed = 0 if is_dry else len(rows) - len(failed)
    return Outcome(category, days, before, len(rows), removed, {why: n for why, n in kept.items() if n}, failed)


Removal = Callable[[Iterable[Any]], tuple[int, ...]]


def _find(category: str, before: datetime) -> tuple[QuerySet[Any], Removal, dict[str, int]]:
    """What of a category is over its time, how it is removed, and how many stay for which reason."""
    if category in (PRACTICE, CLASS):
        runs = list_expired(category, before=before)
        return runs, remove_runs, {"in_time": Run.objects.filter(mode=category, created_at__gte=before).count()}
    if category == CERTIFICATION:
        return _find_certification_runs(before)
    if category == "attempts":
        return _find_attempts(before)
    over = Q(expires_at__lt=before) | Q(revoked_at__lt=before)
    left = Certificate.objects.exclude(Q(expires_at__lt=before)).exclude(Q(revoked_at__isnull=False) & over)
    return Certificate.objects.filter(over).order_by("pk"), _remove_each(_delete), {"in_time": left.count()}


def _find_certification_runs(before: datetime) -> tuple[QuerySet[Any], Removal, dict[str, int]]:
    """From the decision on; one that belongs to no attempt any more, from its beginning on."""
    runs = Run.objects.filter(mode=CERTIFICATION)
    decided = Q(attempt_run__attempt__decided_at__lt=before) & ~Q(attempt_run__attempt__verdict="")
    expired = runs.filter(decided | Q(attempt_run=None, created_at__lt=before)).order_by("pk")
    undecided = runs.filter(attempt_run__attempt__verdict="").count()
    kept = {"undecided": undecided, "in_time": runs.count() - undecided - expired.count()}
    return expired, _remove_each(_remove_decided), kept


def _remove_decided(run: Run) -> None:
    """An appeal may have come since it was listed. Raises RuntimeError then."""
    attempt = Attempt.objects.select_for_update().filter(runs__run=run).first()
    if attempt is not None and not attempt.verdict:
        raise RuntimeError(f"{attempt} is undecided again")
    remove_run(run)


def _find_attempts(before: datetime) -> tuple[QuerySet[Any], Removal, dict[str, int]]:
    """From the decision on, or from the end of the certificate that they led to; with the runs that are left."""
    old = Attempt.objects.exclude(verdict="").filter(decided_at__lt=before)
    stands = Q(certificate__isnull=False, certificate__expires_at__gte=before) & (
        Q(certificate__revoked_at=None) | Q(certificate__revoked_at__gte=before)
    )
    expired = old.exclude(stands).order_by("pk")
    kept = {
        "undecided": Attempt.objects.filter(verdict="").count(),
        "certified": old.filter(stands).count(),
        "in_time": Attempt.objects.exclude(verdict="").filter(decided_at__gte=before).count(),
    }
    return expired, _remove_each(remove_attempt), kept


def remove_attempt(attempt: Attempt) -> None:
    """Deletes an attempt with its runs and all that was proposed, decided and said; a certificate stays. For who has
    asked already whether it may be."""
    with transaction.atomic():
        if not Attempt.objects.select_for_update().get(pk=attempt.pk).verdict:
            raise RuntimeError(f"{attempt} is undecided again")
        for run in Run.objects.filter(attempt_run__attempt=attempt):
            remove_run(run)
        Attempt.objects.filter(pk=attempt.pk).update(purging=True)
        attempt.rulings.all().delete()  # They protect the proposals that they were made on.
        Attempt.objects.get(pk=attempt.pk).delete()


def _delete(row: Model) -> None:
    row.delete()


def _remove_each(remove: Callable[[Any], None]) -> Removal:
    def remove_rows(rows: Iterable[Any]) -> tuple[int, ...]:
        failed = []
        for row in rows:
            try:
                with transaction.atomic():
                    remove(row)
            except Exception:
                logger.exception("%s could not be deleted", row)
                failed.append(row.pk)
        return tuple(failed)

    return remove_rows


def _purge_record(days: int, before: datetime, *, is_dry: bool) -> Outcome:
    old = find_old(before=before) if is_dry else shorten_record(before=before)
    if old is None:
        return Outcome("record", days, before)
    return Outcome("record", days, before, old.entries, 0 if is_dry else old.entries, looks=old.looks)
