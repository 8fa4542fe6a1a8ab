"""Drafts on their way to and from the server: read and kept by their author, and by nobody else.

Beside the socket, because they are no part of the log, can be written while the socket is down, and once more when the
page is left.
"""

from functools import lru_cache
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from people.models import User
from simulator.allowance import Allowance
from simulator.frames import MAX_FRAME_BYTES, Message, Name, Number, Text
from simulator.models import Draft, Run
from simulator.queries import list_drafts
from simulator.sentences import explain_refusal
from simulator.services import Refused, clock, keep_draft
from trainer_ui.looking import find_run, user_of

PER_SECOND, BURST = 2.0, 20.0
"""Of a person, in each process. A desk writes once in a few seconds, and all it has when its line is back."""
STATUS = {"ended": 409, "unknown_run": 404}


class SentDraft(Message):
    """What a device keeps; `base` is the revision that it knows. The text has at most 20,000 characters."""

    thread: Name
    text: Text
    visibility: Name
    signed: bool
    post: Name | None
    base: Number


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def share_drafts(request: HttpRequest, run_id: int) -> JsonResponse:
    """GET: all drafts of the run's trainee. POST: one of them, kept. For anybody else there is no such page."""
    run, audience = find_run(request, run_id)
    if audience != "trainee":
        raise Http404
    if request.method == "GET":
        return JsonResponse({"drafts": [describe(draft) for draft in list_drafts(run, author=user_of(request))]})
    return _keep(request, run)


def describe(draft: Draft) -> dict[str, Any]:
    fields = ("thread", "text", "visibility", "signed", "post", "revision", "saved_at")
    return {field: getattr(draft, field) for field in fields}


def _keep(request: HttpRequest, run: Run) -> JsonResponse:
    user = user_of(request)
    if _writes_too_often(user):
        return JsonResponse({"code": "too_often"}, status=429)
    if len(request.body) > MAX_FRAME_BYTES:
        return _refuse(user, "bad_frame", status=413)
    try:
        sent = SentDraft.model_validate_json(request.body)
        kept = keep_draft(run.pk, actor=user, **sent.model_dump())
    except ValidationError:
        return _refuse(user, "bad_frame", status=400)
    except Refused as refusal:
        return _refuse(user, refusal.code, status=STATUS.get(refusal.code, 400), params=refusal.params)
    return JsonResponse({"revision": kept.draft.revision, "saved_at": kept.draft.saved_at, "replaced": kept.replaced})


def _refuse(user: User, code: str, *, status: int, params: Any = None) -> JsonResponse:
    message = explain_refusal(code, language=user.language, params=params)
    return JsonResponse({"code": code, "message": message}, status=status)


def _writes_too_often(user: User) -> bool:
    return not find_allowance(user.pk).spend(now=clock.process_ms() / 1000)


@lru_cache(maxsize=4_096)
def find_allowance(user_id: int) -> Allowance:
    """In memory, not in the cache: without Redis that is small, and what counts failed sign-ins is in it."""
    return Allowance(now=clock.process_ms() / 1000, per_second=PER_SECOND, burst=BURST)
