"""What no person types: characters that cannot be stored or seen, and far too much. It is refused or kept.

PostgreSQL stores no NUL, and tells so by raising; SQLite would take it. Nothing is kept that the other could not keep.
"""

from collections.abc import Mapping

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from people.models import Cohort, User
from scenarios.models import Draft, HouseProfile, ImportMapping, ProfileVersion
from scenarios.services.profiles import begin_profile
from scoring.models import Calibration
from tests.scenarios.core.house.test_dressing import HOUSE
from tests.trainer_ui.conftest import sign_in
from tests.trainer_ui.test_profiles import FILLED

pytestmark = pytest.mark.django_db

ODD = {
    "nul": "a\x00b",
    "controls": "".join(map(chr, range(1, 32))),
    "bidi": "\u202egnp.exe\u2066\u200f",
    "joined": "\u200d\ufeff\u0301" * 50,
    "digits": "9" * 5_000,
    "foreign digits": "٣٤",
    "much": "x" * 900_000,
}
FORMS: Mapping[str, tuple[str, Mapping[str, str], tuple[str, ...]]] = {
    "profile": ("/profiles/new/", FILLED, ("notes", "name", "words-greeting", "channels-0-limit", "channels-count")),
    "saved profile": ("/profiles/{}/", FILLED, ("notes", "base", "templates-0-text", "desks-count")),
    "profile text": ("/profiles/{}/text/", {"text": HOUSE, "base": "1"}, ("notes", "text", "base")),
    "dressed": ("/profiles/{}/use/", {}, ("words",)),
    "calibration": ("/marking/calibrations/", {"name": "Eins", "size": "5"}, ("name", "size")),
    "library": ("/library/", {}, ("file",)),
    "import": (
        "/import/",
        {"limit": "3"},
        ("title", "brand", "brand_name", "aliases", "limit", "spoken", "sheet", "header", "column-text", "column-time"),
    ),
    "draft": ("/editor/new/", {"blank": "1"}, ("version", "cohort")),
    "exercise": ("/exercises/new/", {"mode": "class"}, ("message", "version", "opens_at", "people", "seed")),
}
"""Of each form its address, what is filled in, and the fields that get what no person types."""


@pytest.fixture
def house(early: Cohort, carla: User) -> ProfileVersion:
    return begin_profile(cohort=early, by=carla, text=HOUSE)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("form", FORMS)
def test_no_field_of_a_coach_makes_an_error(form: str, odd: str, house: ProfileVersion, carla: User):
    client = sign_in(carla)
    path, filled, names = FORMS[form]
    table = b"time,author,text\n2026-01-01 10:00,lena,Hallo?\n"
    answers = {}
    for name in names:
        files = {"file": SimpleUploadedFile("t.csv", table)} if form == "import" else {}
        answer = client.post(path.format(house.profile_id), {**filled, name: ODD[odd], **files})
        answers[name] = answer.status_code // 100

    assert {name: status for name, status in answers.items() if status not in (2, 3, 4)} == {}
    assert [each for each in list_kept() if "\x00" in each] == []


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_looked_for_is_answered(odd: str, house: ProfileVersion, carla: User):
    client = sign_in(carla)
    given = ODD[odd][:2_000]
    asked = {
        "/library/": ("words", "language", "tag", "difficulty"),
        "/editor/": ("copy",),
        "/profiles/new/": ("language", "cohort"),
        "/exercises/new/": ("version", "cohort"),
        "/marking/": ("findings", "saved"),
        "/import/": ("cohort",),
    }

    answers = [client.get(path, {name: given}).status_code for path, names in asked.items() for name in names]
    assert set(answers) <= {200, 404}


def list_kept() -> list[str]:
    kept = [value for each in ProfileVersion.objects.all() for value in (each.text, each.notes)]
    kept += [each.name for each in (*HouseProfile.objects.all(), *Calibration.objects.all())]
    return kept + [each.text for each in Draft.objects.all()] + [each.columns for each in ImportMapping.objects.all()]


def test_odd_notes_of_a_profile_are_refused_with_a_word(house: ProfileVersion, carla: User, as_carla: Client):
    answer = as_carla.post("/profiles/new/", {**FILLED, "notes": ODD["nul"]})

    assert answer.context["refused"] == "In dem, was neu ist, steht ein Zeichen, das nicht gespeichert werden kann."
    assert [each.pk for each in HouseProfile.objects.all()] == [house.profile_id]


@pytest.fixture
def as_carla(carla: User) -> Client:
    return sign_in(carla)
