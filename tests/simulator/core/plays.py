"""Runs played without a database: a state, the log behind it, and the moves that a person or the service can make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.public import Reaction
from scenarios.core.timeline import Fact, Timeline
from simulator.core.agenda import is_over
from simulator.core.engine import advance
from simulator.core.events import ENGINE_VERSION, SERVICE, Event
from simulator.core.plan import Item
from simulator.core.replay import fold_input
from simulator.core.state import State, start_state
from tests.simulator.timelines import NO_NEEDS, make_morning, make_post, make_timeline

MINUTE = 60_000
WALL = 1_700_000_000_000


def assess_by_count(state: State, reply: Event) -> Mapping[str, Any]:
    """In place of the score: something that depends on the state before the reply."""
    return {"reply": reply.seq, "scoring": 1, "criteria": {"tone": len(state.replies)}, "signals": {}, "findings": []}


def read_agenda(state: State) -> list[Item]:
    """What is still to happen, in order."""
    items = [*state.plan.schedule[state.scheduled :], *state.agenda]
    return sorted({item for item in items if not is_over(state, item)})


@dataclass
class Play:
    """A run of `timeline`. Moves pass wall time first, catch up, and then act if the run allows it."""

    timeline: Timeline = field(default_factory=make_morning)
    wall: int = WALL
    log: list[Event] = field(default_factory=list)
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.state = start_state(self.timeline)
        cast = {persona.key: {"name": persona.key, "handle": "@" + persona.key} for persona in self.timeline.personas}
        self.act("RunStarted", {
            "agent": "^TI", "cast": cast, "duration_ms": self.timeline.duration_ms, "engine": ENGINE_VERSION,
            "fingerprints": [], "key": "world", "language": "de", "mode": "practice", "rubric": "", "scenario": "",
            "scoring": 1, "seed": 7, "speed": 1000, "trainee": "u1", "wall_ms": self.wall,
        })  # fmt: skip
        self.catch_up()

    def catch_up(self) -> list[Event]:
        events = advance(self.state, self.state.clock.run_ms(self.wall), limit=None)
        self.log += events
        return events

    def act(self, kind: str, data: Mapping[str, Any], *, actor: str = "u1", words: str | None = None) -> None:
        at_ms = max(self.state.at_ms, self.state.clock.run_ms(self.wall)) if self.state.seq else 0
        event = Event(self.state.seq + 1, at_ms, kind, actor, data, words)
        self.log += fold_input(self.state, event, assess=assess_by_count)

    def reply(self, number: int = 0) -> None:
        """Answers one of the posts that have appeared."""
        if self.state.posts and not self.state.clock.paused:
            post = list(self.state.posts.values())[number % len(self.state.posts)]
            data = {"thread": post.thread, "post": post.key, "visibility": "public", "seen_seq": self.state.seq}
            self.act("ReplySent", data, words=f"Hallo {number}")

    def toggle(self, number: int = 0) -> None:
        """Pauses, or goes on."""
        self.act("Resumed" if self.state.clock.paused else "Paused", {"wall_ms": self.wall})

    def speed(self, number: int = 0) -> None:
        self.act("SpeedChanged", {"wall_ms": self.wall, "per_mille": (500, 1000, 3000, 8000)[number % 4]})

    def interrupt(self, number: int = 0) -> None:
        """The service is away for a while, with the clock going forward or back."""
        back = self.wall + (number % 7 - 2) * 11_000
        if not self.state.clock.paused:
            self.act("Interrupted", {"from_ms": self.wall, "to_ms": back}, actor=SERVICE)
        self.wall = back

    def upgrade(self, number: int = 0) -> None:
        self.act("EngineChanged", {"engine": number, "scoring": number}, actor=SERVICE)

    def fork(self, number: int = 0) -> None:
        self.act("RunForked", {"wall_ms": self.wall, "at_seq": self.state.seq})

    def end(self, number: int = 0) -> None:
        if number % 5 == 0:
            self.act("EndRequested", {"wall_ms": self.wall})

    def look(self, number: int = 0) -> None:
        """Only catches up."""

    def make_moves(self, moves: list[tuple[int, str, int]]) -> None:
        """Each move is (wall ms that pass before it, its name, a number that it may use)."""
        for pause_ms, name, number in moves:
            self.wall += pause_ms
            self.catch_up()
            if not self.state.ended:
                getattr(self, name)(number)
        self.catch_up()


MOVES = ("look", "reply", "reply", "reply", "toggle", "speed", "interrupt", "upgrade", "fork", "end")

moves = st.lists(st.tuples(st.integers(0, 40_000), st.sampled_from(MOVES), st.integers(0, 20)), max_size=25)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A minute in up to three threads, with crowds of events in the same millisecond and reactions to them."""
    instants = st.sampled_from([0, 1, 10_000, 10_001, 30_000, 59_999, 60_000]) | st.integers(0, MINUTE)
    scripted = draw(st.lists(st.tuples(instants, st.integers(0, 2), st.integers(0, 1)), min_size=1, max_size=8))
    posts = [
        make_post(f"p{number}", f"t{thread}", at_ms=at_ms, persona=f"who{person}", text="{name} an {brand} {agent}")
        for number, (at_ms, thread, person) in enumerate(scripted)
    ]
    reactions: list[Reaction] = []
    kinds = st.sampled_from(["no_answer", "answered"])
    delays = st.sampled_from([0, 1, 5_000, 30_000])
    for number, (kind, wait_ms, after_ms, about) in enumerate(
        draw(st.lists(st.tuples(kinds, delays, delays, st.integers(0, 20)), max_size=6))
    ):
        asked = posts[about % len(posts)]
        follow_up = make_post(f"f{number}", asked.thread, at_ms=None, persona=asked.persona, needs=NO_NEEDS)
        posts.append(follow_up)
        when = NoAnswer(asked.key, wait_ms) if kind == "no_answer" else Answered(asked.key)
        reactions.append(Reaction(f"r{number}", asked.thread, when, after_ms, follow_up=follow_up.key))
    facts = [Fact(f"fact{at_ms}", "Wahr.", at_ms, None) for at_ms in draw(st.sets(instants, max_size=3))]
    return make_timeline(posts=posts, reactions=reactions, facts=facts, duration_ms=MINUTE)
