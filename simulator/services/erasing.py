"""Taking words, or a whole run, out of the database again."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from people.models import Role, User
from people.queries import roles_of
from simulator.models import CERTIFICATION, PRACTICE, Run, RunEvent, ShareLink, Words
from simulator.services import memory
from simulator.services.earlier import find_prints_of, lock_runs_of
from simulator.services.refusals import Refused


def erase_words(run: Run, *, actor: User) -> int:
    """Erases the words of `run`, text and salt together, in its forks and its origin too; returns how many there were.

    The chain stays whole, and points and rules stay; links that were made to any of these runs go. Raises Refused:
    forbidden (only the trainee may, and for runs of a cohort its administrators), not_ended (of this run or of one that
    shares its words).
    """
    if not _may_erase(run, actor=actor):
        raise Refused("forbidden")
    with transaction.atomic():
        # Who shares the words is asked under the locks of all who might; a fork in the making locks its origin.
        lock_runs_of(run.trainee)
        words = Words.objects.filter(events__run=run, text__isnull=False)
        touched = Run.objects.filter(events__words__in=words).values_list("pk", flat=True)
        runs = list(Run.objects.filter(pk__in={*touched, run.pk}).order_by("pk"))
        if any(not touched_run.ended for touched_run in runs):
            raise Refused("not_ended")
        erased = list(words.values_list("pk", flat=True))
        # By row: what a coach wrote stands in the input, and in what appeared.
        own = RunEvent.objects.filter(run=run, words__in=erased, seq__gt=1)
        count = own.values("words").distinct().count()
        ShareLink.objects.filter(run__in=runs).delete()
        runs += _erase_prints_of([touched_run.pk for touched_run in runs], trainee=run.trainee)
        Words.objects.filter(pk__in=erased).update(text=None, salt=None)
        _count_erasure(runs)
    _forget(runs)
    return count


def purge_run(run: Run, *, actor: User) -> None:
    """Deletes a practice run with its log; words that a fork shares stay with the fork. Safe to call twice. Raises
    Refused `forbidden`."""
    if run.trainee_id != actor.pk or run.mode != PRACTICE:
        raise Refused("forbidden")
    remove_run(run)


def remove_run(run: Run) -> None:
    """Deletes a run of any kind, with its log; words that a fork shares stay with the fork. For who has asked already
    whether it may be: its trainee wants it, or its time is over."""
    with transaction.atomic():
        lock_runs_of(run.trainee)
        later = _erase_prints_of([run.pk], trainee=run.trainee)
        _count_erasure(later)
        Run.objects.filter(pk=run.pk).update(purging=True)
        words = list(RunEvent.objects.filter(run=run, words__isnull=False).values_list("words_id", flat=True))
        Run.objects.filter(pk=run.pk).delete()
        Words.objects.filter(pk__in=words, events__isnull=True).delete()
    _forget([run, *later])


def _erase_prints_of(runs: Iterable[int], *, trainee: User) -> list[Run]:
    """Erases the fingerprints that later runs began with, of what was written in `runs`, under way or not; returns
    those runs."""
    later = list(find_prints_of(runs, trainee=trainee))
    prints = RunEvent.objects.filter(run__in=later, seq=1).values_list("words_id", flat=True)
    Words.objects.filter(pk__in=list(prints)).update(text=None, salt=None)
    return later


def _count_erasure(runs: Iterable[Run]) -> None:
    """So that no process takes what it remembers of `runs` for what there is."""
    Run.objects.filter(pk__in=[run.pk for run in runs]).update(erasures=F("erasures") + 1)


def _forget(runs: Iterable[Run]) -> None:
    for run in runs:
        memory.forget(run.pk)


def _may_erase(run: Run, *, actor: User) -> bool:
    if run.trainee_id == actor.pk:
        return run.mode != CERTIFICATION
    return run.cohort is not None and Role.ADMINISTRATOR in roles_of(actor, cohort=run.cohort)
