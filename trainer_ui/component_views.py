"""The page of components: every part of desk and debrief in every state, for whoever changes their look, and for
pictures to compare (tests/e2e/pictures.py). Where people train it is not there."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from trainer_ui.core.pictures import draw_picture
from trainer_ui.specimens import PICTURE, make_fixture_debrief, make_fixture_pack


def only_at_work(view: Any) -> Any:
    """404 but in the demo and while somebody works on the product."""

    @wraps(view)
    def look(request: HttpRequest, **more: Any) -> HttpResponse:
        if not (settings.DEBUG or settings.DEMO):
            raise Http404
        response: HttpResponse = view(request, **more)
        return response

    return look


@require_GET
@only_at_work
def show_components(request: HttpRequest) -> HttpResponse:
    language = get_language() or "de"
    context = {"pack": make_fixture_pack(language), **make_fixture_debrief(language)}
    return render(request, "trainer_ui/components.html", context)


@require_GET
@only_at_work
def show_component_picture(request: HttpRequest, seq: int) -> HttpResponse:
    """The same picture, whatever event asks for it."""
    return HttpResponse(draw_picture(PICTURE), content_type="image/svg+xml")
