"""What every page tells the browser."""

import re

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpResponse
from django.test import Client, RequestFactory

pytestmark = pytest.mark.django_db


def read_policy(response) -> dict[str, list[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {part[0]: part[1:] for part in parts}


@pytest.fixture
def answer(client: Client):
    return client.get("/accounts/login/")


def test_nothing_is_allowed_that_is_not_named(answer):
    policy = read_policy(answer)

    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_scripts_run_by_nonce_only_and_each_page_has_its_own():
    respond = CSPMiddleware(lambda request: HttpResponse(str(request.csp_nonce)))

    first, second = (respond(RequestFactory().get("/")) for _ in range(2))

    assert read_policy(first)["script-src"] == [f"'nonce-{first.content.decode()}'", "'strict-dynamic'"]
    assert first.content != second.content


def test_every_script_and_style_of_the_page_is_allowed_by_its_policy(answer):
    html = answer.content.decode()
    nonces = set(re.findall(r"nonce-([^']+)", answer["Content-Security-Policy"]))
    scripts = [tag for tag in re.findall(r"<script[^>]*>", html) if "application/json" not in tag]

    assert [tag for tag in scripts if not any(f'nonce="{nonce}"' in tag for nonce in nonces)] == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", html) == []


def test_text_becomes_markup_through_lit_alone(answer):
    policy = read_policy(answer)

    assert (policy["require-trusted-types-for"], policy["trusted-types"]) == (["'script'"], ["lit-html"])


def test_sockets_are_opened_to_our_own_origins_only(answer):
    assert read_policy(answer)["connect-src"] == ["'self'", "ws://testserver", "ws://127.0.0.1", "ws://localhost"]


def test_no_other_site_frames_a_page_or_learns_its_address(answer):
    assert (answer["X-Frame-Options"], answer["Referrer-Policy"], answer["X-Content-Type-Options"]) == (
        "DENY",
        "same-origin",
        "nosniff",
    )


@pytest.mark.parametrize(
    ("accepted", "language", "words"), [("", "de", "Anmelden"), ("en", "en", "Sign in"), ("fr", "de", "Anmelden")]
)
def test_pages_are_german_unless_the_browser_asks_for_english(client: Client, accepted, language, words):
    html = client.get("/accounts/login/", headers={"Accept-Language": accepted}).content.decode()

    assert (f'<html lang="{language}">' in html, words in html) == (True, True)
