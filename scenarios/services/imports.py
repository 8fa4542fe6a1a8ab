"""What was imported in the browser: a draft like any other, and its review of what may be somebody's.

Rules kept here: only coaches of the cohort write; of the file nothing is kept but what the draft says and which columns
it had; what is decided in a review is saved as an edition of the draft, by whom and when.
"""

import json
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from people.models import Cohort, User
from scenarios.core.importing.convert import Imported
from scenarios.core.importing.exercise import Columns
from scenarios.models import Draft, ImportMapping
from scenarios.services.drafts import begin_imported, check_coach, save_draft
from scenarios.services.review import Reviewed, confirm_text, inspect_review, replace_text


def keep_import(imported: Imported, *, cohort: Cohort, by: User) -> Draft:
    """A draft that begins with what was imported; the columns of a plan are kept for the next one.

    Raises DraftRefused: forbidden.
    """
    with transaction.atomic():
        draft = begin_imported(cohort=cohort, by=by, text=imported.scenario, brand_source=imported.brand)
        if imported.columns is not None:
            said = {"columns": write_mapping(imported.columns), "saved_by": by, "saved_at": timezone.now()}
            ImportMapping.objects.update_or_create(cohort=cohort, defaults=said)
    return draft


def forget_mapping(cohort: Cohort, *, by: User) -> None:
    """The next plan's columns are guessed anew. Raises DraftRefused: forbidden."""
    check_coach(by, cohort)
    ImportMapping.objects.filter(cohort=cohort).delete()


def review_of(draft: Draft) -> Reviewed:
    """Where the review of an imported draft stands. Raises NotReviewable."""
    return inspect_review(draft.text, file=draft.key, brands=lambda reference: (reference, draft.brand_source))


def decide_doubts(draft: Draft, *, by: User, replaced: Mapping[int, str], kept: list[int], is_all: bool) -> Draft:
    """Puts other words where `replaced` says so, lets those of `kept` stay, and with `is_all` confirms the whole text.

    Numbers are those of the review as it stands. Raises NotReviewable, and DraftRefused: held, conflict, forbidden.
    """
    found = review_of(draft)
    keys = dict(enumerate(found.review.doubts, start=1))
    wanted = {keys[number] for number in kept if number in keys and number not in replaced}
    text = found.source
    for number, words in sorted(replaced.items(), reverse=True):  # from the last one on, so that the numbers stay
        text = replace_text(found, number=number, words=words, file=draft.key)
        found = _inspect(draft, text)
    numbers = [number for number, key in enumerate(found.review.doubts, start=1) if key in wanted]
    if is_all or numbers:
        name = by.get_full_name() or by.username
        text = confirm_text(found, by=name[:80], at=timezone.now(), numbers=None if is_all else numbers)
    return save_draft(draft.pk, actor=by, text=text, base=draft.edition)


def write_mapping(columns: Columns) -> str:
    said = {
        "sheet": columns.sheet,
        "header": columns.header,
        "columns": dict(columns.columns),
        "channels": dict(columns.channels),
    }
    return json.dumps(said, ensure_ascii=False)


def read_mapping(cohort: Cohort) -> Columns | None:
    """The columns that the cohort's last plan had."""
    kept = ImportMapping.objects.filter(cohort=cohort).first()
    if kept is None:
        return None
    said = json.loads(kept.columns)
    return Columns(said["sheet"], said["header"], said["columns"], said["channels"])


def _inspect(draft: Draft, text: str) -> Reviewed:
    return inspect_review(text, file=draft.key, brands=lambda reference: (reference, draft.brand_source))
