from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from simulator.management.commands.play import Command
from tests.scenarios.samples import BRAND, SCENARIO, change


@pytest.fixture
def scenario_file(tmp_path: Path) -> Path:
    (tmp_path / "brands").mkdir()
    (tmp_path / "brands" / "seenbahn.de.yaml").write_text(BRAND, "utf-8")
    (tmp_path / "quiet.yaml").write_text(SCENARIO, "utf-8")
    return tmp_path / "quiet.yaml"


def play(*args: object, waits: list[float] | None = None) -> list[str]:
    out, command = StringIO(), Command()
    command.sleep = (waits if waits is not None else []).append  # type: ignore[assignment]  # time does not pass here
    call_command(command, *map(str, args), stdout=out, stderr=out)
    return out.getvalue().splitlines()


def test_a_play_waits_as_long_as_its_speed_says(scenario_file: Path) -> None:
    waits: list[float] = []

    play(scenario_file, "--speed", 2, "--answer", "none", waits=waits)

    assert waits == [0.0, 10.0, 5.0, 15.0, 80.0, 190.0]


def test_at_speed_0_it_does_not_wait(scenario_file: Path) -> None:
    waits: list[float] = []

    lines = play(scenario_file, "--speed", 0, "--language", "en", waits=waits)

    assert waits == []
    assert lines[-1].endswith("end: 3 posts, 1 needed an answer, 1 got one, 0 of them too late")


def test_a_scenario_with_errors_is_not_played(scenario_file: Path) -> None:
    scenario_file.write_text(change("by: omar", "by: omra"), "utf-8")

    with pytest.raises(SystemExit) as leaving:
        play(scenario_file)

    assert leaving.value.code == 1
