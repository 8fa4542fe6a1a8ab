"""The pages on which coaches mark: the queue, and all replies to one post side by side, without a name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.queries import load_timeline
from scoring.core.drawing import REASONS
from scoring.models import Override
from scoring.queries.before import NOTHING, Before, read_before
from scoring.queries.marks import GivenMark, Verdict
from scoring.queries.queue import AskedPost, PostGroup, read_posts
from scoring.queries.replies import Named, SentReply
from simulator.core.events import canonical
from trainer_ui.core.blinding import cover_names
from trainer_ui.core.marking import GRAPHEME, letter
from trainer_ui.findings import Names, ShownFinding, show_findings
from trainer_ui.moments import mark_text
from trainer_ui.rubrics import RubricRow, describe_step, show_rubric
from trainer_ui.shelves import pick
from trainer_ui.shown import MarkedPiece

TOKEN_LENGTH = 20
NO_VERDICT = ""


@dataclass(frozen=True, slots=True)
class QueuedPost:
    """A line of the queue. `open` is how many of the drawn replies the viewer has not marked, `by_others` how many of
    them another coach has."""

    group: PostGroup
    asked: AskedPost | None
    replies: int
    drawn: int
    open: int
    by_others: int


@dataclass(frozen=True, slots=True)
class QueuedScenario:
    title: str
    language: str
    posts: Sequence[QueuedPost]


@dataclass(frozen=True, slots=True)
class ShownNote:
    start: int
    end: int
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding, what the viewer has decided about it, and what somebody else has. `needs` it: it is provisional, or
    the trainee called it wrong."""

    id: str
    finding: ShownFinding
    verdict: str
    reason: str
    is_disputed: bool
    is_provisional: bool
    is_earlier: bool
    others: Sequence[Verdict]

    @property
    def needs(self) -> bool:
        return (self.is_provisional or self.is_disputed) and self.verdict == NO_VERDICT and not self.others


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form of a reply holds: as it was given before, or as it was just sent and not taken."""

    steps: Mapping[str, int] = field(default_factory=dict)
    remark: str = ""
    notes: Sequence[tuple[int, int, str]] = ()
    verdicts: Mapping[Named, tuple[str, str]] = field(default_factory=dict)
    error: str = ""


@dataclass(frozen=True, slots=True)
class FilledRow:
    row: RubricRow
    step: int | None
    said: str


@dataclass(frozen=True, slots=True)
class MarkCard:
    """One reply to be marked. `token` names it to the server and tells nobody whose it is; `pieces` is its text, marked
    where findings may be seen; `asked` only where the post was shown in other words than above; `before` what its
    author could see, and nothing later."""

    token: str
    number: int
    reply: SentReply
    text: str | None
    pieces: Sequence[MarkedPiece]
    earlier: Sequence[str]
    asked: AskedPost | None
    before: Before
    rows: Sequence[FilledRow]
    remark: str
    notes: Sequence[ShownNote]
    decisions: Sequence[Decision]
    shows_findings: bool
    is_drawn: bool
    mark: GivenMark | None
    error: str

    @property
    def needs_decision(self) -> bool:
        return self.shows_findings and any(each.needs for each in self.decisions)


def list_scenarios(groups: Sequence[PostGroup], *, coach: User, language: str) -> list[QueuedScenario]:
    """The queue by scenario; posts of which nothing was drawn are left out."""
    drawn = [group for group in groups if group.reasons]
    shown = read_posts({_first(group).run.pk for group in drawn})
    titles: dict[int, list[QueuedPost]] = {}
    for group in drawn:
        first = _first(group)
        titles.setdefault(group.version.pk, []).append(
            QueuedPost(
                group=group,
                asked=shown.get((first.run.pk, first.post)),
                replies=len(group.replies),
                drawn=len(group.reasons),
                open=len(group.list_open(coach)),
                by_others=sum(
                    any(mark.coach_id != coach.pk for mark in group.marks.get(key, ())) for key in group.reasons
                ),
            )
        )
    return [
        QueuedScenario(pick(posts[0].group.timeline.title, language), posts[0].group.timeline.language, posts)
        for posts in titles.values()
    ]


def count_reasons(groups: Iterable[PostGroup]) -> dict[str, int]:
    """How many replies were drawn for each reason."""
    found = [reason for group in groups for reasons in group.reasons.values() for reason in reasons]
    return {reason: found.count(reason) for reason in REASONS}


def show_cards(
    group: PostGroup, *, coach: User, language: str, shows_findings: bool, sent: Mapping[str, Filled]
) -> tuple[AskedPost | None, list[MarkCard]]:
    """The post, and its replies in their order. `sent` is what was just sent and not taken, by token."""
    shown = read_posts({reply.run.pk for reply in group.replies}, post=None if _varies(group) else group.post)
    asked = shown.get((_first(group).run.pk, _first(group).post))
    before = read_before(group.replies)
    cards = []
    for number, reply in enumerate(group.replies, start=1):
        own = shown.get((reply.run.pk, reply.post))
        differs = own is not None and asked is not None and (own.text, own.name) != (asked.text, asked.name)
        filled = sent.get(name_reply(reply, coach=coach))
        card = show_card(reply, group, coach=coach, language=language, shows_findings=shows_findings, filled=filled)
        seen = _cover(before[reply.key], reply)
        cards.append(replace(card, number=number, asked=own if differs else None, before=seen))
    return asked, cards


def show_card(
    reply: SentReply,
    group: PostGroup,
    *,
    coach: User,
    language: str,
    shows_findings: bool,
    filled: Filled | None,
) -> MarkCard:
    """`filled` is what was just sent and not taken; None: what was given before."""
    token = name_reply(reply, coach=coach)
    mark = group.find_mark(reply, coach=coach)
    filled = filled or _fill(mark)
    shows = shows_findings or mark is not None
    text = None if reply.text is None else cover_names(reply.text, reply.names)
    others = [each for each in group.marks.get(reply.key, ()) if each.coach_id != coach.pk]
    decisions = show_decisions(reply, filled, language=language, others=others) if shows else []
    standing = [each.finding for each in decisions if not each.is_earlier]
    letters = GRAPHEME.findall(text or "")
    return MarkCard(
        token=token,
        number=0,
        reply=reply,
        text=text,
        pieces=mark_text(text or "", standing),
        earlier=sorted({title for each in decisions if each.is_earlier for title in [each.finding.text.title]}),
        asked=None,
        before=NOTHING,
        rows=[
            FilledRow(row, step := filled.steps.get(row.key), describe_step(row.key, step or 0, language=language))
            for row in show_rubric(group.timeline.weights, language=language)
        ],
        remark=filled.remark,
        notes=[ShownNote(start, end, words, "".join(letters[start:end])) for start, end, words in filled.notes],
        decisions=decisions,
        shows_findings=shows,
        is_drawn=reply.key in group.reasons,
        mark=mark,
        error=filled.error,
    )


def show_decisions(reply: SentReply, filled: Filled, *, language: str, others: Sequence[GivenMark]) -> list[Decision]:
    """The findings of `reply`, the worst first, those of earlier wordings last."""
    names = _read_names(reply)
    by_wording: dict[int, list[Mapping[str, Any]]] = {}
    for (wording, _, _), found in reply.findings.items():
        by_wording.setdefault(wording, []).extend(found)
    decisions = []
    for wording in sorted(by_wording, key=lambda each: each != reply.wording):
        for finding in show_findings(by_wording[wording], language=language, names=names):
            name = (wording, finding.rule, finding.params)
            verdict, reason = filled.verdicts.get(name, (NO_VERDICT, ""))
            decisions.append(
                Decision(
                    id=canonical(list(name)),
                    finding=replace(finding, number=len(decisions) + 1),
                    verdict=verdict,
                    reason=reason,
                    is_disputed=name in reply.objections,
                    is_provisional=name in reply.critical,
                    is_earlier=wording != reply.wording,
                    others=[mark.overrides[name] for mark in others if name in mark.overrides],
                )
            )
    return decisions


def name_reply(reply: SentReply, *, coach: User) -> str:
    """What the page calls a reply: nobody can read from it whose it is, and another coach's page calls it otherwise."""
    return salted_hmac("trainer_ui.markings", f"{coach.pk}.{reply.run.pk}.{reply.seq}").hexdigest()[:TOKEN_LENGTH]


def find_reply(group: PostGroup, token: str, *, coach: User) -> SentReply | None:
    return next((each for each in group.replies if constant_time_compare(name_reply(each, coach=coach), token)), None)


def is_undecided(reply: SentReply, group: PostGroup, *, coach: User) -> bool:
    """Whether `coach`, who has not marked it before, now sees something in `reply` that somebody has to decide."""
    decided = {name for mark in group.marks.get(reply.key, ()) for name in mark.overrides}
    return group.find_mark(reply, coach=coach) is None and bool((reply.critical | reply.objections) - decided)


def find_next(
    groups: Sequence[PostGroup], group: PostGroup, reply: SentReply, *, coach: User
) -> tuple[PostGroup, SentReply] | None:
    """What comes after `reply`, which was just marked: the next open one of its post, of those before it, then of the
    next post; None where nothing is open any more."""
    place = next(index for index, each in enumerate(group.replies) if each.key == reply.key)
    open_here = {each.key for each in group.list_open(coach)} - {reply.key}
    for each in (*group.replies[place + 1 :], *group.replies[:place]):
        if each.key in open_here:
            return group, each
    for other in groups:
        if other.id != group.id and (still := other.list_open(coach)):
            return other, still[0]
    return None


def _fill(mark: GivenMark | None) -> Filled:
    if mark is None:
        return Filled()
    return Filled(
        steps=mark.steps,
        remark=mark.remark,
        notes=[(note.start, note.end, note.text) for note in mark.notes],
        verdicts={name: (each.verdict, each.reason) for name, each in mark.overrides.items()},
    )


def _first(group: PostGroup) -> SentReply:
    """The same for every coach, whatever the order."""
    return min(group.replies, key=lambda reply: reply.key)


def _cover(before: Before, reply: SentReply) -> Before:
    """As blind as the reply: what its author said before is theirs, too."""
    thread = [
        each if each.name or each.text is None else replace(each, text=cover_names(each.text, reply.names))
        for each in before.thread
    ]
    return replace(before, thread=thread)


def _varies(group: PostGroup) -> bool:
    """Whether the post has another key in another run: a coach's own posts do."""
    return len({reply.post for reply in group.replies}) > 1


def _read_names(reply: SentReply) -> Names:
    timeline: Timeline = load_timeline(reply.run.version)
    templates = {each.key: each.title for each in (*timeline.brand.templates, *timeline.templates)}
    marks = {seq: letter(index) for index, seq in enumerate(reply.siblings)}
    return Names(templates, marks, {fact.key: fact.text for fact in timeline.facts})


VERDICTS = (Override.CONFIRMED, Override.LIFTED)
