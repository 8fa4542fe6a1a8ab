from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Cohort, User
from scenarios import queries
from scenarios.core.timeline import Timeline
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline, tell_about, versions_visible_to
from scenarios.services import publish_file
from tests.scenarios.samples import SCENARIO, change, compile_text

pytestmark = pytest.mark.django_db


def publish(path: Path, text: str, *, cohort: Cohort | None = None) -> ScenarioVersion:
    path.write_text(text, "utf-8")
    return publish_file(path, cohort=cohort)


def test_everybody_sees_the_newest_version_of_what_is_shipped(scenario_file: Path, tia: User, sam: User) -> None:
    publish(scenario_file, SCENARIO)
    newest = publish(scenario_file, change("text: Typisch.", "text: Typisch!"))

    assert list(versions_visible_to(tia)) == [newest]
    assert list(versions_visible_to(sam)) == [newest]


def test_a_cohorts_scenarios_are_seen_by_that_cohort_only(
    scenario_file: Path, early: Cohort, tia: User, carla: User, sam: User
) -> None:
    own = publish(scenario_file, change("key: quiet-morning", "key: own"), cohort=early)
    shipped = publish(scenario_file, SCENARIO)

    assert list(versions_visible_to(tia)) == [own, shipped]
    assert list(versions_visible_to(carla)) == [own, shipped]
    assert list(versions_visible_to(sam)) == [shipped]


def test_two_roles_in_a_cohort_do_not_double_the_list(scenario_file: Path, early: Cohort, tia: User) -> None:
    tia.memberships.create(cohort=early, role="coach")
    own = publish(scenario_file, SCENARIO, cohort=early)

    assert list(versions_visible_to(tia)) == [own]


@pytest.mark.parametrize("scenarios", [1, 3])
def test_the_list_costs_one_query_however_long_it_is(scenario_file: Path, tia: User, scenarios: int) -> None:
    for number in range(scenarios):
        publish(scenario_file, change("key: quiet-morning", f"key: quiet-{number}"))

    with CaptureQueriesContext(connection) as captured:
        listed = [version.scenario.key for version in versions_visible_to(tia)]

    assert listed == [f"quiet-{number}" for number in range(scenarios)]
    assert len(captured) == 1


def compiled() -> Timeline | None:
    return compile_text(SCENARIO)[0]


def test_a_version_gives_the_timeline_that_was_published(scenario_file: Path) -> None:
    assert load_timeline(publish(scenario_file, SCENARIO)) == compiled()


def test_a_known_timeline_is_not_read_again(scenario_file: Path) -> None:
    version = publish(scenario_file, SCENARIO)
    first = load_timeline(version)

    deferred = ScenarioVersion.objects.defer("timeline_json").get(pk=version.pk)
    with CaptureQueriesContext(connection) as captured:
        assert load_timeline(deferred) is first
    assert len(captured) == 0


def test_only_so_many_timelines_are_kept(scenario_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "KEPT_TIMELINES", 2)
    versions = [publish(scenario_file, change("key: quiet-morning", f"key: quiet-{number}")) for number in range(3)]

    for version in versions:
        load_timeline(version)

    assert list(queries._loaded)[-2:] == [version.digest for version in versions[1:]]
    assert len(queries._loaded) == 2


def test_a_timeline_that_was_tampered_with_is_not_loaded(scenario_file: Path) -> None:
    version = publish(scenario_file, change("text: Typisch.", "text: Typisch?"))
    version.timeline_json = version.timeline_json.replace("Typisch?", "Prima!")

    with pytest.raises(ValueError, match="not what was published"):
        load_timeline(version)


def publish_three(path: Path) -> list[int]:
    return [publish(path, change("key: quiet-morning", f"key: quiet-{number}")).pk for number in range(3)]


def test_a_list_reads_each_version_once_and_then_none_of_their_texts(scenario_file: Path, tia: User) -> None:
    known = publish_three(scenario_file)
    tell_about(versions_visible_to(tia))
    new = publish(scenario_file, change("key: quiet-morning", "key: quiet-9")).pk
    asked = []

    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            about = tell_about(versions_visible_to(tia))
        asked.append([query["sql"].count('"timeline_json"') for query in captured])
        assert sorted(about) == [*known, new]

    assert asked == [[0, 1], [0]]


def test_a_list_says_what_the_timeline_says(scenario_file: Path, tia: User) -> None:
    version = publish(scenario_file, SCENARIO)
    timeline, about = load_timeline(version), tell_about([version])[version.pk]

    assert (about.title, about.brief, about.brand) == (timeline.title, timeline.brief, timeline.brand.name)
    assert (about.language, about.duration_ms, about.is_guided) == ("de", timeline.duration_ms, False)


def test_what_is_listed_does_not_push_out_what_is_played(
    scenario_file: Path, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "KEPT_ABOUTS", 2)
    listed = publish_three(scenario_file)
    queries._loaded.clear()

    assert sorted(tell_about(versions_visible_to(tia))) == listed

    assert (len(queries._loaded), len(queries._told)) == (0, 2)
