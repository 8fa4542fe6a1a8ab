"""Where each address leads. Django's admin is not here: it would show what each role may not see."""

from django.urls import include, path

urlpatterns = [
    path("", include("people.urls")),
    path("", include("trainer_ui.urls")),
]
