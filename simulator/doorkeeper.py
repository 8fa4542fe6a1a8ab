"""Who is behind a socket, and what they may: asked again on every command, since a socket outlives a sign-out.

Everything here is plain, and runs on a thread that may use the database.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from people.models import Membership, User
from simulator import queries
from simulator.models import Run

SessionStore = import_module(settings.SESSION_ENGINE).SessionStore

Standing = tuple[str, bool, frozenset[tuple[int, str]]]
"""What permission rests on: the password's hash, whether the account is active, (cohort, role) of each membership."""


@dataclass(frozen=True, slots=True)
class Pass:
    """The session a socket was opened in."""

    session_key: str
    user_id: int


@dataclass(frozen=True, slots=True)
class Admission:
    """`audience` is how this person sees the run; `standing` is what that was decided on."""

    audience: str
    standing: Standing


class SignedOut(Exception):
    """The session has ended, or is somebody else's now."""


class NotAdmitted(Exception):
    """There is no such run, or it is not this person's to see; which of the two is not said."""


def check_pass(ticket: Pass) -> User:
    """The person behind the socket. Raises SignedOut."""
    request = HttpRequest()
    request.session = SessionStore(ticket.session_key)
    user = get_user(request)
    if not isinstance(user, User) or user.pk != ticket.user_id or not user.is_active:
        raise SignedOut
    return user


def admit(ticket: Pass, run_id: int) -> Admission:
    """How the person behind the socket may see the run. Raises SignedOut, NotAdmitted."""
    user = check_pass(ticket)
    standing = read_standings([user.pk])[user.pk]
    try:
        _, audience = queries.run_for(user, run_id)
    except Run.DoesNotExist as error:
        raise NotAdmitted from error
    return Admission(audience, standing)


def read_standings(user_ids: Collection[int]) -> Mapping[int, Standing]:
    """What the permission of each of these people rests on now, in two queries."""
    memberships: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for user_id, cohort_id, role in Membership.objects.filter(user__in=user_ids).values_list("user", "cohort", "role"):
        memberships[user_id].add((cohort_id, role))
    rows = User.objects.filter(pk__in=user_ids).values_list("pk", "password", "is_active")
    return {pk: (password, is_active, frozenset(memberships[pk])) for pk, password, is_active in rows}


def find_open_sessions(keys: Collection[str]) -> frozenset[str]:
    """Those of the sessions that have not ended, in one query."""
    rows = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    return frozenset(rows.values_list("session_key", flat=True))
