"""Drafts: a scenario while it is being written, in the browser, by the coaches of a cohort.

Rules kept here: only coaches of its cohort write; one of them at a time, who has the pen; who saves says which edition
they began from, and nothing is overwritten that they have not seen; what is overwritten by somebody else, or after a
while, is kept as a revision first; a revision never changes.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from people.models import Cohort, Role, User
from people.queries import cohorts_of
from scenarios.core.brands import check_brand
from scenarios.core.decoding import MOST_BYTES
from scenarios.core.headings import Heading, read_heading, replace_key
from scenarios.core.line_changes import count_changes
from scenarios.core.skeleton import write_skeleton
from scenarios.models import Draft, Revision, ScenarioVersion

WHATS = ("begun", "copied", "taken", "written", "restored", "published", "aside")
"""How a text came about; `taken`: in, from a file; `aside`: it was written beside one that somebody else saved, and is
no part of it."""
HELD_FOR = timedelta(seconds=90)
"""So long after the last sign of life the pen is still theirs who has it."""
KEPT_EVERY = timedelta(minutes=5)
"""Whoever writes on and on leaves a revision behind so often."""
MOST_REVISIONS = 400
"""Of one draft; then the oldest that nobody named goes. A working day has a hundred of five minutes each."""


class DraftRefused(Exception):
    """`code` is one of forbidden, held (by whom), conflict, too_large, too_long, unknown_revision, bad_text."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def begin_draft(*, cohort: Cohort, by: User, language: str, brand_source: str) -> Draft:
    """A new scenario for the brand of the profile `brand_source`. Raises DraftRefused: forbidden, bad_text."""
    written, _ = check_brand(brand_source.encode(), file="")
    if written is None or not written.brand.channels:
        raise DraftRefused("bad_text")
    brand = written.brand
    text = write_skeleton(
        key=_choose_key("neues-szenario" if language == "de" else "new-scenario", cohort),
        language=language,
        brand_file=f"brands/{brand.key}.{language}.yaml",
        channel=brand.channels[0].key,
        address=brand.address,
    )
    return _create(cohort, by, text=text, brand_source=brand_source, what="begun")


def copy_version(version: ScenarioVersion, *, cohort: Cohort, by: User) -> Draft:
    """A draft that begins with the text of `version`. What the cohort published itself goes on under its own key, so
    that publishing makes a new version of it; what is shipped does unless the cohort has one of that key already.

    Raises DraftRefused: forbidden.
    """
    scenario, text = version.scenario, version.source.replace("\r\n", "\n")
    if scenario.cohort_id not in (None, cohort.pk):
        raise DraftRefused("forbidden")
    if scenario.cohort_id is None:
        text = replace_key(text, _choose_key(scenario.key, cohort))
    return _create(
        cohort,
        by,
        text=text,
        brand_source=version.brand_source,
        what="copied",
        detail=f"{scenario.key} v{version.number}",
    )


def begin_imported(*, cohort: Cohort, by: User, text: str, brand_source: str) -> Draft:
    """A draft that begins with what was imported, under a key of its own. Raises DraftRefused: forbidden."""
    text = replace_key(text, _choose_key(read_heading(text).key, cohort))
    return _create(cohort, by, text=text, brand_source=brand_source, what="begun")


def begin_taken(*, cohort: Cohort, by: User, text: str, brand_source: str, digest: str) -> Draft:
    """A draft that begins with the text of a version with this digest, which came as a file. It keeps its key: of a
    scenario that the cohort has published itself it becomes the next version. Raises DraftRefused: forbidden."""
    return _create(cohort, by, text=text, brand_source=brand_source, what="taken", detail=digest[:12])


def save_draft(draft_id: int, *, actor: User, text: str, base: int) -> Draft:
    """`text` as the draft's next edition, where `base` is the last one; the pen is `actor`'s from now on.

    The same text again is no edition. Raises DraftRefused: held (somebody else writes), conflict (`base` is not the
    last edition), too_large, forbidden.
    """
    text = _read_text(text)
    with transaction.atomic():
        draft, now = lock_own(draft_id, actor=actor), timezone.now()
        _hold(draft, actor, now=now)
        if draft.text != text:
            if draft.edition != base:
                raise DraftRefused("conflict")
            _put(draft, text, actor=actor, now=now, what="written")
        draft.save()
    return draft


def take_pen(draft_id: int, *, actor: User) -> Draft:
    """`actor` writes from now on, for HELD_FOR after each sign of life. Raises DraftRefused: held, forbidden."""
    with transaction.atomic():
        draft = lock_own(draft_id, actor=actor)
        _hold(draft, actor, now=timezone.now())
        draft.save(update_fields=["held_by", "held_until"])
    return draft


def release_pen(draft_id: int, *, actor: User) -> None:
    """Lets others write, where it is `actor` who does. Raises DraftRefused: forbidden."""
    with transaction.atomic():
        draft = lock_own(draft_id, actor=actor)
        if draft.held_by_id == actor.pk:
            draft.held_by = draft.held_until = None
            draft.save(update_fields=["held_by", "held_until"])


def set_aside(draft_id: int, *, actor: User, text: str) -> Revision:
    """Keeps in the history what `actor` wrote while somebody else saved. Raises DraftRefused: too_large, forbidden."""
    text = _read_text(text)
    with transaction.atomic():
        draft = lock_own(draft_id, actor=actor)
        return _keep(draft, text=text, by=actor, at=timezone.now(), what="aside", edition=draft.edition)


def restore_revision(draft_id: int, *, actor: User, number: int, base: int) -> Draft:
    """The text of revision `number` as the next edition; what it replaces is kept.

    Raises DraftRefused: unknown_revision, held, conflict, forbidden.
    """
    with transaction.atomic():
        draft, now = lock_own(draft_id, actor=actor), timezone.now()
        _hold(draft, actor, now=now)
        if draft.edition != base:
            raise DraftRefused("conflict")
        revision = draft.revisions.filter(number=number).first()
        if revision is None:
            raise DraftRefused("unknown_revision")
        _keep_head(draft)
        _put(draft, revision.text, actor=actor, now=now, what="restored", detail=str(number))
        draft.save()
    return draft


def mark_published(draft_id: int, *, actor: User, text: str, number: int) -> None:
    """The history says that `text` became version `number`. Raises DraftRefused: forbidden."""
    with transaction.atomic():
        draft, now = lock_own(draft_id, actor=actor), timezone.now()
        _keep_head(draft)
        _keep(draft, text=text, by=actor, at=now, what="published", edition=draft.edition, detail=str(number))


def delete_draft(draft_id: int, *, actor: User) -> None:
    """The draft and its history are gone; what was published of it stays. Raises DraftRefused: held, forbidden."""
    with transaction.atomic():
        draft = lock_own(draft_id, actor=actor)
        _hold(draft, actor, now=timezone.now())
        draft.delete()


def find_own(draft_id: int, *, actor: User) -> Draft:
    """A draft that `actor` may write. Raises DraftRefused: forbidden."""
    mine = Draft.objects.filter(cohort__in=cohorts_of(actor, role=Role.COACH))
    draft = mine.select_related("cohort").filter(pk=draft_id).first()
    if draft is None:
        raise DraftRefused("forbidden")
    return draft


def lock_own(draft_id: int, *, actor: User) -> Draft:
    """The same, and nobody else saves or publishes it until the transaction ends. Raises DraftRefused: forbidden."""
    mine = Draft.objects.filter(cohort__in=cohorts_of(actor, role=Role.COACH)).values("pk")
    draft = Draft.objects.select_for_update(of=("self",)).filter(pk=draft_id, pk__in=mine).first()
    if draft is None:
        raise DraftRefused("forbidden")
    return draft


def check_coach(person: User, cohort: Cohort) -> None:
    """Raises DraftRefused: forbidden, for who does not coach `cohort`."""
    if not cohorts_of(person, role=Role.COACH).filter(pk=cohort.pk).exists():
        raise DraftRefused("forbidden")


def holder_of(draft: Draft, *, now: datetime) -> User | None:
    """Who has the pen at `now`."""
    return draft.held_by if draft.held_until is not None and draft.held_until > now else None


def _create(cohort: Cohort, by: User, *, text: str, brand_source: str, what: str, detail: str = "") -> Draft:
    check_coach(by, cohort)
    now = timezone.now()
    heading = read_heading(text)
    return Draft.objects.create(
        cohort=cohort,
        brand_source=brand_source,
        text=text,
        what=what,
        detail=detail,
        saved_by=by,
        saved_at=now,
        held_by=by,
        held_until=now + HELD_FOR,
        **_columns(heading, language="de"),
    )


def _hold(draft: Draft, actor: User, *, now: datetime) -> None:
    holder = holder_of(draft, now=now)
    if holder is not None and holder.pk != actor.pk:
        raise DraftRefused("held")
    draft.held_by, draft.held_until = actor, now + HELD_FOR


def _put(draft: Draft, text: str, *, actor: User, now: datetime, what: str, detail: str = "") -> None:
    """`text` in place of what was last saved, which is kept where it would be missed."""
    last = draft.revisions.order_by("-number").first()
    kept_at = last.at if last is not None else None
    is_another = draft.saved_by_id != actor.pk or draft.what != "written"
    if is_another or kept_at is None or draft.saved_at - kept_at >= KEPT_EVERY:
        _keep_head(draft)
    draft.text, draft.edition, draft.what, draft.detail = text, draft.edition + 1, what, detail
    draft.saved_by, draft.saved_at = actor, now
    for name, value in _columns(read_heading(text), language=draft.language).items():
        setattr(draft, name, value)


def _keep_head(draft: Draft) -> None:
    if draft.revisions.filter(edition=draft.edition).exclude(what__in=("aside", "published")).exists():
        return
    by, at = draft.saved_by, draft.saved_at
    _keep(draft, text=draft.text, by=by, at=at, what=draft.what, edition=draft.edition, detail=draft.detail)


def _keep(
    draft: Draft, *, text: str, by: User | None, at: datetime, what: str, edition: int, detail: str = ""
) -> Revision:
    last = draft.revisions.exclude(what="aside").order_by("-number").first()
    number = draft.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    added, removed = count_changes(last.text if last is not None else "", text)
    revision = draft.revisions.create(
        number=number + 1,
        edition=edition,
        by=by,
        at=at,
        what=what,
        detail=detail,
        text=text,
        added=added,
        removed=removed,
    )
    usual = draft.revisions.filter(what="written").order_by("-number").values_list("pk", flat=True)[MOST_REVISIONS:]
    Revision.objects.filter(pk__in=list(usual)).delete()
    return revision


def _columns(heading: Heading, *, language: str) -> dict[str, str]:
    """What lists show, as far as the text tells it."""
    spoken = heading.language if heading.language in ("de", "en") else language
    return {"key": heading.key[:64], "title": heading.title[:120], "language": spoken}


def _choose_key(wanted: str, cohort: Cohort) -> str:
    """`wanted`, with a number where the cohort writes or has published one of that key already."""
    taken = {
        *Draft.objects.filter(cohort=cohort).values_list("key", flat=True),
        *cohort.scenarios.values_list("key", flat=True),
    }
    keys = (f"{wanted[:56]}-{number}" for number in range(2, len(taken) + 3))
    return next((key for key in keys if key not in taken), wanted) if wanted in taken else wanted


def _read_text(text: str) -> str:
    """With line breaks as the editor counts them."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise DraftRefused("too_large")
    if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise DraftRefused("bad_text")
    return text.replace("\r\n", "\n").replace("\r", "\n")
