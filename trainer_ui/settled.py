"""What pages of a debrief begin with: a run that one may see, settled by whoever looks first. One that is under way has
none yet: on to its desk."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scoring.models import Scorecard, Twins
from scoring.queries import list_cards
from scoring.services import NotEnded, settle, settle_twins
from simulator.models import Run
from trainer_ui.looking import find_run, user_of
from trainer_ui.looks import note_run

Rest = ParamSpec("Rest")
PLACES = {"show_replay": "replay", "send_pdf": "file"}
"""As what a page is noted where somebody else looks at a run; all others are the debrief."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A run that is over, who looks at it, and the scorecard that was asked for."""

    run: Run
    audience: str
    card: Scorecard
    twins: Twins


def of_settled_run(
    view: Callable[Concatenate[HttpRequest, Settled, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, int, Rest], HttpResponse]:
    """`view` gets the settled run in place of its number. `?revision=` asks for a score that no longer counts, with
    what was found then; 404 where there is none."""

    @login_required
    @wraps(view)
    def look(request: HttpRequest, run_id: int, *rest: Rest.args, **named: Rest.kwargs) -> HttpResponse:
        run, audience = find_run(request, run_id)
        try:
            counts, twins = settle(run), settle_twins(run)
        except NotEnded:
            return redirect("trainer_ui:desk", run.pk)
        note_run(run, user_of(request), where=PLACES.get(str(view.__name__), "debrief"))
        return view(request, Settled(run, audience, _find_card(request, run, counts), twins), *rest, **named)

    return look


def _find_card(request: HttpRequest, run: Run, counts: Scorecard) -> Scorecard:
    wanted = request.GET.get("revision")
    if wanted is None:
        return counts
    card = next((each for each in list_cards(run) if str(each.revision) == wanted), None)
    if card is None:
        raise Http404
    return card
