"""The debrief on paper."""

import json
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from trainer_ui.debriefs import make_debrief, read_played
from trainer_ui.moments import show_moment
from trainer_ui.paper_lines import draw_paper_line
from trainer_ui.printing import NotPrinted, print_page
from trainer_ui.settled import Settled, of_settled_run
from trainer_ui.shown import MomentGroup

MOST_IN_FULL = 12
"""So many replies stand in full and in their order. Sixty would be as many pages, and nobody would read them."""


@require_GET
@of_settled_run
def send_pdf(request: HttpRequest, settled: Settled) -> HttpResponse:
    """The debrief as a PDF, of a long run with the replies in full that its page shows so; where none can be made, a
    page that says so."""
    run, card, twins, language = settled.run, settled.card, settled.twins, get_language() or "de"
    debrief = make_debrief(run, card, twins, language=language)
    played = read_played(run, card, twins)
    if debrief.replies <= MOST_IN_FULL:
        moments = [show_moment(seq, played, language=language) for seq in played.marks]
        debrief = replace(debrief, groups=[MomentGroup("all", moments, ())])
    # Nothing on paper can be pressed: what needs the run's other pages is left out, as where it is shared.
    line = draw_paper_line(played, json.loads(twins.data))
    words = {"run": run, "debrief": debrief, "line": line, "is_shared": True}
    try:
        pdf = print_page(render_to_string("trainer_ui/print.html", words))
    except NotPrinted:
        return render(request, "trainer_ui/not_printed.html", {"run": run}, status=503)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="generalprobe-{run.pk}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
