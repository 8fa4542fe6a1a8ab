"""Rehearsing: the same on however many processes, kept once, and the gate before a certification."""

import json
import shutil
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from scenarios.queries import load_timeline
from scenarios.services import publish_file
from scoring.core.robots.rehearsing import FEWEST_SEEDS, seeds_of
from scoring.models import Rehearsal
from scoring.services import TooFewRuns, keep_report, record_rehearsal, rehearse
from scoring.services import rehearsal as service
from simulator.services import Refused, start_run
from tests.simulator.publics import make_storm
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

LIBRARY = Path(__file__).parents[3] / "scenarios" / "library"

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return publish(make_morning())


def test_two_processes_come_to_the_same_report_as_one():
    storm = make_storm()

    assert rehearse(storm, seeds=3, jobs=2) == rehearse(storm, seeds=3, jobs=1)


def test_progress_is_told_run_by_run():
    told: list[tuple[int, int]] = []

    rehearse(
        make_morning(), seeds=2, robots=("expert", "absent"), progress=lambda done, all_: told.append((done, all_))
    )

    assert told == [(2, 4), (4, 4)]


def test_a_rehearsal_is_recorded_once_for_the_engine_and_score_of_today(version, monkeypatch):
    first, second = record_rehearsal(version), record_rehearsal(version)
    monkeypatch.setattr(service, "SCORING_VERSION", 99)

    assert first.pk == second.pk != record_rehearsal(version).pk
    assert json.loads(first.data)["seeds"] == FEWEST_SEEDS


def test_too_few_seeds_or_robots_are_not_kept(version):
    for report in (rehearse(make_morning(), seeds=2), rehearse(make_morning(), seeds=20, robots=("expert",))):
        with pytest.raises(TooFewRuns):
            keep_report(version, report)


def test_a_scenario_that_declares_nothing_certifies_nobody(tia, early, now, version):
    kept = record_rehearsal(version)

    assert (kept.passed, json.loads(kept.data)["undeclared"]) == (False, ["pass: [expert]", "fail", "last"])
    with pytest.raises(Refused, match="rehearsal_failed"):
        start_run(trainee=tia, version=version, mode="certification", cohort=early)


def test_a_report_of_another_text_is_not_kept(version):
    report = {**rehearse(make_morning(), seeds=20), "digest": "0"}

    with pytest.raises(ValueError, match="no rehearsal of"):
        keep_report(version, report)


def test_nobody_is_certified_on_what_was_not_rehearsed(tia, early, now, version):
    with pytest.raises(Refused, match="not_rehearsed"):
        start_run(trainee=tia, version=version, mode="certification", cohort=early)
    assert start_run(trainee=tia, version=version, mode="class", cohort=early).mode == "class"

    rehearsed(version)
    assert start_run(trainee=tia, version=version, mode="certification", cohort=early).mode == "certification"


def test_nobody_is_certified_on_what_did_not_pass(tia, early, now, version):
    rehearsed(version, passed=False)

    with pytest.raises(Refused, match="rehearsal_failed"):
        start_run(trainee=tia, version=version, mode="certification", cohort=early)


def test_a_rehearsal_under_an_older_score_does_not_count(tia, early, now, version):
    Rehearsal.objects.create(version=version, engine_version=1, scoring_version=1, passed=True, data="{}", digest="")

    with pytest.raises(Refused, match="not_rehearsed"):
        start_run(trainee=tia, version=version, mode="certification", cohort=early)


def test_a_rehearsal_never_changes(version):
    kept = Rehearsal.objects.get(version=rehearsed(version, passed=False))
    kept.passed = True

    with pytest.raises(ValidationError, match="never changes"):
        kept.save()
    with pytest.raises(DatabaseError, match="a rehearsal never changes"), transaction.atomic():
        Rehearsal.objects.update(passed=True)


def test_it_is_the_trigger_that_refuses(version):
    """The sabotage twin."""
    rehearsed(version, passed=False)
    table = " ON scoring_rehearsal" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER rehearsal_frozen{table}")

    assert Rehearsal.objects.update(passed=True) == 1


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("quiet-morning.de.yaml", "text: Sitze!", "text: Ich sitze!"),
        ("quiet-morning.de.yaml", "pass: 75", "pass: 45"),
        ("quiet-morning.de.yaml", "{speed: 2,", "{speed: 9,"),
        ("quiet-morning.de.yaml", "polite, defensive,", "defensive,"),
        ("brands/querlandbahn.de.yaml", "name: Querlandbahn\n", "name: Querlandbahnen\n"),
        ("brands/querlandbahn.de.yaml", "first_target: 3:45", "first_target: 5:45"),
    ],
)
def test_whatever_is_changed_has_to_be_rehearsed_again(tia, early, now, tmp_path, name: str, old: str, new: str):
    shutil.copytree(LIBRARY / "brands", tmp_path / "brands")
    shutil.copy(LIBRARY / "quiet-morning.de.yaml", tmp_path)
    before = rehearsed(publish_file(tmp_path / "quiet-morning.de.yaml"))
    file = tmp_path / name
    assert old in file.read_text("utf-8")
    file.write_text("# a comment says nothing\n" + file.read_text("utf-8"), "utf-8")
    assert publish_file(tmp_path / "quiet-morning.de.yaml") == before

    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    after = publish_file(tmp_path / "quiet-morning.de.yaml")

    assert seeds_of(load_timeline(after), count=20) != seeds_of(load_timeline(before), count=20)
    with pytest.raises(Refused, match="not_rehearsed"):
        start_run(trainee=tia, version=after, mode="certification", cohort=early)
