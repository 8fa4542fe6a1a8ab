"""Pages: thin. Everything is looked up through the user; what is not theirs is not there (404)."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST


@login_required
def show_home(request: HttpRequest) -> HttpResponse:
    return render(request, "trainer_ui/home.html")


@login_required
def show_brief(request: HttpRequest, version_id: int) -> HttpResponse:
    return render(request, "trainer_ui/brief.html")


@login_required
def show_desk(request: HttpRequest, run_id: int) -> HttpResponse:
    return render(request, "trainer_ui/desk.html")


@login_required
def show_debrief(request: HttpRequest, run_id: int) -> HttpResponse:
    return render(request, "trainer_ui/debrief.html")


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language of the pages and go back to where the form stood."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    language = request.POST.get("language")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", secure=request.is_secure())
    return response
