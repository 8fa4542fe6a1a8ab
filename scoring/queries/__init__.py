"""Reads of scores, and of what trainees say against them."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import regex
from django.db.models import Exists, OuterRef, Subquery

from people.models import Membership, Role, User
from people.queries import cohorts_of
from scoring.models import Objection, Scorecard
from simulator.models import Run, RunEvent

GRAPHEME = regex.compile(r"\X")
LATEST = 200


def scorecard_of(run: Run) -> dict[str, Any] | None:
    """The scorecard that counts, of a run that the caller may see; None before `settle`."""
    cards = list_cards(run)
    return json.loads(cards[-1].data) if cards else None


def read_assessments(card: Scorecard) -> dict[int, dict[str, Any]]:
    """What `card` says of each reply in the place of what the log says, by the reply's seq; empty: nothing else."""
    return {int(reply): found for reply, found in json.loads(card.assessments or "{}").items()}


def list_cards(run: Run) -> list[Scorecard]:
    """The scorecards of a run that the caller may see; the last counts."""
    return list(Scorecard.objects.filter(run=run).order_by("revision"))


def objections_to(card: Scorecard) -> frozenset[tuple[int, str, str]]:
    """What the trainee said is wrong in a scorecard that the caller may see: (reply, rule, params as JSON)."""
    rows = Objection.objects.filter(run=card.run_id, scoring_version=card.scoring_version)
    return frozenset(rows.values_list("reply", "rule", "params"))


@dataclass(frozen=True, slots=True)
class SentObjection:
    """All that a coach sees of an objection. `words` are the places it is about, none where they were not sent.
    `is_erased`: whoever sent it had their words erased, the reason among them. Neither run nor person is named."""

    rule: str
    scoring_version: int
    reason: str
    words: tuple[str, ...]
    is_erased: bool
    made_on: date


def objections_for(coach: User) -> list[SentObjection]:
    """What the trainees of this coach's cohorts sent, the newest first; nothing for anybody else."""
    trainees = Membership.objects.filter(
        user=OuterRef("run__trainee"), role=Role.TRAINEE, cohort__in=cohorts_of(coach, role=Role.COACH)
    )
    text = RunEvent.objects.filter(run=OuterRef("run"), seq=OuterRef("reply")).values("words__text")
    rows = Objection.objects.filter(Exists(trainees), run__purging=False).annotate(text=Subquery(text[:1]))
    return [_show(row) for row in rows.order_by("-made_at", "-pk")[:LATEST]]


def _show(row: Any) -> SentObjection:
    words: tuple[str, ...] = ()
    if row.shares_words and row.text is not None:
        letters, spans = GRAPHEME.findall(row.text), json.loads(row.spans)
        words = tuple("".join(letters[start:end]) for start, end in spans) or (row.text,)
    return SentObjection(
        rule=row.rule,
        scoring_version=row.scoring_version,
        reason="" if row.text is None else row.reason,
        words=words,
        is_erased=row.text is None,
        made_on=row.made_at.date(),
    )
