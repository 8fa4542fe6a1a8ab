"""Every page about one's account, in both languages: whole, labelled, and nothing left untranslated."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]

FOR_STRANGERS = (
    "account_login",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
)
FOR_PEOPLE = ("account_logout", "account_set_password", "account_reset_password_from_key_done")


def read_page(client: Client, name: str, *, language: str) -> str:
    response = client.get(reverse(name), headers={"Accept-Language": language})
    assert response.status_code == 200
    return response.content.decode()


def find_heading(html: str) -> str:
    return re.findall(r"<h1>(.*?)</h1>", html, flags=re.DOTALL)[0].strip()


@pytest.mark.parametrize("name", FOR_STRANGERS)
def test_a_stranger_reads_it_in_german_and_in_english(client: Client, name):
    german, english = (read_page(client, name, language=language) for language in ("de", "en"))

    assert find_heading(german) != find_heading(english)
    assert german.count("<h1>") == english.count("<h1>") == 1


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_who_is_signed_in_reads_it_in_their_language(client: Client, tia, name):
    client.force_login(tia)

    german = read_page(client, name, language="en")
    tia.language = "en"
    tia.save()
    english = read_page(client, name, language="de")

    assert find_heading(german) != find_heading(english)


@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_every_field_has_its_label_and_every_description_exists(client: Client, name):
    html = read_page(client, name, language="de")
    fields = re.findall(r'<input(?![^>]*type="hidden")[^>]*\sid="([^"]+)"', html)

    assert fields
    assert [
        field for field in fields if f'for="{field}"' not in html and f'id="{field}"' not in read_labels(html)
    ] == []
    described = [each for ids in re.findall(r'aria-describedby="([^"]+)"', html) for each in ids.split()]
    assert [each for each in described if f'id="{each}"' not in html] == []


def read_labels(html: str) -> str:
    return "".join(re.findall(r"<label>.*?</label>", html, flags=re.DOTALL))


def test_a_wrong_password_is_said_and_announced(client: Client, tia):
    html = client.post("/accounts/login/", {"login": "tia", "password": "wrong"}).content.decode()

    assert re.search(r'<div role="alert"><ul class="errorlist nonfield"', html)


def test_without_mail_there_is_no_page_for_forgotten_passwords():
    env = {"PATH": os.environ["PATH"], "DEMO": "1"}
    code = "import django; django.setup(); from django.urls import reverse; print(reverse('account_reset_password'))"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "NoReverseMatch" in done.stderr


def test_the_field_says_in_its_label_what_goes_into_it(client: Client):
    german = read_page(client, "account_login", language="de")

    assert '<label for="id_login">Benutzername oder E-Mail-Adresse</label>' in german
    assert "placeholder" not in german
