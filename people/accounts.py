"""How people get accounts: the administrator makes them, nobody signs up alone."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships without types
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
