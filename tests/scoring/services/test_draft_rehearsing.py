"""A draft is rehearsed in a process of its own, and what passed opens the way to certification."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from people.models import Cohort, User
from scenarios.core.codec import loads
from scenarios.core.vocabulary import ROBOTS
from scenarios.models import Draft, ScenarioVersion
from scenarios.services import NotPublishable
from scenarios.services.drafts import DraftRefused, begin_draft, save_draft
from scoring.models import DraftRehearsal, Rehearsal
from scoring.services import draft_rehearsing, rehearse
from scoring.services.draft_rehearsing import (
    LOST_AFTER,
    begin_rehearsing,
    publish_rehearsed,
    run_rehearsing,
    settle_lost,
    stop_rehearsing,
)
from simulator.core.events import canonical
from tests.scenarios.samples import BRAND, SCENARIO

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(early: Cohort, carla: User) -> Draft:
    begun = begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)
    return save_draft(begun.pk, actor=carla, text=SCENARIO, base=1)


def begin(draft: Draft, actor: User, *, edition: int = 2) -> tuple[DraftRehearsal, list[int]]:
    launched: list[int] = []
    return begin_rehearsing(draft.pk, actor=actor, edition=edition, launch=launched.append), launched


def play_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One seed and two robots: how far it is told is the same, and it takes a second."""

    def few(timeline, *, jobs, progress):
        return rehearse(timeline, seeds=1, robots=("expert", "absent"), jobs=jobs, progress=progress)

    monkeypatch.setattr(draft_rehearsing, "rehearse", few)


def make_passed(row: DraftRehearsal) -> None:
    """As if all robots had played: their report, which takes a minute to come by."""
    report = rehearse(loads(row.timeline_json), seeds=1, robots=("expert",))
    report |= {"seeds": 20, "robots": dict.fromkeys(ROBOTS, report["robots"]["expert"]), "passed": True}
    row.state, row.passed, row.data = "done", True, canonical(report)
    row.save()


def test_one_rehearsal_at_a_time_is_begun_and_launched_once(draft, carla):
    first, launched = begin(draft, carla)
    second, launched_again = begin(draft, carla)

    assert (first.pk, first.total, launched, launched_again) == (second.pk, 20 * len(ROBOTS), [first.pk], [])
    assert (first.state, first.edition) == ("running", 2)


def test_one_that_ends_while_another_is_begun_makes_room_for_it(draft, carla, monkeypatch):
    first, _ = begin(draft, carla)
    DraftRehearsal.objects.filter(pk=first.pk).update(state="done")
    keep, seen = DraftRehearsal.save, []

    def meet_first(row, **options):
        """When it is kept, the first one still runs; a moment later it does not."""
        seen.append(row)
        if len(seen) == 1:
            raise IntegrityError
        keep(row, **options)

    monkeypatch.setattr(DraftRehearsal, "save", meet_first)
    second, launched = begin(draft, carla)

    assert (second.state, launched, len(seen)) == ("running", [second.pk], 2)
    assert second.pk != first.pk


def test_it_says_how_far_it_is_and_keeps_the_report(draft, carla, monkeypatch):
    play_few(monkeypatch)
    row, _ = begin(draft, carla)

    run_rehearsing(row.pk)

    row.refresh_from_db()
    report = json.loads(row.data)
    assert (row.state, row.done, row.total, row.passed) == ("done", 2, 2, False)
    assert (report["digest"], sorted(report["robots"])) == (row.digest, ["absent", "expert"])


def test_a_stopped_one_stays_stopped(draft, carla, monkeypatch):
    play_few(monkeypatch)
    row, _ = begin(draft, carla)
    stop_rehearsing(draft.pk, actor=carla)

    run_rehearsing(row.pk)

    row.refresh_from_db()
    assert (row.state, row.data) == ("stopped", "")


def test_one_that_breaks_off_or_is_lost_says_so_and_another_can_begin(draft, carla, monkeypatch):
    row, _ = begin(draft, carla)
    DraftRehearsal.objects.update(touched_at=timezone.now() - LOST_AFTER - timedelta(seconds=1))
    settle_lost(draft)
    row.refresh_from_db()
    second, launched = begin(draft, carla)

    def break_off(*args, **kwargs):
        raise MemoryError

    monkeypatch.setattr(draft_rehearsing, "rehearse", break_off)
    with pytest.raises(MemoryError):
        run_rehearsing(second.pk)

    second.refresh_from_db()
    assert (row.state, second.state, launched) == ("failed", "failed", [second.pk])


def test_only_sound_text_that_was_looked_at_is_rehearsed_by_who_may(draft, carla, cem):
    for actor, edition, code in ((carla, 1, "conflict"), (cem, 2, "forbidden")):
        with pytest.raises(DraftRefused) as refused:
            begin(draft, actor, edition=edition)
        assert refused.value.code == code
    save_draft(draft.pk, actor=carla, text="format: 1", base=2)
    with pytest.raises(NotPublishable):
        begin(draft, carla, edition=3)
    assert DraftRehearsal.objects.count() == 0


def test_what_passed_certifies_the_version_of_that_very_text(draft, carla):
    row, _ = begin(draft, carla)
    make_passed(row)

    version = publish_rehearsed(draft.pk, actor=carla, edition=2, note="first")

    assert Rehearsal.objects.get(version=version).passed
    assert (version.number, version.note.text) == (1, "first")


def test_without_a_passed_rehearsal_of_that_very_text_nothing_is_published(draft, carla):
    row, _ = begin(draft, carla)
    make_passed(row)
    save_draft(draft.pk, actor=carla, text=SCENARIO.replace("text: Typisch.", "text: Typisch!"), base=2)

    with pytest.raises(DraftRefused) as refused:
        publish_rehearsed(draft.pk, actor=carla, edition=3)

    assert (refused.value.code, ScenarioVersion.objects.count(), Rehearsal.objects.count()) == ("not_rehearsed", 0, 0)
