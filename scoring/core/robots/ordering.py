"""What comes first. The expert's order is the one that triage asks for (docs/rehearsal.md): danger, then what is
overdue or would be if it were not next, then reach times anger, then the earliest target.
"""

from scoring.core.robots.cast import COMING, NEWEST, Robot
from scoring.core.robots.jobs import ESCALATE, LEFT_ALONE, PUBLISH, RESOLVE, TREAT, UPDATE, WRITING_MS, Job
from simulator.core.state import State

DANGER, NOTICE, CLICK, DUE, LATER, CLOSING = range(6)
NEXT_MS = 60_000
"""One more job takes about so long: what would then be late is due now."""
FAR_MS = 1 << 60
CALM = 15
"""Anger, of 100, of whom nothing is known."""

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
    return DUE if due_ms - WRITING_MS - NEXT_MS <= now_ms else LATER


def _weigh(job: Job, state: State) -> int:
    """Reach times anger of who wrote the post."""
    if not job.post:
        return 0
    persona = state.plan.personas.get(state.posts[job.post].persona)
    if persona is None:
        return 0
    return persona.reach * (state.told_moods.get(persona.key, 0) + CALM)
