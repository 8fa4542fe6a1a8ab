"""From a draft to what others play, and to what only its author tries."""

import pytest

from people.models import Cohort, User
from scenarios.core.scalars import is_key
from scenarios.models import Draft, Scenario, ScenarioVersion
from scenarios.queries import versions_visible_to
from scenarios.services import NotPublishable, draft_publishing
from scenarios.services.draft_publishing import publish_draft
from scenarios.services.drafts import DraftRefused, begin_draft, save_draft
from scenarios.services.publish import publish_trial
from tests.scenarios.samples import BRAND, SCENARIO, change

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(early: Cohort, carla: User) -> Draft:
    begun = begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)
    return save_draft(begun.pk, actor=carla, text=SCENARIO, base=1)


def test_publishing_freezes_the_text_for_the_cohort_with_its_note(draft, carla, tia, cem):
    version = publish_draft(draft.pk, actor=carla, edition=2, note=" Neu: der Rucksack ")

    assert (version.number, version.source, version.brand_source) == (1, SCENARIO, BRAND)
    assert (version.scenario.cohort, version.published_by, version.note.text) == (
        draft.cohort,
        carla,
        "Neu: der Rucksack",
    )
    assert {each.username: list(versions_visible_to(each)) for each in (carla, tia, cem)} == {
        "carla": [version], "tia": [version], "cem": [],
    }  # fmt: skip
    kept = draft.revisions.filter(text=SCENARIO).order_by("number").values_list("what", "detail")
    assert list(kept) == [("written", ""), ("published", "1")]


def test_a_changed_text_is_the_next_version_and_the_same_is_none(draft, carla):
    first = publish_draft(draft.pk, actor=carla, edition=2)
    again = publish_draft(draft.pk, actor=carla, edition=2, note="said later")
    save_draft(draft.pk, actor=carla, text=change("text: Typisch.", "text: Typisch!"), base=2)
    second = publish_draft(draft.pk, actor=carla, edition=3)

    assert (first.pk, first.number, second.number) == (again.pk, 1, 2)
    assert ScenarioVersion.objects.get(pk=first.pk).note.text == "said later"


def test_only_what_was_looked_at_and_is_sound_is_published_by_who_may(draft, carla, cem):
    for actor, edition, note, code in (
        (carla, 1, "", "conflict"),
        (cem, 2, "", "forbidden"),
        (carla, 2, "x" * 501, "too_long"),
    ):
        with pytest.raises(DraftRefused) as refused:
            publish_draft(draft.pk, actor=actor, edition=edition, note=note)
        assert refused.value.code == code
    save_draft(draft.pk, actor=carla, text=change("role: critic", "role: nobody"), base=2)
    with pytest.raises(NotPublishable):
        publish_draft(draft.pk, actor=carla, edition=3)
    assert ScenarioVersion.objects.count() == 0


def test_what_is_saved_while_somebody_publishes_is_not_passed_over(draft, carla, monkeypatch):
    lock = draft_publishing.lock_own

    def lock_late(draft_id, *, actor):
        save_draft(draft_id, actor=actor, text=draft.text + "# noch ein Wort\n", base=draft.edition)
        return lock(draft_id, actor=actor)

    monkeypatch.setattr(draft_publishing, "lock_own", lock_late)

    with pytest.raises(DraftRefused, match="conflict"):
        publish_draft(draft.pk, actor=carla, edition=draft.edition)
    assert ScenarioVersion.objects.count() == 0


def test_a_trial_is_in_no_list_and_what_nobody_played_goes(draft, carla, tia):
    first = publish_trial(draft, text=SCENARIO, by=carla)
    same = publish_trial(draft, text=SCENARIO, by=carla)
    second = publish_trial(draft, text=change("text: Typisch.", "text: Typisch!"), by=carla)

    assert (first.pk, second.number) == (same.pk, 2)
    assert list(ScenarioVersion.objects.all()) == [second]
    assert [list(versions_visible_to(each)) for each in (carla, tia)] == [[], []]
    assert Scenario.objects.get().trial.draft == draft


def test_no_key_that_a_coach_may_choose_is_that_of_a_trial(draft, carla):
    key = f"key: draft-{draft.pk}"
    save_draft(draft.pk, actor=carla, text=change("key: quiet-morning", key), base=2)
    published = publish_draft(draft.pk, actor=carla, edition=3)

    publish_trial(draft, text=change("key: quiet-morning", key).replace("Typisch.", "Typisch!"), by=carla)

    assert list(versions_visible_to(carla)) == [published]
    assert not is_key(ScenarioVersion.objects.exclude(pk=published.pk).get().scenario.key)
