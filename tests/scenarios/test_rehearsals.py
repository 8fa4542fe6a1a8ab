"""Every shipped scenario does with robots what its `rehearsal` block declares, and says how hard it is.

What today's score cannot tell apart is left out of a block, not of this test.
"""

from pathlib import Path

import pytest

from scenarios.core.timeline import Timeline
from scenarios.services.files import compile_file
from scoring.core.robots.rehearsing import FEWEST_SEEDS
from scoring.services import rehearse

LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"


@pytest.fixture(params=sorted(LIBRARY.glob("*.yaml")), ids=lambda file: file.stem)
def timeline(request: pytest.FixtureRequest) -> Timeline:
    compiled = compile_file(request.param)[0]
    assert compiled is not None
    return compiled


def test_robots_do_what_is_declared_of_them(timeline: Timeline) -> None:
    report = rehearse(timeline, seeds=2)

    assert report["violations"] == []
    assert report["declares"], "a shipped scenario says who must pass and who must fail"
    assert abs(report["difficulty"] - timeline.difficulty) <= 1


@pytest.mark.long
def test_robots_do_so_over_all_the_seeds_that_a_certification_asks_for(timeline: Timeline) -> None:
    assert rehearse(timeline, seeds=FEWEST_SEEDS, jobs=2)["violations"] == []
