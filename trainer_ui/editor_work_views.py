"""What a coach does with a draft beside writing it: look back, try it, let robots rehearse it, publish it."""

from typing import Annotated, Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from pydantic import Field

from people.models import User
from scenarios.core.line_changes import list_changes
from scenarios.models import Draft
from scenarios.queries import list_revisions
from scenarios.services.draft_publishing import publish_draft
from scenarios.services.drafts import DraftRefused, restore_revision
from scoring.services.draft_rehearsing import begin_rehearsing, publish_rehearsed, settle_lost, stop_rehearsing
from simulator.services import Refused
from simulator.services.trying import find_place, try_by_robot, try_draft
from trainer_ui.draft_states import describe_revision, describe_state
from trainer_ui.editor_answers import Edition, Sent, SentText, answers
from trainer_ui.editor_views import find_draft
from trainer_ui.editors import describe_saved

MOST_MS = 24 * 3600 * 1000
MOST_LINES = 4_000
"""Of a comparison: more changes are read in the text itself."""


class SentRestore(Sent):
    number: Edition
    base: Edition


class SentPlay(SentText):
    """`at_ms` None: where the last trial was. By a robot: what is looked at begins there; its speed is the film's."""

    at_ms: Annotated[int, Field(ge=0, le=MOST_MS)] | None
    by_robot: bool = False
    speed: Annotated[int, Field(ge=0, le=100_000)]


class SentRehearsal(Sent):
    edition: Edition


class SentPublish(Sent):
    edition: Edition
    note: str
    certification: bool


class SentNothing(Sent):
    pass


@require_GET
@never_cache
@login_required
def send_history(request: HttpRequest, draft_id: int) -> JsonResponse:
    """How the draft came to be, the newest first."""
    draft = find_draft(request, draft_id)
    return JsonResponse({"revisions": [describe_revision(each) for each in list_revisions(draft)]})


@require_GET
@never_cache
@login_required
def send_revision(request: HttpRequest, draft_id: int, number: int) -> JsonResponse:
    """From revision `number` to the last saved text, line by line; `?to=before`: from the one before to it."""
    draft = find_draft(request, draft_id)
    revision = get_object_or_404(draft.revisions, number=number)
    if request.GET.get("to") == "before":
        last = draft.revisions.filter(number__lt=number).exclude(what="aside").order_by("-number").first()
        old, new = last.text if last is not None else "", revision.text
    else:
        old, new = revision.text, draft.text
    lines = [line._asdict() for _, line in zip(range(MOST_LINES), list_changes(old, new), strict=False)]
    return JsonResponse({"number": number, "lines": lines})


@answers(SentRestore)
def restore(draft: Draft, user: User, sent: SentRestore) -> dict[str, Any]:
    restored = restore_revision(draft.pk, actor=user, number=sent.number, base=sent.base)
    return {**describe_saved(restored, viewer=user, now=timezone.now()), "text": restored.text}


@require_GET
@never_cache
@login_required
def send_state(request: HttpRequest, draft_id: int) -> JsonResponse:
    """How far the rehearsal is and what it came to, and what is published."""
    draft = find_draft(request, draft_id)
    settle_lost(draft)
    return JsonResponse(describe_state(draft, language=get_language() or "de"))


@answers(SentPlay)
def play(draft: Draft, user: User, sent: SentPlay) -> dict[str, Any]:
    """A run of the text as it stands in the browser -> the address of its desk: to play at, or as a robot left it."""
    at_ms = sent.at_ms if sent.at_ms is not None else find_place(draft, actor=user)
    text = sent.text.replace("\r\n", "\n")
    try:
        if sent.by_robot:
            played = try_by_robot(draft, actor=user, text=text)
            return {"desk": f"{reverse('trainer_ui:replay', args=[played.pk])}#t={at_ms}"}
        run = try_draft(draft, actor=user, text=text, at_ms=at_ms, speed=sent.speed)
    except Refused:
        raise DraftRefused("bad_text") from None
    return {"desk": reverse("trainer_ui:desk", args=[run.pk])}


@answers(SentRehearsal)
def rehearse(draft: Draft, user: User, sent: SentRehearsal) -> dict[str, Any]:
    begin_rehearsing(draft.pk, actor=user, edition=sent.edition)
    return describe_state(draft, language=get_language() or "de")


@answers(SentNothing)
def stop(draft: Draft, user: User, sent: SentNothing) -> dict[str, Any]:
    stop_rehearsing(draft.pk, actor=user)
    return describe_state(draft, language=get_language() or "de")


@answers(SentPublish)
def publish(draft: Draft, user: User, sent: SentPublish) -> dict[str, Any]:
    """For practice and classes, or for certification too, where robots have passed this very text."""
    verb = publish_rehearsed if sent.certification else publish_draft
    version = verb(draft.pk, actor=user, edition=sent.edition, note=sent.note)
    return {**describe_state(draft, language=get_language() or "de"), "published": version.number}
