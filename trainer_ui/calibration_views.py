"""Pages of calibrations, and of the score held against the coaches."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from scoring.queries.against_coaches import hold_against
from scoring.queries.calibrations import calibrations_of, list_calibrated, read_calibration
from scoring.services.calibrating import FEWEST, LONGEST_NAME, MOST, BadCalibration, make_calibration
from trainer_ui.calibrations import show_agreements, show_disputes, show_held, show_rules, show_severity
from trainer_ui.looking import choose_cohort, find_cohorts, user_of
from trainer_ui.marking_views import answer
from trainer_ui.markings import list_scenarios

USUAL_SIZE = 10


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_calibrations(request: HttpRequest) -> HttpResponse:
    """The calibrations of the coach's cohorts, and the form to make one; what is wrong stands above it."""
    coach = user_of(request)
    cohorts = find_cohorts(coach)
    name, size, error = request.POST.get("name", ""), request.POST.get("size", str(USUAL_SIZE)), ""
    cohort = choose_cohort(request, cohorts)
    if request.method == "POST":
        number = int(size) if size.isascii() and size.isdecimal() and len(size) < 4 else 0
        try:
            made = make_calibration(cohort, name=name, size=number, coach=coach)
        except BadCalibration as problem:
            error = explain(problem)
        else:
            messages.success(request, gettext("The calibration is there for all coaches of the cohort."))
            return redirect("trainer_ui:calibration", made.pk)
    context = {
        "calibrations": list(calibrations_of(coach)),
        "cohorts": cohorts,
        "cohort": cohort,
        "name": name,
        "size": size,
        "error": error,
        "longest": LONGEST_NAME,
        "fewest": FEWEST,
        "most": MOST,
    }
    return render(request, "trainer_ui/calibrations.html", context, status=422 if error else 200)


@require_GET
@never_cache
@login_required
def show_calibration(request: HttpRequest, calibration_id: int) -> HttpResponse:
    """What is to be marked of it, and once the coach has, how far all agree."""
    coach, language = user_of(request), get_language() or "de"
    calibration = get_object_or_404(calibrations_of(coach), pk=calibration_id)
    groups = list_calibrated(calibration, coach=coach)
    calibrated = read_calibration(calibration, groups, coach=coach)
    context = {
        "calibration": calibration,
        "scenarios": list_scenarios(groups, coach=coach, language=language),
        "open": sum(len(group.list_open(coach)) for group in groups),
        "calibrated": calibrated,
        "agreements": show_agreements(calibrated.agreements, language=language),
        "disputes": show_disputes(calibrated, coach=coach, language=language),
        "severity": show_severity(calibrated),
    }
    return render(request, "trainer_ui/calibration.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def mark_calibrated(request: HttpRequest, calibration_id: int, group_id: str) -> HttpResponse:
    """The replies of a calibration to one post, marked as all others are."""
    coach = user_of(request)
    calibration = get_object_or_404(calibrations_of(coach), pk=calibration_id)
    base = reverse("trainer_ui:calibration", args=[calibration.pk])
    groups = list_calibrated(calibration, coach=coach)
    return answer(request, coach, groups, group_id, base=base, name=calibration.name)


@require_GET
@never_cache
@login_required
def show_agreement(request: HttpRequest) -> HttpResponse:
    """The score held against the coaches of one's cohorts."""
    coach, language = user_of(request), get_language() or "de"
    find_cohorts(coach)
    held, rules = hold_against(coach)
    context = {"criteria": show_held(held, language=language), "rules": show_rules(rules, language=language)}
    return render(request, "trainer_ui/agreement.html", context)


def explain(problem: BadCalibration) -> str:
    """Why no calibration was made, and what to do."""
    match problem.code:
        case "no_name":
            return gettext("Give it a name, so that the others know what it is about.")
        case "too_long":
            return gettext("The name is too long: at most %(limit)d characters.") % {"limit": LONGEST_NAME}
        case "bad_size":
            return gettext("Choose between %(fewest)d and %(most)d replies.") % {"fewest": FEWEST, "most": MOST}
        case "too_few":
            return gettext("There are fewer than %(count)d replies of ended runs in this cohort.") % {"count": FEWEST}
    return gettext("There is a character in this text that cannot be stored.")
