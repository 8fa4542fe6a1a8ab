"""A link to a practice run for whoever holds no account: its trainee makes it, chooses what it shows, and revokes it.

Rules kept here: the address is told once and kept nowhere, the database holds its hash; it ends by itself; it goes with
the run, and with the words when those are erased. Replies are shown only where the people in the scenario are invented.
"""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from people.models import User
from scenarios.queries import load_timeline
from simulator.models import PRACTICE, Run, ShareLink
from simulator.services import clock
from simulator.services.refusals import Refused

TOKEN_BYTES = 32
DAYS = (7, 30, 90)
"""For how long a link can be made."""


def create_link(run: Run, *, actor: User, days: int, with_replies: bool = False, with_name: bool = False) -> str:
    """Makes a link to `run` and returns the secret that its address ends with, 43 characters of base64url.

    Raises Refused: forbidden (not one's own, or replies that may not be shown), not_practice, not_ended; ValueError for
    a number of days that is none of DAYS.
    """
    if days not in DAYS:
        raise ValueError(f"{days} is none of {DAYS}")
    if run.trainee_id != actor.pk or run.purging:
        raise Refused("forbidden")
    if run.mode != PRACTICE:
        raise Refused("not_practice")
    if not run.ended:
        raise Refused("not_ended")
    if with_replies and not may_show_replies(run):
        raise Refused("forbidden")
    token, now = secrets.token_urlsafe(TOKEN_BYTES), read_now()
    ShareLink.objects.filter(run=run, expires_at__lte=now).delete()
    ShareLink.objects.create(
        run=run,
        digest=hash_token(token),
        with_replies=with_replies,
        with_name=with_name,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    return token


def revoke_link(link_id: int, *, actor: User) -> None:
    """From now on the address leads nowhere. Safe to call twice; another person's link stays."""
    ShareLink.objects.filter(pk=link_id, run__trainee=actor).delete()


def may_show_replies(run: Run) -> bool:
    """Whether what people wrote in the run is invented: the scenario ships with the product or is for everybody, and
    nothing in it was answered by a real agent once."""
    timeline = load_timeline(run.version)
    is_real = any(post.needs.then for post in timeline.posts)
    return run.version.scenario.cohort_id is None and not is_real


def hash_token(token: str) -> str:
    """No salt: nobody can guess 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_now() -> datetime:
    return datetime.fromtimestamp(clock.wall_ms() / 1000, tz=UTC)
