"""A trainee's own pages: progress per criterion, what to practise next, and one's own data to take along."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from people.services.auditing import record
from trainer_ui.looking import user_of
from trainer_ui.practice import advise, show_progress
from trainer_ui.proposals import describe_proposals
from trainer_ui.takeaways import write_csv, write_json


@require_GET
@login_required
def show_progress_page(request: HttpRequest) -> HttpResponse:
    """Of whoever asks, and of nobody else: there is no address for another person's."""
    user = user_of(request)
    context = {"standings": show_progress(user), "advice": advise(user, language=get_language() or "de")}
    return render(request, "trainer_ui/progress.html", context)


@require_GET
@login_required
def show_proposals(request: HttpRequest) -> HttpResponse:
    """The articles that whoever asks has proposed, and nobody else's."""
    return render(request, "trainer_ui/proposals.html", {"proposals": describe_proposals(user_of(request))})


@require_GET
@login_required
def send_own_json(request: HttpRequest) -> HttpResponse:
    """One's own data as JSON."""
    record("own_data.sent", actor=user_of(request), about=user_of(request), form="json")
    return _send(write_json(user_of(request)), content_type="application/json", name="generalprobe.json")


@require_GET
@login_required
def send_own_csv(request: HttpRequest) -> HttpResponse:
    """One's own replies as a table."""
    return _send(write_csv(user_of(request)), content_type="text/csv; charset=utf-8", name="generalprobe.csv")


def _send(text: str, *, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
