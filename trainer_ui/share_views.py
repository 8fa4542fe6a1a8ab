"""Links to a run without an account: what the trainee makes and revokes, and what whoever holds one sees."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from scenarios.queries import load_timeline
from scoring.services import settle, settle_twins
from simulator.models import PRACTICE, Run
from simulator.queries import find_shared, list_links
from simulator.services import Refused, create_link, revoke_link
from simulator.services.sharing import DAYS, may_show_replies
from trainer_ui.guessing import MINUTE_S, count_miss
from trainer_ui.looking import find_run, user_of
from trainer_ui.shared import show_link
from trainer_ui.shelves import pick

USUAL_DAYS = 30


@require_http_methods(["GET", "POST"])
@login_required
def show_links(request: HttpRequest, run_id: int) -> HttpResponse:
    """The links to a practice run of one's own. Posting makes one, whose address is told in the answer and never again:
    it is kept nowhere, so that there is nothing to lead to it by a redirect."""
    run = _find_own(request, run_id)
    address = None
    if request.method == "POST":
        address = request.build_absolute_uri(reverse("trainer_ui:shared", args=[_make_link(request, run)]))
    context = {
        "run": run,
        "title": pick(load_timeline(run.version).title, get_language() or "de"),
        "address": address,
        "links": list_links(run),
        "days": DAYS,
        "usual_days": USUAL_DAYS,
        "full_name": user_of(request).get_full_name(),
        "may_show_replies": may_show_replies(run),
    }
    response = render(request, "trainer_ui/links.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def delete_link(request: HttpRequest, run_id: int, link_id: int) -> HttpResponse:
    """Revokes a link to a run of one's own."""
    run = _find_own(request, run_id)
    revoke_link(link_id, actor=user_of(request))
    messages.success(request, gettext("The link is revoked."))
    return redirect("trainer_ui:links", run.pk)


@require_GET
def show_shared(request: HttpRequest, token: str) -> HttpResponse:
    """What the link with this token shows, to whoever has it. `language` asks for the page's, without a cookie."""
    link = find_shared(token)
    if link is None:
        return _miss(request)
    wanted = request.GET.get("language", "")
    language = wanted if wanted in dict(settings.LANGUAGES) else get_language() or "de"
    with translation.override(language):
        debrief = show_link(link, settle(link.run), settle_twins(link.run), language=language)
        response = render(request, "trainer_ui/shared.html", {"link": link, "debrief": debrief, "is_shared": True})
    response["Content-Language"] = language
    return _keep_apart(response)


def _find_own(request: HttpRequest, run_id: int) -> Run:
    run, audience = find_run(request, run_id)
    if audience != "trainee" or run.mode != PRACTICE or not run.ended:
        raise Http404
    return run


def _make_link(request: HttpRequest, run: Run) -> str:
    try:
        return create_link(
            run,
            actor=user_of(request),
            days=int(request.POST.get("days", "")),
            with_replies="with_replies" in request.POST,
            with_name="with_name" in request.POST,
        )
    except (ValueError, Refused):
        raise Http404 from None


def _miss(request: HttpRequest) -> HttpResponse:
    if count_miss(request):
        raise Http404
    words = gettext("Too many addresses that lead nowhere. Please wait a minute.")
    response = HttpResponse(words, status=429, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(MINUTE_S)
    return response


def _keep_apart(response: HttpResponse) -> HttpResponse:
    """No cache keeps the page, no search engine lists it, and no page that it leads to learns its address. A page with
    forms could not be kept so: without an origin, what they send is refused."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
