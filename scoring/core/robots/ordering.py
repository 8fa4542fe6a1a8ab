"""What comes first. The expert's order is the one that triage asks for (`scoring.core.declared`)."""

from scoring.core.declared import CLICK, CLOSING, DANGER, FAR_MS, LATER, NOTICE, step_of_reply, weigh
from scoring.core.robots.cast import COMING, NEWEST, Robot
from scoring.core.robots.jobs import ESCALATE, LEFT_ALONE, PUBLISH, RESOLVE, TREAT, UPDATE, Job
from simulator.core.state import State

Rank = tuple[int, ...]


def rank(job: Job, state: State, robot: Robot, *, now_ms: int) -> Rank:
    """The smallest goes first."""
    seq = state.posts[job.post].seq if job.post else 0
    if robot.order == COMING:
        return (0, seq)
    if robot.order == NEWEST:
        return (0, -seq)
    due_ms = FAR_MS if job.due_ms is None else job.due_ms
    return (_step_of(job, state, due_ms, now_ms), -_weigh(job, state), due_ms, seq)


def _step_of(job: Job, state: State, due_ms: int, now_ms: int) -> int:
    if job.post and state.posts[job.post].needs.danger:
        return DANGER
    if job.kind == RESOLVE:
        return CLOSING
    if job.kind == PUBLISH:
        return NOTICE
    if job.kind == ESCALATE or job.kind == TREAT and job.what != LEFT_ALONE:
        return CLICK
    if job.kind == UPDATE:
        return LATER
    if job.kind == TREAT:
        return CLOSING
    return step_of_reply(due_ms, now_ms=now_ms)


def _weigh(job: Job, state: State) -> int:
    """Reach times anger of who wrote the post."""
    if not job.post:
        return 0
    persona = state.plan.personas.get(state.posts[job.post].persona)
    if persona is None:
        return 0
    return weigh(persona.reach, state.told_moods.get(persona.key, 0))
