"""The debrief's pages. A run under way has none yet: on to its desk."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from scoring.models import Scorecard
from scoring.queries import list_cards
from scoring.services import NotEnded, settle, settle_twins
from simulator.models import CERTIFICATION, Run
from trainer_ui.criteria import list_criteria
from trainer_ui.debriefs import list_scores, make_debrief, read_played
from trainer_ui.looking import find_run
from trainer_ui.moments import show_moment
from trainer_ui.shelves import pick


@require_GET
@login_required
def show_debrief(request: HttpRequest, run_id: int) -> HttpResponse:
    """The debrief; the score is settled by whoever looks first.

    `revision` asks for a score that no longer counts, with what was found then.
    """
    run, audience = find_run(request, run_id)
    try:
        counts, twins = settle(run), settle_twins(run)
    except NotEnded:
        return redirect("trainer_ui:desk", run.pk)
    card = find_card(request, run, counts)
    context = {
        "debrief": make_debrief(run, card, twins, language=get_language() or "de"),
        "scores": list_scores(list_cards(run)),
        **describe_look(run, card, audience),
    }
    return render(request, "trainer_ui/debrief.html", context)


@require_GET
@login_required
def show_reply(request: HttpRequest, run_id: int, seq: int) -> HttpResponse:
    """One reply on a page of its own, which the debrief opens in its place."""
    run, audience = find_run(request, run_id)
    try:
        counts, twins = settle(run), settle_twins(run)
    except NotEnded:
        return redirect("trainer_ui:desk", run.pk)
    card = find_card(request, run, counts)
    language = get_language() or "de"
    played = read_played(run, card, twins)
    if seq not in played.marks:
        raise Http404
    context = {
        "moment": show_moment(seq, played, language=language),
        "debrief": {
            "language": played.timeline.language,
            "title": pick(played.timeline.title, language),
            "criteria": list_criteria(played.card, par={}),
        },
        **describe_look(run, card, audience),
    }
    return render(request, "trainer_ui/reply.html", context)


def find_card(request: HttpRequest, run: Run, counts: Scorecard) -> Scorecard:
    """The scorecard that was asked for by `revision`; the one that counts, if none was. Raises Http404."""
    wanted = request.GET.get("revision")
    if wanted is None:
        return counts
    card = next((each for each in list_cards(run) if str(each.revision) == wanted), None)
    if card is None:
        raise Http404
    return card


def describe_look(run: Run, card: Scorecard, audience: str) -> dict[str, object]:
    """Who looks at which score of which run, as all of these pages ask for it."""
    may_object = audience == "trainee" and run.mode != CERTIFICATION
    return {"run": run, "audience": audience, "card": card, "may_object": may_object}
