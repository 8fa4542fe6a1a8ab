"""A trainee's own page: progress per criterion, and what to practise next."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from trainer_ui.looking import user_of
from trainer_ui.practice import advise, show_progress


@require_GET
@login_required
def show_progress_page(request: HttpRequest) -> HttpResponse:
    """Of whoever asks, and of nobody else: there is no address for another person's."""
    user = user_of(request)
    context = {"standings": show_progress(user), "advice": advise(user, language=get_language() or "de")}
    return render(request, "trainer_ui/progress.html", context)
