"""Looks at what is somebody's, noted once an hour for the same thing, and told to whom it is about.

Rules kept here: nobody's own look is noted; an entry says what and whose by ids. Who marks reads blind, and is
told of by the mark.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from people.models import User
from people.queries import Look
from people.services.auditing import record_looks
from simulator.models import Run


@dataclass(frozen=True, slots=True)
class ShownLook:
    """`name` is whoever looked, `what` at what; `run` and `attempt` are its number where it has a page of its own.

    `is_deleted` says that the run is no longer kept: then it has no page, and `run` is None.
    """

    name: str
    what: str
    at: datetime
    run: int | None
    attempt: int | None
    is_deleted: bool


def note_run(run: Run, viewer: User, *, where: str) -> None:
    """`viewer` looked at a run; `where` is one of name_places."""
    note_runs([run], viewer, where=where)


def note_runs(runs: Iterable[Run], viewer: User, *, where: str) -> None:
    """`viewer` looked at all of these."""
    # One's own is told apart without a question: it is what nearly all pages are of.
    told = [(run.trainee, {"run": run.pk, "where": where}) for run in runs if run.trainee_id != viewer.pk]
    record_looks("run.looked_at", actor=viewer, looks=told)


def describe_looks(looks: Sequence[Look]) -> list[ShownLook]:
    """The looks as a page tells them."""
    named = {each.data["run"] for each in looks if each.data.get("run")}
    kept = set(Run.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
    return [
        ShownLook(
            name=each.name or gettext("an account that is gone"),
            what=_name_look(each),
            at=each.at,
            run=each.data.get("run") if each.data.get("run") in kept else None,
            attempt=each.data.get("attempt"),
            is_deleted=each.data.get("run") in named - kept,
        )
        for each in looks
    ]


def _name_look(look: Look) -> str:
    if look.verb == "attempt.looked_at":
        return gettext("an attempt at a certification")
    if look.verb == "certificate.sent":
        return gettext("a certificate as a file")
    return name_places().get(look.data.get("where", ""), gettext("a run"))


def name_places() -> Mapping[str, str]:
    """Where a run is looked at."""
    return {
        "desk": gettext("the desk, or the control room while it ran"),
        "debrief": gettext("the debrief"),
        "replay": gettext("the replay"),
        "file": gettext("the debrief as a PDF"),
        "class": gettext("the debrief of the class"),
    }
