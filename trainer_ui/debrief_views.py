"""The debrief's pages."""

import json
from datetime import timedelta
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from scoring.queries import list_cards
from simulator.models import CERTIFICATION, PRACTICE
from simulator.queries import rows_after, runs_visible_to
from simulator.services import Refused, fork_run, purge_run
from trainer_ui.core.forks import find_fork
from trainer_ui.criteria import list_criteria
from trainer_ui.debriefs import list_scores, make_debrief, read_played
from trainer_ui.futures import compare_futures
from trainer_ui.looking import find_run, user_of
from trainer_ui.moments import show_moment
from trainer_ui.practice import advise
from trainer_ui.settled import Settled, of_settled_run
from trainer_ui.shelves import pick
from trainer_ui.weights import explain_weights

EVERYTHING = 1 << 40


@require_GET
@of_settled_run
def show_debrief(request: HttpRequest, settled: Settled) -> HttpResponse:
    run, card, language = settled.run, settled.card, get_language() or "de"
    context = {
        "debrief": make_debrief(run, card, settled.twins, language=language),
        "advice": advise(user_of(request), language=language) if settled.audience == "trainee" else None,
        "futures": compare_futures(run, json.loads(card.data), language=language),
        "tries": list(runs_visible_to(user_of(request)).filter(parent=run).order_by("pk")),
        "scores": list_scores(list_cards(run)),
        **describe_look(settled),
    }
    return render(request, "trainer_ui/debrief.html", context)


@require_GET
@of_settled_run
def show_reply(request: HttpRequest, settled: Settled, seq: int) -> HttpResponse:
    """One reply on a page of its own, which the debrief opens in its place."""
    language = get_language() or "de"
    played = read_played(settled.run, settled.card, settled.twins)
    if seq not in played.marks:
        raise Http404
    context = {
        "moment": show_moment(seq, played, language=language),
        "debrief": {
            "language": played.timeline.language,
            "title": pick(played.timeline.title, language),
            "criteria": list_criteria(played.card, par={}),
        },
        **describe_look(settled),
    }
    return render(request, "trainer_ui/reply.html", context)


@require_GET
@of_settled_run
def show_weights(request: HttpRequest, settled: Settled) -> HttpResponse:
    """How the score came about: criterion, value, weight, contribution; and each reply's part of it."""
    played = read_played(settled.run, settled.card, settled.twins)
    title = pick(played.timeline.title, get_language() or "de")
    context = {"weights": explain_weights(played), "title": title, **describe_look(settled)}
    return render(request, "trainer_ui/weights.html", context)


@require_POST
@login_required
def delete_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """The trainee deletes a practice run, with its log, words and score."""
    run, _ = find_run(request, run_id)
    try:
        purge_run(run, actor=user_of(request))
    except Refused:
        raise Http404 from None
    messages.success(request, gettext("The run is deleted."))
    return redirect("trainer_ui:home")


@require_POST
@login_required
def try_again(request: HttpRequest, run_id: int) -> HttpResponse:
    """Goes back to a few seconds before a reply, or to a post that got none, in a run of its own; opens its desk, and
    there the thread that the moment is about."""
    run, audience = find_run(request, run_id)
    log = rows_after(run.pk, 0, EVERYTHING)
    rows = [(row.seq, row.at_ms) for row in log]
    try:
        seq, asked = int(request.POST.get("seq", "")), int(request.POST.get("asked", ""))
        at_seq, at_ms = find_fork(rows, seq=seq, asked_seq=asked)
        fork = fork_run(run, at_seq=at_seq, at_ms=at_ms, actor=user_of(request))
    except (ValueError, Refused):
        raise Http404 from None
    thread = json.loads(log[asked - 1].data_text).get("thread", "")
    return redirect(f"{reverse('trainer_ui:desk', args=[fork.pk])}#thread={quote(thread)}")


def describe_look(settled: Settled) -> dict[str, object]:
    """Who looks at which score of which run, as all of these pages ask for it."""
    run, is_own = settled.run, settled.audience == "trainee"
    return {
        "run": run,
        "audience": settled.audience,
        "card": settled.card,
        "may_object": is_own and run.mode != CERTIFICATION,
        "may_fork": is_own and run.mode == PRACTICE,
        "kept_until": run.created_at + timedelta(days=settings.PRACTICE_DAYS) if settings.PRACTICE_DAYS else None,
    }
