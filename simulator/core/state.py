"""What a run has come to: the log, folded.

A state is mutable and folded in place (`simulator.core.folding`), because a run under way is folded event by event; who
needs an older one folds the log again. Everything personal is keyed by actor, through the replies. Processes keep the
states of hundreds of runs, so it holds what the engine decides by, and no more: of an assessment what the public heard.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenarios.core.timeline import Needs, Template, Timeline
from simulator.core.clock import Clock
from simulator.core.ordering import Item
from simulator.core.plan import Plan, plan_of
from simulator.core.public import PublicState


@dataclass(slots=True)
class PostState:
    """A post that has appeared, as it was shown. `answered_by` holds the seq of each reply that answered it.

    `target_ms` is None where no channel promises an answer: to the crowd, and to what does not mean the brand. `way` is
    call or mail where somebody was sent there. It waits since `since_ms`: since it appeared, or since the reply to it
    was deleted. `is_coached`: a coach wrote it, or it is what somebody says about one that a coach wrote.
    """

    key: str
    seq: int
    at_ms: int
    thread: str
    persona: str
    text: str
    needs: Needs
    visibility: str = "public"
    way: str = ""
    target_ms: int | None = None
    since_ms: int = 0
    is_crowd: bool = False
    is_coached: bool = False
    answered_by: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ThreadState:
    """A thread that has appeared: its posts' keys and the seqs of the replies that stand in it, in order.

    `has_danger`: one of its posts is one that people get hurt by.
    """

    key: str
    channel: str
    topic: str = ""
    posts: list[str] = field(default_factory=list)
    replies: list[int] = field(default_factory=list)
    has_danger: bool = False


@dataclass(slots=True)
class ReplyState:
    """A reply that was sent. `words` are those that stand, None once they are erased; `seen_seq` is what the sender had
    been shown when they were written. `way` is callback, call or mail where it was no message. `corrections` are the
    seqs of its corrections, `deleted` that of its deletion, 0 if it stands.
    """

    seq: int
    at_ms: int
    actor: str
    thread: str
    post: str
    visibility: str
    seen_seq: int
    words: str | None
    way: str = ""
    corrections: list[int] = field(default_factory=list)
    deleted: int = 0

    @property
    def last(self) -> int:
        """The seq of the event that holds the words that stand."""
        return self.corrections[-1] if self.corrections else self.seq


@dataclass(slots=True)
class FactState:
    """A fact that is known from `at_ms` on, and no longer true from event `replaced_seq` on (0: still true)."""

    key: str
    seq: int
    at_ms: int
    replaced_seq: int = 0


@dataclass(slots=True)
class NoticeState:
    """The notice about a topic: `words` are those of event `seqs[-1]`, None once they are erased. `changed_ms`: when
    a fact of it changed since, or since when it says what is no longer so.
    """

    topic: str
    channel: str
    seqs: list[int]
    at_ms: int
    words: str | None = None
    changed_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Escalation:
    """A post was handed over to `desk`, which it needs (`right`) or not."""

    seq: int
    at_ms: int
    thread: str
    post: str
    desk: str
    right: bool


@dataclass(frozen=True, slots=True)
class Treatment:
    """Done with a post in place of an answer: left_alone, hidden, reported or (its author) blocked; and why."""

    seq: int
    act: str
    reason: str


@dataclass(frozen=True, slots=True)
class Firing:
    """A reaction whose condition was true when event `cause` happened, and that is written down next."""

    reaction: str
    thread: str
    post: str
    cause: int


@dataclass(frozen=True, slots=True)
class Injection:
    """A post or fact that a coach brings: the input's number, its data, and the words, None once they are erased."""

    seq: int
    data: Mapping[str, Any]
    words: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A stock line that somebody is going to say: which `rule` brings it, `about` which post, and by whom."""

    rule: str
    about: str
    persona: str
    thread: str
    visibility: str
    asks: bool


@dataclass(slots=True)
class State:
    """A run after event `seq`. `agenda` is a heap that may hold what is over; read it through `engine.next_due_ms`.

    By reply and notice: `heard`, what the public understood, with its tone. By reaction, and by person for a general
    rule: `fired`, how often. By persona: `waiting`, keys of posts that need an answer; `moved`, the seq of the reply
    that took them into private; `ways`, by which way the desk spoke to them last, if it ever left messages;
    `identified`. By thread: `closed` and `resolved`, seq; `assigned`, the actor whose it is. By post: `escalations`,
    `desk_answers` (seq), `treated` by act, `tags` that stand (seq). By topic: `notices`. `dangers` are personas who
    wrote of danger. `rumours`: which post first carried each. `corrected`: seq of a correction → that of its reply;
    `revisions` is how often a reply was corrected or deleted. `silenced` are lines that silence would have brought,
    but for a reply that was deleted. `fingerprints` are those of the trainee's earlier runs, as text, `own_templates`
    what the trainee brought along; None and nothing once they are erased. `injected` are a coach's own posts and facts,
    by key, that have come or are to come. `heat` is what was last told, in points, as
    are `told_moods`. `next_item` is what falls due next, as it was found after event number so and so: every command
    asks several times, and only an event changes the answer.
    """

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
    help: str = ""
    fingerprints: str | None = ""
    own_templates: tuple[Template, ...] = ()
    forked_at: int = 0
    cast: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    posts: dict[str, PostState] = field(default_factory=dict)
    threads: dict[str, ThreadState] = field(default_factory=dict)
    replies: dict[int, ReplyState] = field(default_factory=dict)
    heard: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    corrected: dict[int, int] = field(default_factory=dict)
    revisions: int = 0
    silenced: set[str] = field(default_factory=set)
    facts: dict[str, FactState] = field(default_factory=dict)
    fired: dict[str, int] = field(default_factory=dict)
    firing: dict[str, Firing] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    injected: dict[str, Injection] = field(default_factory=dict)
    waiting: dict[str, list[str]] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)
    identified: dict[str, int] = field(default_factory=dict)
    closed: dict[str, int] = field(default_factory=dict)
    resolved: dict[str, int] = field(default_factory=dict)
    assigned: dict[str, str] = field(default_factory=dict)
    escalations: dict[str, list[Escalation]] = field(default_factory=dict)
    desk_answers: dict[str, int] = field(default_factory=dict)
    treated: dict[str, dict[str, Treatment]] = field(default_factory=dict)
    tags: dict[str, dict[str, int]] = field(default_factory=dict)
    dangers: set[str] = field(default_factory=set)
    notices: dict[str, NoticeState] = field(default_factory=dict)
    rumours: dict[str, str] = field(default_factory=dict)
    ended_rumours: dict[str, int] = field(default_factory=dict)
    seed: int = 0
    crowd: Sequence[Sequence[Any]] = ()
    public: PublicState | None = None
    heat: int = 0
    heat_before: int = 0
    told_moods: dict[str, int] = field(default_factory=dict)
    mood_changed_ms: int | None = None
    speeds: list[tuple[int, int]] = field(default_factory=list)
    duration_ms: int = 0
    asked_to_end_at: int | None = None
    promised: dict[str, str] = field(default_factory=dict)
    agenda: list[Item] = field(default_factory=list, compare=False)
    scheduled: int = field(default=0, compare=False)
    next_item: tuple[int, Item | None] | None = field(default=None, compare=False)

    @property
    def stirred(self) -> PublicState:
        """The public of a run that has begun."""
        if self.public is None:
            raise ValueError("nothing has begun")
        return self.public

    @property
    def timeline(self) -> Timeline:
        return self.plan.timeline

    @property
    def language(self) -> str:
        return self.plan.timeline.language


def start_state(timeline: Timeline) -> State:
    """The state before the first event."""
    return State(plan=plan_of(timeline))
