"""What all tests share: the recurring people, and no skipping where everything must be there.

Tia (trainee), Theo (her colleague), Carla (their coach) and Milan (their manager) are one cohort; Sam (trainee) and Cem
(coach) are another one, who may see nothing of theirs. Ada administers accounts and reads no runs.
"""

import gc
import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import translation
from hypothesis import settings

from people.models import Cohort, User
from people.services import add_membership, create_person
from scoring.models import Attempt
from simulator.models import Run
from simulator.services import clock, forget_all
from simulator.services.clock import FixedClock
from tests.keeping import asks_no_database, find_place, split_kept
from tests.unguarded import empty_audit

# How long one example takes says more of who else is at work on this machine than of what is tested.
settings.register_profile("patient", settings.default, deadline=None)
settings.load_profile("patient")

NOTHING_MAY_BE_SKIPPED = os.environ.get("CI") == "true" or os.environ.get("REQUIRE_ALL") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]  # pytest's hook
    """In CI a skipped test is a failed one: what a machine lacks must not pass for what works."""
    report = yield
    if NOTHING_MAY_BE_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, where nothing may be: {report.longrepr}"
    cached = getattr(item.config, "cache", None)
    if report.when == "call" and report.passed and cached and asks_no_database(item):
        cached.set(find_place(item), True)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):  # type: ignore[no-untyped-def]  # pytest's hook
    """The same for a whole file that skips itself."""
    report = yield
    if NOTHING_MAY_BE_SKIPPED and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, where nothing may be: {report.longrepr}"
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What was kept is left out. Beside other workers, what takes long begins first, so that it is not what everybody
    waits for at the end."""
    items[:], kept = split_kept(config, items)
    if kept:
        config.hook.pytest_deselected(items=kept)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: to look through it again and again for what could be freed took
    a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(specs: list[Any]) -> None:
    """Workers have databases of their own, named after them; and of Redis' too, from the one that is given on."""
    given = urlsplit(os.environ.get("REDIS_URL", ""))
    if given.scheme in ("redis", "rediss"):
        for number, spec in enumerate(specs, start=int(given.path.strip("/") or 0)):
            spec.env["REDIS_URL"] = given._replace(path=f"/{number}").geturl()


@pytest.fixture(autouse=True)
def _speak_german() -> None:
    """Django goes on in the language of whoever asked for the last page, into the next test too."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _let_runs_go(request: pytest.FixtureRequest) -> Iterator[None]:
    """The triggers that keep a log would keep it from the emptying of tables after a transactional test, too."""
    marker = request.node.get_closest_marker("django_db")
    real = {"transactional_db", "live_server"} & set(request.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    )
    if real:
        request.getfixturevalue("transactional_db")
    yield
    if real:
        Run.objects.filter(purging=False).update(purging=True)
        Attempt.objects.filter(purging=False).update(purging=True)
        empty_audit()


@pytest.fixture
def now() -> Iterator[FixedClock]:
    """The wall clock, which stands still until it is moved, in a process that remembers no run."""
    forget_all()
    with clock.fixed() as fixed:
        yield fixed
    forget_all()


def make_person(name: str, *, cohort: str, role: str) -> User:
    person = create_person(name, first_name=name.capitalize(), signature=name[:2].upper())
    add_membership(person, cohort=cohort, role=role)
    return person


@pytest.fixture
def early(db: None) -> Cohort:
    """The cohort of Tia, Theo, Carla and Milan."""
    return Cohort.objects.get_or_create(name="Frühdienst")[0]


@pytest.fixture
def late(db: None) -> Cohort:
    """The cohort of Sam and Cem."""
    return Cohort.objects.get_or_create(name="Spätdienst")[0]


@pytest.fixture
def tia(early: Cohort) -> User:
    return make_person("tia", cohort=early.name, role="trainee")


@pytest.fixture
def theo(early: Cohort) -> User:
    return make_person("theo", cohort=early.name, role="trainee")


@pytest.fixture
def carla(early: Cohort) -> User:
    return make_person("carla", cohort=early.name, role="coach")


@pytest.fixture
def milan(early: Cohort) -> User:
    return make_person("milan", cohort=early.name, role="manager")


@pytest.fixture
def ada(early: Cohort) -> User:
    return make_person("ada", cohort=early.name, role="administrator")


@pytest.fixture
def sam(late: Cohort) -> User:
    return make_person("sam", cohort=late.name, role="trainee")


@pytest.fixture
def cem(late: Cohort) -> User:
    return make_person("cem", cohort=late.name, role="coach")
