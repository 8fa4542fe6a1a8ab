"""Pages: thin. Everything is looked up through the user; what is not theirs is not there (404)."""

from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from people.models import Role
from people.queries import roles_of
from people.services import decline_guide as put_guide_off
from people.services import set_comparing
from people.services import set_language as store_language
from scenarios.core.vocabulary import HELPS
from scenarios.queries import load_timeline, tell_about, versions_visible_to
from scoring.queries import list_cards
from scoring.services import NoSuchFinding, NotYours, object_to, take_back
from simulator.queries import find_picture, has_earlier_replies
from simulator.services import start_run
from trainer_ui.core.pictures import draw_picture
from trainer_ui.exercises import list_invitations
from trainer_ui.helping import list_helps, suggest_help
from trainer_ui.looking import find_run, read_id, user_of
from trainer_ui.looks import note_run
from trainer_ui.objections import list_objections, read_params
from trainer_ui.packs import make_pack
from trainer_ui.practice import advise
from trainer_ui.renewals import list_renewals
from trainer_ui.shelves import list_offers, list_own_runs, make_offer, pick

PICTURE_KEPT_S = 86_400


@require_GET
@login_required
def show_home(request: HttpRequest) -> HttpResponse:
    user, language = user_of(request), get_language() or "de"
    running, ended = list_own_runs(user, language=language)
    shelves = list_offers(user, language=language)
    roles = roles_of(user)
    is_new = user.wants_guide and not running and not ended
    context = {
        "offers": shelves.scenarios,
        "drills": shelves.drills,
        "guided": shelves.guided,
        "welcomes": is_new and bool(shelves.guided),
        "advice": advise(user, language=language, drills=shelves.drills),
        "renewals": list_renewals(user),
        "invitations": list_invitations(user, language=language),
        "running": running,
        "ended": ended,
        "is_coach": Role.COACH in roles,
        "sees_certifications": bool(roles & {Role.COACH, Role.MANAGER, Role.AUDITOR}),
        "is_trainee": Role.TRAINEE in roles,
    }
    return render(request, "trainer_ui/home.html", context)


@require_POST
@login_required
def decline_guide(request: HttpRequest) -> HttpResponse:
    """Not now: the home page is as it is for everybody else from now on."""
    put_guide_off(user_of(request))
    return redirect("trainer_ui:home")


@require_http_methods(["GET", "POST"])
@login_required
def show_brief(request: HttpRequest, version_id: int) -> HttpResponse:
    """The brief; posting it (*Los geht's*) starts a practice run and opens its desk."""
    user = user_of(request)
    version = get_object_or_404(versions_visible_to(user), pk=version_id)
    if request.method == "POST":
        if "asked" in request.POST:
            set_comparing(user, compares="compare" in request.POST)
        asked = request.POST.get("help", "")
        run = start_run(trainee=user, version=version, help_stage=asked if asked in HELPS else "alone")
        return redirect("trainer_ui:desk", run.pk)
    context = {
        "offer": make_offer(version, tell_about([version])[version.pk], language=get_language() or "de"),
        "channels": load_timeline(version).brand.channels,
        "has_earlier": has_earlier_replies(user, language=version.scenario.language),
        "helps": list_helps(suggested=suggest_help(user)),
    }
    return render(request, "trainer_ui/brief.html", context)


@require_GET
@login_required
@ensure_csrf_cookie
def show_desk(request: HttpRequest, run_id: int) -> HttpResponse:
    run, audience = find_run(request, run_id)
    note_run(run, user_of(request), where="desk")
    timeline = load_timeline(run.version)
    title = pick(timeline.title, get_language() or "de")
    pack = make_pack(run, timeline, viewer=user_of(request), audience=audience, title=title)
    return render(request, "trainer_ui/desk.html", {"pack": pack, "title": title})


@require_GET
@login_required
def show_picture(request: HttpRequest, run_id: int, seq: int) -> HttpResponse:
    """The picture of the post that event `seq` brought. An event never changes, so it need not be asked for again."""
    run, _ = find_run(request, run_id)
    picture = find_picture(run.pk, seq)
    if picture is None:
        raise Http404
    response = HttpResponse(draw_picture(picture), content_type="image/svg+xml")
    response["Cache-Control"] = f"private, max-age={PICTURE_KEPT_S}, immutable"
    return response


@require_POST
@login_required
def object_to_finding(request: HttpRequest, run_id: int) -> HttpResponse:
    """The trainee says that a finding is wrong, or takes that back, and stands where they were."""
    run, audience = find_run(request, run_id)
    card = next((each for each in list_cards(run) if str(each.revision) == request.POST.get("revision")), None)
    params = read_params(request.POST.get("params", ""))
    reply, rule = read_id(request.POST.get("reply", "")), request.POST.get("rule", "")
    if audience != "trainee" or card is None or params is None or reply is None:
        raise Http404
    try:
        if "take_back" in request.POST:
            take_back(card, actor=user_of(request), reply=reply, rule=rule, params=params)
        else:
            object_to(
                card,
                actor=user_of(request),
                reply=reply,
                rule=rule,
                params=params,
                reason=request.POST.get("reason", ""),
                shares_words="shares_words" in request.POST,
            )
    except (NotYours, NoSuchFinding):
        raise Http404 from None
    anchor = quote(request.POST.get("anchor", ""), safe="")
    return redirect(f"{reverse('trainer_ui:debrief', args=[run.pk])}?revision={card.revision}#{anchor}")


@require_GET
@login_required
def show_objections(request: HttpRequest) -> HttpResponse:
    """What trainees sent their coach; for anybody else, there is no such page."""
    user, language = user_of(request), get_language() or "de"
    if Role.COACH not in roles_of(user):
        raise Http404
    return render(request, "trainer_ui/objections.html", {"rules": list_objections(user, language=language)})


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language of the pages and go back to where the form stood."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    response = HttpResponseRedirect(target)
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            store_language(user_of(request), language=language)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", secure=request.is_secure())
    return response
