"""The pages speak the language of the person, not of the browser, once we know who it is."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation


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
