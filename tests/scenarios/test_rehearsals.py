"""Every shipped scenario does with robots what its `rehearsal` block declares, and says how hard it is.

What today's score cannot tell apart is left out of a block, not of this test. Robots ask no database, so what they came
to stands for all of them: the second pass of .ci/run, and whoever tests again, takes it from pytest's cache as long as
scenario, code and requirements are the same.

Twenty seeds of twenty-one robots take six minutes on two cores, so `make test` plays six, and all of them where
REHEARSAL_SEEDS=20 asks for them: before scenarios, engine or score are changed for good. Drills are for practice and
certify nobody, and there are more of them than of all the others: `make test` plays a third of the seeds.
"""

import hashlib
import os
from pathlib import Path

import pytest

from scenarios.core.codec import digest
from scenarios.core.timeline import Timeline
from scenarios.services.files import compile_file
from scoring.services import rehearse

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "scenarios" / "library"
SEEDS = int(os.environ.get("REHEARSAL_SEEDS", "6"))
ALL_SEEDS = 20
"""From so many on nothing is left out."""

READ = {".py", ".txt", ".toml"}


@pytest.fixture(params=sorted(LIBRARY.glob("*.yaml")), ids=lambda file: file.stem)
def timeline(request: pytest.FixtureRequest) -> Timeline:
    compiled = compile_file(request.param)[0]
    assert compiled is not None
    return compiled


@pytest.mark.rehearsals
def test_robots_do_what_is_declared(timeline: Timeline, request: pytest.FixtureRequest) -> None:
    declared = timeline.rehearsal
    robots = sorted({"expert", *declared.passes, *declared.fails, declared.last})
    seeds = count_seeds(timeline)
    place = f"rehearsals/{hash_code()}/{seeds}/{digest(timeline)}"
    found = request.config.cache.get(place, None)
    if found is None:
        report = rehearse(timeline, seeds=seeds, robots=robots)
        found = {name: report[name] for name in ("violations", "undeclared", "difficulty")}
        request.config.cache.set(place, found)

    assert found["violations"] == []
    assert found["undeclared"] == []
    assert abs(found["difficulty"] - timeline.difficulty) <= 1


def count_seeds(timeline: Timeline) -> int:
    return SEEDS if SEEDS >= ALL_SEEDS or not timeline.drill else max(1, SEEDS // 3)


def hash_code() -> str:
    """One name for all that a rehearsal depends on, the scenario apart."""
    read = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + Path(__file__).read_bytes())
    for app in ("scenarios", "simulator", "scoring"):
        for path in sorted((ROOT / app).rglob("*")):
            read.update(path.read_bytes() if path.suffix in READ else b"")
    return read.hexdigest()
