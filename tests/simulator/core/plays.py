"""Runs played without a database: a state, the log behind it, and the moves that a person or the service can make."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from scenarios.core.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    HeatIs,
    Ignored,
    Known,
    MovedToPrivate,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    Stands,
    Treated,
)
from scenarios.core.public import Crowd, Notice, Phase, Public, Reaction, Rumour, Voice
from scenarios.core.timeline import Fact, Post, Timeline
from simulator.core.agenda import is_over
from simulator.core.engine import advance
from simulator.core.events import ENGINE_VERSION, SERVICE, Event
from simulator.core.ordering import Item
from simulator.core.replay import fold_input
from simulator.core.state import PostState, ReplyState, State, start_state
from tests.simulator.timelines import BRAND, NO_NEEDS, QUIET, make_morning, make_post, make_timeline

MINUTE = 60_000
COACH = "u9"
WALL = 1_700_000_000_000


HEARD: tuple[Mapping[str, Any], ...] = (
    {},
    {"acts": ["apology", "feeling"], "facts": ["eta"]},
    {"acts": ["next_step"], "against": ["blame"], "template": 900},
    {"acts": ["to_private"], "to_private": True},
    {"acts": ["explanation"], "corrects": ["crash"], "facts": ["situation"]},
    {"advertises": True, "repeats": 4},
    {"overpromises": 1, "offers": True, "early": ["eta"], "facts": ["eta"]},
    {"asked": ["phone"], "shown": ["name"], "repeats": 3},
)
"""What the public may hear in a reply; which of it, its number says."""


def assess_by_count(state: State, reply: Event) -> Mapping[str, Any]:
    """In place of the score: something that depends on the state before the reply, and on its last word."""
    number = int((reply.words or "0").split()[-1])
    criteria = {"tone": len(state.replies) * 100 % 1000}
    heard = {"heard": HEARD[number % len(HEARD)]} if number % len(HEARD) else {}
    return {"reply": reply.seq, "scoring": 1, "criteria": criteria, "signals": {}, "findings": [], **heard}


def read_agenda(state: State) -> list[Item]:
    """What is still to happen, in order."""
    items = [*state.plan.schedule[state.scheduled :], *state.agenda]
    return sorted({item for item in items if not is_over(state, item)})


@dataclass
class Play:
    """A run of `timeline`. Moves pass wall time first, catch up, and then act if the run allows it."""

    timeline: Timeline = field(default_factory=make_morning)
    wall: int = WALL
    seed: int = 7
    log: list[Event] = field(default_factory=list)
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.state = start_state(self.timeline)
        cast = {persona.key: {"name": persona.key, "handle": "@" + persona.key} for persona in self.timeline.personas}
        self.act("RunStarted", {
            "agent": "^TI", "cast": cast, "duration_ms": self.timeline.duration_ms, "engine": ENGINE_VERSION,
            "fingerprints": [], "key": "world", "language": "de", "mode": "practice", "rubric": "", "scenario": "",
            "crowd": [[f"Gast {number}", f"@gast{number}", 50 * number] for number in range(20)],
            "scoring": 1, "seed": self.seed, "speed": 1000, "trainee": "u1", "wall_ms": self.wall,
        })  # fmt: skip
        self.catch_up()

    @property
    def now(self) -> int:
        return self.state.clock.run_ms(self.wall)

    def catch_up(self) -> list[Event]:
        events = advance(self.state, self.now, limit=None)
        self.log += events
        return events

    def act(self, kind: str, data: Mapping[str, Any], *, actor: str = "u1", words: str | None = None) -> None:
        at_ms = max(self.state.at_ms, self.state.clock.run_ms(self.wall)) if self.state.seq else 0
        event = Event(self.state.seq + 1, at_ms, kind, actor, data, words)
        self.log += fold_input(self.state, event, assess=assess_by_count)

    def reply(self, number: int = 0) -> None:
        """Answers one of the posts that have appeared."""
        if self.state.posts and not self.state.clock.paused:
            post = self.pick(number)
            self.send(post, "public", number)

    def advertise(self, number: int = 0) -> None:
        """Praises in a forum what nobody asked for."""
        self.send(self.state.posts["tip-1"], "public", 5)

    def send_blame(self, number: int = 0) -> None:
        self.send(self.pick(number), "public", 2)

    def whisper(self, number: int = 0) -> None:
        """Writes to the author of one of them in private."""
        if self.state.posts and not self.state.clock.paused:
            self.send(self.pick(number), "private", number)

    def send(self, post: PostState, visibility: str, number: int) -> None:
        if post.thread not in self.state.closed:
            data = {"thread": post.thread, "post": post.key, "visibility": visibility, "seen_seq": self.state.seq}
            self.act("ReplySent", data, words=f"Hallo {number}")

    def correct(self, number: int = 0) -> None:
        """Puts other words in the place of one's own, or takes them off."""
        if reply := self.pick_own(number):
            data = {"reply": reply.seq, "thread": reply.thread, "seen_seq": self.state.seq}
            self.act("ReplyCorrected", data, words=f"Doch {number}")

    def delete(self, number: int = 0) -> None:
        if reply := self.pick_own(number):
            self.act("ReplyDeleted", {"reply": reply.seq, "thread": reply.thread})

    def pick_own(self, number: int) -> ReplyState | None:
        standing = [reply for reply in self.state.replies.values() if not reply.deleted]
        return standing[number % len(standing)] if standing and not self.state.clock.paused else None

    def pick(self, number: int) -> PostState:
        return list(self.state.posts.values())[number % len(self.state.posts)]

    def escalate(self, number: int = 0) -> None:
        if self.state.posts:
            post = self.pick(number)
            data = {"thread": post.thread, "post": post.key, "desk": ("operations", "refunds")[number % 2]}
            self.act("Escalated", data, words=f"Bitte {number}")

    def note(self, number: int = 0) -> None:
        if self.state.posts:
            self.act("NoteWritten", {"thread": self.pick(number).thread}, words=f"Merken {number}")

    def hint(self, number: int = 0) -> None:
        if self.state.posts:
            post = self.pick(number)
            self.act("HintAsked", {"thread": post.thread, "post": post.key, "criteria": ["tone"][: number % 2]})

    def assign(self, number: int = 0) -> None:
        if self.state.posts:
            self.act("Assigned", {"thread": self.pick(number).thread, "to": "u1" if number % 2 else None})

    def notify(self, number: int = 0) -> None:
        """Publishes the notice, or updates it."""
        if "outage" in self.state.notices:
            self.act("NoticeUpdated", {"topic": "outage"}, words=f"Neu {number}")
        else:
            self.act("NoticePublished", {"topic": "outage", "channel": "microblog"}, words=f"Lage {number}")

    def treat(self, number: int = 0) -> None:
        if self.state.posts:
            post = self.pick(number)
            act = ("left_alone", "hidden", "reported")[number % 3]
            self.act("Treated", {"thread": post.thread, "post": post.key, "as": act, "reason": "troll"})

    def block(self, number: int = 0) -> None:
        """Blocks the author of a post over it, or takes that back."""
        if self.state.posts:
            post = self.pick(number)
            about = {"thread": post.thread, "post": post.key}
            if "blocked" in self.state.treated.get(post.key, ()):
                self.act("Unblocked", about)
            else:
                self.act("Treated", {**about, "as": "blocked", "reason": "spam"})

    def propose(self, number: int = 0) -> None:
        if self.state.posts:
            self.act("ArticleProposed", {"thread": self.pick(number).thread}, words=f"Wissen {number}\n\nText")

    def tag(self, number: int = 0) -> None:
        """Marks a post, or takes its mark off."""
        if self.state.posts:
            post = self.pick(number)
            kind = "Untagged" if self.state.tags.get(post.key) else "Tagged"
            self.act(kind, {"thread": post.thread, "post": post.key, "tag": "product_feedback"})

    def resolve(self, number: int = 0) -> None:
        if self.state.posts:
            self.act("Resolved", {"thread": self.pick(number).thread})

    def toggle(self, number: int = 0) -> None:
        """Pauses, or goes on."""
        self.act("Resumed" if self.state.clock.paused else "Paused", {"wall_ms": self.wall})

    def speed(self, number: int = 0) -> None:
        self.act("SpeedChanged", {"wall_ms": self.wall, "per_mille": (500, 1000, 3000, 8000)[number % 4]})

    def skip(self, number: int = 0) -> None:
        """A coach goes on at a later run time."""
        to_ms = self.now + 1 + number * 2_500
        if to_ms <= self.state.duration_ms:
            self.act("Skipped", {"wall_ms": self.wall, "to_ms": to_ms}, actor=COACH)

    def inject(self, number: int = 0) -> None:
        """A coach lets somebody say something, now or later, in a thread that is there or a new one."""
        key, due_ms = f"said_{self.state.seq + 1}", self.now + number * 1_500
        post = self.pick(number) if self.state.posts else None
        where = {"thread": key, "channel": "microblog"} if post is None or number % 3 == 0 else {
            "thread": post.thread, "channel": self.state.threads[post.thread].channel, "reply_to": post.key,
            **({"visibility": "private"} if number % 5 == 1 else {}),
        }  # fmt: skip
        stranger = {"persona": key, "name": f"Gast {number}", "handle": "@gast", "reach": 900}
        who = stranger if post is None or number % 2 else {"persona": self.timeline.personas[0].key}
        ahead = {"due_ms": due_ms} if number and due_ms <= self.state.duration_ms else {}
        data = {"post": key, **where, **who, "answer": number % 2, **ahead}
        self.act("PostInjected", data, actor=COACH, words=f"Und ich? {number} brennt")

    def tell(self, number: int = 0) -> None:
        """A coach releases a fact, of the scenario or in words of their own."""
        facts = [key for key in self.state.plan.facts if key not in self.state.facts]
        own = number % 2 or not facts
        due_ms = self.now + number * 1_500
        ahead = {"due_ms": due_ms} if number and due_ms <= self.state.duration_ms else {}
        data = {"fact": f"said_{self.state.seq + 1}" if own else facts[number % len(facts)], "own": int(own), **ahead}
        self.act("FactInjected", data, actor=COACH, words=f"Ab {number} Uhr." if own else None)

    def stir(self, number: int = 0) -> None:
        """A coach raises a wave of the crowd or turns the heat, now or later."""
        due_ms = self.now + number * 1_500
        ahead = {"due_ms": due_ms} if number > 9 and due_ms <= self.state.duration_ms else {}
        if number % 2:
            self.act("WaveRaised", {"posts": number, "seconds": 1 + number, **ahead}, actor=COACH)
        else:
            self.act("HeatTurned", {"milli": (number - 7) * 1_500, **ahead}, actor=COACH)

    def confide(self, number: int = 0) -> None:
        """A coach says something to the trainee, or notes the moment."""
        where = {"thread": self.pick(number).thread} if self.state.posts and number % 3 else {}
        words = f"Tief durchatmen. {number}" if number % 4 else None
        kind = "Whispered" if number % 4 % 2 else "MomentNoted"
        self.act(kind, where, actor=COACH, words=words)

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


ALL_KINDS = [
    (14_000, "reply", 0),
    (1_000, "toggle", 0),
    (1_000, "toggle", 0),
    (1_000, "escalate", 2),
    (1_000, "escalate", 1),
    (2_000, "notify", 0),
    (3_000, "advertise", 0),
    (2_000, "whisper", 0),
    (30_000, "notify", 4),
    (1_000, "treat", 4),
    (1_000, "resolve", 0),
    (1_000, "speed", 2),
    (1_000, "interrupt", 6),
    (1_000, "upgrade", ENGINE_VERSION),
    (1_000, "fork", 0),
    (60_000, "look", 0),
    (0, "note", 1),
    (0, "hint", 1),
    (0, "assign", 1),
    (0, "correct", 1),
    (0, "delete", 1),
    (0, "tag", 1),
    (0, "tag", 1),
    (0, "propose", 1),
    (1_000, "skip", 1),
    (0, "inject", 0),
    (0, "inject", 1),
    (0, "tell", 0),
    (0, "tell", 1),
    (0, "stir", 3),
    (0, "stir", 2),
    (0, "confide", 0),
    (0, "confide", 1),
    (0, "block", 1),
    (0, "block", 1),
    (1_000, "end", 0),
]
"""Moves in a storm (`tests.simulator.publics`) that bring an event of every kind."""

ACTS = (
    "reply",
    "reply",
    "reply",
    "correct",
    "delete",
    "note",
    "hint",
    "assign",
    "whisper",
    "escalate",
    "notify",
    "treat",
    "block",
    "tag",
    "propose",
    "resolve",
)
MOVES = (
    "look",
    *ACTS,
    "toggle",
    "speed",
    "skip",
    "inject",
    "inject",
    "tell",
    "stir",
    "confide",
    "interrupt",
    "upgrade",
    "fork",
    "end",
)

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
    posts = [_with_needs(draw, post) for post in posts]
    facts = [Fact(f"fact{at_ms}", "Wahr.", at_ms, None) for at_ms in draw(st.sets(instants, max_size=3))]
    facts += [Fact("late", "Doch anders.", None, None, replaces=facts[0].key)] if facts else []
    delays = st.sampled_from([0, 1, 5_000, 30_000])
    asking = conditions(tuple(post.key for post in posts), tuple(fact.key for fact in facts))
    for number in range(draw(st.integers(0, 6))):
        asked = posts[draw(st.integers(0, len(posts) - 1))]
        when = draw(asking)
        reaction = Reaction(f"r{number}", draw(st.sampled_from(["", asked.thread])), when, draw(delays))
        if draw(st.booleans()):
            follow_up = make_post(f"f{number}", asked.thread, at_ms=None, persona=asked.persona, needs=NO_NEEDS)
            posts.append(follow_up)
            reaction = replace(reaction, follow_up=follow_up.key)
        released = draw(st.sampled_from(["", "late"])) if facts else ""
        times, heat = draw(st.integers(0, 3)), draw(st.sampled_from([-2_000, 0, 900, 5_000]))
        reactions.append(replace(reaction, at_most=times, heat=heat, fact=released, mood=draw(st.integers(-9, 9))))
    public = draw(st.sampled_from([QUIET, Public(), replace(STORMY, notice=_notice_about(facts))]))
    return make_timeline(posts=posts, reactions=reactions, facts=facts, duration_ms=MINUTE, public=public, brand=QUICK)


def _with_needs(draw: st.DrawFn, post: Post) -> Post:
    desk, private = draw(st.sampled_from(["", "operations"])), draw(st.sampled_from(["public", "public", "private"]))
    return replace(post, visibility=private, needs=replace(post.needs, answer=draw(st.booleans()), desk=desk))


def _notice_about(facts: list[Fact]) -> Notice:
    return Notice(("t0",), tuple(fact.key for fact in facts), 5_000)


def conditions(posts: tuple[str, ...], facts: tuple[str, ...]) -> st.SearchStrategy[Condition]:
    """Any condition about these posts and facts."""
    post, some_post, flag = st.sampled_from(posts), st.sampled_from(("", *posts)), st.sampled_from([None, True, False])
    waits = st.sampled_from([0, 1, 5_000, 30_000])
    leaves = st.one_of(
        st.builds(NoAnswer, post, waits),
        st.builds(Answered, some_post, flag),
        st.builds(Ignored, st.sampled_from(["", "who0", "who1"]), st.integers(1, 2)),
        st.builds(Replied, some_post, st.sampled_from(["", "public", "private"]), st.sampled_from([None, 400])),
        st.builds(Replied, some_post, lacks=st.just(("apology",)), overpromises=flag),
        st.builds(Replied, some_post, repeats=st.integers(0, 4), states=st.sampled_from(["", "any"]), known=flag),
        st.builds(MovedToPrivate, some_post, flag),
        st.builds(Escalated, some_post, st.sampled_from(["", "operations"]), flag),
        st.builds(NoticeIs, st.sampled_from(["published", "updated", "stale"]), st.sampled_from(["", "outage"])),
        st.builds(Treated, st.sampled_from(["left_alone", "hidden", "reported", "resolved"]), some_post),
        st.builds(Stands, post, st.sampled_from([1, 5_000, 30_000])),
        st.builds(HeatIs, st.sampled_from([None, 0, 2, 5]), st.sampled_from([None, 3, 40])),
        st.builds(Known, st.sampled_from(facts or ("late",))),
    )
    parts = st.lists(leaves, min_size=1, max_size=3).map(tuple)
    whole = st.builds(AllOf, parts) | st.builds(AnyOf, parts) | st.builds(Not, leaves)
    return leaves | whole | st.builds(AllOf, st.tuples(leaves, whole)) | st.builds(AnyOf, st.tuples(whole, whole))


QUICK = replace(
    BRAND, channels=tuple(replace(each, first_target_ms=10_000, next_target_ms=15_000) for each in BRAND.channels)
)
STORMY = Public(
    crowd=Crowd(
        60, 900, 60, 20_000, 9, (Phase(0, 900, "flood"),), (Voice("v", "t0", "forum", 1, ("{place} brennt",), ("t1",)),)
    ),
    rumours=(Rumour("fire", "t0", "Es brennt.", ("brennt",), ()),),
)
