"""A compiled scenario: values only, all references resolved, all times integer milliseconds of run time.

`compile_scenario` makes one from text; `dumps` and `loads` are its canonical JSON, and the digest of a published
version is over those bytes. Nothing here knows about runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where threads happen. `limit` counts graphemes; targets are milliseconds of run time."""

    key: str
    name: str
    kind: str
    limit: int | None
    first_target_ms: int
    next_target_ms: int


@dataclass(frozen=True, slots=True)
class Template:
    """A text that the agent may use. May hold the variables {name}, {agent}, {brand} and {handle}."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Brand:
    """The company the agent speaks for. `address` is du, sie or you; `sign_off` is initials or service_name."""

    key: str
    name: str
    handle: str
    address: str
    sign_off: str
    service_name: str
    private_addresses: tuple[str, ...]
    channels: tuple[Channel, ...]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone of the public. Without `name` and `handle`, Faker draws them per run (see RunStarted's `cast`).

    `gender` (f, m or x) guides the draw only. `record` is what the company knows and the public does not.
    """

    key: str
    role: str
    reach: int
    temper: int
    name: str | None
    handle: str | None
    gender: str
    record: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true, known from `release_ms` on. `approved` is a wording to be used word for word."""

    key: str
    text: str
    release_ms: int
    approved: str | None


@dataclass(frozen=True, slots=True)
class Needs:
    """What a post calls for. `then` is what the real agent wrote, in imported threads; it is never a model."""

    answer: bool
    facts: tuple[str, ...]
    acts: tuple[str, ...]
    private: bool
    triage: str
    model: str | None
    then: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """Something a persona writes. `at_ms` is None for posts that only a reaction brings.

    `text` may hold the variables {name}, {handle} (of the author), {brand} and {agent}.
    """

    key: str
    thread: str
    persona: str
    at_ms: int | None
    reply_to: str | None
    text: str
    needs: Needs


@dataclass(frozen=True, slots=True)
class Reaction:
    """When `kind` holds for `post`, the post `follow_up` appears `after_ms` later. Fires at most once.

    kind "no_answer": `post` is still unanswered `wait_ms` after it appeared. kind "answered": `post` was answered.
    """

    key: str
    thread: str
    kind: str
    post: str
    wait_ms: int
    after_ms: int
    follow_up: str


@dataclass(frozen=True, slots=True)
class Thread:
    key: str
    channel: str
    topic: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A scenario ready to be played. Tuples keep the author's order; `posts` holds scripted and reaction posts."""

    format: int
    key: str
    language: str
    title: Mapping[str, str]
    brief: Mapping[str, str]
    situation: str
    duration_ms: int
    weights: Mapping[str, int]
    brand: Brand
    personas: tuple[Persona, ...]
    facts: tuple[Fact, ...]
    templates: tuple[Template, ...]
    threads: tuple[Thread, ...]
    posts: tuple[Post, ...]
    reactions: tuple[Reaction, ...]
