"""The library: looked through, a scenario with its versions, taken along as a file and brought back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from people.models import Role
from scenarios.core.bundles import LARGEST, BundleRefused
from scenarios.core.problems import ERROR
from scenarios.models import ScenarioVersion
from scenarios.problem_texts import explain
from scenarios.queries import TEXTS, tell_about, versions_visible_to
from scenarios.services.bundles import pack_version, take_bundle
from scenarios.services.publish import NotPublishable
from scoring.queries.difficulty import LEAST, measure_scenarios
from trainer_ui.libraries import choose_books, explain_bundle, list_books, list_tags, make_book
from trainer_ui.looking import choose_cohort, find_cohorts, user_of
from trainer_ui.shelves import make_offer

FILTERS = ("words", "language", "tag", "difficulty")
PROBLEMS_SHOWN = 20


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_library(request: HttpRequest) -> HttpResponse:
    """What there is, as it was looked for; posting makes a draft of a file."""
    coach, language = user_of(request), get_language() or "de"
    cohorts, problems = find_cohorts(coach), list[str]()
    if request.method == "POST":
        sent = request.FILES.get("file")
        try:
            data = sent.read(LARGEST + 1) if sent else b""
            draft = take_bundle(data, cohort=choose_cohort(request, cohorts), by=coach)
            messages.success(
                request, gettext("It is taken in as a draft. Look at it, then publish it for your cohort.")
            )
            return redirect("trainer_ui:editor", draft.pk)
        except BundleRefused as refused:
            problems = [explain_bundle(refused) if sent else gettext("Please choose a file.")]
        except NotPublishable as refused:
            errors = [each for each in refused.problems if each.severity == ERROR][:PROBLEMS_SHOWN]
            problems = [f"{each.line}: {explain(each, language=language)}" for each in errors]
    wanted = {name: request.GET.get(name, "").strip()[:100] for name in FILTERS}
    books = list_books(coach, language=language)
    context = {
        "books": choose_books(books, wanted=wanted),
        "count": len(books),
        "wanted": wanted,
        "tags": list_tags(),
        "difficulties": "12345",
        "least": LEAST,
        "cohorts": cohorts,
        "problems": problems,
    }
    return render(request, "trainer_ui/library.html", context)


@require_GET
@never_cache
@login_required
def show_book(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """One scenario with its versions."""
    newest = _find_newest(request, scenario_id)
    about = tell_about([newest])[newest.pk]
    offer = make_offer(newest, about, language=get_language() or "de")
    book = make_book(newest, offer, measure_scenarios([scenario_id]).get(scenario_id))
    versions = newest.scenario.versions.select_related("published_by", "note").defer(*TEXTS).order_by("-number")
    context = {"book": book, "versions": versions, "least": LEAST, "cohorts": find_cohorts(user_of(request))}
    return render(request, "trainer_ui/book.html", context)


@require_GET
@login_required
def send_bundle(request: HttpRequest, scenario_id: int, number: int) -> HttpResponse:
    """One version as a file."""
    scenario = _find_newest(request, scenario_id).scenario
    version = get_object_or_404(scenario.versions.select_related("scenario"), number=number)
    response = HttpResponse(pack_version(version), content_type="application/json; charset=utf-8")
    name = f"{scenario.key}.{scenario.language}.v{number}.{version.digest[:12]}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _find_newest(request: HttpRequest, scenario_id: int) -> ScenarioVersion:
    """Of a scenario that the coach may see; for who coaches none, there is no library."""
    coach = user_of(request)
    find_cohorts(coach)
    found = versions_visible_to(coach, role=Role.COACH).filter(scenario=scenario_id).first()
    if found is None:
        raise Http404
    return found
