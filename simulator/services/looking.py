"""Who looks at a run while it is under way is noted, for whoever plays it."""

from people.models import User
from people.services.auditing import record_look
from simulator.models import Run


def note_look(run_id: int, *, viewer: User) -> None:
    """`viewer` follows the run live, at its desk or in the control room; once an hour."""
    run = Run.objects.select_related("trainee").get(pk=run_id)
    record_look("run.looked_at", actor=viewer, about=run.trainee, run=run.pk, where="desk")
