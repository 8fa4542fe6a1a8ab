"""What somebody has set at the desk lies with their account: there at every computer, and for nobody else."""

import json

import pytest
from django.test import Client

from people import services
from people.models import DeskSetting, User
from simulator.core.events import actor_of
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import sign_in
from trainer_ui import draft_views

pytestmark = pytest.mark.django_db
MACRO = json.dumps({"key": "own-1", "name": "Eigenes", "steps": [{"do": "note"}, {"do": "resolve"}]})


@pytest.fixture(autouse=True)
def _nobody_wrote_before() -> None:
    draft_views.find_allowance.cache_clear()


def send(client: Client, owner: User, name: str, value: str | None, **more: object) -> int:
    body = {"owner": actor_of(owner.pk), "name": name, "value": value, **more}
    return client.post("/own/desk/", json.dumps(body), content_type="application/json").status_code


def read_desk(client: Client, person: User) -> dict[str, str]:
    return client.get(f"/runs/{start(person).pk}/").context["pack"]["settings"]


def test_it_is_at_the_desk_in_every_browser_and_at_nobody_elses(
    as_tia: Client, as_sam: Client, tia: User, sam: User, now
):
    assert [send(as_tia, tia, "macro:own-1", MACRO), send(as_tia, tia, "keys", '{"next":"ö"}')] == [204, 204]
    assert send(as_tia, tia, "keys", '{"next":"ä"}') == 204

    assert read_desk(sign_in(tia), tia) == {"macro:own-1": MACRO, "keys": '{"next":"ä"}'}
    assert read_desk(as_sam, sam) == {}


def test_it_is_forgotten_when_it_is_deleted_and_with_the_person(as_tia: Client, tia: User):
    for _ in range(2):
        send(as_tia, tia, "keys", "{}")
        assert send(as_tia, tia, "keys", None) == 204
    send(as_tia, tia, "macro:own-1", MACRO)

    tia.delete()

    assert list(DeskSetting.objects.all()) == []


def test_it_is_part_of_ones_own_data(as_tia: Client, tia: User, as_sam: Client):
    send(as_tia, tia, "macro:own-1", MACRO)

    assert json.loads(as_tia.get("/own/data.json").content)["desk"] == {"macro:own-1": json.loads(MACRO)}
    assert json.loads(as_sam.get("/own/data.json").content)["desk"] == {}


def test_the_desk_of_somebody_else_is_not_written_into_this_account(as_sam: Client, tia: User):
    """Sam has signed in where Tia's desk is still open."""
    assert send(as_sam, tia, "macro:own-1", MACRO) == 409
    assert not DeskSetting.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("draft:1:t", "{}"),
        ("macro:", "{}"),
        ("keys", "{corrupt"),
        ("keys", ""),
        ("keys", '"\\ud800"'),
        ("keys", "[" * 15_000),
        ("keys", json.dumps("a" * 16_000)),
        ("macro:" + "a" * 65, "{}"),
    ],
)
def test_what_is_no_setting_is_refused(as_tia: Client, tia: User, name: str, value: str):
    assert send(as_tia, tia, name, value) == 400


def test_an_unknown_field_and_no_json_are_refused(as_tia: Client, tia: User):
    assert send(as_tia, tia, "keys", "{}", more=1) == 400
    assert as_tia.post("/own/desk/", "keys", content_type="application/json").status_code == 400
    assert as_tia.get("/own/desk/").status_code == 405


def test_there_is_room_for_so_many_and_what_is_there_can_still_be_changed(
    as_tia: Client, tia: User, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(services, "MOST_SETTINGS", 2)
    codes = [send(as_tia, tia, f"macro:own-{number}", "{}") for number in range(3)]

    assert [*codes, send(as_tia, tia, "macro:own-1", "[]")] == [204, 204, 409, 204]
    assert sorted(tia.desk_settings.values_list("value", flat=True)) == ["[]", "{}"]


def test_nobody_fills_the_table_faster_than_a_person_would(as_tia: Client, tia: User):
    assert {send(as_tia, tia, "keys", "{}") for _ in range(30)} == {204, 429}


def test_a_stranger_is_led_to_the_sign_in(client: Client, tia: User):
    assert send(client, tia, "keys", "{}") == 302
