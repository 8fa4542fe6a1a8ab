"""Hints on demand for a draft, in words: asked for beside the socket, as drafts are, for nothing of what is written is
kept."""

from functools import lru_cache
from typing import Any

import regex
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from pydantic import ValidationError

from people.models import User
from scenarios.queries import load_timeline
from simulator.allowance import Allowance
from simulator.frames import MAX_FRAME_BYTES, Message, Name, Number, Text
from simulator.models import Run
from simulator.queries import rows_after
from simulator.sentences import explain_refusal
from simulator.services import Hint, Refused, ask_hint, clock
from trainer_ui.criteria import name_criterion
from trainer_ui.findings import Names, ShownFinding, show_findings
from trainer_ui.looking import find_run, user_of
from trainer_ui.packs import read_own
from trainer_ui.templatetags.desk import span

PER_SECOND, BURST = 0.5, 5.0
"""Of a person, in each process: a hint is worth reading before the next one."""
MOST_PRAISED = 4
STATUS = {"ended": 409, "paused": 409, "no_help": 403, "not_shown": 403, "unknown_run": 404}

_GRAPHEME = regex.compile(r"\X")


class AskedHint(Message):
    """What is about to be sent, as a reply says it."""

    cmd_id: Name
    thread: Name
    post: Name
    visibility: Name
    way: Name = ""
    text: Text
    seen_seq: Number


@require_POST
@never_cache
@login_required
def give_hint(request: HttpRequest, run_id: int) -> JsonResponse:
    """What would be found in a draft: `findings`, the worst first, and what is good in it. For anybody else than the
    run's trainee there is no such page."""
    run, audience = find_run(request, run_id)
    if audience != "trainee":
        raise Http404
    user = user_of(request)
    if not find_allowance(user.pk).spend(now=clock.process_ms() / 1000):
        return JsonResponse({"code": "too_often"}, status=429)
    if len(request.body) > MAX_FRAME_BYTES:
        return _refuse(user, "bad_frame", status=413)
    try:
        asked = AskedHint.model_validate_json(request.body)
        hint = ask_hint(run.pk, actor=user, **asked.model_dump())
    except ValidationError:
        return _refuse(user, "bad_frame", status=400)
    except Refused as refusal:
        return _refuse(user, refusal.code, status=STATUS.get(refusal.code, 400), params=refusal.params)
    shown = show_findings(hint.findings, language=user.language, names=_names_of(run, hint))
    faults = [each for each in shown if each.kind in ("critical", "bad", "copied")]
    good = [each.text.title for each in shown if each.kind == "good"]
    return JsonResponse({"findings": [_describe(each, asked.text) for each in faults], "good": good[:MOST_PRAISED]})


def _describe(found: ShownFinding, text: str) -> dict[str, Any]:
    letters = _GRAPHEME.findall(text)
    return {
        "criterion": name_criterion(found.criterion),
        "is_critical": found.kind == "critical",
        "title": found.text.title,
        "why": found.text.why,
        "advice": found.text.advice,
        "words": ["".join(letters[start:end]) for start, end in found.spans],
    }


def _names_of(run: Run, hint: Hint) -> Names:
    """Replies have no letters before the debrief gives them some: they are named by when they were sent."""
    timeline = load_timeline(run.version)
    own = read_own(rows_after(run.pk, 0, 1)[0])
    titles = {one.key: one.title for one in (*timeline.brand.templates, *timeline.templates, *own)}
    marks = {seq: gettext("of %(time)s") % {"time": span(at_ms)} for seq, at_ms in hint.sent_ms.items()}
    return Names(titles, marks, {fact.key: fact.text for fact in timeline.facts})


def _refuse(user: User, code: str, *, status: int, params: Any = None) -> JsonResponse:
    message = explain_refusal(code, language=user.language, params=params)
    return JsonResponse({"code": code, "message": message}, status=status)


@lru_cache(maxsize=4_096)
def find_allowance(user_id: int) -> Allowance:
    return Allowance(now=clock.process_ms() / 1000, per_second=PER_SECOND, burst=BURST)
