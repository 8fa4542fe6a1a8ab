"""The handbook inside the product, without any other address."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from trainer_ui.handbook import PAGES, list_pages


@require_GET
@login_required
def show_handbook(request: HttpRequest, page: str = PAGES[0]) -> HttpResponse:
    pages = list_pages(language=get_language() or "de")
    shown = next((each for each in pages if each.name == page), None)
    if shown is None:
        raise Http404
    return render(request, "trainer_ui/handbook.html", {"pages": pages, "page": shown})
