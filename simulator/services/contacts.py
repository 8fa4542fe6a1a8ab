"""Whether the trainees of an exercise are there: when their desks were last heard of, and nothing else."""

from collections.abc import Collection

from simulator.models import Contact, Run
from simulator.services.sharing import read_now


def note_contacts(run_ids: Collection[int]) -> None:
    """The desks of these runs are there now. Of runs that nobody set, and of those that have ended, nothing is kept."""
    set_runs = Run.objects.filter(pk__in=run_ids, exercise__isnull=False, ended=False, purging=False)
    now = read_now()
    contacts = [Contact(run_id=run_id, seen_at=now) for run_id in set_runs.values_list("pk", flat=True)]
    if contacts:
        Contact.objects.bulk_create(contacts, update_conflicts=True, unique_fields=["run"], update_fields=["seen_at"])
