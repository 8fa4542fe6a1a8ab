"""The trainee's *This finding is wrong*, and the coach's page of it."""

import html
import re

import pytest

from scoring.models import Objection
from scoring.services import settle
from simulator.models import Run
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(asked):
    settle(asked)
    return asked


def read_form(page, *, rule):
    """The hidden fields of the form that is about `rule`."""
    for form in re.findall(r'<form[^>]*class="objection">.*?</form>', page, flags=re.DOTALL):
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
        if fields["rule"] == rule:
            return {name: html.unescape(value) for name, value in fields.items()}
    raise AssertionError(f"no form for {rule}")


def debrief(client, run):
    return client.get(f"/runs/{run.pk}/debrief/").content.decode()


def test_a_trainee_says_so_and_takes_it_back(run, tia, carla):
    client = sign_in(tia)
    fields = read_form(debrief(client, run), rule="privacy.asked_in_public")

    said = client.post(
        f"/runs/{run.pk}/objections/", {**fields, "reason": "<b>Nein</b>", "shares_words": "1"}, follow=True
    )

    assert said.redirect_chain[0][0].endswith(f"/debrief/?revision=0#{fields['anchor']}")
    assert "Sie haben gesagt, dass dieser Befund falsch ist." in said.content.decode()
    page = sign_in(carla).get("/objections/").content.decode()
    assert "Öffentlich nach Daten gefragt" in page
    assert ">Kundennummer</blockquote>" in page
    assert "&lt;b&gt;Nein&lt;/b&gt;" in page
    assert "Tia" not in page.replace("Tian", "")
    assert f"/runs/{run.pk}" not in page

    client.post(f"/runs/{run.pk}/objections/", {**fields, "take_back": "1"})

    assert not Objection.objects.exists()
    assert "Noch hat niemand einem Befund widersprochen." in sign_in(carla).get("/objections/").content.decode()


def test_nobody_else_says_so(run, tia, theo, carla, milan, sam):
    fields = read_form(debrief(sign_in(tia), run), rule="privacy.asked_in_public")

    answers = [sign_in(one).post(f"/runs/{run.pk}/objections/", fields) for one in (theo, carla, milan, sam)]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert not Objection.objects.exists()


def test_a_coach_who_may_see_a_class_run_does_not_object_in_it(run, tia, carla, early):
    Run.objects.filter(pk=run.pk).update(mode="class", cohort=early)
    fields = read_form(debrief(sign_in(tia), run), rule="privacy.asked_in_public")

    assert "This finding is wrong" not in debrief(sign_in(carla), run)
    assert 'class="objection"' not in debrief(sign_in(carla), run)
    assert sign_in(carla).post(f"/runs/{run.pk}/objections/", fields).status_code == 404


def test_a_certification_has_no_such_button(run, tia):
    Run.objects.filter(pk=run.pk).update(mode="certification")

    assert 'class="objection"' not in debrief(sign_in(tia), run)


@pytest.mark.parametrize(
    "wrong",
    [
        {"params": "x"},
        {"params": "[]"},
        {"reply": "²"},
        {"reply": "1"},
        {"reply": "9" * 30},
        {"revision": "7"},
        {"rule": "x"},
    ],
)
def test_what_no_form_sends_is_not_there(run, tia, wrong):
    client = sign_in(tia)
    fields = read_form(debrief(client, run), rule="privacy.asked_in_public")

    assert client.post(f"/runs/{run.pk}/objections/", {**fields, **wrong}).status_code == 404


def test_where_one_goes_back_to_is_always_one_s_own_debrief(run, tia):
    client = sign_in(tia)
    fields = read_form(debrief(client, run), rule="privacy.asked_in_public")

    sent = client.post(f"/runs/{run.pk}/objections/", {**fields, "anchor": "//evil.example/\r\nX: y"})

    assert sent["Location"] == f"/runs/{run.pk}/debrief/?revision=0#%2F%2Fevil.example%2F%0D%0AX%3A%20y"


def test_only_coaches_have_the_page_and_the_way_to_it(tia, carla, milan, ada):
    people = (tia, carla, milan, ada)

    assert [sign_in(one).get("/objections/").status_code for one in people] == [404, 200, 404, 404]
    assert ['href="/objections/"' in sign_in(one).get("/").content.decode() for one in people] == [
        False,
        True,
        False,
        False,
    ]


def test_the_page_asks_as_often_for_three_objections_as_for_one(run, tia, carla, django_assert_num_queries):
    client = sign_in(tia)
    page = debrief(client, run)
    coach = sign_in(carla)
    counts = []
    for rule in ("privacy.asked_in_public", "speed.wait"):
        client.post(f"/runs/{run.pk}/objections/", read_form(page, rule=rule))
        with django_assert_num_queries(4):
            counts.append(coach.get("/objections/").content.decode().count("<section"))

    assert counts == [1, 2]


def test_the_page_speaks_english_too(run, tia, carla):
    client = sign_in(tia)
    client.post(f"/runs/{run.pk}/objections/", read_form(debrief(client, run), rule="privacy.asked_in_public"))
    coach = sign_in(carla)
    coach.cookies["django_language"] = "en"
    carla.language = "en"
    carla.save()

    assert "Asked for data in public" in coach.get("/objections/").content.decode()
