"""A scenario before it is written down: what an import hands to the writer. All times are whole seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.core.importing.problems import Unread
from scenarios.core.importing.stand_ins import Company
from scenarios.core.review import Doubt


@dataclass(frozen=True, slots=True)
class SketchPersona:
    key: str
    role: str
    reach: int
    temper: int
    gender: str
    name: str
    handle: str


@dataclass(frozen=True, slots=True)
class SketchPost:
    """`at_s` is None for posts that a reaction brings. `then` is what the real agents wrote.

    `leave` marks what is best left alone; `alt` describes a picture. `private` is not
    seen by the public; `treatment` and `desk` are what a plan expects instead of an answer or beside it.
    """

    key: str
    persona: str
    text: str
    at_s: int | None = None
    reply_to: str | None = None
    answer: bool = False
    leave: bool = False
    then: str | None = None
    alt: str | None = None
    private: bool = False
    treatment: str | None = None
    desk: str | None = None


@dataclass(frozen=True, slots=True)
class SketchReaction:
    """`wait_s` None: when `to` was answered. Else: when `to` is still unanswered after so long."""

    key: str
    to: str
    wait_s: int | None
    after_s: int
    post: SketchPost


@dataclass(frozen=True, slots=True)
class SketchThread:
    """`ends_s` is when its last post appears if every answer comes on target, and so does every silence."""

    key: str
    channel: str
    topic: str
    posts: tuple[SketchPost, ...]
    reactions: tuple[SketchReaction, ...]
    personas: tuple[SketchPersona, ...]
    ends_s: int


@dataclass(frozen=True, slots=True)
class SketchChannel:
    key: str
    name: str
    kind: str
    limit: int
    first_target_s: int
    next_target_s: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything the two files say."""

    key: str
    language: str
    title: str | None
    company: Company
    channels: tuple[SketchChannel, ...]
    threads: tuple[SketchThread, ...]
    per_hour: int
    seed: int
    source: str
    doubts: Mapping[str, Doubt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where every row of the file went: `rows` is the sum of all counts and of the rows in `unread` that were not kept.

    `played` are posts of the scenario, `then` are agents' answers kept beside them. `unlinked` lists the lines or
    places of the brand's own posts that answer nothing in the file. `left_out` are rows of this brand's threads that
    were not taken.
    """

    rows: int
    played: int
    then: int
    unlinked: tuple[int | str, ...]
    left_out: int
    elsewhere: int
    unread: tuple[Unread, ...]
    threads_taken: int
    threads_found: int
    brand: str
    brands: Mapping[str, int] = field(default_factory=dict)
