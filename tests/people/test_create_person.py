"""The administrator makes an account on the command line; its owner opens the link and chooses a password."""

from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from people.models import User
from people.queries import roles_of

pytestmark = pytest.mark.django_db

PASSWORD = "Zwölf Boote auf dem Weg"


def create(*arguments: str) -> str:
    out = StringIO()
    call_command("create_person", *arguments, stdout=out)
    return urlsplit(out.getvalue().split()[-1]).path


def test_the_link_leads_to_a_password_and_the_password_into_the_house(client: Client):
    link = create("carla", "--role", "coach", "--cohort", "Frühdienst", "--first-name", "Carla")

    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})

    signed_in = client.post("/accounts/login/", {"login": "carla", "password": PASSWORD})
    assert (signed_in.status_code, signed_in["Location"]) == (302, "/")
    assert roles_of(User.objects.get(username="carla")) == {"coach"}


def test_a_link_that_was_used_is_used_up(client: Client):
    link = create("carla", "--role", "coach", "--cohort", "Frühdienst")
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})

    again = Client().get(link)

    assert "password1" not in again.content.decode()


def test_asked_again_the_person_gets_the_other_role_too():
    create("carla", "--role", "coach", "--cohort", "Frühdienst")
    create("carla", "--role", "manager", "--cohort", "Frühdienst")

    assert roles_of(User.objects.get()) == {"coach", "manager"}


def test_what_is_no_username_is_refused_with_a_sentence():
    with pytest.raises(CommandError):
        create("not a name", "--role", "coach", "--cohort", "Frühdienst")
