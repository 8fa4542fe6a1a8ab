"""The pages speak the language of the person, not of the browser, once we know who it is; and what is too large to be
taken is refused in that language, before anything of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

IS_CUT = "generalprobe.is_cut"
"""Key of the ASGI scope of a request whose body was thrown away, because it was too large."""


def speak_language_of_user(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Stands after LocaleMiddleware, which has chosen for strangers, and after authentication."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return get_response(request)

    return respond


def refuse_large_bodies(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Stands after `speak_language_of_user`. What is known to be cut was thrown away at the door (config/bodies.py)."""

    def respond(request: HttpRequest) -> HttpResponse:
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        length = request.META.get("CONTENT_LENGTH") or "0"
        if IS_CUT in getattr(request, "scope", {}) or (length.isdecimal() and int(length) > most):
            return render(request, "413.html", {"kilobytes": most // 1000}, status=413)
        return get_response(request)

    return respond
