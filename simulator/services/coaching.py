"""Whose a command is: the trainee's who plays the run, or that of a coach of its class.

Rules kept here: it is asked of people's memberships, before the lock, and never taken from what a socket says; whoever
plays a run never coaches it; a coach steers a class, and lets a certification do no more than stand still.
"""

from collections.abc import Set
from datetime import UTC, datetime, timedelta

from django.db.models import Q

from people.models import Role, User
from people.queries import cohorts_of
from simulator.core.events import COACH, TRAINEE
from simulator.models import CERTIFICATION, CLASS, Run
from simulator.services import clock
from simulator.services.refusals import Refused
from simulator.services.session import Session

CLASS_DAYS = 30
"""How long a class run is its coaches' to see and to steer."""
TRAINEES = frozenset({TRAINEE})
HALTS = frozenset({"pause", "resume"})
"""Types of the commands that a coach may send to a certification."""


def coached_by(user: User) -> Q:
    """The runs that `user` coaches: those of their classes, for a while, and the certifications of their cohorts.

    To the day, this process's clock will do, without a query.
    """
    since = datetime.fromtimestamp(clock.process_ms() / 1000, tz=UTC) - timedelta(days=CLASS_DAYS)
    cohorts = cohorts_of(user, role=Role.COACH)
    return Q(mode=CLASS, cohort__in=cohorts, created_at__gte=since) | Q(mode=CERTIFICATION, cohort__in=cohorts)


def is_coach_of(run_id: int, user: User) -> bool:
    """Whether `user` coaches this run, which somebody else plays."""
    return Run.objects.filter(coached_by(user), pk=run_id, purging=False).exclude(trainee=user).exists()


def require_hand(session: Session, actor: User, *, by: Set[str], coaches: bool, verb: str) -> str:
    """Whether `actor` sends this as the run's trainee or as a coach; `coaches` was asked before the lock.

    Raises Refused: forbidden (neither, or not for the likes of them), certification (a coach only halts one).
    """
    hand = TRAINEE if session.head.trainee_id == actor.pk else COACH if coaches else ""
    if hand not in by:
        raise Refused("forbidden")
    if hand == COACH and session.head.mode == CERTIFICATION and verb not in HALTS:
        raise Refused("certification")
    return hand
