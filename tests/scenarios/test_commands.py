import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from people.models import Cohort
from scenarios.management.commands import publish_scenarios
from scenarios.models import Scenario, ScenarioVersion
from tests.scenarios.samples import change


def run(*args: object) -> tuple[int, list[str]]:
    """Exit code and lines of a management command."""
    out = StringIO()
    try:
        call_command(*map(str, args), stdout=out, stderr=out)
    except SystemExit as leaving:
        return int(str(leaving.code)), out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


def test_lint_says_nothing_of_a_sound_file(scenario_file: Path) -> None:
    assert run("lint_scenario", scenario_file) == (0, [])


def test_lint_prints_every_problem_and_exits_1(scenario_file: Path) -> None:
    scenario_file.write_text(change("by: omar", "by: omra"), "utf-8")

    assert run("lint_scenario", scenario_file, scenario_file.parent / "no.yaml", "--language", "de") == (
        1,
        [
            f"{scenario_file}:34:13: unknown-persona Eine Person «omra» gibt es nicht. Meinen Sie «omar»?",
            f"{scenario_file.parent}/no.yaml:1:1: file-missing Diese Datei gibt es nicht, oder sie ist nicht zu lesen. "
            "Prüfen Sie den Pfad und die Rechte der Datei.",
        ],
    )


def test_lint_exits_0_on_warnings(scenario_file: Path) -> None:
    scenario_file.write_text(change("hat ab neun Uhr", "hat ab neun"), "utf-8")

    code, lines = run("lint_scenario", scenario_file)
    assert (code, len(lines)) == (0, 2)


def test_lint_speaks_json_to_programs(scenario_file: Path) -> None:
    scenario_file.write_text(change("by: omar", "by: omra"), "utf-8")

    code, lines = run("lint_scenario", scenario_file, "--format", "json")

    assert code == 1
    assert json.loads("\n".join(lines)) == [
        {
            "file": str(scenario_file),
            "line": 34,
            "column": 13,
            "code": "unknown-persona",
            "severity": "error",
            "message": "There is no persona “omra”. Did you mean “omar”?",
            "mend": "Did you mean “omar”?",
            "params": {"key": "omra", "suggestion": "omar"},
        }
    ]


@pytest.mark.django_db
def test_publish_scenario_stores_a_version_for_everybody_or_a_cohort(scenario_file: Path, early: Cohort) -> None:
    assert run("publish_scenario", scenario_file)[0] == 0
    assert run("publish_scenario", scenario_file, "--cohort", early.name)[0] == 0

    assert [scenario.cohort for scenario in Scenario.objects.order_by("id")] == [None, early]


@pytest.mark.django_db
def test_publish_scenario_refuses_errors_and_unknown_cohorts(scenario_file: Path) -> None:
    with pytest.raises(CommandError, match="no cohort 'Nachtdienst'"):
        run("publish_scenario", scenario_file, "--cohort", "Nachtdienst")

    scenario_file.write_text(change("by: omar", "by: omra"), "utf-8")
    assert run("publish_scenario", scenario_file)[0] == 1
    assert Scenario.objects.count() == 0


@pytest.mark.django_db
def test_the_shipped_scenarios_are_published_once_however_often_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four of them stand for all here; the site that the browser's tests drive has every one."""
    shutil.copytree(publish_scenarios.LIBRARY / "brands", tmp_path / "brands")
    for file in publish_scenarios.LIBRARY.glob("drill-*-the-*.*.yaml"):
        shutil.copy(file, tmp_path)
    monkeypatch.setattr(publish_scenarios, "LIBRARY", tmp_path)

    assert run("publish_scenarios")[0] == 0
    digests = sorted(ScenarioVersion.objects.values_list("digest", flat=True))
    assert len(digests) >= 4

    assert run("publish_scenarios")[0] == 0
    assert sorted(ScenarioVersion.objects.values_list("digest", flat=True)) == digests
