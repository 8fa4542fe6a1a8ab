"""The public of a scenario beside its scripted threads: reactions, crowd, rumours, desks, pictures. Values only.

Heat is an integer in milli-heat (0 to 100,000), rates are posts a minute, shares are per mille.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.core.conditions import Condition
from scenarios.core.constants import LATER, USUAL, Constants

HALF_LIFE_MS = 300_000
"""Of heat, where a scenario says nothing else."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """When `when` holds, this follows `after_ms` later, `at_most` times (0: each time).

    `thread` is where it was written, "" for one of the whole scenario. `follow_up` is the key of a post of the
    timeline, `line` the kind of stock line that a general rule lets the person say instead; both "" for none. `fact`
    is released. `heat` is added to the public's heat (milli-heat), `crowd` changes its rate (per mille), `calm` takes
    so much (per mille) from the rate of new posts on the thread's topic, `mood` is added to the anger (0..100) of
    `mood_of`, "" being whom it is about.
    """

    key: str
    thread: str
    when: Condition
    after_ms: int = 0
    at_most: int = 1
    follow_up: str = ""
    line: str = ""
    fact: str = ""
    heat: int = 0
    crowd: int = 0
    calm: int = 0
    mood: int = 0
    mood_of: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """From `at_ms` on, `per_hour` posts come by themselves. `kind`: witnesses, press, flood or morphing."""

    at_ms: int
    per_hour: int
    kind: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What the crowd says about a topic: `bodies` with the variables {place}, {thing}, {brand} and {handle} (the
    brand's).

    `weight` is its share among the voices. It speaks from `from_ms` to `until_ms` (None: the end) in `channel`, under
    the threads `joins` where one of them is open, else in threads of its own. `rumour` silences it once that is
    corrected. `tempers` are those of its speakers, empty ones follow from situation and phase.
    """

    key: str
    topic: str
    channel: str
    weight: int
    bodies: tuple[str, ...]
    joins: tuple[str, ...] = ()
    from_ms: int = 0
    until_ms: int | None = None
    rumour: str = ""
    tempers: tuple[str, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody else. `branching` is per mille, `most_per_minute` the hard cap of the rate, `tires_after` the number
    of posts after which nobody answers the crowd any more, `heat` the heat at the start (milli-heat), `authors` how
    many write.

    `openers` and `closers` stand before and after a voice's body; empty ones are taken from the language's stock.
    `half_life_ms` is how long anger lasts: after that time, half of a heat step is left.
    """

    most_per_minute: int
    branching: int
    tires_after: int
    heat: int
    authors: int
    phases: tuple[Phase, ...]
    voices: tuple[Voice, ...]
    openers: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    half_life_ms: int = HALF_LIFE_MS


@dataclass(frozen=True, slots=True)
class Rumour:
    """A false claim. `says` are RE2 patterns that recognise it, `facts` those that set it right in public."""

    key: str
    topic: str
    claim: str
    says: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """The one status post that may be published: about `topics`, holding `facts`; stale so long after one of them
    changed."""

    topics: tuple[str, ...]
    facts: tuple[str, ...]
    stale_ms: int


@dataclass(frozen=True, slots=True)
class Crisis:
    """Who is to blame for what the threads of `topics` are about (Coombs 2007): `cluster` is victim, accidental or
    preventable.

    `known_from` is the fact that shows it, "" if it is plain from the start. `has_history`: it happened before, which
    moves the case one row down.
    """

    cluster: str
    topics: tuple[str, ...]
    known_from: str = ""
    has_history: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a matter can be handed over to, in the brand's house. `about` says what it is for."""

    key: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a post shows. `kind`: board, bill, message or photo. `rows` are the cells of its table, `alt` its words."""

    kind: str
    alt: str
    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Which robots must pass and fail, and which comes last, before the scenario may certify anybody."""

    passes: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    last: str = ""

    def list_missing(self) -> list[str]:
        """What a scenario that may certify anybody has to declare and this one does not, as an author writes it."""
        wanted = {"pass: [expert]": "expert" in self.passes, "fail": bool(self.fails), "last": bool(self.last)}
        return [name for name, is_there in wanted.items() if not is_there]


Settings = Mapping[str, Mapping[str, int]]
"""General rule → field of Reaction → value in place of the general one (`scenarios.core.public_rules`)."""


@dataclass(frozen=True, slots=True)
class Public:
    """All of it. An imported or old scenario has none of it, and general rules still hold."""

    crowd: Crowd | None = None
    rumours: tuple[Rumour, ...] = ()
    notice: Notice | None = None
    settings: Settings = field(default_factory=dict)
    constants: Constants = field(default=USUAL, metadata=LATER)
