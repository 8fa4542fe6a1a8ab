"""What forms and the time line ask beside a draft's text."""

import json

import pytest
from django.test import Client

from people.models import Cohort, User
from scenarios.models import Draft
from scenarios.services.drafts import begin_draft
from tests.scenarios.samples import BRAND, SCENARIO
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(early: Cohort, carla: User) -> Draft:
    return begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)


@pytest.fixture
def as_carla(carla: User) -> Client:
    return sign_in(carla)


def ask(client: Client, draft: Draft, **sent: object) -> tuple[int, dict]:
    answer = client.post(f"/editor/{draft.pk}/patch/", json.dumps(sent), content_type="application/json")
    return answer.status_code, answer.json()


def test_only_coaches_of_the_cohort_are_answered(draft, carla, cem, tia, milan, ada):
    for person in (cem, tia, milan, ada):
        theirs = sign_in(person)
        assert theirs.get(f"/editor/{draft.pk}/forms.json").status_code == 404
        assert theirs.post(f"/editor/{draft.pk}/patch/", "{}", content_type="application/json").status_code == 404
    assert sign_in(carla).get(f"/editor/{draft.pk}/forms.json").status_code == 200


def test_an_edit_is_answered_by_patches_of_the_text_that_was_sent_and_nothing_is_stored(as_carla, draft):
    before = draft.text
    text = SCENARIO.replace("Mein Rucksack", "🎒🎒 Mein Rucksack")
    path = ["threads", "rucksack", "posts", "rucksack-1", "at"]

    status, said = ask(as_carla, draft, text=text, edit={"do": "set", "path": path, "value": "0:25"})

    start = len(text[: text.index("0:20")].encode("utf-16-le")) // 2
    assert (status, said) == (200, {"patches": [{"from": start, "to": start + 4, "insert": "0:25"}], "path": path})
    draft.refresh_from_db()
    assert draft.text == before


def test_what_cannot_be_done_is_said_in_the_readers_language(as_carla, draft):
    rename = {"do": "rename", "path": ["personas", "jana"], "key": "omar"}

    assert ask(as_carla, draft, text=SCENARIO, edit=rename) == (200, {"refused": "„omar“ gibt es schon."})
    assert ask(as_carla, draft, text="a: [", edit=rename) == (
        (200, {"refused": "Zeile 1 ist nicht lesbar. Beheben Sie das zuerst im Text; nichts wurde geändert."})
    )
    as_carla.post("/i18n/", {"language": "en"})
    assert ask(as_carla, draft, text=SCENARIO, edit=rename)[1]["refused"] == "There is something called “omar” already."


@pytest.mark.parametrize("sent", [{}, {"text": 1, "edit": {}}, {"text": "a", "edit": []}])
def test_what_is_no_request_is_refused(as_carla, draft, sent):
    assert ask(as_carla, draft, **sent)[0] == 400


def test_forms_come_in_the_pages_language_with_channels_of_the_drafts_brand(as_carla, draft):
    forms = as_carla.get(f"/editor/{draft.pk}/forms.json").json()

    assert forms["house"]["channels"] == {
        "microblog": {"name": "Zwitscher", "limit": 280}, "forum": {"name": "Forum", "limit": None},
    }  # fmt: skip
    assert forms["names"]["persona"] == "Person"
    assert [field["label"] for field in forms["elements"]["mood"]] == ["Wessen", "Um wie viel"]
