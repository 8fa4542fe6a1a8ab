"""A job as the input that does it, with the time that it takes."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios.core.texts import count_graphemes
from scoring.core.notes import read_note
from scoring.core.robots import wording
from scoring.core.robots.cast import Robot
from scoring.core.robots.jobs import ESCALATE, INTERIM, LEFT_ALONE, PUBLISH, REPLY, RESOLVE, TREAT, UPDATE, Job
from simulator.core.events import Event
from simulator.core.state import State

LEFT_FOR, INSULT = "provocation", "insult"
REASONS_AGAINST = {"doxxing": "personal_data", "accident": "personal_data"}
"""Why a post is hidden or reported, where its danger is called otherwise."""

NOTE_WORDS = "eight words of one's own are what it takes"
"""As long as what is typed of a hand-over note."""

Data = dict[str, Any]
Made = tuple[str, Data, str | None, int]
"""Kind, data and words of an input, and how long it takes."""


def make_act(job: Job, state: State, robot: Robot) -> tuple[Event, int]:
    """The input, without its place in the log, and the milliseconds that `robot` is at it."""
    kind, data, words, effort_ms = _MAKERS[job.kind](job, state, robot)
    return Event(0, 0, kind, state.trainee, data, words), effort_ms


def _reply(job: Job, state: State, robot: Robot) -> Made:
    post = state.posts[job.post]
    words = wording.write_interim(state, post) if job.kind == INTERIM else wording.write_reply(state, robot, post)
    data = {"thread": post.thread, "post": post.key, "visibility": post.visibility, "seen_seq": state.seq}
    return "ReplySent", data, words, robot.pace.read_rest_ms(post.text) + robot.pace.write_ms(words)


def _escalate(job: Job, state: State, robot: Robot) -> Made:
    """The note's own words are typed; who wrote what and where is taken along."""
    post = state.posts[job.post]
    words = wording.write_note(state, post)
    note = read_note(words, state, job.post)
    data = {"thread": job.thread, "post": job.post, "desk": job.what, "note": note}
    return "Escalated", data, words, robot.pace.click_ms + robot.pace.type_ms(NOTE_WORDS)


def _treat(job: Job, state: State, robot: Robot) -> Made:
    danger = state.posts[job.post].needs.danger
    reason = LEFT_FOR if job.what == LEFT_ALONE else REASONS_AGAINST.get(danger, danger or INSULT)
    data = {"thread": job.thread, "post": job.post, "as": job.what, "reason": reason}
    return "Treated", data, None, robot.pace.click_ms


def _resolve(job: Job, state: State, robot: Robot) -> Made:
    return "Resolved", {"thread": job.thread}, None, robot.pace.click_ms


def _publish(job: Job, state: State, robot: Robot) -> Made:
    """Facts are taken over from the desk, so that they are read and not typed."""
    notice = state.notices.get(job.what)
    channel = notice.channel if notice else _channel_of(state, job.what)
    limit = state.plan.channels[channel].limit or wording.NO_LIMIT
    words = wording.write_notice(state, topic=job.what, limit=limit)
    if count_graphemes(words) > limit:
        raise ValueError(f"a notice of {count_graphemes(words)} graphemes on {channel}")
    effort_ms = robot.pace.thinking_ms + robot.pace.read_ms(words)
    if job.kind == UPDATE:
        return "NoticeUpdated", {"topic": job.what}, words, effort_ms
    return "NoticePublished", {"topic": job.what, "channel": channel}, words, effort_ms


def _channel_of(state: State, topic: str) -> str:
    """Where people speak of it: the channel of the first thread about it."""
    return next(thread.channel for thread in state.threads.values() if thread.topic == topic)


_MAKERS: Mapping[str, Callable[[Job, State, Robot], Made]] = {
    REPLY: _reply,
    INTERIM: _reply,
    ESCALATE: _escalate,
    TREAT: _treat,
    RESOLVE: _resolve,
    PUBLISH: _publish,
    UPDATE: _publish,
}
