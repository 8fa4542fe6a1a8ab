"""Calibrations, for the coaches of their cohort: what is to be marked, how far each is, and how far they agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from people.models import Role, User
from people.queries import cohorts_of
from scoring.core.agreement import ORDINAL, Agreement, measure
from scoring.core.calibrating import Given, Severity, list_units, measure_severity, rank_disputes
from scoring.models import Calibration
from scoring.queries.marks import Key, list_marks, name_person
from scoring.queries.queue import PostGroup, group_replies
from scoring.queries.replies import SentReply, runs_marked_by
from simulator.models import Run

MOST_DISPUTES = 5
CHOSEN = ("calibration",)
"""Why these replies are to be marked."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A reply on which coaches differ, and what each gave it; `spread` is in steps, over all criteria."""

    reply: SentReply
    given: Given
    spread: int


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What came of a calibration so far. `progress` is (name, how many of `size` replies they marked) of each coach;
    the rest is None or empty until the viewer has marked all: nobody adapts to others before. `severity` is the
    viewer's, and nobody else's."""

    size: int
    progress: Sequence[tuple[str, int]]
    is_done: bool
    agreements: Mapping[str, Agreement]
    disputes: Sequence[Dispute]
    severity: Severity | None


def calibrations_of(coach: User) -> QuerySet[Calibration]:
    """Those of the cohorts that `coach` coaches, the newest first."""
    cohorts = cohorts_of(coach, role=Role.COACH)
    return Calibration.objects.filter(cohort__in=cohorts).select_related("cohort", "made_by").order_by("-pk")


def list_calibrated(calibration: Calibration, *, coach: User) -> list[PostGroup]:
    """What `coach` is to mark of it, post by post: what they may still see."""
    chosen = set(calibration.replies.values_list("run", "reply"))
    runs = list(runs_marked_by(coach).filter(pk__in={run for run, _ in chosen}))
    groups = []
    for group in group_replies(runs, coach=coach):
        replies = [reply for reply in group.replies if reply.key in chosen]
        if replies:
            groups.append(replace(group, replies=replies, reasons={reply.key: CHOSEN for reply in replies}))
    return sorted(groups, key=lambda group: group.id)


def read_calibration(calibration: Calibration, groups: Sequence[PostGroup], *, coach: User) -> Calibrated:
    """`groups` are those of `list_calibrated`."""
    chosen = set(calibration.replies.values_list("run", "reply"))
    given = _read_given(chosen)
    people = User.objects.filter(memberships__cohort=calibration.cohort, memberships__role=Role.COACH).order_by("pk")
    progress = [(name_person(each), sum(each.pk in marks for marks in given.values())) for each in people]
    is_done = not any(group.list_open(coach) for group in groups)
    if not is_done or not any(coach.pk in marks for marks in given.values()):
        return Calibrated(len(chosen), progress, False, {}, (), None)
    criteria = {name: None for marks in given.values() for steps in marks.values() for name in steps}
    agreements = {
        name: measure(list_units(given.values(), criterion=name), metric=ORDINAL, seed=calibration.pk)
        for name in criteria
    }
    shown = {reply.key: reply for group in groups for reply in group.replies if reply.text is not None}
    visible = {key: marks for key, marks in given.items() if key in shown}
    disputes = [Dispute(shown[key], given[key], spread) for key, spread in rank_disputes(visible, most=MOST_DISPUTES)]
    severity = measure_severity(given.values(), coach=coach.pk)
    return Calibrated(len(chosen), progress, True, agreements, disputes, severity)


def _read_given(chosen: set[Key]) -> dict[Key, dict[int, Mapping[str, int]]]:
    """What each coach gave each of these replies: the last mark before they knew what the score had found or, where
    they have always known, the last of all."""
    runs = Run.objects.filter(pk__in={run for run, _ in chosen}, purging=False)
    given: dict[Key, dict[int, Mapping[str, int]]] = {key: {} for key in sorted(chosen)}
    for mark in (*list_marks(runs), *list_marks(runs, blind_only=True)):
        if mark.key in given:
            given[mark.key][mark.coach_id] = mark.steps
    return given
