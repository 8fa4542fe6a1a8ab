"""The debrief of a class, for its coaches."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from scenarios.queries import load_timeline
from simulator.models import PRACTICE
from simulator.queries import exercises_of
from trainer_ui.exercises import show_exercise
from trainer_ui.group_debriefs import make_minutes, read_class
from trainer_ui.group_findings import list_best, list_choices, list_left, list_shared
from trainer_ui.looking import user_of
from trainer_ui.looks import note_runs


@require_GET
@never_cache
@login_required
def show_group(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """Of a class or certification of the coach's cohorts. `?names=1` names people; `?post=` chooses the post whose best
    replies are shown."""
    coach, language = user_of(request), get_language() or "de"
    exercise = get_object_or_404(exercises_of(coach), pk=exercise_id)
    if exercise.mode == PRACTICE:
        raise Http404
    is_named = request.GET.get("names") == "1"
    group = read_class(exercise, coach=coach, is_named=is_named)
    note_runs([each.run for each in group], coach, where="class")
    timeline = load_timeline(exercise.version)
    choices = list_choices(group, timeline)
    wanted = request.GET.get("post")
    chosen = next((each for each in choices if each.key == wanted), None)
    if chosen is None and choices:
        chosen = max(choices, key=lambda each: each.replies)
    hurt, helped = list_shared(group, language=language)
    context = {
        "shown": show_exercise(exercise, language=language),
        "language": timeline.language,
        "group": group,
        "minutes": make_minutes(group),
        "is_named": is_named,
        "choices": choices,
        "chosen": chosen,
        "best": list_best(group, post=chosen.key, language=language) if chosen else [],
        "hurt": hurt,
        "helped": helped,
        "left": list_left(group),
    }
    return render(request, "trainer_ui/group.html", context)
