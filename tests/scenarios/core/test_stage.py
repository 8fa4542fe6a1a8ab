"""What the desk does not show, nobody can do: lint says which part is missing, once, where it is asked for."""

import pytest

from tests.scenarios import samples
from tests.scenarios.samples import change
from tests.scenarios.storm_sample import STORM, STORM_BRAND

STAGE = "stage: [queue, listening, thread, composer, facts, notice, desks, treat]\n"


def list_problems(stage: str) -> list[str]:
    return samples.list_problems(change(STAGE, stage, text=STORM), brand=STORM_BRAND)


@pytest.mark.parametrize(
    ("without", "problem"),
    [
        ("composer", "stage-lacks @true"),
        ("facts", "stage-lacks @[fundbuero]"),
        ("desks", "stage-lacks @operations"),
        ("treat", "stage-lacks @hide,"),
        ("listening", "stage-lacks @unasked"),
        ("notice", "stage-lacks @notice:"),
    ],
)
def test_a_part_that_is_needed_and_not_shown_is_a_warning(without: str, problem: str) -> None:
    assert [
        each.rstrip(",") for each in list_problems(STAGE.replace(f"{without}, ", "").replace(f", {without}]", "]"))
    ] == [problem.rstrip(",")]


def test_a_desk_that_shows_everything_lacks_nothing() -> None:
    assert list_problems(STAGE) == []
    assert list_problems("") == []


def test_what_nobody_needs_need_not_be_shown() -> None:
    assert samples.list_problems(change("duration: 10:00\n", "duration: 10:00\nstage: [composer, facts]\n")) == []
