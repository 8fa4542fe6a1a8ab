"""What a run has come to: the log, folded.

A state is mutable and folded in place (`simulator.core.folding`), because a run under way is folded event by event; who
needs an older one folds the log again. Everything personal is keyed by actor, through the replies. Processes keep the
states of hundreds of runs, so it holds what the engine decides by, and no more: assessments are read from the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.core.timeline import Timeline
from simulator.core.clock import Clock
from simulator.core.plan import Item, Plan, plan_of


@dataclass(slots=True)
class PostState:
    """A post that has appeared, as it was shown. `answered_by` holds the seq of each reply that answered it."""

    key: str
    seq: int
    at_ms: int
    thread: str
    persona: str
    text: str
    answered_by: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ThreadState:
    """A thread that has appeared: its posts' keys and its replies' seqs, in order, and the facts that those told."""

    key: str
    posts: list[str] = field(default_factory=list)
    replies: list[int] = field(default_factory=list)
    told: set[str] = field(default_factory=set)


@dataclass(slots=True)
class ReplyState:
    """A reply that was sent. `words` is None once they are erased; `seen_seq` is what the sender had been shown."""

    seq: int
    at_ms: int
    actor: str
    thread: str
    post: str
    visibility: str
    seen_seq: int
    words: str | None


@dataclass(slots=True)
class FactState:
    """A fact that is known from `at_ms` on."""

    key: str
    seq: int
    at_ms: int


@dataclass(slots=True)
class State:
    """A run after event `seq`. `agenda` is a heap that may hold what is over; read it through `engine.next_due_ms`."""

    plan: Plan = field(compare=False)
    clock: Clock = Clock(wall_anchor=0, run_anchor=0, paused=True)
    seq: int = 0
    at_ms: int = 0
    ended: bool = False
    mode: str = ""
    engine: int = 0
    scoring: int = 0
    agent: str = ""
    trainee: str = ""
    forked_at: int = 0
    cast: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    posts: dict[str, PostState] = field(default_factory=dict)
    threads: dict[str, ThreadState] = field(default_factory=dict)
    replies: dict[int, ReplyState] = field(default_factory=dict)
    facts: dict[str, FactState] = field(default_factory=dict)
    fired: dict[str, int] = field(default_factory=dict)
    speeds: list[tuple[int, int]] = field(default_factory=list)
    duration_ms: int = 0
    asked_to_end_at: int | None = None
    promised: dict[str, str] = field(default_factory=dict)
    agenda: list[Item] = field(default_factory=list, compare=False)
    scheduled: int = field(default=0, compare=False)

    @property
    def timeline(self) -> Timeline:
        return self.plan.timeline

    @property
    def language(self) -> str:
        return self.plan.timeline.language


def start_state(timeline: Timeline) -> State:
    """The state before the first event."""
    return State(plan=plan_of(timeline))
