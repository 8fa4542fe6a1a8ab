"""Who may: roles and cohorts of a person."""

from django.db.models import QuerySet

from people.models import Cohort, User


def roles_of(user: User, *, cohort: Cohort | None = None) -> frozenset[str]:
    """The roles that `user` has, in `cohort` or anywhere."""
    rows = user.memberships.all() if cohort is None else user.memberships.filter(cohort=cohort)
    return frozenset(rows.values_list("role", flat=True))


def cohorts_of(user: User, *, role: str | None = None) -> QuerySet[Cohort]:
    """The cohorts that `user` belongs to, as `role` or as anything."""
    rows = Cohort.objects.filter(memberships__user=user)
    return (rows if role is None else rows.filter(memberships__user=user, memberships__role=role)).distinct()
