"""What a page is about is looked up through who asks."""

import pytest

from people.models import Cohort, User
from scenarios.models import Draft
from scenarios.services import publish_file
from scoring.models import Calibration, Programme
from tests.scenarios.shipped import LIBRARY
from tests.trainer_ui.conftest import sign_in

ADDRESSES = (
    "/editor/new/", "/exercises/new/", "/import/", "/library/", "/profiles/new/", "/profiles/new/text/",
    "/marking/calibrations/",
)  # fmt: skip


@pytest.fixture
def late(cem: User) -> Cohort:
    return cem.memberships.get().cohort


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_form_writes_for_another_cohort_or_in_its_place_for_ones_own(address, carla, late):
    assert sign_in(carla).post(address, {"cohort": late.pk}).status_code == 404


def test_no_programme_is_laid_down_for_another_cohort(milan, late):
    assert sign_in(milan).post("/certifications/programmes/new/", {"cohort": late.pk}).status_code == 404
    assert not Programme.objects.exists()


def test_who_names_no_cohort_means_the_first(carla, early):
    answer = sign_in(carla).post("/marking/calibrations/", {"name": "März", "size": "10"})

    assert answer.context["cohort"] == early
    assert not Calibration.objects.exists()


@pytest.mark.parametrize("version", ["", "²", "9" * 5_000, "x"])
def test_what_is_no_id_names_nothing(version, carla, early):
    publish_file(LIBRARY / "quiet-morning.de.yaml")

    assert sign_in(carla).post("/editor/new/", {"cohort": early.pk, "version": version}).status_code == 404
    assert not Draft.objects.exists()
