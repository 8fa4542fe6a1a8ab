"""Playing a draft while it is written: a practice run of whoever writes it, on a version that is in no list.

Rules kept here: one such run at a time for a person and a draft, the one before ends; what falls due before the moment
to begin at happens at its own time, and nobody is judged for it; what a robot tries is over at once, to be looked at.
"""

from uuid import uuid4

from django.db.models import Q, QuerySet

from people.models import User
from scenarios.models import Draft
from scenarios.queries import load_timeline
from scenarios.services.publish import publish_trial
from scoring.core.robots import EXPERT, play
from simulator.core.clock import REAL_TIME
from simulator.core.events import actor_of
from simulator.models import Run, RunEvent
from simulator.services import store
from simulator.services.locking import work_on
from simulator.services.session import Session
from simulator.services.starting import start_run
from simulator.services.steering import end_run


def try_draft(draft: Draft, *, actor: User, text: str, at_ms: int = 0, speed: int = REAL_TIME) -> Run:
    """A run of `text` that begins at run time `at_ms`, or at the last second that there is.

    Raises NotPublishable where lint has an error; Refused: bad_speed, forbidden.
    """
    run = _begin(draft, actor=actor, text=text, speed=speed)
    _skip(run, actor=actor, to_ms=at_ms)
    return run


def try_by_robot(draft: Draft, *, actor: User, text: str) -> Run:
    """A run of `text` that the expert robot has played from its start to its end, with the model replies.

    Raises NotPublishable where lint has an error.
    """
    run = _begin(draft, actor=actor, text=text, speed=REAL_TIME)
    timeline = load_timeline(run.version)

    def decide(session: Session) -> None:
        begun = [*store.read_events(run.pk), *(new.event for new in session.new)]
        for event in play(timeline, begun=begun, robot=EXPERT)[len(begun) :]:
            session.tell(event)

    work_on(run.pk, decide)
    run.refresh_from_db()
    return run


def _begin(draft: Draft, *, actor: User, text: str, speed: int) -> Run:
    """A new run of `text`; the trial before is over."""
    version = publish_trial(draft, text=text, by=actor)
    for earlier in find_trials(draft, actor=actor).filter(ended=False):
        end_run(earlier.pk, actor=actor, cmd_id=uuid4().hex)
    return start_run(trainee=actor, version=version, speed=speed)


def find_trials(draft: Draft, *, actor: User) -> QuerySet[Run]:
    """The runs in which `actor` tried `draft`."""
    return Run.objects.filter(trainee=actor, version__scenario__trial__draft=draft, purging=False)


def find_last(draft: Draft, *, actor: User) -> Run | None:
    """The last trial that one can go on with: what came to its own end, as a robot's does, leaves nothing to do."""
    trials = find_trials(draft, actor=actor)
    asked = RunEvent.objects.filter(run__in=trials, kind="EndRequested").values("run")
    return trials.exclude(Q(ended=True) & ~Q(pk__in=asked)).order_by("-pk").first()


def find_place(draft: Draft, *, actor: User) -> int:
    """The run time, in ms, that the last trial of `actor` has come to; 0 where there is none to go on with."""
    last = find_last(draft, actor=actor)
    if last is None:
        return 0
    return last.head_at_ms if last.ended else work_on(last.pk, lambda session: session.stamp)


def _skip(run: Run, *, actor: User, to_ms: int) -> None:
    def decide(session: Session) -> None:
        latest = min(to_ms, session.state.duration_ms - 1000)
        if latest > session.stamp:
            data = {"wall_ms": session.now, "to_ms": latest}
            session.add("Skipped", data, actor=actor_of(actor.pk))
            session.go_on()

    if to_ms > 0:
        work_on(run.pk, decide)
