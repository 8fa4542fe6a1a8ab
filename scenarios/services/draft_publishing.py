"""From a draft to a version that others play. The text that was looked at is the one that is published."""

from django.db import transaction

from people.models import User
from scenarios.models import Draft, ScenarioVersion, VersionNote
from scenarios.services.drafts import DraftRefused, lock_own, mark_published
from scenarios.services.publish import publish

LONGEST_NOTE = 500


def publish_draft(draft_id: int, *, actor: User, edition: int, note: str = "") -> ScenarioVersion:
    """The last saved text, which has to be `edition`, as a version of its cohort's scenario. `note` says what is new in
    it, the last one counts.

    Raises NotPublishable where lint has an error; DraftRefused: conflict (another edition), too_long, forbidden.
    """
    note = note.strip()
    if len(note) > LONGEST_NOTE or "\x00" in note:
        raise DraftRefused("too_long")
    with transaction.atomic():
        draft = lock_own(draft_id, actor=actor)
        if draft.edition != edition:
            raise DraftRefused("conflict")
        version = publish(
            draft.text.encode(),
            file=name_file(draft),
            brands=lambda reference: (reference, draft.brand_source),
            cohort=draft.cohort,
            by=actor,
        )
        VersionNote.objects.update_or_create(version=version, defaults={"draft": draft, "text": note})
        mark_published(draft_id, actor=actor, text=draft.text, number=version.number)
    return version


def name_file(draft: Draft) -> str:
    """What problems of its text are said to be in."""
    return f"{draft.key or 'scenario'}.{draft.language}.yaml"
