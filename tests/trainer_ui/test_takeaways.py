"""One's own data, and nobody else's, as JSON and as a table."""

import csv
import json
from io import StringIO

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from people.models import User
from simulator import services
from simulator.services import erase_words
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
TEXT = '=HYPERLINK("http://example.org") Hallo'


def read_csv(client: Client) -> list[dict[str, str]]:
    text = client.get("/own/replies.csv").content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_every_reply_is_there_with_its_values_and_none_is_a_formula(as_tia: Client, tia: User, now):
    run = play(tia, now, text=TEXT)

    [row] = read_csv(as_tia)

    assert (row["run"], row["at_ms"], row["reply"]) == (str(run.pk), "30000", f"'{TEXT}")
    assert row["tone"].isdecimal()


def test_a_correction_has_a_line_of_its_own_and_a_deletion_is_marked_on_both(as_tia: Client, tia: User, now):
    run = start(tia)
    now.advance(30_000)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "text": TEXT, "seen_seq": 2}
    sent = services.reply(run.pk, actor=tia, cmd_id="1", **asked)
    seq = run.events.get(kind="ReplySent").seq
    now.advance(10_000)
    services.correct_reply(run.pk, actor=tia, cmd_id="2", reply=seq, text="Hallo Mara.", seen_seq=sent.seq)
    now.advance(10_000)
    services.delete_reply(run.pk, actor=tia, cmd_id="3", reply=seq)

    rows = read_csv(as_tia)

    assert [(row["what"], row["of"], row["at_ms"], row["reply"], row["deleted_ms"]) for row in rows] == [
        ("sent", str(seq), "30000", f"'{TEXT}", "50000"),
        ("corrected", str(seq), "40000", "Hallo Mara.", "50000"),
    ]
    assert [(row["visibility"], row["tone"].isdecimal()) for row in rows] == [("public", True)] * 2


def test_the_json_holds_person_scorecard_words_and_assessment(as_tia: Client, tia: User, now):
    run = play(tia, now, text=TEXT)
    as_tia.get(f"/runs/{run.pk}/debrief/")

    data = json.loads(as_tia.get("/own/data.json").content)

    [shown] = data["runs"]
    # Whatever we keep of a person beside what Django does, what is added later as well.
    ours = {field.name for field in User._meta.concrete_fields} - {field.name for field in AbstractUser._meta.fields}
    assert {"language", "signature"} <= ours - {"id"} <= data["person"].keys()
    assert data["person"]["memberships"] == [{"cohort": "Frühdienst", "role": "trainee"}]
    assert [event["words"] for event in shown["events"] if event["kind"] == "ReplySent"] == [TEXT]
    assert "assessment" in shown["events"][0]
    assert len(shown["scorecards"]) == 1


def test_nobody_gets_another_ones_and_strangers_get_none(tia: User, theo: User, carla: User, client: Client, now):
    play(tia, now, text=TEXT)

    for other in (theo, carla):
        assert read_csv(sign_in(other)) == []
        assert json.loads(sign_in(other).get("/own/data.json").content)["runs"] == []
    assert client.get("/own/data.json")["Location"].startswith("/accounts/login/")


def test_erased_words_are_gone_from_both(as_tia: Client, tia: User, now):
    run = play(tia, now, text=TEXT)
    erase_words(run, actor=tia)

    assert [row["reply"] for row in read_csv(as_tia)] == [""]
    assert "HYPERLINK" not in as_tia.get("/own/data.json").content.decode()
