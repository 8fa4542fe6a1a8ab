"""Reads of certification, each for a named viewer: the person, their coaches, the managers and auditors of a cohort."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from people.models import Cohort, Membership, Role, User
from people.queries import cohorts_of
from scoring.core.reminding import LONGEST_AFTER_S, STAGES
from scoring.models import Attempt, Certificate, Programme
from simulator.services.sharing import read_now

LOOKERS = (Role.MANAGER, Role.COACH, Role.AUDITOR)
"""Who sees the certifications of others, in their own cohorts. An auditor only reads; an administrator reads none."""


def cohorts_looked_at(user: User) -> QuerySet[Cohort]:
    """The cohorts whose certifications `user` sees."""
    return Cohort.objects.filter(memberships__user=user, memberships__role__in=LOOKERS).distinct()


def programmes_of(user: User) -> QuerySet[Programme]:
    """The programmes of the cohorts that `user` looks at."""
    rows = Programme.objects.filter(cohort__in=cohorts_looked_at(user)).select_related("cohort")
    return rows.prefetch_related("versions").order_by("retired_at", "name", "pk")


def programmes_for(trainee: User) -> QuerySet[Programme]:
    """What `trainee` can be certified for."""
    rows = Programme.objects.filter(cohort__in=cohorts_of(trainee, role=Role.TRAINEE), retired_at=None)
    return rows.select_related("cohort").prefetch_related("versions").order_by("name", "pk")


def attempts_visible_to(user: User) -> QuerySet[Attempt]:
    """Their own, and those of the cohorts they look at; the last to begin first."""
    theirs = Q(version__programme__cohort__in=cohorts_looked_at(user))
    rows = Attempt.objects.filter(Q(trainee=user) | theirs, purging=False)
    return rows.select_related("version__programme__cohort", "trainee", "certificate").order_by("-pk")


def open_attempts(user: User) -> QuerySet[Attempt]:
    """Attempts of others that are not decided, in the cohorts that `user` looks at; the oldest first."""
    rows = attempts_visible_to(user).filter(verdict="").exclude(trainee=user)
    return rows.prefetch_related("runs__run", "rulings").order_by("pk")


def certificates_visible_to(user: User) -> QuerySet[Certificate]:
    """Their own, and those of the cohorts they look at; the next to run out first. None that is erased."""
    theirs = Q(programme__cohort__in=cohorts_looked_at(user))
    rows = Certificate.objects.filter(Q(holder=user) | theirs, erased_at=None)
    return rows.select_related("holder", "programme__cohort", "attempt").order_by("expires_at", "pk")


def list_expiring() -> QuerySet[Certificate]:
    """What runs out within the first stage of reminders, or has a while ago, and still concerns its holder: neither
    revoked, erased nor renewed, and they are a trainee of its cohort who can sign in. For the nightly reminders, and
    for a holder with `.filter(holder=...)`; the next to run out first."""
    now = read_now()
    newer = Certificate.objects.filter(
        holder=OuterRef("holder"),
        programme=OuterRef("programme"),
        revoked_at=None,
        erased_at=None,
        expires_at__gt=OuterRef("expires_at"),
    )
    member = Membership.objects.filter(user=OuterRef("holder"), cohort=OuterRef("programme__cohort"), role=Role.TRAINEE)
    rows = Certificate.objects.filter(
        revoked_at=None,
        erased_at=None,
        holder__is_active=True,
        expires_at__gt=now - timedelta(seconds=LONGEST_AFTER_S),
        expires_at__lte=now + timedelta(days=STAGES[0]),
    )
    rows = rows.filter(~Exists(newer), Exists(member))
    return rows.select_related("holder", "programme__cohort").order_by("expires_at", "pk")


def find_certificate(public_id: str) -> Certificate | None:
    """The certificate whose check page this is, for anybody."""
    return Certificate.objects.filter(public_id=public_id).first()


def is_good(certificate: Certificate) -> bool:
    """Whether it holds now: neither run out nor revoked nor erased."""
    if certificate.erased_at is not None:
        return False
    return certificate.revoked_at is None and certificate.expires_at > read_now()
