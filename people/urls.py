"""Signing in and out. Only the pages of allauth that the product needs: there is no sign-up and no second address."""

from allauth.account import views
from django.conf import settings
from django.urls import path, re_path

from people.views import SignIn, sign_in_demo

RESET = r"^accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    path("demo/sign-in/", sign_in_demo, name="demo_sign_in"),
    path("accounts/login/", SignIn.as_view(), name="account_login"),
    path("accounts/logout/", views.logout, name="account_logout"),
    path("accounts/inactive/", views.account_inactive, name="account_inactive"),
    path("accounts/signup/", views.signup, name="account_signup"),
    path("accounts/reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", views.password_change, name="account_change_password"),
    path("accounts/password/set/", views.password_set, name="account_set_password"),
    re_path(RESET, views.password_reset_from_key, name="account_reset_password_from_key"),
    path(
        "accounts/password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
if settings.EMAIL_URL:
    urlpatterns += [
        path("accounts/password/reset/", views.password_reset, name="account_reset_password"),
        path("accounts/password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    ]
