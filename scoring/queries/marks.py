"""What coaches made of replies: the marks that count, and what they decided about findings."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from people.models import User
from scoring.models import Mark
from scoring.queries.replies import Named
from simulator.models import Run

Key = tuple[int, int]
"""A reply: its run, and its seq."""


@dataclass(frozen=True, slots=True)
class Note:
    """[start, end) in graphemes of the reply; `text` is "" once erased."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`verdict` is Override.LIFTED or CONFIRMED."""

    verdict: str
    reason: str
    coach: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class GivenMark:
    """The mark of one coach that counts for one reply. `steps` by criterion, OVERALL among them."""

    id: int
    key: Key
    coach_id: int
    coach: str
    given_at: datetime
    steps: Mapping[str, int]
    remark: str
    saw_findings: bool
    scoring_version: int
    wording: int
    notes: Sequence[Note]
    overrides: Mapping[Named, Verdict]


def name_person(person: User) -> str:
    """As the pages of exercises call people."""
    return person.get_full_name() or person.username


def list_marks(runs: Iterable[Run], *, blind_only: bool = False) -> list[GivenMark]:
    """The marks that count in `runs`, the oldest first: of each coach the last for each reply. With `blind_only` the
    last that they gave before they knew what the score had found. For who may see those runs."""
    rows = Mark.objects.filter(run__in=[run.pk for run in runs])
    if blind_only:
        rows = rows.filter(saw_findings=False)
    latest: dict[tuple[int, int, int], Mark] = {}
    for row in rows.select_related("coach").prefetch_related("notes", "overrides").order_by("pk"):
        latest[row.run_id, row.reply, row.coach_id] = row
    return [_show(row) for row in sorted(latest.values(), key=lambda row: row.pk)]


def marks_by_reply(marks: Iterable[GivenMark]) -> Mapping[Key, list[GivenMark]]:
    grouped: dict[Key, list[GivenMark]] = defaultdict(list)
    for mark in marks:
        grouped[mark.key].append(mark)
    return grouped


def list_verdicts(marks: Iterable[GivenMark]) -> dict[int, dict[Named, Verdict]]:
    """Run → finding → what stands of what coaches decided about it: what was said last."""
    decided: dict[int, dict[Named, Verdict]] = defaultdict(dict)
    for mark in sorted(marks, key=lambda mark: mark.id):
        decided[mark.key[0]].update(mark.overrides)
    return decided


def verdicts_of(run: Run) -> dict[Named, Verdict]:
    """What coaches decided about findings of `run`, which the caller may see. A provisional critical error that is not
    among them has not been looked at."""
    return list_verdicts(list_marks([run])).get(run.pk, {})


def _show(row: Mark) -> GivenMark:
    coach = name_person(row.coach)
    return GivenMark(
        id=row.pk,
        key=(row.run_id, row.reply),
        coach_id=row.coach_id,
        coach=coach,
        given_at=row.given_at,
        steps=json.loads(row.steps),
        remark=row.remark,
        saw_findings=row.saw_findings,
        scoring_version=row.scoring_version,
        wording=row.wording,
        notes=[Note(each.start, each.end, each.text) for each in sorted(row.notes.all(), key=lambda each: each.pk)],
        overrides={
            (each.wording, each.rule, each.params): Verdict(each.verdict, each.reason, coach, row.given_at)
            for each in sorted(row.overrides.all(), key=lambda each: each.pk)
        },
    )
