"""Signing in: allauth's page, and in the demo one click."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from people.core.loopback import is_loopback
from people.queries import demo_memberships
from people.services.auditing import record


class SignIn(LoginView):  # type: ignore[misc]  # allauth ships without types
    """allauth's page; in the demo, it also offers everybody who can be signed in with one click."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"demo_memberships": demo_memberships() if settings.DEMO else []}


@require_POST
def sign_in_demo(request: HttpRequest) -> HttpResponse:
    """Signs one of the demo's people in. Outside the demo, and for whoever is not on this machine, it is not there."""
    if not settings.DEMO or not is_loopback(request.META["REMOTE_ADDR"]):
        raise Http404
    membership = get_object_or_404(demo_memberships(), user__username=request.POST.get("person", ""))
    login(request, membership.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record("session.opened", actor=membership.user, about=membership.user)
    return redirect(settings.LOGIN_REDIRECT_URL)
