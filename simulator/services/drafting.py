"""What a trainee is writing, kept for their other devices until it is sent or the run ends.

Rules kept here: a draft is no event, and nothing in a log or a score hears of it; only its author writes it; the newest
wins, and whoever overwrites what another device wrote is handed that.
"""

from dataclasses import dataclass

from django.db import transaction

from people.models import User
from simulator.models import Draft, Run
from simulator.services import clock
from simulator.services.refusals import Refused
from simulator.services.replying import LONGEST_TEXT, is_storable

MOST_DRAFTS = 1_000
"""Of one run: more threads than a desk is measured with."""
VISIBILITIES = ("public", "private", "callback", "call", "mail", "note")


@dataclass(frozen=True, slots=True)
class Kept:
    """The draft as it is kept now, and what it replaced, where another device had written that meanwhile."""

    draft: Draft
    replaced: str | None


def keep_draft(
    run_id: int,
    *,
    actor: User,
    thread: str,
    text: str,
    visibility: str,
    signed: bool,
    post: str | None,
    base: int,
) -> Kept:
    """Keeps `text` as what `actor` is writing in `thread`; an empty one says that there is nothing any more.

    `base` is the revision that the device knows, 0 for none. Raises Refused: too_long, bad_text, bad_visibility,
    too_many_drafts, ended, unknown_run (or somebody else's).
    """
    if len(text) > LONGEST_TEXT:
        raise Refused("too_long", limit=LONGEST_TEXT, length=len(text))
    if not all(map(is_storable, (text, thread, post or ""))):
        raise Refused("bad_text")
    if visibility not in VISIBILITIES:
        raise Refused("bad_visibility")
    with transaction.atomic():
        # Under the lock of the run, so that none is kept behind its end.
        run = Run.objects.select_for_update().filter(pk=run_id, trainee=actor, purging=False).first()
        if run is None:
            raise Refused("unknown_run")
        if run.ended:
            raise Refused("ended")
        known = Draft.objects.filter(run=run, author=actor, thread=thread).first()
        if known is None and Draft.objects.filter(run=run).count() >= MOST_DRAFTS:
            raise Refused("too_many_drafts", limit=MOST_DRAFTS)
        draft = known or Draft(run=run, author=actor, thread=thread, text="", revision=0)
        is_news = draft.revision != base and draft.text not in ("", text)
        replaced = draft.text if is_news else None
        draft.text, draft.visibility, draft.signed, draft.post = text, visibility, signed, post
        draft.revision, draft.saved_at = draft.revision + 1, clock.wall_ms()
        draft.save()
        return Kept(draft, replaced)
