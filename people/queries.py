"""Who may: roles and cohorts of a person; and who looked at what of theirs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet

from people.core.demo import DEMO_PEOPLE
from people.models import AuditEntry, Cohort, Membership, Role, User

LOOKS = ("attempt.looked_at", "certificate.sent", "run.looked_at")
"""What the record calls a look."""


def roles_of(user: User, *, cohort: Cohort | None = None) -> frozenset[str]:
    """The roles that `user` has, in `cohort` or anywhere."""
    rows = user.memberships.all() if cohort is None else user.memberships.filter(cohort=cohort)
    return frozenset(rows.values_list("role", flat=True))


def cohorts_of(user: User, *, role: str | None = None) -> QuerySet[Cohort]:
    """The cohorts that `user` belongs to, as `role` or as anything."""
    rows = Cohort.objects.filter(memberships__user=user)
    return (rows if role is None else rows.filter(memberships__user=user, memberships__role=role)).distinct()


def trainees_of(cohort: Cohort) -> QuerySet[User]:
    """The trainees of `cohort`, by name."""
    rows = User.objects.filter(memberships__cohort=cohort, memberships__role=Role.TRAINEE)
    return rows.order_by("last_name", "first_name", "username")


def demo_memberships() -> QuerySet[Membership]:
    """The demo's people with their roles, cohort by cohort. Whoever has a password is nobody's to sign in as."""
    names = [person.username for person in DEMO_PEOPLE]
    rows = Membership.objects.filter(user__username__in=names, user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return rows.select_related("user", "cohort").order_by("id")


def read_desk_settings(person: User) -> dict[str, str]:
    """Name → JSON as text, as `person` has set the desk for themselves; the oldest first."""
    return dict(person.desk_settings.order_by("pk").values_list("name", "value"))


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at something of a person's. `name` is theirs, "" where their account is gone."""

    name: str
    verb: str
    data: Mapping[str, Any]
    at: datetime


def list_looks(person: User, *, verb: str = "", latest: int = 200) -> list[Look]:
    """Who looked at or took something of `person`, the last first; for nobody but that person."""
    rows = AuditEntry.objects.filter(about=person.pk, verb__in=[verb] if verb else LOOKS).exclude(actor=person.pk)
    entries = list(rows.order_by("-seq")[:latest])
    people = User.objects.in_bulk({each.actor for each in entries})
    names = {pk: each.get_full_name() or each.username for pk, each in people.items()}
    return [
        Look(
            names.get(each.actor, ""),
            each.verb,
            json.loads(each.data),
            datetime.fromtimestamp(each.at_ms / 1000, tz=UTC),
        )
        for each in entries
    ]
