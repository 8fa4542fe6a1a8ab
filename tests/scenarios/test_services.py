from pathlib import Path

import pytest

from people.models import Cohort, User
from scenarios.core.codec import digest, dumps
from scenarios.models import Scenario, ScenarioVersion
from scenarios.services import NotPublishable, publish_file
from tests.scenarios.samples import BRAND, SCENARIO, change, compile_text

pytestmark = pytest.mark.django_db


def test_publishing_freezes_texts_and_timeline_under_their_digest(scenario_file: Path, carla: User) -> None:
    version = publish_file(scenario_file, by=carla)

    timeline, _ = compile_text(SCENARIO)
    assert timeline is not None
    assert (version.number, version.digest, version.timeline_json) == (1, digest(timeline), dumps(timeline))
    assert (version.source, version.brand_source, version.published_by) == (SCENARIO, BRAND, carla)
    assert (version.scenario.key, version.scenario.language, version.scenario.cohort) == ("quiet-morning", "de", None)


def test_the_same_text_again_is_the_same_version(scenario_file: Path) -> None:
    first = publish_file(scenario_file)
    scenario_file.write_text("# only a comment\n" + SCENARIO, "utf-8")

    assert publish_file(scenario_file) == first
    assert ScenarioVersion.objects.count() == 1


def test_a_changed_text_is_the_next_version_and_the_first_stays(scenario_file: Path) -> None:
    first = publish_file(scenario_file)
    scenario_file.write_text(change("text: Typisch.", "text: Typisch!"), "utf-8")

    second = publish_file(scenario_file)

    assert (first.number, second.number) == (1, 2)
    assert ScenarioVersion.objects.get(number=1).digest == first.digest


def test_a_changed_brand_is_a_new_version_too(scenario_file: Path) -> None:
    publish_file(scenario_file)
    brand = scenario_file.parent / "brands" / "seenbahn.de.yaml"
    brand.write_text(change("limit: 280", "limit: 300", text=BRAND), "utf-8")

    assert publish_file(scenario_file).number == 2


def test_a_cohorts_scenario_is_not_the_shipped_one(scenario_file: Path, early: Cohort, late: Cohort) -> None:
    numbers = [publish_file(scenario_file, cohort=cohort).number for cohort in (None, early, late)]

    assert numbers == [1, 1, 1]
    assert Scenario.objects.count() == 3


def test_a_scenario_with_an_error_is_not_published(scenario_file: Path) -> None:
    scenario_file.write_text(change("by: omar", "by: oma"), "utf-8")

    with pytest.raises(NotPublishable) as refusal:
        publish_file(scenario_file)

    assert [problem.code for problem in refusal.value.problems] == ["unknown-persona"]
    assert Scenario.objects.count() == 0


def test_a_scenario_with_a_warning_is_published(scenario_file: Path) -> None:
    scenario_file.write_text(change("hat ab neun Uhr", "hat ab neun"), "utf-8")

    assert publish_file(scenario_file).number == 1


def test_a_missing_file_is_a_problem_like_any_other(tmp_path: Path) -> None:
    with pytest.raises(NotPublishable) as refusal:
        publish_file(tmp_path / "nowhere.yaml")

    assert [problem.code for problem in refusal.value.problems] == ["file-missing"]
