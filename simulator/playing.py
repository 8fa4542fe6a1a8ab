"""A scenario played through without a database, by the real engine and an imagined agent, to be read in a terminal.

Rules kept here: the same scenario, seed and agent give the same lines; time is only what the lines say, waiting is the
caller's business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.core.timeline import Post, Timeline
from scenarios.core.timing import answer_ms, read_ms
from scenarios.core.variables import fill
from simulator.core.clock import REAL_TIME
from simulator.core.engine import advance, next_due_ms
from simulator.core.events import ENGINE_VERSION, Event
from simulator.core.folding import fold
from simulator.core.state import PostState, State, start_state
from simulator.services.casting import draw_cast, draw_crowd

AGENT = "u0"
INITIALS = "^GP"


@dataclass(frozen=True, slots=True)
class Step:
    """One event of the play with the state after it."""

    event: Event
    state: State


def play(timeline: Timeline, *, seed: int, answers: bool) -> Iterator[Step]:
    """The events of a run of `timeline`, from its start to its end.

    With `answers`, an agent works one post after the other, oldest first, and sends the model replies at a person's
    speed of reading, thinking and typing. Without, nobody answers.
    """
    state = start_state(timeline)
    yield Step(fold_in(state, "RunStarted", at_ms=0, data=_describe_start(timeline, seed=seed)), state)
    agent = _Agent(timeline) if answers else None
    while not state.ended:
        due_ms = next_due_ms(state)
        if due_ms is None:
            return
        reply = agent.next_reply(state) if agent else None
        if agent and reply and reply[0] < due_ms:
            for event in agent.send(state):
                yield Step(event, state)
            continue
        for event in advance(state, due_ms, limit=1):
            yield Step(event, state)


def fold_in(state: State, kind: str, *, at_ms: int, data: dict[str, object], words: str | None = None) -> Event:
    event = Event(state.seq + 1, at_ms, kind, AGENT, data, words)
    fold(state, event)
    return event


def _describe_start(timeline: Timeline, *, seed: int) -> dict[str, object]:
    brand, cast = timeline.brand, draw_cast(timeline, seed=seed)
    return {
        "mode": "practice",
        "engine": ENGINE_VERSION,
        "scoring": 0,
        "agent": INITIALS if brand.sign_off == "initials" else brand.service_name,
        "trainee": AGENT,
        "cast": cast,
        "crowd": draw_crowd(timeline, seed=seed, cast=cast),
        "duration_ms": timeline.duration_ms,
        "speed": REAL_TIME,
        "wall_ms": 0,
        "seed": seed,
    }


class _Agent:
    """Answers what needs an answer, one after the other. `_free_ms` is when the last answer was sent."""

    def __init__(self, timeline: Timeline) -> None:
        self._posts = {post.key: post for post in timeline.posts}
        self._free_ms = 0

    def next_reply(self, state: State) -> tuple[int, Post] | None:
        """When which post will be answered next, as far as can be said now."""
        for shown in state.posts.values():
            if shown.needs.answer and not shown.answered_by and shown.thread not in state.closed:
                begins = max(self._free_ms, shown.at_ms)
                # Who asks again where no author wrote it is answered as the post before was.
                post = self._posts.get(shown.key) or _as_post(shown)
                return begins + read_ms(shown.text) + answer_ms(post), post
        return None

    def send(self, state: State) -> Iterator[Event]:
        """Folds the next reply into `state`, and that nobody scores it: to the public, it says nothing but that it is
        there.
        """
        reply = self.next_reply(state)
        if reply is None:
            raise LookupError("nothing waits for an answer")
        self._free_ms, post = reply
        person = state.cast[post.persona]
        values = {**person, "brand": state.timeline.brand.name, "agent": state.agent}
        words = fill(post.needs.model or "…", values)
        data: dict[str, object] = {
            "thread": post.thread,
            "post": post.key,
            "visibility": state.posts[post.key].visibility,
            "seen_seq": state.seq,
        }
        at_ms = max(self._free_ms, state.at_ms)
        yield fold_in(state, "ReplySent", at_ms=at_ms, data=data, words=words)
        yield fold_in(state, "ReplyAssessed", at_ms=at_ms, data={"reply": state.seq, "criteria": {}})


def _as_post(shown: PostState) -> Post:
    return Post(shown.key, shown.thread, shown.persona, shown.at_ms, None, shown.text, shown.needs, shown.visibility)
