"""Signing in, and in the demo with one click: from this machine only."""

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import NoReverseMatch, reverse

from people.models import User
from people.services import create_demo_people, create_person

pytestmark = pytest.mark.django_db

PASSWORD = "Zwölf Boote auf dem Weg"


@pytest.fixture
def demo(settings):
    settings.DEMO = True
    return create_demo_people()


def test_one_click_signs_a_demo_person_in(client: Client, demo):
    response = client.post("/demo/sign-in/", {"person": "carla"})

    assert (response.status_code, response["Location"]) == (302, "/")
    assert get_user(client).username == "carla"


def test_the_login_page_of_the_demo_offers_everybody(client: Client, demo):
    page = client.get("/accounts/login/").content.decode()

    assert [person.username for person in demo if f'value="{person.username}"' in page] == [p.username for p in demo]


def test_outside_the_demo_there_is_no_one_click(client: Client, settings, demo):
    settings.DEMO = False

    assert client.post("/demo/sign-in/", {"person": "tia"}).status_code == 404
    assert "/demo/sign-in/" not in client.get("/accounts/login/").content.decode()
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize("address", ["192.0.2.7", "10.0.0.1", "2001:db8::1", ""])
def test_the_demo_signs_nobody_in_from_elsewhere(client: Client, demo, address):
    assert client.post("/demo/sign-in/", {"person": "tia"}, REMOTE_ADDR=address).status_code == 404


def test_the_demo_signs_in_its_own_people_only(client: Client, demo):
    create_person("somebody")

    assert client.post("/demo/sign-in/", {"person": "somebody"}).status_code == 404


def test_a_demo_name_with_a_password_of_its_own_is_not_for_everybody(client: Client, demo):
    demo[0].set_password(PASSWORD)
    demo[0].save()

    assert client.post("/demo/sign-in/", {"person": demo[0].username}).status_code == 404


def test_one_click_is_a_post(client: Client, demo):
    assert client.get("/demo/sign-in/", {"person": "tia"}).status_code == 405


def test_one_click_needs_the_token_of_our_own_page(demo):
    assert Client(enforce_csrf_checks=True).post("/demo/sign-in/", {"person": "tia"}).status_code == 403


@pytest.mark.parametrize("login", ["tia", "tia@example.org"])
def test_people_sign_in_by_name_or_by_mail_address(client: Client, login):
    create_person("tia", email="tia@example.org", password=PASSWORD)

    response = client.post("/accounts/login/", {"login": login, "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, "/")


def test_nobody_signs_up_alone(client: Client):
    client.post("/accounts/signup/", {"username": "eve", "password1": PASSWORD, "password2": PASSWORD})

    assert User.objects.count() == 0
    assert not get_user(client).is_authenticated


def test_the_admin_of_django_is_not_mounted(client: Client):
    assert client.get("/admin/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("admin:index")
