"""Reads of runs, each for a named viewer, and the log behind them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from people.models import Role, User
from people.queries import cohorts_of, trainees_of
from scenarios.queries import TEXTS
from simulator.core.events import COACH, TRAINEE, Event, actor_of
from simulator.core.rows import Row
from simulator.models import CERTIFICATION, PRACTICE, Draft, Exercise, OwnTemplate, Run, RunEvent, ShareLink
from simulator.services import store
from simulator.services.coaching import coached_by
from simulator.services.earlier import find_said
from simulator.services.exercises import is_invited
from simulator.services.sharing import hash_token, read_now


def runs_visible_to(user: User) -> QuerySet[Run]:
    """The runs that `user` may see: their own; a class's, for a while, as its coach; certifications as a manager too.

    An administrator reads no runs.
    """
    managed = Q(mode=CERTIFICATION, cohort__in=cohorts_of(user, role=Role.MANAGER))
    return Run.objects.filter(Q(trainee=user) | coached_by(user) | managed, purging=False)


def has_earlier_replies(user: User, *, language: str) -> bool:
    """Whether there is anything that a new run of `user` in `language` could be held against."""
    return find_said(user, language=language).exists()


def run_for(user: User, run_id: int) -> tuple[Run, str]:
    """The run and how `user` looks at it ("trainee" or "coach"). Raises Run.DoesNotExist where they may not see it."""
    # Most look at their own run, and a class does so all at once: the whole question costs seven times as much.
    own = Run.objects.filter(pk=run_id, trainee=user, purging=False).first()
    return (runs_visible_to(user).get(pk=run_id), COACH) if own is None else (own, TRAINEE)


def exercises_for(trainee: User) -> QuerySet[Exercise]:
    """What is set for `trainee` and is neither over nor called off, the next to close first."""
    cohorts = cohorts_of(trainee, role=Role.TRAINEE)
    meant = Q(is_for_all=True) | Q(pk__in=Exercise.people.through.objects.filter(user=trainee).values("exercise"))
    standing = Exercise.objects.filter(meant, cohort__in=cohorts, called_off_at=None, closes_at__gt=read_now())
    return _with_titles(standing).order_by("closes_at", "pk")


def exercises_of(coach: User) -> QuerySet[Exercise]:
    """What is set in the cohorts that `coach` coaches, by whomever; the last to begin first."""
    set_there = Exercise.objects.filter(cohort__in=cohorts_of(coach, role=Role.COACH))
    return _with_titles(set_there).order_by("-opens_at", "-pk")


def find_exercise(user: User, exercise_id: int) -> Exercise:
    """One that `user` is invited to, whatever its window. Raises Exercise.DoesNotExist where they are not."""
    exercise = _with_titles(Exercise.objects.all()).get(pk=exercise_id)
    if not is_invited(exercise, user):
        raise Exercise.DoesNotExist
    return exercise


def _with_titles(exercises: QuerySet[Exercise]) -> QuerySet[Exercise]:
    """With all that a page says of them; what the scenarios say is told by `scenarios.queries.tell_about`."""
    deferred = (f"version__{name}" for name in TEXTS)
    return exercises.select_related("version__scenario", "cohort", "set_by").defer(*deferred)


def invited_to(exercise: Exercise) -> QuerySet[User]:
    """The trainees that it is for, by name."""
    trainees = trainees_of(exercise.cohort)
    return trainees if exercise.is_for_all else trainees.filter(exercises=exercise)


def find_shared(token: str) -> ShareLink | None:
    """The link whose address ends with `token`, while it is good: neither over nor revoked, and its run and its
    trainee's account are still there."""
    live = ShareLink.objects.filter(expires_at__gt=read_now(), run__mode=PRACTICE, run__purging=False)
    rows = live.filter(run__trainee__is_active=True).select_related("run__trainee", "run__version__scenario")
    return rows.filter(digest=hash_token(token)).first()


def list_links(run: Run) -> list[ShareLink]:
    """The links to `run` that are not over, the newest first."""
    return list(ShareLink.objects.filter(run=run, expires_at__gt=read_now()).order_by("-created_at", "-pk"))


def rows_after(run_id: int, seq: int, limit: int) -> list[Row]:
    """At most `limit` rows of the log after event `seq`, in order."""
    rows = RunEvent.objects.filter(run_id=run_id, seq__gt=seq).order_by("seq")
    return [
        Row(run_id, *row) for row in rows.values_list("seq", "at_ms", "kind", "data", "words__text", "actor")[:limit]
    ]


def find_picture(run_id: int, seq: int) -> Mapping[str, Any] | None:
    """What the post that event `seq` brought shows; None where it shows nothing, or there is no such post."""
    rows = rows_after(run_id, seq - 1, 1)
    if not rows or (rows[0].seq, rows[0].kind) != (seq, "PostAppeared"):
        return None
    picture: Mapping[str, Any] | None = json.loads(rows[0].data_text).get("picture")
    return picture


def list_drafts(run: Run, *, author: User) -> list[Draft]:
    """What `author` is writing in their own run, emptied drafts too, by thread. Nobody has any in another one's run."""
    return list(Draft.objects.filter(run=run, run__trainee=author, author=author).order_by("thread"))


def list_own_templates(owner: User, *, language: str | None = None) -> list[OwnTemplate]:
    """The templates that `owner` keeps, by language and title; nobody else reads them."""
    kept = OwnTemplate.objects.filter(owner=owner)
    return list((kept if language is None else kept.filter(language=language)).order_by("language", "title", "pk"))


def list_proposals(user: User) -> list[RunEvent]:
    """The articles that `user` proposed, with their runs, the newest first; those whose words are erased are gone. What
    stands in a fork as well is named once, by the run it was written in, or the oldest that is left."""
    proposed = RunEvent.objects.filter(kind="ArticleProposed", run__trainee=user, run__purging=False)
    own = proposed.filter(actor=actor_of(user.pk), words__text__isnull=False)
    versions = ("run__version__timeline_json", "run__version__source", "run__version__brand_source")
    found = own.select_related("words", "run__version").defer(*versions).order_by("-run_id", "seq")
    first = {event.words_id: event for event in found}
    return sorted(first.values(), key=lambda event: (event.run.created_at, event.run_id, event.seq), reverse=True)


class Head(NamedTuple):
    """How far a log has come: the seq of its last event, and how often words that it uses were erased."""

    seq: int
    erasures: int


def heads(run_ids: Sequence[int]) -> Mapping[int, int]:
    """Run → seq of its last event, in one query."""
    return {run_id: head.seq for run_id, head in full_heads(run_ids).items()}


def full_heads(run_ids: Sequence[int]) -> Mapping[int, Head]:
    """Run → the head of its log, in one query."""
    rows = Run.objects.filter(pk__in=run_ids).values_list("pk", "head_seq", "erasures")
    return {run_id: Head(seq, erasures) for run_id, seq, erasures in rows}


def next_due_at() -> int | None:
    """The wall time in ms at which the next event of any run falls due; None where nothing will without an input."""
    return store.first_due()


def read_log(run_id: int) -> list[Event]:
    """The whole log."""
    return store.read_events(run_id)
