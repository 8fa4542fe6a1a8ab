"""Cheap tricks: who cheats passes in no shipped scenario, and never comes before the expert.

Each scenario is tried with a few of the tricks, in turn, so that every trick is tried somewhere and the whole stays
cheap; `python -m tests.scoring.tricks` tries all of them everywhere (docs/scoring.md has its table).
"""

from pathlib import Path

import pytest

from scenarios.services.files import compile_file
from tests.scoring.tricks.pens import CHEATS
from tests.scoring.tricks.playing import LIBRARY, try_tricks

FILES = sorted(LIBRARY.glob("*.yaml"))
STEP = 6
"""Of the tricks, every sixth is tried in a scenario, and the next ones in the next."""


def list_tried(number: int) -> list[str]:
    return [key for place, key in enumerate(CHEATS) if place % STEP == number % STEP]


@pytest.mark.rehearsals
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_cheap_trick_passes(path: Path) -> None:
    timeline = compile_file(path)[0]
    assert timeline is not None
    scores = try_tricks(timeline, list_tried(FILES.index(path)))
    expert = scores.pop("expert")

    assert [key for key, score in scores.items() if score >= timeline.pass_mark and not timeline.drill] == []
    assert [key for key, score in scores.items() if score > expert] == []


def test_every_trick_is_tried_in_several_scenarios():
    tried = [key for number in range(len(FILES)) for key in list_tried(number)]

    assert {key: tried.count(key) >= len(FILES) // STEP for key in CHEATS} == dict.fromkeys(CHEATS, True)
