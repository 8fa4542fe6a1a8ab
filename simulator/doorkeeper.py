"""Who is behind a socket, and what they may: asked again on every command, since a socket outlives a sign-out.

Everything here is plain, and runs on a thread that may use the database. Five hundred sockets that come back together
ask all at once, so what is asked each time is two statements, and one for a command to one's own run; Django's own way
through session and user is gone where something differs from when the pass was issued.
"""

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from people.models import Membership, User
from simulator import queries
from simulator.models import Run

SessionStore = import_module(settings.SESSION_ENGINE).SessionStore

Standing = tuple[str, bool, frozenset[tuple[int, str]]]
"""What permission rests on: the password's hash, whether the account is active, (cohort, role) of each membership."""


Proof = tuple[str, str, bool]
"""What a session was accepted on: its stored data, the password's hash, whether the account is active."""

_PROOF = (
    "SELECT s.session_data, u.password, u.is_active FROM django_session s, people_user u"
    " WHERE s.session_key = %s AND s.expire_date > %s AND u.id = %s"
)
_OWN = (
    "SELECT s.session_data, u.password, u.is_active FROM django_session s, people_user u, simulator_run r"
    " WHERE s.session_key = %s AND s.expire_date > %s AND u.id = %s"
    " AND r.id = %s AND r.trainee_id = u.id AND NOT r.purging"
)
_MEMBERSHIPS = "SELECT cohort_id, role FROM people_membership WHERE user_id = %s"

DECISION_SECONDS = 2
"""How long a decision about a person as they stand and a run is good for: a run can only grow too old or be purged."""


@dataclass(frozen=True, slots=True)
class Pass:
    """The session a socket was opened in, whose it is, and what that was accepted on."""

    session_key: str
    user: User
    proof: Proof | None

    @property
    def user_id(self) -> int:
        return int(self.user.pk)

    @property
    def language(self) -> str:
        """What they are spoken to in."""
        return str(self.user.language)


@dataclass(frozen=True, slots=True)
class Admission:
    """`audience` is how `user` sees the run; `standing` is what that was decided on."""

    user: User
    audience: str
    standing: Standing


class SignedOut(Exception):
    """The session has ended, or is somebody else's now."""


class NotAdmitted(Exception):
    """There is no such run, or it is not this person's to see; which of the two is not said."""


def issue_pass(session_key: str) -> Pass:
    """The pass of whoever is signed in by this session. Raises SignedOut."""
    user = _find_user(session_key)
    return Pass(session_key, user, _read_proof(session_key, user.pk))


def check_pass(ticket: Pass) -> User:
    """The person behind the socket, if they are still signed in. Raises SignedOut."""
    if ticket.proof is not None and _read_proof(ticket.session_key, ticket.user_id) == ticket.proof:
        return ticket.user
    user = _find_user(ticket.session_key)
    if user.pk != ticket.user_id:
        raise SignedOut
    return user


def _read_proof(session_key: str, user_id: int) -> Proof | None:
    """What the session would be accepted on now; None where it has ended."""
    return _select_proof(_PROOF, session_key, user_id)


def _read_own_proof(session_key: str, user_id: int, run_id: int) -> Proof | None:
    """The same; None as well where the run is not this person's own."""
    return _select_proof(_OWN, session_key, user_id, run_id)


def _select_proof(sql: str, session_key: str, *ids: int) -> Proof | None:
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(sql, (session_key, now, *ids))
        row = cursor.fetchone()
    return None if row is None else (row[0], row[1], bool(row[2]))


def _find_user(session_key: str) -> User:
    """Whose session this is, by Django's own rules: not ended, not from before a change of the password."""
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    if not isinstance(user, User) or not user.is_active:
        raise SignedOut
    return user


def find_actor(ticket: Pass, run_id: int) -> User:
    """Who sends a command to a run that they may see. Raises SignedOut, NotAdmitted.

    Nearly all are to the sender's own run, and one statement says so; everybody else is asked about at length.
    """
    if ticket.proof is not None and _read_own_proof(ticket.session_key, ticket.user_id, run_id) == ticket.proof:
        return ticket.user
    return admit(ticket, run_id).user


def admit(ticket: Pass, run_id: int) -> Admission:
    """How the person behind the socket may see the run. Raises SignedOut, NotAdmitted."""
    user = check_pass(ticket)
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERSHIPS, (user.pk,))
        memberships = frozenset(cursor.fetchall())
    audience = _decide(user, memberships, run_id, int(time.monotonic() // DECISION_SECONDS))
    if audience is None:
        raise NotAdmitted
    return Admission(user, audience, (user.password, user.is_active, memberships))


@lru_cache(maxsize=2_048)
def _decide(user: User, memberships: frozenset[tuple[int, str]], run_id: int, moment: int) -> str | None:
    """How `user` may see the run, None for not at all. Another standing or another moment is decided anew."""
    try:
        return queries.run_for(user, run_id)[1]
    except Run.DoesNotExist:
        return None


def forget_decisions() -> None:
    """Drops what was decided in the last seconds, as a restart does."""
    _decide.cache_clear()


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
