"""A compiled scenario: values only, all references resolved, all times integer milliseconds of run time.

`compile_scenario` makes one from text; `dumps` and `loads` are its canonical JSON, and the digest of a published
version is over those bytes. Nothing here knows about runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.core.constants import LATER
from scenarios.core.public import Crisis, Desk, Picture, Public, Reaction, Rehearsal


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where threads happen. `limit` counts graphemes; targets are milliseconds of run time.

    From `worthless_ms` on an answer is worth nothing any more (0: from eight times its target on); a matter that was
    solved in private is closed in public within `closing_target_ms` (0: within the next target).
    """

    key: str
    name: str
    kind: str
    limit: int | None
    first_target_ms: int
    next_target_ms: int
    closing_target_ms: int = 0
    worthless_ms: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A text that the agent may use. May hold the variables {name}, {agent}, {brand} and {handle}."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What the house knows of a matter that comes again and again; its sentences may be repeated word for word."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class HouseWords:
    """What a brand adds to the words that a rule of tone looks for (vocabulary.LEXICON); phrases are as in the lexicons
    of the score."""

    rule: str
    phrases: tuple[str, ...]


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
    desks: tuple[Desk, ...] = ()
    lexicon: tuple[HouseWords, ...] = field(default=(), metadata=LATER)
    articles: tuple[Article, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, slots=True)
class Persona:
    """Someone of the public. Without `name` and `handle`, Faker draws them per run (see RunStarted's `cast`).

    `gender` (f, m or x) guides the draw only. `record` is what the company knows and the public does not; it is shown
    once the person has identified itself in private, or at the first post where the account `is_linked` to it with
    consent. `patience_ms` is how long this person waits before following up (0: until the target). `style` are ways of
    writing, `is_vindictive` that no reply will do. `history`, shown with the
    record, is what they had to do with the company before.
    """

    key: str
    role: str
    reach: int
    temper: int
    name: str | None
    handle: str | None
    gender: str
    record: Mapping[str, str] = field(default_factory=dict)
    patience_ms: int = 0
    style: tuple[str, ...] = ()
    is_vindictive: bool = False
    is_linked: bool = False
    history: tuple[str, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true, known from `release_ms` on, or (None) once a reaction releases it.

    `approved` is a wording to be used word for word. `kind`: information, right, goodwill or drawback. `replaces` is
    the fact that it makes untrue. `says` are RE2 patterns by which it is recognised in other words.
    """

    key: str
    text: str
    release_ms: int | None
    approved: str | None
    topic: str = ""
    kind: str = "information"
    replaces: str = ""
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """What a post calls for. `then` is what the real agent wrote, in imported threads; it is never a model.

    `paraphrase` says what the model says in other words. `desk` is where the matter has to be handed over to.
    `treatment` is what is right in place of an answer: leave, hide or report ("" for none). `danger` is its kind, or
    "".
    """

    answer: bool
    facts: tuple[str, ...]
    acts: tuple[str, ...]
    private: bool
    triage: str
    model: str | None
    then: str | None
    paraphrase: str | None = None
    desk: str = ""
    treatment: str = ""
    danger: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """Something a persona writes. `at_ms` is None for posts that only a reaction brings.

    `text` may hold the variables {name}, {handle} (of the author), {brand} and {agent}. `visibility` is public or
    private.
    """

    key: str
    thread: str
    persona: str
    at_ms: int | None
    reply_to: str | None
    text: str
    needs: Needs
    visibility: str = "public"
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """`mention`: direct (to the brand), unasked (about it) or noise (the word means something else)."""

    key: str
    channel: str
    topic: str
    mention: str = "direct"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a guide: `text` by language stands at the desk until `until` was done, to `post` where it is about one.

    `place` is where it points ("" nowhere), `keys` are what has a key that helps.
    """

    text: Mapping[str, str]
    until: str
    post: str = ""
    place: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """A scenario ready to be played. Tuples keep the author's order; `posts` holds scripted and reaction posts.

    `goal` is what is to be learnt, by language, `stage` the parts of the desk that are shown (all, if empty),
    `difficulty` from 1 to 5 (0: not rehearsed), `pass_mark` per mille; `drill` is the criterion that a short exercise
    is for, empty for all other scenarios; `undo` says whether the desk holds a reply for a moment in which it can be
    taken back; `guide` are the steps of a run that teaches the desk, empty for all other scenarios.
    """

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
    public: Public = Public()
    rehearsal: Rehearsal = Rehearsal()
    goal: Mapping[str, str] = field(default_factory=dict)
    stage: tuple[str, ...] = ()
    difficulty: int = 0
    pass_mark: int = 600
    crisis: Crisis | None = field(default=None, metadata=LATER)
    drill: str = field(default="", metadata=LATER)
    undo: bool = field(default=False, metadata=LATER)
    guide: tuple[Step, ...] = field(default=(), metadata=LATER)
