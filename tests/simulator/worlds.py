"""Timelines published, and played by somebody."""

from datetime import UTC, datetime

from people.models import User
from scenarios.core.codec import digest, dumps
from scenarios.core.timeline import Timeline
from scenarios.models import Scenario, ScenarioVersion
from scoring.core import SCORING_VERSION
from scoring.models import Rehearsal
from simulator.core.events import ENGINE_VERSION
from simulator.models import Run
from simulator.services import start_run
from tests.simulator.timelines import make_morning


def publish(timeline: Timeline) -> ScenarioVersion:
    """`timeline` as a published version, shipped to everybody."""
    scenario, _ = Scenario.objects.get_or_create(key=timeline.key, language=timeline.language, cohort=None)
    known = scenario.versions.filter(digest=digest(timeline)).first()
    return known or ScenarioVersion.objects.create(
        scenario=scenario,
        number=scenario.versions.count() + 1,
        digest=digest(timeline),
        source="",
        brand_source="",
        timeline_json=dumps(timeline),
        published_at=datetime.fromtimestamp(0, tz=UTC),
    )


def rehearsed(version: ScenarioVersion, *, passed: bool = True) -> ScenarioVersion:
    """`version` with a record of what robots made of it today; nobody played."""
    Rehearsal.objects.get_or_create(
        version=version,
        engine_version=ENGINE_VERSION,
        scoring_version=SCORING_VERSION,
        defaults={"passed": passed, "data": "{}", "digest": ""},
    )
    return version


def start(trainee: User, *, timeline: Timeline | None = None, seed: int = 7, speed: int = 1000) -> Run:
    """A practice run of `timeline`, or of the morning."""
    return start_run(trainee=trainee, version=publish(timeline or make_morning()), seed=seed, speed=speed)
