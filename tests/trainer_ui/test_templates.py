"""The page of one's own templates, and where they turn up: at the desk, in the debrief, in one's own data."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from people.models import User
from simulator.queries import list_own_templates
from simulator.services import keep_templates
from simulator.services.own_templates import Written
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/own/templates/"
TEXT = "Hallo {name}, Ihre Meldung {nummer} liegt jetzt bei der Technik und wird dort bearbeitet, das dauert noch."
SENT = "Hallo Mara, Ihre Meldung 17 liegt jetzt bei der Technik und wird dort bearbeitet, das dauert noch."


def bring(client: Client, table: str, *, language: str = "de"):
    file = SimpleUploadedFile("templates.csv", table.encode())
    return client.post(PAGE, {"language": language, "file": "1", "table": file})


def read_pack(client: Client, run: int) -> dict:
    page = client.get(f"/runs/{run}/").content.decode()
    return json.loads(page.split('<script id="pack" type="application/json">')[1].split("</script>")[0])


def kept(owner: User) -> list[tuple[str, str, str]]:
    return [(each.language, each.title, each.text) for each in list_own_templates(owner)]


def test_a_template_is_written_changed_and_deleted(as_tia: Client, tia: User):
    as_tia.post(PAGE, {"language": "de", "title": "Technik", "text": "Eins\r\nzwei"})
    assert kept(tia) == [("de", "Technik", "Eins\nzwei")]
    address = f"{PAGE}{list_own_templates(tia)[0].pk}/"

    as_tia.post(address, {"language": "de", "title": "Technik", "text": TEXT})
    page = as_tia.get(f"{PAGE}?language=de").content.decode()

    assert kept(tia) == [("de", "Technik", TEXT)]
    assert '<span class="part-filled">{name}</span>' in page
    assert '<mark class="part-gap">{nummer}' in page
    as_tia.post(address, {"language": "de", "delete": "1"})
    assert kept(tia) == []


def test_what_is_wrong_stands_there_with_what_was_written(as_tia: Client, tia: User):
    said = as_tia.post(PAGE, {"language": "de", "title": "Technik", "text": " "}).content.decode()

    assert [each in said for each in ("Der Text fehlt.", 'value="Technik"')] == [True, True]
    keep_templates(tia, [Written("de", "Eins", "Ja."), Written("de", "Zwei", "Ja.")])
    address = f"{PAGE}{list_own_templates(tia)[0].pk}/"
    said = as_tia.post(address, {"language": "de", "title": "Zwei", "text": "Nein."}).content.decode()
    assert [each in said for each in ("Diesen Titel hat schon eine andere Vorlage.", "Nein.")] == [True, True]
    assert kept(tia) == [("de", "Eins", "Ja."), ("de", "Zwei", "Ja.")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["Zeile 3: Der Text fehlt.", "Zeile 4: 3 Zellen, der Kopf hat aber 2 Spalten."]),
        ("en", ["Line 3: The text is missing.", "Line 4: 3 cells, where the head has 2 columns."]),
    ],
)
def test_a_table_with_wrong_lines_says_which_and_changes_nothing(as_tia: Client, tia: User, language, said):
    as_tia.post("/i18n/", {"language": language})

    answer = bring(as_tia, "title;text\nA;eins\nB;\nC;drei;vier\n")

    assert [each in answer.content.decode() for each in said] == [True, True]
    assert kept(tia) == []


def test_a_table_that_is_in_order_is_taken_over_and_comes_out_as_it_went_in(as_tia: Client, tia: User):
    bring(as_tia, 'language,title,text\nde,Formel,"=1+1"\nen,Sum,"Hello {name}"\n')
    assert kept(tia) == [("de", "Formel", "=1+1"), ("en", "Sum", "Hello {name}")]

    table = as_tia.get("/own/templates.csv").content.decode("utf-8-sig")
    as_tia.post(f"{PAGE}delete/", {"language": "de"})
    assert kept(tia) == [("en", "Sum", "Hello {name}")]
    bring(as_tia, table)

    assert '"\'=1+1"' in table
    assert kept(tia) == [("de", "Formel", "=1+1"), ("en", "Sum", "Hello {name}")]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"file": "1"}, "Bitte wählen Sie eine Datei."),
        ({"file": "1", "table": SimpleUploadedFile("leer.csv", b"title,text\n")}, "unter dem Kopf keine Zeile"),
    ],
)
def test_no_file_and_no_row_are_no_tables(as_tia: Client, fields, said):
    assert said in as_tia.post(PAGE, {"language": "de", **fields}).content.decode()


def test_nobody_sees_another_ones(as_tia: Client, tia: User, carla: User, client: Client):
    keep_templates(tia, [Written("de", "Technik", TEXT)])
    address = f"{PAGE}{list_own_templates(tia)[0].pk}/"
    other = sign_in(carla)

    assert "Technik" not in other.get(f"{PAGE}?language=de").content.decode()
    assert "Technik" not in other.get("/own/templates.csv").content.decode()
    assert other.post(address, {"title": "Meins", "text": "Ja."}).status_code == 404
    other.post(address, {"delete": "1"})
    assert kept(tia) == [("de", "Technik", TEXT)]
    assert [client.get(each).status_code for each in (PAGE, "/own/templates.csv")] == [302, 302]


def test_a_page_is_asked_for_as_many_rows_as_it_likes_at_the_same_cost(
    as_tia: Client, tia: User, django_assert_max_num_queries
):
    keep_templates(tia, [Written("de", f"Nummer {nth}", "Ja.") for nth in range(3)])

    with django_assert_max_num_queries(4):
        as_tia.get(PAGE)


def test_the_desk_offers_what_the_run_began_with_behind_the_houses(as_tia: Client, tia: User):
    keep_templates(tia, [Written("de", "Technik", TEXT)])
    run = start(tia)
    keep_templates(tia, [Written("de", "Später", "Ja.")])

    offered = read_pack(as_tia, run.pk)["templates"]

    assert [(each["title"], each["own"]) for each in offered] == [("Dank", False), ("Technik", True)]


def test_the_debrief_names_the_template_and_shows_it_beside_the_copy(as_tia: Client, tia: User, now):
    keep_templates(tia, [Written("de", "Technik <b>", TEXT)])
    run = play(tia, now, text=SENT)
    keep_templates(tia, [Written("de", "Technik <b>", "Etwas ganz anderes.")])
    seq = run.events.get(kind="ReplySent").seq

    page = as_tia.get(f"/runs/{run.pk}/debrief/replies/{seq}/").content.decode()

    assert "Technik &lt;b&gt;" in page
    assert "{nummer} liegt jetzt bei der Technik" in page


def test_ones_own_data_hold_them_with_those_a_run_began_with(as_tia: Client, tia: User):
    keep_templates(tia, [Written("de", "Technik", "Eins.")])
    start(tia)
    keep_templates(tia, [Written("de", "Technik", "Zwei.")])

    data = json.loads(as_tia.get("/own/data.json").content)

    assert data["templates"] == [{"language": "de", "title": "Technik", "text": "Zwei."}]
    assert data["runs"][0]["templates"] == [{"title": "Technik", "text": "Eins."}]
