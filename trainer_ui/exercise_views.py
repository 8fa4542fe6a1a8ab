"""Pages of exercises: a coach sets, begins and calls off; whoever they are set for comes, waits and plays."""

from collections.abc import Mapping
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from people.models import Cohort, User
from people.queries import trainees_of
from scenarios.queries import tell_about, versions_visible_to
from simulator.models import Exercise
from simulator.queries import exercises_of, find_exercise
from simulator.sentences import explain_refusal
from simulator.services import Refused, arrive, begin_class, call_off, join_exercise, set_exercise
from simulator.services.exercises import LONGEST_MESSAGE
from simulator.services.sharing import read_now
from trainer_ui.core.invitations import Invitation, write_invitation
from trainer_ui.exercise_forms import MODE_NAMES, WHO_SEES, ExerciseForm
from trainer_ui.exercises import count_practice, list_members, list_set, own_runs, show_exercise
from trainer_ui.looking import choose_cohort, find_cohorts, user_of
from trainer_ui.shelves import make_offer

FIELDS: Mapping[str, str] = {"bad_window": "closes_at", "too_long": "message", "bad_text": "message", "nobody": "who"}
"""Beside which field a refusal stands; the others stand above the form."""
USUAL_WINDOW = timedelta(days=7)


@require_GET
@never_cache
@login_required
def show_exercises(request: HttpRequest) -> HttpResponse:
    """What is set in the coach's cohorts; for anybody else, there is no such page."""
    coach = user_of(request)
    find_cohorts(coach)
    shown = list_set(coach, language=get_language() or "de")
    return render(request, "trainer_ui/exercises.html", {"exercises": shown})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def add_exercise(request: HttpRequest) -> HttpResponse:
    """The form, for one cohort of the coach's; what is wrong stands beside its field, and nothing typed is lost."""
    coach, language = user_of(request), get_language() or "de"
    cohorts = find_cohorts(coach)
    cohort = choose_cohort(request, cohorts)
    form = _make_form(request, coach, cohort, language=language)
    if request.method == "POST" and form.is_valid():
        try:
            exercise = set_exercise(form.read_plan(cohort), coach=coach)
        except Refused as refused:
            said = explain_refusal(refused.code, language=language, params=refused.params)
            form.add_error(FIELDS.get(refused.code), said)
        else:
            messages.success(request, gettext("The exercise is set."))
            return redirect("trainer_ui:exercise", exercise.pk)
    modes = [(mode, name, WHO_SEES[mode]) for mode, name in MODE_NAMES.items()]
    context = {"form": form, "cohort": cohort, "cohorts": cohorts, "modes": modes, "longest": LONGEST_MESSAGE}
    return render(request, "trainer_ui/exercise_form.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_exercise_page(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """Whom it is set for and how far they are. Posting lets the class begin, or calls the exercise off."""
    coach, language = user_of(request), get_language() or "de"
    exercise = _find_set(coach, exercise_id)
    if request.method == "POST":
        try:
            if "begin" in request.POST:
                begun = begin_class(exercise, coach=coach)
                count = len(begun)
                said = ngettext("%(count)s trainee has begun.", "%(count)s trainees have begun.", count)
                messages.success(request, said % {"count": count})
            elif "call_off" in request.POST:
                call_off(exercise, coach=coach)
                messages.success(request, gettext("The exercise is called off. Runs that have begun go on."))
        except Refused as refused:
            messages.error(request, explain_refusal(refused.code, language=language, params=refused.params))
        return redirect("trainer_ui:exercise", exercise.pk)
    played, meant = count_practice(exercise)
    context = {
        "shown": show_exercise(exercise, language=language),
        "members": list_members(exercise),
        "played": played,
        "meant": meant,
    }
    return render(request, "trainer_ui/exercise.html", context)


@require_GET
@never_cache
@login_required
def send_members(request: HttpRequest, exercise_id: int) -> JsonResponse:
    """How far everybody is, for the page that shows it."""
    members = list_members(_find_set(user_of(request), exercise_id))
    return JsonResponse({"members": [{"person": each.person.pk, "state": each.said} for each in members]})


@require_http_methods(["GET", "POST"])
@never_cache
@ensure_csrf_cookie
@login_required
def join(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """What is set for the trainee; posting it (*Los geht's*) opens the desk, or waits until the class begins."""
    trainee, language = user_of(request), get_language() or "de"
    exercise = _find_invitation(trainee, exercise_id)
    run = own_runs([exercise], trainee).get(exercise.pk)
    if request.method == "POST":
        try:
            return redirect("trainer_ui:desk", join_exercise(exercise, trainee=trainee).pk)
        except Refused as refused:
            messages.error(request, explain_refusal(refused.code, language=language, params=refused.params))
            return redirect("trainer_ui:join", exercise.pk)
    return render(request, "trainer_ui/join.html", {"shown": show_exercise(exercise, language=language, run=run)})


@require_POST
@login_required
def wait(request: HttpRequest, exercise_id: int) -> JsonResponse:
    """The trainee is there. The address of their desk, if the class has begun."""
    trainee = user_of(request)
    exercise = _find_invitation(trainee, exercise_id)
    try:
        run = arrive(exercise, trainee=trainee)
    except Refused as refused:
        said = explain_refusal(refused.code, language=get_language() or "de", params=refused.params)
        return JsonResponse({"code": refused.code, "message": said}, status=409)
    return JsonResponse({"desk": None if run is None else reverse("trainer_ui:desk", args=[run.pk])})


@require_GET
@login_required
def send_invitation(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """The exercise as an entry of a calendar, for its coaches and for those it is set for."""
    user, language = user_of(request), get_language() or "de"
    exercise = exercises_of(user).filter(pk=exercise_id).first() or _find_invitation(user, exercise_id)
    shown = show_exercise(exercise, language=language)
    address = request.build_absolute_uri(reverse("trainer_ui:join", args=[exercise.pk]))
    invitation = Invitation(
        uid=f"exercise-{exercise.pk}@{request.get_host()}",
        title=f"Generalprobe: {shown.offer.title}",
        text="\n\n".join(filter(None, (exercise.message, shown.mode, address))),
        address=address,
        opens_at=exercise.opens_at,
        closes_at=exercise.closes_at,
        sent_at=exercise.called_off_at or exercise.set_at,
        is_called_off=exercise.called_off_at is not None,
    )
    response = HttpResponse(write_invitation(invitation), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="exercise-{exercise.pk}.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def _make_form(request: HttpRequest, coach: User, cohort: Cohort, *, language: str) -> ExerciseForm:
    playable = versions_visible_to(coach).filter(Q(scenario__cohort=None) | Q(scenario__cohort=cohort))
    abouts = tell_about(playable)
    offers = [make_offer(version, abouts[version.pk], language=language) for version in playable]
    offers.sort(key=lambda offer: offer.title)
    now = read_now().replace(second=0, microsecond=0)
    initial = {"version": request.GET.get("version"), "opens_at": now, "closes_at": now + USUAL_WINDOW}
    return ExerciseForm(request.POST or None, offers=offers, trainees=list(trainees_of(cohort)), initial=initial)


def _find_set(coach: User, exercise_id: int) -> Exercise:
    return get_object_or_404(exercises_of(coach), pk=exercise_id)


def _find_invitation(trainee: User, exercise_id: int) -> Exercise:
    try:
        return find_exercise(trainee, exercise_id)
    except Exercise.DoesNotExist:
        raise Http404 from None
