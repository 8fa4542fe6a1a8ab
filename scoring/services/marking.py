"""A coach marks a reply, and decides about what the score found in it.

Rules kept here: only who coaches the run, after its end, and never their own; only by the rubric of its scenario; a
finding is lifted only with a reason; a mark is never changed, a second thought is a new one; the machine's score stays
as it was. Safe to call twice: what says the same as the last mark is that mark.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from people.models import User
from scenarios.queries import load_timeline
from scoring.core.rubric import NOT_JUDGED, OVERALL, STEPS, list_criteria
from scoring.models import MarginNote, Mark, Override
from scoring.queries.replies import Named, SentReply
from scoring.services.objecting import NoSuchFinding, NotYours
from simulator.core.events import canonical
from simulator.services.coaching import is_coach_of
from simulator.services.replying import count_graphemes, is_storable
from simulator.services.sharing import read_now
from simulator.services.starting import digest_rubric

LONGEST_REMARK = 1000
LONGEST_NOTE = 500
MOST_NOTES = 30


class BadMark(Exception):  # noqa: N818  an answer, not an error
    """Nothing was kept: `code` says why (`unmarked`, `no_overall`, `bad_step`, `bad_place`, `too_many`, `too_long`,
    `bad_text`, `no_reason`, `erased`), `place` where: a criterion, or the number of a note or a verdict."""

    def __init__(self, code: str, place: str = "") -> None:
        super().__init__(code, place)
        self.code = code
        self.place = place


@dataclass(frozen=True, slots=True)
class Wish:
    """What a coach says of a reply. `steps`: criterion → step; `notes`: (start, end, text); `verdicts`: finding →
    (Override.LIFTED or CONFIRMED, reason)."""

    steps: Mapping[str, int]
    remark: str = ""
    notes: Sequence[tuple[int, int, str]] = ()
    verdicts: Mapping[Named, tuple[str, str]] = field(default_factory=dict)


def give_mark(reply: SentReply, wish: Wish, *, coach: User, saw_findings: bool) -> Mark:
    """Keeps `wish`. Whoever marked this reply before has seen the findings, whatever `saw_findings` says.

    Raises NotYours, NoSuchFinding and BadMark.
    """
    if not reply.run.ended or not is_coach_of(reply.run.pk, coach):
        raise NotYours(reply.run.pk)
    if reply.text is None:
        raise BadMark("erased")
    timeline = load_timeline(reply.run.version)
    _check_steps(wish.steps, list_criteria(timeline.weights))
    _check_words(wish, reply.text)
    if not wish.verdicts.keys() <= reply.findings.keys():
        raise NoSuchFinding(reply.seq)
    with transaction.atomic():
        # Two tabs of one coach: one after the other.
        User.objects.select_for_update().only("pk").get(pk=coach.pk)
        before = Mark.objects.filter(run=reply.run, reply=reply.seq, coach=coach).order_by("pk").last()
        if before is not None and _says(before) == _describe(wish):
            return before
        mark = Mark.objects.create(
            run=reply.run,
            reply=reply.seq,
            wording=reply.wording,
            coach=coach,
            rubric_digest=digest_rubric(timeline.weights),
            scoring_version=reply.assessments.get(reply.wording, {}).get("scoring", 0),
            steps=canonical(dict(wish.steps)),
            remark=wish.remark.strip(),
            saw_findings=saw_findings or before is not None,
            given_at=read_now(),
        )
        notes = [MarginNote(mark=mark, start=start, end=end, text=text.strip()) for start, end, text in wish.notes]
        MarginNote.objects.bulk_create(notes)
        Override.objects.bulk_create(
            Override(mark=mark, wording=wording, rule=rule, params=params, verdict=verdict, reason=reason.strip())
            for (wording, rule, params), (verdict, reason) in wish.verdicts.items()
        )
    return mark


def _check_steps(steps: Mapping[str, int], criteria: Sequence[str]) -> None:
    for name in criteria:
        if name not in steps:
            raise BadMark("unmarked", name)
    if steps.get(OVERALL) not in STEPS:
        raise BadMark("no_overall", OVERALL)
    for name, step in steps.items():
        if name not in (*criteria, OVERALL) or step not in (NOT_JUDGED, *STEPS):
            raise BadMark("bad_step", name)


def _check_words(wish: Wish, text: str) -> None:
    if len(wish.remark) > LONGEST_REMARK:
        raise BadMark("too_long", "remark")
    if len(wish.notes) > MOST_NOTES:
        raise BadMark("too_many")
    length = count_graphemes(text)
    for number, (start, end, note) in enumerate(wish.notes, start=1):
        if not 0 <= start < end <= length:
            raise BadMark("bad_place", str(number))
        if not note.strip():
            raise BadMark("bad_text", str(number))
        if len(note) > LONGEST_NOTE:
            raise BadMark("too_long", str(number))
    for number, (verdict, reason) in enumerate(wish.verdicts.values(), start=1):
        if verdict not in (Override.LIFTED, Override.CONFIRMED):
            raise BadMark("bad_step", str(number))
        if verdict == Override.LIFTED and not reason.strip():
            raise BadMark("no_reason", str(number))
        if len(reason) > LONGEST_NOTE:
            raise BadMark("too_long", str(number))
    said = [wish.remark, *(note for _, _, note in wish.notes), *(reason for _, reason in wish.verdicts.values())]
    if not all(map(is_storable, said)):
        raise BadMark("bad_text")


def _describe(wish: Wish) -> tuple[object, ...]:
    return (
        dict(wish.steps),
        wish.remark.strip(),
        [(start, end, note.strip()) for start, end, note in wish.notes],
        {name: (verdict, reason.strip()) for name, (verdict, reason) in wish.verdicts.items()},
    )


def _says(mark: Mark) -> tuple[object, ...]:
    return (
        json.loads(mark.steps),
        mark.remark,
        list(mark.notes.order_by("pk").values_list("start", "end", "text")),
        {(each.wording, each.rule, each.params): (each.verdict, each.reason) for each in mark.overrides.all()},
    )
