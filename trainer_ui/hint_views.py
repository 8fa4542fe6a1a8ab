"""Hints on demand for a draft, in words: asked for beside the socket, as drafts are, for nothing of what is written is
kept."""

from functools import lru_cache, partial
from typing import Any

import regex
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from people.models import User
from scenarios.queries import load_timeline
from simulator.allowance import Allowance
from simulator.messages import Message, Name, Number, Text
from simulator.models import Run
from simulator.queries import rows_after
from simulator.services import Hint, ask_hint
from trainer_ui.beside import answer_message, fill_allowance
from trainer_ui.core.spans import format_span
from trainer_ui.criteria import name_criterion
from trainer_ui.findings import Names, ShownFinding, show_findings
from trainer_ui.looking import find_run, user_of
from trainer_ui.packs import read_own

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
    show = partial(_show_hint, run, user)
    return answer_message(request, AskedHint, show, allowance=find_allowance(user.pk), statuses=STATUS)


def _show_hint(run: Run, user: User, asked: AskedHint) -> dict[str, Any]:
    hint = ask_hint(run.pk, actor=user, **asked.model_dump())
    shown = show_findings(hint.findings, language=user.language, names=_names_of(run, hint))
    faults = [each for each in shown if each.kind in ("critical", "bad", "copied")]
    good = [each.text.title for each in shown if each.kind == "good"]
    return {"findings": [_describe(each, asked.text) for each in faults], "good": good[:MOST_PRAISED]}


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
    marks = {seq: gettext("of %(time)s") % {"time": format_span(at_ms)} for seq, at_ms in hint.sent_ms.items()}
    return Names(titles, marks, {fact.key: fact.text for fact in timeline.facts})


@lru_cache(maxsize=4_096)
def find_allowance(user_id: int) -> Allowance:
    return fill_allowance(per_second=PER_SECOND, burst=BURST)
