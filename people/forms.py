"""Forms of accounts, where allauth's own say too little."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class NamedLoginForm(LoginForm):  # type: ignore[misc]  # allauth ships without types
    """Its first field says what goes into it; a hint inside a field is gone as soon as somebody types."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or mail address")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
