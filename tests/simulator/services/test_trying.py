"""A draft is played while it is written: at the moment one writes at, and nobody is judged for what came before."""

import pytest

from people.models import Cohort, User
from scenarios.models import Draft
from scenarios.services import NotPublishable
from scenarios.services.drafts import begin_draft, save_draft
from simulator.models import Run
from simulator.services.replaying import replay, verify_chain
from simulator.services.store import read_events
from simulator.services.trying import find_place, try_by_robot, try_draft
from tests.scenarios.samples import BRAND, SCENARIO, change

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def draft(early: Cohort, carla: User) -> Draft:
    begun = begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)
    return save_draft(begun.pk, actor=carla, text=SCENARIO, base=1)


def tell_posts(run: Run) -> list[tuple[str, int]]:
    return [(event.data["post"], event.at_ms) for event in read_events(run.pk) if event.kind == "PostAppeared"]


def test_the_desk_opens_at_a_moment_with_all_that_came_before(draft, carla):
    run = try_draft(draft, actor=carla, text=SCENARIO, at_ms=57_000)
    kinds = [event.kind for event in read_events(run.pk)]

    assert tell_posts(run) == [("rucksack-1", 20_000)]
    assert kinds.count("Skipped") == 1
    assert (run.mode, run.trainee, run.cohort) == ("practice", carla, None)


def test_from_the_start_nothing_is_skipped_and_it_goes_at_any_speed(draft, carla):
    run = try_draft(draft, actor=carla, text=SCENARIO, speed=8_000)

    started = next(iter(read_events(run.pk)))
    assert (started.data["speed"], [event.kind for event in read_events(run.pk)].count("Skipped")) == (8_000, 0)


def test_a_moment_behind_the_end_is_the_last_second(draft, carla):
    run = try_draft(draft, actor=carla, text=SCENARIO, at_ms=99_000_000)

    assert not Run.objects.get(pk=run.pk).ended
    assert [event.data["to_ms"] for event in read_events(run.pk) if event.kind == "Skipped"] == [599_000]


def test_the_next_trial_ends_the_one_before_and_keeps_the_place(draft, carla, now):
    first = try_draft(draft, actor=carla, text=SCENARIO, at_ms=57_000)
    now.advance(2_000)
    place = find_place(draft, actor=carla)
    changed = change("text: Typisch.", "text: Typisch!")
    second = try_draft(draft, actor=carla, text=changed, at_ms=place)

    first.refresh_from_db()
    assert (place, first.ended, first.version_id == second.version_id) == (59_000, True, False)
    assert find_place(draft, actor=carla) == 59_000


def test_a_robot_plays_to_the_end_what_is_then_a_run_like_any_other(draft, carla, now):
    by_hand = try_draft(draft, actor=carla, text=SCENARIO, at_ms=57_000)
    now.advance(2_000)
    run = try_by_robot(draft, actor=carla, text=SCENARIO)

    by_hand.refresh_from_db()
    log = list(read_events(run.pk))
    replies = [event for event in log if event.kind == "ReplySent"]
    assert (run.ended, by_hand.ended, log[-1].kind) == (True, True, "RunEnded")
    assert replies
    assert all(event.words and event.actor == log[0].actor for event in replies)
    assert (verify_chain(run.pk), replay(run.pk)) == (None, log)
    assert find_place(draft, actor=carla) == 59_000
    assert try_draft(draft, actor=carla, text=SCENARIO).pk != run.pk


def test_what_has_errors_is_not_played_and_others_trials_are_not_ones_own(draft, carla, cem):
    with pytest.raises(NotPublishable):
        try_draft(draft, actor=carla, text="format: 1", at_ms=0)

    assert (Run.objects.count(), find_place(draft, actor=cem)) == (0, 0)
