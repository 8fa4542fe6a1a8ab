"""Every shipped scenario does with robots what its `rehearsal` block declares, and says how hard it is.

What today's score cannot tell apart is left out of a block, not of this test. Robots ask no database, so what they came
to stands for all of them: the second pass of .ci/run, and whoever tests again, takes it from pytest's cache as long as
scenario, code and requirements are the same.

Each plays as many seeds as a rehearsal that certifies (FEWEST_SEEDS), drills too, here as in .ci/run: six minutes of
computing in all. For a quick look while writing there is `manage.py rehearse FILE --seeds 5`.
"""

import hashlib
from pathlib import Path

import pytest

from scenarios.core.codec import digest
from scenarios.core.timeline import Timeline
from scenarios.services.files import compile_file
from scoring.core.robots.rehearsing import FEWEST_SEEDS
from scoring.services import rehearse

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "scenarios" / "library"
FILES = sorted(LIBRARY.glob("*.yaml"), key=lambda file: (file.stem.startswith("drill-"), file.stem))
"""The short ones last, so that no worker is left alone with a long one."""

ORDER_IS_FREE = {"quiet-morning", "first-visit"}
"""Where there is time for everybody, who merely lacks an order loses nothing. Elsewhere it shows, also where it is not
enough to fail."""
LEAST_BEHIND = 10
"""Per mille of the score by which, with every seed, who answers the newest first stays behind the expert."""

READ = {".py", ".txt", ".toml"}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def timeline(request: pytest.FixtureRequest) -> Timeline:
    compiled = compile_file(request.param)[0]
    assert compiled is not None
    return compiled


@pytest.mark.rehearsals
def test_robots_do_what_is_declared(timeline: Timeline, request: pytest.FixtureRequest) -> None:
    declared = timeline.rehearsal
    robots = sorted({"expert", "no_triage", *declared.passes, *declared.fails, declared.last})
    place = f"rehearsals/{hash_code()}/{digest(timeline)}"
    found = request.config.cache.get(place, None)
    if found is None:
        report = rehearse(timeline, seeds=FEWEST_SEEDS, robots=robots)
        found = {name: report[name] for name in ("violations", "undeclared", "difficulty")}
        found["scores"] = {robot: values["score"] for robot, values in report["robots"].items()}
        request.config.cache.set(place, found)

    assert found["violations"] == []
    assert found["undeclared"] == []
    assert abs(found["difficulty"] - timeline.difficulty) <= 1
    if not timeline.drill and timeline.key not in ORDER_IS_FREE:
        assert found["scores"]["expert"]["least"] - found["scores"]["no_triage"]["most"] >= LEAST_BEHIND


def hash_code() -> str:
    """One name for all that a rehearsal depends on, the scenario apart."""
    read = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + Path(__file__).read_bytes())
    for app in ("scenarios", "simulator", "scoring"):
        for path in sorted((ROOT / app).rglob("*")):
            read.update(path.read_bytes() if path.suffix in READ else b"")
    return read.hexdigest()
