"""The control room of a class or a certification: everybody on one wall."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET

from simulator.models import PRACTICE, Exercise
from simulator.queries import exercises_of
from trainer_ui.exercises import show_exercise
from trainer_ui.looking import user_of
from trainer_ui.rooms import describe_state, make_room


@require_GET
@never_cache
@login_required
@ensure_csrf_cookie
def show_room(request: HttpRequest, exercise_id: int) -> HttpResponse:
    exercise = _find_watched(request, exercise_id)
    shown = show_exercise(exercise, language=get_language() or "de")
    room = make_room(exercise, title=shown.offer.title, viewer=user_of(request))
    return render(request, "trainer_ui/room.html", {"shown": shown, "room": room})


@require_GET
@never_cache
@login_required
def send_state(request: HttpRequest, exercise_id: int) -> JsonResponse:
    """Who has come, begun and ended since, and whose desk is there."""
    return JsonResponse(describe_state(_find_watched(request, exercise_id)))


def _find_watched(request: HttpRequest, exercise_id: int) -> Exercise:
    """One of the coach's cohorts. Practice has no control room: nobody looks on."""
    exercise = get_object_or_404(exercises_of(user_of(request)), pk=exercise_id)
    if exercise.mode == PRACTICE:
        raise Http404
    return exercise
