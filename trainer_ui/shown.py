"""The parts of a debrief as its template draws them. Times are milliseconds of run time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from scenarios.core.timeline import Channel
from scoring.sentences import Explanation
from trainer_ui.comparing import Compared, ParWait
from trainer_ui.core.curves import HeatPicture
from trainer_ui.core.lanes import Picture
from trainer_ui.criteria import CriterionRow, NamedValue
from trainer_ui.findings import ShownFinding
from trainer_ui.shown_picks import ShownPicks


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a reply: as what it is marked ("" where nothing was found), and which findings end with it."""

    text: str
    kind: str
    ending: Sequence[int]


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """What a post shows: the event that brought it, by which its picture is found, and its words."""

    seq: int
    alt: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What a reply said until it was corrected (None once erased), and the critical errors that stood there."""

    text: str | None
    until_ms: int
    errors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ShownPost:
    """What trainer_ui/includes/post.html draws. `text` is None once erased; `pieces` are a reply's, marked. `earlier`
    is what it said before it was corrected; `deleted_ms` when it was deleted."""

    name: str
    handle: str
    text: str | None
    at_ms: int
    is_mine: bool = False
    visibility: str = "public"
    way: str = ""
    pieces: Sequence[MarkedPiece] = field(default_factory=tuple)
    picture: ShownPicture | None = None
    earlier: Sequence[Wording] = ()
    deleted_ms: int | None = None


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """What else could have been said: the scenario's `model` with what it would score, or what was said `then`.

    `values` is empty where the version was never published under the run's scoring version.
    """

    model: str | None
    values: Sequence[NamedValue]
    then: str | None


@dataclass(frozen=True, slots=True)
class Reaction:
    """`posts` are the first of what was written in the thread before the next reply, `more` how many others came.

    `anger` is the answered person's and `heat` the public's, each in points of 100 before and after; None where it was
    not told, or did not move.
    """

    posts: Sequence[ShownPost]
    more: int
    anger: tuple[int, int] | None
    heat: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class MomentLine:
    """A reply in a line: who was answered, what it was worth, its `words` (None once erased) and `par`, what the expert
    needed for the same post; None where speed does not apply."""

    mark: str
    seq: int
    name: str
    channel: Channel
    at_ms: int
    words: str | None
    criteria: Mapping[str, int]
    par: ParWait | None


@dataclass(frozen=True, slots=True)
class GivenStep:
    """The step that a coach gave in a criterion, and what it means; `step` is None where it could not be judged."""

    name: str
    step: int | None
    said: str


@dataclass(frozen=True, slots=True)
class MarginWords:
    """What a coach wrote beside `words` of a reply, "" where they or the note are erased."""

    words: str
    text: str


@dataclass(frozen=True, slots=True)
class CoachMark:
    """What a coach made of a reply: a step by criterion of the rubric, words about all of it, and notes beside some; it
    stands beside what was found, and replaces nothing of it."""

    coach: str
    given_at: datetime
    steps: Sequence[GivenStep]
    words: str
    notes: Sequence[MarginWords] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A reply with what it answered, what was found in it as it stands (event `wording`), and what else could have been
    said."""

    mark: str
    seq: int
    wording: int
    channel: Channel
    asked: Sequence[ShownPost]
    reply: ShownPost
    findings: Sequence[ShownFinding]
    criteria: Mapping[str, int]
    line: MomentLine
    asked_seq: int
    other: OtherAnswer
    reaction: Reaction
    counts_zero: bool
    """Something in its thread was a critical error, so that it counts for nothing, however good it is."""
    coach_marks: Sequence[CoachMark] = ()
    is_coached: bool = False
    """A coach had brought what it answers."""
    is_whispered: bool = False
    """A coach had said something to the trainee since the reply before, or about its thread."""


@dataclass(frozen=True, slots=True)
class MomentGroup:
    """Replies that stand together: `kind` is worst, best, rest, or all where there are few. `lines` are folded."""

    kind: str
    moments: Sequence[Moment]
    lines: Sequence[MomentLine]


@dataclass(frozen=True, slots=True)
class Missed:
    """What one person was waiting for in a thread: the first post without an answer, and those they wrote `again`."""

    post: ShownPost
    channel: Channel
    wait_ms: int
    is_overdue: bool
    other: OtherAnswer
    again: Sequence[ShownPost] = ()
    seq: int = 0
    par: ParWait | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """An act or what came of it: `what` in words, `text` what was written about it ("" for nothing, None: erased).

    `is_internal`: only colleagues could read it. `about` is the post that it was about, if it does not stand above it.
    """

    at_ms: int
    what: str
    text: str | None = ""
    is_internal: bool = False
    about: ShownPost | None = None


@dataclass(frozen=True, slots=True)
class DoneThread:
    """`entries` are ShownPosts of the private conversation and Doings, in order."""

    name: str
    channel: Channel
    entries: Sequence[ShownPost | Doing]


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """One version of a notice, and what was found in it."""

    seq: int
    at_ms: int
    topic: str
    text: str | None
    is_update: bool
    findings: Sequence[ShownFinding]

    @property
    def mark(self) -> str:
        """Names its findings' anchors."""
        return str(self.seq)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """`what` was done at `at_ms` about `post` (None: about none), while `due` had been waiting since `since_ms`."""

    at_ms: int
    what: str
    post: ShownPost | None
    due: ShownPost | None
    since_ms: int
    why: str


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """What was judged about a post that was not simply to be answered. `missing`: what a hand-over note lacks."""

    post: ShownPost
    text: Explanation
    value: int
    counts_zero: bool
    is_never: bool
    missing: str
    par: ParWait | None = None


@dataclass(frozen=True, slots=True)
class ShownTriage:
    """`value` is that of the order of service, None where nothing was at stake."""

    value: int | None
    order: Explanation
    passed_over: Sequence[PassedOver]
    checks: Sequence[ShownCheck]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the time line's table: `kind` is post, reply, act or halt; of the last two `who` says what it was."""

    at_ms: int
    kind: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class GivenScore:
    """One of a run's scores, per mille; `counts` is true of the last that was adopted."""

    revision: int
    scoring: int
    score: int | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Recounted:
    """What the score would be without the findings that coaches lifted: of all, and of the criteria that it changes,
    (name, as scored, without them), per mille."""

    score: int | None
    criteria: Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Debrief:
    title: str
    language: str
    is_guided: bool
    ended_ms: int
    scoring: int
    score: int | None
    how: str
    criteria: Sequence[CriterionRow]
    picks: ShownPicks
    critical: Sequence[MomentLine]
    ignored: Sequence[ShownPost]
    """Danger that reached nobody who could help: critical errors, too."""
    replies: int
    groups: Sequence[MomentGroup]
    missed: Sequence[Missed]
    picture: Picture
    compared: Compared
    heat: HeatPicture | None
    triage: ShownTriage | None
    doings: Sequence[DoneThread]
    notices: Sequence[ShownNotice]
    rows: Sequence[Row]
    help: str = ""
    """What the run was begun with, in words; "" where it was played alone."""
    recounted: Recounted | None = None
    """None where nothing was lifted."""
