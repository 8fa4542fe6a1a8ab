"""Pages of certification for a cohort: who is certified, who waits, and what programmes ask for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from people.models import Cohort, Role, User
from people.queries import cohorts_of
from people.services.auditing import record
from scenarios.queries import tell_about, versions_visible_to
from scoring.core.assessment import SCORING_VERSION
from scoring.queries.certification import (
    cohorts_looked_at,
    open_attempts,
    programmes_of,
)
from scoring.services.declining import Declined
from scoring.services.programmes import add_programme, change_programme, retire_programme
from simulator.core.events import ENGINE_VERSION
from simulator.sentences import explain_refusal
from simulator.services import Refused
from trainer_ui.certification_forms import ProgrammeForm, fill
from trainer_ui.certification_texts import explain_declined
from trainer_ui.certifications import name_person, name_state, show_terms
from trainer_ui.certified import list_cells, list_certified, name_states, read_wish
from trainer_ui.exports import send_rows
from trainer_ui.looking import choose_cohort, user_of
from trainer_ui.shelves import Offer, make_offer


@require_GET
@never_cache
@login_required
def show_certifications(request: HttpRequest) -> HttpResponse:
    """Who is certified, who waits for a decision, and the programmes; for who looks at no cohort, no such page."""
    user = user_of(request)
    if not cohorts_looked_at(user).exists():
        raise Http404
    wish = read_wish(request.GET)
    context = {
        "certified": list_certified(user, wish),
        "wish": wish,
        "cohorts": list(cohorts_looked_at(user).order_by("name")),
        "states": name_states(),
        "query": request.GET.urlencode(),
        "waiting": [(each, name_person(each.trainee), name_state(each)) for each in open_attempts(user)],
        "programmes": list(programmes_of(user)),
        "is_manager": cohorts_of(user, role=Role.MANAGER).exists(),
    }
    return render(request, "trainer_ui/certifications.html", context)


@require_GET
@never_cache
@login_required
def send_table(request: HttpRequest, form: str) -> HttpResponse:
    """What the page shows under the same address, as CSV, XLSX or JSON; that somebody took it is recorded."""
    user = user_of(request)
    if not cohorts_looked_at(user).exists():
        raise Http404
    rows = list_cells(list_certified(user, read_wish(request.GET)))
    record("certifications.exported", actor=user, form=form, rows=len(rows) - 1)
    return send_rows(rows, form=form, name="certifications", title=gettext("Certifications"))


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def add_programme_page(request: HttpRequest) -> HttpResponse:
    """The form for a new programme of one of the manager's cohorts; nothing typed is lost."""
    manager = user_of(request)
    cohorts = list(cohorts_of(manager, role=Role.MANAGER).order_by("name"))
    if not cohorts:
        raise Http404
    cohort = choose_cohort(request, cohorts)
    offers = list_certifying(manager, cohort)
    form = ProgrammeForm(request.POST or None, offers=offers)
    if request.method == "POST" and form.is_valid():
        try:
            version = add_programme(form.cleaned_data["name"], cohort=cohort, terms=form.read_terms(), manager=manager)
        except (Declined, Refused) as refused:
            _complain(form, refused)
        else:
            messages.success(request, gettext("The programme is laid down."))
            return redirect("trainer_ui:programme", version.programme_id)
    context = {"form": form, "cohort": cohort, "cohorts": cohorts, "offers": offers}
    return render(request, "trainer_ui/programme_form.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_programme(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What a programme asks for and how it came to; its managers change or retire it."""
    user, language = user_of(request), get_language() or "de"
    programme = get_object_or_404(programmes_of(user), pk=programme_id)
    may_change = cohorts_of(user, role=Role.MANAGER).filter(pk=programme.cohort_id).exists()
    shown = show_terms(programme, language=language)
    if request.method == "POST" and not may_change:
        raise Http404
    if request.method == "POST" and "retire" in request.POST:
        retire_programme(programme, manager=user)
        messages.success(request, gettext("The programme is no longer offered. Certificates stay good."))
        return redirect("trainer_ui:programme", programme.pk)
    offers = list_certifying(user, programme.cohort)
    filled = fill(shown.terms, name=programme.name)
    data = {**request.POST.dict(), "scenarios": request.POST.getlist("scenarios"), "name": programme.name}
    form = ProgrammeForm(data if request.method == "POST" else None, offers=offers, initial=filled)
    if request.method == "POST" and form.is_valid():
        try:
            version = change_programme(programme, terms=form.read_terms(), manager=user)
        except (Declined, Refused) as refused:
            _complain(form, refused)
        else:
            said = gettext("Version %(number)s holds for attempts that begin from now on.") % {"number": version.number}
            messages.success(request, said)
            return redirect("trainer_ui:programme", programme.pk)
    context = {
        "programme": programme,
        "shown": shown,
        "form": form if may_change and programme.retired_at is None else None,
        "versions": programme.versions.select_related("made_by").order_by("-number"),
    }
    return render(request, "trainer_ui/programme.html", context)


def list_certifying(manager: User, cohort: Cohort) -> list[Offer]:
    """The scenarios on which somebody of `cohort` may be certified today: robots have rehearsed them."""
    mine = Q(scenario__cohort=None) | Q(scenario__cohort=cohort)
    passed = Q(
        rehearsals__passed=True,
        rehearsals__engine_version=ENGINE_VERSION,
        rehearsals__scoring_version=SCORING_VERSION,
    )
    versions = list(versions_visible_to(manager).filter(mine).filter(passed))
    abouts = tell_about(versions)
    language = get_language() or "de"
    offers = [make_offer(each, abouts[each.pk], language=language) for each in versions]
    return sorted((each for each in offers if not each.about.is_guided), key=lambda each: each.title)


def _complain(form: ProgrammeForm, refused: Declined | Refused) -> None:
    """Beside its field, where it has one."""
    if isinstance(refused, Declined):
        field = "tolerance" if refused.code.startswith("pool_") else refused.code
        form.add_error(field if field in form.fields else None, explain_declined(refused))
    else:
        language = get_language() or "de"
        form.add_error("scenarios", explain_refusal(refused.code, language=language, params=refused.params))
