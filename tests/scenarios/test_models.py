from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from people.models import User
from scenarios.models import Scenario, ScenarioVersion
from scenarios.services import publish_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(scenario_file: Path) -> ScenarioVersion:
    return publish_file(scenario_file)


def test_a_version_cannot_be_saved_again(version: ScenarioVersion) -> None:
    version.timeline_json = "{}"

    with pytest.raises(ValidationError, match="never changes"):
        version.save()


@pytest.mark.parametrize("field", ["number", "digest", "source", "brand_source", "timeline_json"])
def test_the_database_refuses_every_change_of_a_version(version: ScenarioVersion, field: str) -> None:
    with pytest.raises(DatabaseError, match="a published version never changes"), transaction.atomic():
        ScenarioVersion.objects.filter(pk=version.pk).update(**{field: 7})


def test_the_database_refuses_to_replace_a_version(version: ScenarioVersion) -> None:
    if connection.vendor == "sqlite":
        statement = "INSERT OR REPLACE INTO scenarios_scenarioversion SELECT * FROM scenarios_scenarioversion"
    else:
        statement = (
            "INSERT INTO scenarios_scenarioversion SELECT * FROM scenarios_scenarioversion "
            "ON CONFLICT (id) DO UPDATE SET source = 'x'"
        )

    with pytest.raises(DatabaseError, match="a published version never changes"), transaction.atomic():
        connection.cursor().execute(statement)


def test_who_published_may_be_forgotten(scenario_file: Path, carla: User) -> None:
    version = publish_file(scenario_file, by=carla)

    carla.delete()

    version.refresh_from_db()
    assert version.published_by is None


def test_a_scenario_is_shipped_once_per_language() -> None:
    Scenario.objects.create(key="x", language="de")
    Scenario.objects.create(key="x", language="en")

    with pytest.raises(DatabaseError), transaction.atomic():
        Scenario.objects.create(key="x", language="de")


def test_a_number_is_given_once(version: ScenarioVersion) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        version.scenario.versions.create(
            number=version.number,
            digest="0" * 64,
            source="",
            brand_source="",
            timeline_json="",
            published_at=timezone.now(),
        )


def test_it_is_the_trigger_that_refuses(version: ScenarioVersion) -> None:
    """The sabotage twin: without it, what a version holds can be changed."""
    table = "" if connection.vendor == "sqlite" else " ON scenarios_scenarioversion"
    connection.cursor().execute(f"DROP TRIGGER scenarioversion_frozen{table}")

    assert ScenarioVersion.objects.filter(pk=version.pk).update(source="another text") == 1
