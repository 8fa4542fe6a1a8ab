"""What there is to do on the desk, as a robot sees it: posts that were shown, facts that were released, its own acts.

Rules kept here: a robot knows what the author asked of a post, as a good agent would see it, and never what is still to
come. Who is thorough waits for the facts that a post asks for, as long as its target allows; then it says that it does
not know yet, and answers once it does.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from scoring.core.declared import WRITING_MS
from scoring.core.robots.cast import ALL, EASY, HAND_OVER, HIDE, NONE, Robot
from simulator.core.state import PostState, State

REPLY, INTERIM, ESCALATE, TREAT, PUBLISH, UPDATE, RESOLVE = (
    "reply",
    "interim",
    "escalate",
    "treat",
    "publish",
    "update",
    "resolve",
)
LEFT_ALONE = "left_alone"
ACT_OF = {"leave": LEFT_ALONE, "hide": "hidden", "report": "reported", "block": "blocked"}
"""What a post needs → what is done to it."""
SETTLED_MS = 60_000
"""So long after its last reply a thread in which nobody waits is resolved."""


@dataclass(frozen=True, slots=True)
class Job:
    """One act. `what` is a desk, a treatment or a topic; `due_ms` its target, `from_ms` when it can be begun."""

    kind: str
    thread: str = ""
    post: str = ""
    what: str = ""
    due_ms: int | None = None
    from_ms: int = 0


def list_jobs(state: State, robot: Robot, *, posts: Iterable[PostState], interim: Set[str]) -> Iterator[Job]:
    """Everything that is still to be done about `posts`, the queue. `interim` are the posts that were told to wait."""
    if robot.answers == NONE and not robot.does:
        return
    for post in posts:
        yield from _list_for(state, robot, post, interim)
    if robot.is_thorough:
        yield from _list_notices(state)
        yield from _list_resolved(state, interim)


def _list_for(state: State, robot: Robot, post: PostState, interim: Set[str]) -> Iterator[Job]:
    needs = post.needs
    if robot.does:
        yield from _list_shoved(state, robot, post)
        return
    if robot.is_thorough or robot.triages:
        if needs.desk and post.key not in state.escalations:
            yield Job(ESCALATE, post.thread, post.key, needs.desk, post.target_ms)
        treatment = ACT_OF.get(needs.treatment or ("leave" if needs.triage == "leave" else ""))
        if treatment and post.key not in state.treated:
            yield Job(TREAT, post.thread, post.key, treatment, post.target_ms)
    if is_shut_out(state, post) or not _is_answered(robot, post):
        return
    if not robot.is_thorough or not _lacks_facts(state, post):
        if not post.answered_by or post.key in interim:
            yield Job(REPLY, post.thread, post.key, due_ms=post.target_ms)
    elif not post.answered_by:
        from_ms = 0 if post.target_ms is None else post.target_ms - WRITING_MS
        yield Job(INTERIM, post.thread, post.key, due_ms=post.target_ms, from_ms=from_ms)


def _list_shoved(state: State, robot: Robot, post: PostState) -> Iterator[Job]:
    """To any desk if the post's own is none, and out of sight whatever it says."""
    if robot.does == HAND_OVER and post.key not in state.escalations and state.timeline.brand.desks:
        yield Job(ESCALATE, post.thread, post.key, post.needs.desk or state.timeline.brand.desks[0].key, post.target_ms)
    if robot.does == HIDE and post.key not in state.treated:
        yield Job(TREAT, post.thread, post.key, ACT_OF["hide"], post.target_ms)


def _is_answered(robot: Robot, post: PostState) -> bool:
    if robot.answers == EASY:
        return post.needs.answer and not post.needs.facts
    return post.needs.answer or robot.answers == ALL


def is_shut_out(state: State, post: PostState) -> bool:
    """Whether a moderator lets the brand answer no more: in public only."""
    return post.thread in state.closed and post.visibility == "public"


def _lacks_facts(state: State, post: PostState) -> bool:
    return any(fact not in state.facts for fact in post.needs.facts)


def _list_notices(state: State) -> Iterator[Job]:
    wanted = state.timeline.public.notice
    if wanted is None or not any(_holds(state, fact) for fact in wanted.facts):
        return
    talked_of = {thread.topic for thread in state.threads.values()}
    for topic in wanted.topics:
        notice = state.notices.get(topic)
        if notice is None and topic in talked_of:
            yield Job(PUBLISH, what=topic)
        elif notice is not None and notice.changed_ms is not None:
            yield Job(UPDATE, what=topic)


def _holds(state: State, fact: str) -> bool:
    known = state.facts.get(fact)
    return known is not None and not known.replaced_seq


def _list_resolved(state: State, interim: Set[str]) -> Iterator[Job]:
    for thread in state.threads.values():
        if not thread.replies or thread.key in state.resolved or thread.key in state.closed:
            continue
        posts = [state.posts[key] for key in thread.posts]
        if any(post.key in interim or post.needs.answer and not post.answered_by for post in posts):
            continue
        last_ms = max(state.replies[thread.replies[-1]].at_ms, max(post.at_ms for post in posts if not post.is_crowd))
        yield Job(RESOLVE, thread.key, from_ms=last_ms + SETTLED_MS)
