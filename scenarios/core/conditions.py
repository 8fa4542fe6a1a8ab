"""What a reaction waits for: a tree of small questions about a run, as values.

Every leaf can be asked at any moment of the state of a run, and each is asked again when something happens that may
change its answer (`simulator.core.asking`). An empty `post`, `persona`, `desk`, `topic` or `thread` means *any*; in the
general rules of the public (`scenarios.core.public_rules`) it is what the event at hand is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scenarios.core.constants import LATER

PATIENCE = -1
"""As a time to wait: as long as the author of the post is patient, where the scenario says how long that is."""

ANY = "any"
"""In `states`, `corrects` and `spreads`: whichever there is."""


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """`post` is unanswered `wait_ms` after it appeared; with `wait_ms` 0, once it has passed its target. `calls`: only
    a post that needs an answer, as an author means it who says any; the general rules have scopes of their own.
    """

    post: str = ""
    wait_ms: int = 0
    calls: bool = field(default=False, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Answered:
    """`post` was answered. `late`: after its target (True), within it (False), whenever (None)."""

    post: str = ""
    late: bool | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """`times` posts of `persona` that needed an answer have passed their target unanswered."""

    persona: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Replied:
    """There was a reply to `post` of which all that is said here is true.

    `tone_below` is per mille. `does` are acts that it performs, `lacks` acts that it does not. `against` are faults of
    tone (rules of scoring, without "tone."). `says` is an RE2 pattern. `template`: it copies one. `repeats`: one of
    its sentences was said in public for at least so many times. `personal` is "asked" or "shown": personal data in
    public. `overpromises`: it promises what no known fact carries. `states` is a fact that it gives, `known` whether
    that was released when it was sent. `corrects` and `spreads` are rumours. `advertises`: it praises or sells.
    """

    post: str = ""
    visibility: str = ""
    tone_below: int | None = None
    does: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    says: str = ""
    template: bool | None = None
    repeats: int = 0
    personal: str = ""
    overpromises: bool | None = None
    states: str = ""
    known: bool | None = None
    corrects: str = ""
    spreads: str = ""
    advertises: bool | None = None


@dataclass(frozen=True, slots=True)
class MovedToPrivate:
    """The author of `post` was asked into private, or written to there. `public_word`: with a public reply as well."""

    post: str = ""
    public_word: bool | None = None


@dataclass(frozen=True, slots=True)
class Escalated:
    """`post` was handed over to `desk`. `right`: to the one that it needs."""

    post: str = ""
    desk: str = ""
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class NoticeIs:
    """The notice about `topic` is `state`: published, updated or stale."""

    state: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Treated:
    """What was done with `post` instead of answering it: left_alone, hidden or reported; or its thread was resolved."""

    act: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """`post` has stood for `wait_ms`: nobody has handed it over, hidden or reported it."""

    post: str = ""
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class HeatIs:
    """The public's heat, in points 0..100, is at least `above`, at most `below`."""

    above: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """`fact` has been released."""

    fact: str


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


Condition = (
    NoAnswer
    | Answered
    | Ignored
    | Replied
    | MovedToPrivate
    | Escalated
    | NoticeIs
    | Treated
    | Stands
    | HeatIs
    | Known
    | AllOf
    | AnyOf
    | Not
)


def list_leaves(condition: Condition) -> Iterator[Condition]:
    """The questions that `condition` is made of, from left to right."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from list_leaves(part)
        case Not(part):
            yield from list_leaves(part)
        case _:
            yield condition
