"""The editor's pages: what is being written, and the draft that one writes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from people.models import Role
from scenarios.models import Draft
from scenarios.queries import drafts_of, list_last_profiles, list_profile_versions, profiles_of, versions_visible_to
from scenarios.services.drafts import DraftRefused, begin_draft, copy_version, delete_draft, holder_of
from trainer_ui.editors import explain_draft, list_brands, list_copied, list_drafts, make_editor
from trainer_ui.looking import choose_cohort, find_cohorts, read_id, user_of

HOUSE = "profile-"
"""Begins what the form calls a house profile."""


@require_GET
@never_cache
@login_required
def show_drafts(request: HttpRequest) -> HttpResponse:
    """What the coach's cohorts are writing, and what a new draft can begin with."""
    coach, language = user_of(request), get_language() or "de"
    cohorts = find_cohorts(coach)
    context = {
        "drafts": list_drafts(coach, now=timezone.now()),
        "cohorts": cohorts,
        "brands": list_brands(coach, language=language),
        "houses": list_last_profiles(coach),
        "copied": list_copied(coach, language=language),
        "chosen": request.GET.get("copy", ""),
    }
    return render(request, "trainer_ui/drafts.html", context)


@require_POST
@login_required
def add_draft(request: HttpRequest) -> HttpResponse:
    """A blank draft for a house profile or for the brand of a version, or a copy of a version; all open in the editor.

    A house's draft is written by the house's coaches."""
    coach, chosen = user_of(request), request.POST.get("version", "")
    cohort = choose_cohort(request, find_cohorts(coach))
    try:
        if "blank" in request.POST and chosen.startswith(HOUSE):
            house = get_object_or_404(profiles_of(coach), pk=read_id(chosen.removeprefix(HOUSE)))
            source = list_profile_versions(house)[0].text
            draft = begin_draft(cohort=house.cohort, by=coach, language=house.language, brand_source=source)
            return redirect("trainer_ui:editor", draft.pk)
        version = get_object_or_404(versions_visible_to(coach, role=Role.COACH), pk=read_id(chosen))
        if "blank" in request.POST:
            spoken = version.scenario.language
            draft = begin_draft(cohort=cohort, by=coach, language=spoken, brand_source=version.brand_source)
        else:
            draft = copy_version(version, cohort=cohort, by=coach)
    except DraftRefused as refused:
        messages.error(request, explain_draft(refused.code))
        return redirect("trainer_ui:drafts_of_scenarios")
    return redirect("trainer_ui:editor", draft.pk)


@require_GET
@never_cache
@login_required
@ensure_csrf_cookie
def show_editor(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = find_draft(request, draft_id)
    editor = make_editor(draft, viewer=user_of(request), nonce=str(getattr(request, "csp_nonce", "")))
    return render(request, "trainer_ui/editor.html", {"draft": draft, "editor": editor})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def remove_draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Asks once; posting deletes the draft with its history."""
    draft = find_draft(request, draft_id)
    if request.method == "POST":
        try:
            delete_draft(draft.pk, actor=user_of(request))
            messages.success(request, gettext("The draft is deleted. What was published of it stays."))
        except DraftRefused as refused:
            messages.error(request, explain_draft(refused.code, holder=holder_of(draft, now=timezone.now())))
        return redirect("trainer_ui:drafts_of_scenarios")
    return render(request, "trainer_ui/draft_delete.html", {"draft": draft})


def find_draft(request: HttpRequest, draft_id: int) -> Draft:
    """One of the coach's cohorts, with its text."""
    return get_object_or_404(drafts_of(user_of(request)).defer(None).select_related("cohort"), pk=draft_id)
