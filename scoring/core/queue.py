"""What a trainee served, read from the log: a job for every act, with the time it took.

Rules kept here: handling time runs from the act before, or from when the job could be begun, whichever was later; a
reply that was never made would have taken as long as the middle one of those that were.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scoring.core.acts import ACTS, REPLY, JobReader
from scoring.core.moods import Moods
from scoring.core.serving import Job, Served, Span, look_at
from simulator.core.events import Event
from simulator.core.state import PostState, State


@dataclass(slots=True)
class Queue:
    """`own` is what was served, as it was; `idle` when nothing was done; `missed` the replies that were never made."""

    own: list[Served] = field(default_factory=list)
    idle: list[Span] = field(default_factory=list)
    missed: list[Job] = field(default_factory=list)

    @property
    def jobs(self) -> list[Job]:
        return [one.job for one in self.own] + self.missed

    @property
    def served(self) -> list[Served]:
        """What was served, and what never was."""
        done = {one.job.seq: one.done_ms or 0 for one in self.own}
        return self.own + [Served(job, job.came_ms + done.get(job.follows, 0)) for job in self.missed]

    @property
    def last_ms(self) -> int:
        return max((one.done_ms or 0 for one in self.own), default=0)


def read_queue(state: State, events: Sequence[Event], moods: Moods, *, begun_ms: int) -> Queue:
    """The queue of who plays the run, at its end; `begun_ms` is where a fork was taken over, or the last skip ended."""
    # A reply that was deleted served nobody; what it took is time in which nothing was done.
    deleted = {reply.seq for reply in state.replies.values() if reply.deleted}
    since = max([state.forked_at, *(event.seq for event in events if event.kind == "Skipped")])
    acts = [e for e in events if e.kind in ACTS and e.seq > since and e.actor == state.trainee and e.seq not in deleted]
    reader = JobReader(state, events, moods, {act.seq: act.at_ms for act in acts}, begun_ms)
    queue, done, now_ms = Queue(), dict[int, int](), begun_ms
    for act in acts:
        job = reader.read(act)
        ready = look_at(job, done)
        came_ms, since_ms = (ready.came_ms, ready.since_ms) if ready else (act.at_ms, act.at_ms)
        begins_ms = min(act.at_ms, max(now_ms, since_ms))
        if begins_ms > now_ms:
            queue.idle.append((now_ms, begins_ms))
        queue.own.append(Served(replace(job, took_ms=act.at_ms - begins_ms), came_ms, begins_ms, act.at_ms))
        done[act.seq] = now_ms = act.at_ms
    lengths = sorted(one.job.took_ms for one in queue.own if one.job.kind == REPLY)
    if lengths:
        usual_ms = lengths[(len(lengths) - 1) // 2]
        queue.missed = [reader.miss(post, usual_ms) for post in state.posts.values() if _is_missed(post, state)]
    return queue


def _is_missed(post: PostState, state: State) -> bool:
    """Whether somebody was promised an answer who could have had one until the end."""
    is_shut_out = post.thread in state.closed and post.visibility == "public"
    is_awaited = post.needs.answer and post.target_ms is not None and not post.is_coached
    return is_awaited and not post.answered_by and not is_shut_out
