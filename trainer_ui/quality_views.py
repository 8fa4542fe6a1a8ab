"""The page on how good a test is, and its tables."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from people.models import User
from people.services.auditing import record
from scoring.core.suppressing import LEAST
from scoring.models import Programme
from scoring.queries.certification import cohorts_looked_at, programmes_of
from trainer_ui.exports import send_rows
from trainer_ui.looking import read_id, user_of
from trainer_ui.qualities import HEAD, list_quality_cells, show_quality


@require_GET
@never_cache
@login_required
def show_quality_page(request: HttpRequest) -> HttpResponse:
    """Of the programme that the address names, or the first; for who looks at no cohort, no such page."""
    programmes, chosen = _choose(request, user_of(request))
    context = {
        "programmes": programmes,
        "chosen": chosen,
        "shown": show_quality(chosen) if chosen is not None else None,
        "least": LEAST,
    }
    return render(request, "trainer_ui/quality.html", context)


@require_GET
@never_cache
@login_required
def send_quality(request: HttpRequest, form: str) -> HttpResponse:
    """What the page shows under the same address, as CSV, XLSX or JSON; that somebody took it is recorded."""
    user = user_of(request)
    _, chosen = _choose(request, user)
    rows = list_quality_cells(show_quality(chosen)) if chosen is not None else [list(HEAD)]
    told = {"programme": chosen.pk} if chosen is not None else {}
    record("certifications.quality_exported", actor=user, form=form, rows=len(rows) - 1, **told)
    return send_rows(rows, form=form, name="quality", title=gettext("How good the test is"))


def _choose(request: HttpRequest, user: User) -> tuple[list[Programme], Programme | None]:
    """Raises Http404: they look at no cohort, or not at the programme that is named."""
    if not cohorts_looked_at(user).exists():
        raise Http404
    programmes = list(programmes_of(user))
    asked = request.GET.get("programme", "")
    if not asked:
        return programmes, programmes[0] if programmes else None
    for each in programmes:
        if each.pk == read_id(asked):
            return programmes, each
    raise Http404
