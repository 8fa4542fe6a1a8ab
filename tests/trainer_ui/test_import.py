"""Import in the browser: a file becomes a draft, what may be somebody's is decided, and only then is it published."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from people.models import Cohort, User
from scenarios.models import Draft, ImportMapping
from scenarios.services.draft_publishing import publish_draft
from scenarios.services.drafts import begin_draft
from scenarios.services.imports import read_mapping, review_of
from scenarios.services.publish import NotPublishable
from tests.scenarios.import_files import PLAN_HEAD, PLAN_ROWS, make_workbook
from tests.scenarios.import_samples import row, write_csv
from tests.scenarios.samples import BRAND
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db

ROWS = [
    row(1, "905712", "@AcmeHelp my parcel from Zorpington is lost, see zorping.com/me"),
    row(2, "AcmeHelp", "@905712 Hi there, which one?", to=1, at="10:01:00"),
]


@pytest.fixture
def as_carla(carla: User, early: Cohort) -> Client:
    return sign_in(carla)


def send(client: Client, data: bytes, *, name: str = "threads.csv", **given: str):
    return client.post("/import/", {"file": SimpleUploadedFile(name, data), "title": "Acme", **given})


def test_a_table_becomes_a_draft_without_the_words_of_its_people(as_carla, early, carla):
    answer = send(as_carla, write_csv(ROWS))

    draft = Draft.objects.get()
    assert (answer.url, draft.cohort, draft.saved_by, draft.title) == (f"/import/{draft.pk}/", early, carla, "Acme")
    assert [word in draft.text + draft.brand_source for word in ("905712", "AcmeHelp")] == [False, False]
    page = as_carla.get(answer.url).content.decode()
    assert "<mark>Zorpington</mark>" in page
    assert [doubt["words"] for doubt in as_carla.get(answer.url).context["doubts"]] == ["Zorpington"]
    assert len(as_carla.get(answer.url).context["lines"]) > 0


def test_only_coaches_of_the_cohort_find_any_of_it(as_carla, cem, tia, milan, ada):
    path = send(as_carla, write_csv(ROWS)).url

    for person in (cem, tia, milan, ada):
        theirs = sign_in(person)
        assert (theirs.get(path).status_code, theirs.post(path, {"all": "1"}).status_code) == (404, 404)
    assert {each.username: sign_in(each).get("/import/").status_code for each in (cem, tia, milan, ada)} == {
        "cem": 200, "tia": 404, "milan": 404, "ada": 404,
    }  # fmt: skip


def test_nobody_publishes_before_every_place_is_decided(as_carla, carla):
    path = send(as_carla, write_csv(ROWS)).url
    draft = Draft.objects.get()
    with pytest.raises(NotPublishable):
        publish_draft(draft.pk, actor=carla, edition=draft.edition)

    undecided = as_carla.post(path, {"all": "1", "edition": draft.edition})
    as_carla.post(path, {"all": "1", "edition": draft.edition, "doubt-1": "replace", "words-1": "Weihmann"})

    draft.refresh_from_db()
    assert undecided.status_code == 200
    assert ("Zorpington" in draft.text, "Weihmann" in draft.text) == (False, True)
    assert review_of(draft).is_confirmed
    assert publish_draft(draft.pk, actor=carla, edition=draft.edition).number == 1


def test_what_may_stay_stays_and_says_who_decided(as_carla):
    path = send(as_carla, write_csv(ROWS)).url
    draft = Draft.objects.get()

    as_carla.post(path, {"all": "1", "edition": draft.edition, "doubt-1": "keep"})

    draft.refresh_from_db()
    assert "Zorpington" in draft.text
    assert review_of(draft).review.by.startswith("Carla")


def test_who_decides_on_an_old_edition_changes_nothing(as_carla):
    path = send(as_carla, write_csv(ROWS)).url
    before = Draft.objects.get().text

    as_carla.post(path, {"all": "1", "edition": "99", "doubt-1": "keep"})

    assert Draft.objects.get().text == before


def test_the_columns_of_a_plan_are_kept_for_the_next_one_and_can_be_corrected(as_carla, early):
    send(as_carla, make_workbook(PLAN_ROWS), name="plan.xlsx")
    guessed = read_mapping(early)
    moved = [(text, *others, expected) for *others, text, expected in PLAN_ROWS]
    head = (PLAN_HEAD[4], *PLAN_HEAD[:4], PLAN_HEAD[5])
    chosen = {"time": "B", "from": "C", "to": "D", "channel": "E", "text": "A", "expected": "F"}

    letters = {one["name"]: one["value"] for one in as_carla.get("/import/").context["columns"]}
    given = {f"column-{name}": letter for name, letter in chosen.items()}
    answer = send(as_carla, make_workbook(moved, head=head), name="b.xlsx", sheet="Plan", header="1", **given)

    corrected = read_mapping(early)
    assert letters == {"time": "A", "from": "B", "to": "C", "channel": "D", "text": "E", "expected": "F", "thread": ""}
    assert answer.status_code == 302
    assert guessed is not None
    assert corrected is not None
    assert (guessed.columns["text"], corrected.columns["text"]) == (4, 0)
    assert guessed.channels == corrected.channels
    as_carla.post("/import/", {"forget": "1"})
    assert ImportMapping.objects.count() == 0


def test_rows_that_cannot_be_read_are_named_by_their_cell(as_carla):
    rows = [*PLAN_ROWS, ("irgendwann", "Wer", "Nordbahn", "Twitter", "Text", "")]

    path = send(as_carla, make_workbook(rows), name="plan.xlsx").url

    assert any("Plan!A6" in line for line in as_carla.get(path).context["lines"])


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04kaputt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x00" * 500, b"[" * 9_000, b"a,b\n1,2\n"]
)
def test_a_hostile_or_wrong_file_is_refused_politely(as_carla, data):
    answer = send(as_carla, data, name="<b>x</b>.csv")

    assert answer.status_code == 200
    assert len(answer.context["refused"]) > 0
    assert "<b>x</b>" not in answer.content.decode()
    assert Draft.objects.count() == 0
    assert 'value="Acme"' in answer.content.decode()


def test_a_draft_that_somebody_wrote_has_nothing_to_review(as_carla, early, carla):
    draft = begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)

    assert as_carla.get(f"/import/{draft.pk}/").status_code == 404
