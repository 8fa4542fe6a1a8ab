"""Taking words, or a whole run, out of the database again."""

from django.db import transaction

from people.models import Role, User
from people.queries import roles_of
from simulator.models import CERTIFICATION, PRACTICE, Run, RunEvent, Words
from simulator.services import memory
from simulator.services.refusals import Refused


def erase_words(run: Run, *, actor: User) -> int:
    """Erases the words of `run`, text and salt together, in its forks and its origin too; returns how many there were.

    The chain stays whole, and points and rules stay. Raises Refused: forbidden (only the trainee may, and for runs of a
    cohort its administrators), not_ended (of this run or of one that shares its words).
    """
    if not _may_erase(run, actor=actor):
        raise Refused("forbidden")
    with transaction.atomic():
        # Who shares the words is asked under the locks of all who might; a fork in the making locks its origin.
        _lock_runs_of(run.trainee)
        words = Words.objects.filter(events__run=run, text__isnull=False)
        touched = Run.objects.filter(events__words__in=words).values_list("pk", flat=True)
        runs = list(Run.objects.filter(pk__in={*touched, run.pk}).order_by("pk"))
        if any(not touched_run.ended for touched_run in runs):
            raise Refused("not_ended")
        ids = list(words.values_list("pk", flat=True))
        Words.objects.filter(pk__in=ids).update(text=None, salt=None)
        for touched_run in runs:
            touched_run.erasures += 1
            touched_run.save(update_fields=["erasures"])
    for touched_run in runs:
        memory.forget(touched_run.pk)
    return len(ids)


def purge_run(run: Run, *, actor: User) -> None:
    """Deletes a practice run with its log; words that a fork shares stay with the fork. Safe to call twice. Raises
    Refused `forbidden`."""
    if run.trainee_id != actor.pk or run.mode != PRACTICE:
        raise Refused("forbidden")
    with transaction.atomic():
        Run.objects.filter(pk=run.pk).update(purging=True)
        words = list(RunEvent.objects.filter(run=run, words__isnull=False).values_list("words_id", flat=True))
        Run.objects.filter(pk=run.pk).delete()
        Words.objects.filter(pk__in=words, events__isnull=True).delete()
    memory.forget(run.pk)


def _lock_runs_of(trainee: User) -> None:
    """Until the transaction ends. Only runs of one person share words."""
    list(Run.objects.select_for_update().filter(trainee=trainee).order_by("pk").values_list("pk", flat=True))


def _may_erase(run: Run, *, actor: User) -> bool:
    if run.trainee_id == actor.pk:
        return run.mode != CERTIFICATION
    return run.cohort is not None and Role.ADMINISTRATOR in roles_of(actor, cohort=run.cohort)
