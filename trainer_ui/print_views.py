"""The debrief on paper."""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from scoring.services import NotEnded, settle, settle_twins
from trainer_ui.debrief_views import find_card
from trainer_ui.debriefs import make_debrief, read_played
from trainer_ui.looking import find_run
from trainer_ui.moments import show_moment
from trainer_ui.printing import NotPrinted, print_page
from trainer_ui.shown import MomentGroup

MOST_IN_FULL = 12
"""So many replies stand in full and in their order. Sixty would be as many pages, and nobody would read them."""


@require_GET
@login_required
def send_pdf(request: HttpRequest, run_id: int) -> HttpResponse:
    """The debrief as a PDF, of a long run with the replies in full that its page shows so; where none can be made, a
    page that says so."""
    run, _ = find_run(request, run_id)
    try:
        counts, twins = settle(run), settle_twins(run)
    except NotEnded:
        return redirect("trainer_ui:desk", run.pk)
    card, language = find_card(request, run, counts), get_language() or "de"
    debrief = make_debrief(run, card, twins, language=language)
    if debrief.replies <= MOST_IN_FULL:
        played = read_played(run, card, twins)
        moments = [show_moment(seq, played, language=language) for seq in played.marks]
        debrief = replace(debrief, groups=[MomentGroup("all", moments, ())])
    # Nothing on paper can be pressed: what needs the run's other pages is left out, as where it is shared.
    words = {"run": run, "debrief": debrief, "is_shared": True}
    try:
        pdf = print_page(render_to_string("trainer_ui/print.html", words))
    except NotPrinted:
        return render(request, "trainer_ui/not_printed.html", {"run": run}, status=503)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="generalprobe-{run.pk}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
