"""`play`: a scenario played by a robot, as fast as the machine goes.

Rules kept here: the engine and the score are the real ones; a robot has two hands and does one thing after the other,
glancing at what is new in its queue before it decides; what the world does in a millisecond comes before what it does;
inputs that are kept (pauses, interruptions, a coach's acts) happen when they happened, and take no time of a robot's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from scenarios.core.timeline import Timeline
from scoring.core.assessing import Assessor, Readings
from scoring.core.robots.acting import make_act
from scoring.core.robots.cast import Robot
from scoring.core.robots.jobs import INTERIM, REPLY, Job, is_shut_out, list_jobs
from scoring.core.robots.ordering import rank
from simulator.core.crowd.stream import Stream
from simulator.core.engine import advance, next_due_ms
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.replay import Assess, fold_input
from simulator.core.state import PostState, State, start_state


@dataclass(slots=True)
class Seed:
    """What is the same in every run of one seed, so that whoever plays several of them finds it once: what the crowd
    might say, and how the words are read that several robots send to the same people."""

    stream: Stream | None
    readings: Readings = field(default_factory=dict)


def play(
    timeline: Timeline,
    *,
    begun: Sequence[Event],
    robot: Robot,
    kept: Iterable[Event] = (),
    seed: Seed | None = None,
) -> list[Event]:
    """The whole log of a run that began with `begun` (RunStarted, or the head of a fork) and was `robot`'s from there.

    `kept` are inputs of the original run, in order; their seqs are counted anew.
    """
    return play_out(timeline, begun=begun, robot=robot, kept=kept, seed=seed)[0]


def play_out(
    timeline: Timeline,
    *,
    begun: Sequence[Event],
    robot: Robot,
    kept: Iterable[Event] = (),
    seed: Seed | None = None,
) -> tuple[list[Event], State]:
    """The log, as `play` has it, and the state that it comes to: folding a log again takes as long as playing it."""
    state = start_state(timeline)
    for event in begun:
        fold(state, event)
    if seed is not None and state.public is not None:
        state.public.stream = seed.stream
    log, left, assess = list(begun), list(kept), Assessor(seed.readings if seed else None)
    hand, now_ms = Hand(robot, state), state.at_ms
    while not state.ended:
        hand.look(now_ms)
        moments = (hand.moment_ms, left[0].at_ms if left else None, _next_of(state, hand))
        now_ms = min(at_ms for at_ms in moments if at_ms is not None)
        log += advance(state, now_ms, limit=None)
        while left and left[0].at_ms <= now_ms and not state.ended:
            kept_input = left.pop(0)
            log += fold_input(state, replace(kept_input, seq=state.seq + 1), assess=assess)
            if kept_input.kind == "Skipped":
                hand.rest(kept_input.at_ms, kept_input.data["to_ms"])
        if not state.ended:
            log += hand.do(now_ms, assess)
    return log, state


def _next_of(state: State, hand: "Hand") -> int:
    """Up to when the world is left alone: busy hands go on until they have done, idle ones look up at every event."""
    due_ms = next_due_ms(state) if hand.act is None else None
    return state.duration_ms if due_ms is None else due_ms


class Hand:
    """What a robot is at. `moment_ms` is when it has done with it or looks up again; None: once something happens."""

    def __init__(self, robot: Robot, state: State) -> None:
        self.robot, self._state = robot, state
        self.act: Event | None = None
        self.moment_ms: int | None = None
        self._job: Job | None = None
        self._queue: list[PostState] = []
        self._seen = 0
        self._free_ms = 0
        self._interim: set[str] = set()

    def look(self, now_ms: int) -> None:
        """Takes up what is next, if nothing is in hand: a look at what is new, else the first of the jobs."""
        if self.act is not None:
            return
        self._free_ms = max(self._free_ms, now_ms) + self._read_new()
        if self._free_ms > now_ms:
            self.moment_ms = self._free_ms
            return
        jobs = list(list_jobs(self._state, self.robot, posts=self._queue, interim=self._interim))
        ready = [job for job in jobs if job.from_ms <= now_ms]
        self.moment_ms = min((job.from_ms for job in jobs), default=None)
        if ready:
            self._job = min(ready, key=lambda job: rank(job, self._state, self.robot, now_ms=now_ms))
            self.act, effort_ms = make_act(self._job, self._state, self.robot)
            self.moment_ms = now_ms + effort_ms

    def rest(self, from_ms: int, until_ms: int) -> None:
        """Does nothing between the two, as nobody could: a coach skipped that time."""
        self._free_ms = max(self._free_ms, until_ms)
        if self.act is not None and self.moment_ms is not None:
            self.moment_ms += until_ms - from_ms

    def do(self, now_ms: int, assess: Assess) -> list[Event]:
        """What is done now, if anything is."""
        if self.act is None or self._job is None or self.moment_ms is None or now_ms < self.moment_ms:
            return []
        job, act = self._job, replace(self.act, seq=self._state.seq + 1, at_ms=now_ms)
        self.act = self._job = self.moment_ms = None
        if job.kind in (REPLY, INTERIM):
            if is_shut_out(self._state, self._state.posts[job.post]):
                return []
            self._interim.discard(job.post)
            self._interim |= {job.post} if job.kind == INTERIM else set()
        return fold_input(self._state, act, assess=assess)

    def _read_new(self) -> int:
        """How long it takes to look at what is new in the queue; the crowd is folded away there, and only counted."""
        if len(self._state.posts) == self._seen:
            return 0
        new = [post for post in islice(self._state.posts.values(), self._seen, None) if not post.is_crowd]
        self._seen = len(self._state.posts)
        self._queue += new
        return sum(self.robot.pace.glance_ms(post.text) for post in new)
