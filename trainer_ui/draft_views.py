"""Drafts on their way to and from the server: read and kept by their author, and by nobody else.

Beside the socket, because they are no part of the log, can be written while the socket is down, and once more when the
page is left.
"""

from functools import lru_cache, partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from people.models import User
from simulator.allowance import Allowance
from simulator.messages import Message, Name, Number, Text
from simulator.models import Draft, Run
from simulator.queries import list_drafts
from simulator.services import keep_draft
from trainer_ui.beside import answer_message, fill_allowance
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
    user = user_of(request)
    if request.method == "GET":
        return JsonResponse({"drafts": [describe(draft) for draft in list_drafts(run, author=user)]})
    keep = partial(_keep, run, user)
    return answer_message(request, SentDraft, keep, allowance=find_allowance(user.pk), statuses=STATUS)


def describe(draft: Draft) -> dict[str, Any]:
    fields = ("thread", "text", "visibility", "signed", "post", "revision", "saved_at")
    return {field: getattr(draft, field) for field in fields}


def _keep(run: Run, user: User, sent: SentDraft) -> dict[str, Any]:
    kept = keep_draft(run.pk, actor=user, **sent.model_dump())
    return {"revision": kept.draft.revision, "saved_at": kept.draft.saved_at, "replaced": kept.replaced}


@lru_cache(maxsize=4_096)
def find_allowance(user_id: int) -> Allowance:
    return fill_allowance(per_second=PER_SECOND, burst=BURST)
