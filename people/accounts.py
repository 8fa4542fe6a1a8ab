"""How people get accounts: the administrator makes them, nobody signs up alone; and it is recorded who came."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from people.models import User
from people.services.auditing import record


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships without types
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        record("session.opened", actor=user, about=user)

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            record("session.ended", actor=user, about=user)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Which name was tried is not kept: it may be a password that was typed in the wrong field."""
        record("session.refused", actor=None)
