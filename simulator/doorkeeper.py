"""Who is behind a socket, and what they may: asked again on every command, since a socket outlives a sign-out.

Everything here is plain, and runs on a thread that may use the database.
"""

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
    """The session a socket was opened in, whose it is, and the language they are spoken to in."""

    session_key: str
    user_id: int
    language: str


@dataclass(frozen=True, slots=True)
class Admission:
    """`audience` is how this person sees the run; `standing` is what that was decided on."""

    audience: str
    standing: Standing


class SignedOut(Exception):
    """The session has ended, or is somebody else's now."""


class NotAdmitted(Exception):
    """There is no such run, or it is not this person's to see; which of the two is not said."""


def issue_pass(session_key: str) -> Pass:
    """The pass of whoever is signed in by this session. Raises SignedOut."""
    user = _find_user(session_key)
    return Pass(session_key, user.pk, user.language)


def check_pass(ticket: Pass) -> User:
    """The person behind the socket, if they are still signed in. Raises SignedOut."""
    user = _find_user(ticket.session_key)
    if user.pk != ticket.user_id:
        raise SignedOut
    return user


def _find_user(session_key: str) -> User:
    """Whose session this is, by Django's own rules: not ended, not from before a change of the password."""
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    if not isinstance(user, User) or not user.is_active:
        raise SignedOut
    return user


def admit(ticket: Pass, run_id: int) -> Admission:
    """How the person behind the socket may see the run. Raises SignedOut, NotAdmitted."""
    user = check_pass(ticket)
    standing = (user.password, user.is_active, _read_memberships([user.pk])[user.pk])
    try:
        _, audience = queries.run_for(user, run_id)
    except Run.DoesNotExist as error:
        raise NotAdmitted from error
    return Admission(audience, standing)


def read_standings(user_ids: Collection[int]) -> Mapping[int, Standing]:
    """What the permission of each of these people rests on now, in two queries."""
    memberships = _read_memberships(user_ids)
    rows = User.objects.filter(pk__in=user_ids).values_list("pk", "password", "is_active")
    return {pk: (password, is_active, memberships[pk]) for pk, password, is_active in rows}


def _read_memberships(user_ids: Collection[int]) -> Mapping[int, frozenset[tuple[int, str]]]:
    found: dict[int, set[tuple[int, str]]] = {user_id: set() for user_id in user_ids}
    for user_id, cohort_id, role in Membership.objects.filter(user__in=user_ids).values_list("user", "cohort", "role"):
        found[user_id].add((cohort_id, role))
    return {user_id: frozenset(memberships) for user_id, memberships in found.items()}


def find_open_sessions(keys: Collection[str]) -> frozenset[str]:
    """Those of the sessions that have not ended, in one query."""
    rows = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    return frozenset(rows.values_list("session_key", flat=True))
