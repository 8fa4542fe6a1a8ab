"""Drafts: who writes them, how nothing is lost, and what their history holds."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from people.models import Cohort, Role, User
from people.services import add_membership, create_person
from scenarios.core.problems import WARNING
from scenarios.models import Draft, ScenarioVersion
from scenarios.queries import drafts_of, list_revisions
from scenarios.services import publish
from scenarios.services.drafts import (
    HELD_FOR,
    KEPT_EVERY,
    DraftRefused,
    begin_draft,
    copy_version,
    delete_draft,
    release_pen,
    restore_revision,
    save_draft,
    set_aside,
    take_pen,
)
from scenarios.services.linting import lint_text
from tests.scenarios.samples import BRAND, BRAND_FILE, FILE, SCENARIO

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def at():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def conny(early: Cohort) -> User:
    """The second coach of the early shift."""
    person = create_person("conny", first_name="Conny")
    add_membership(person, cohort=early.name, role=Role.COACH)
    return person


@pytest.fixture
def draft(early: Cohort, carla: User, at) -> Draft:
    return begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)


def publish_sample(*, cohort: Cohort | None = None) -> ScenarioVersion:
    return publish(SCENARIO.encode(), file=FILE, brands=lambda _: (BRAND_FILE, BRAND), cohort=cohort)


def tell_history(draft: Draft) -> list[tuple[int, str, str]]:
    return [(each.number, each.what, each.by.username if each.by else "") for each in list_revisions(draft)]


def refuse(code: str, call, /, *args, **kwargs) -> None:
    with pytest.raises(DraftRefused) as refused:
        call(*args, **kwargs)
    assert refused.value.code == code


@pytest.mark.parametrize(("language", "address"), [("de", "sie"), ("de", "du"), ("en", "you")])
def test_a_blank_draft_has_no_error_and_says_what_is_still_to_be_written(early, carla, language, address):
    brand = BRAND.replace("language: de", f"language: {language}").replace("address: sie", f"address: {address}")

    draft = begin_draft(cohort=early, by=carla, language=language, brand_source=brand)
    linted = lint_text(draft.text, brand_source=draft.brand_source, file="new.yaml")

    # Two titles, two briefs, a fact, a post and its model reply.
    assert [(each.severity, each.code) for each in linted.problems] == [(WARNING, "unfinished-text")] * 7
    assert linted.timeline is not None
    assert (draft.language, draft.what, draft.edition) == (language, "begun", 1)


def test_a_copy_of_what_is_shipped_has_a_key_of_its_own_and_one_of_the_cohorts_goes_on_under_its_own(early, carla):
    shipped, own = publish_sample(), publish_sample(cohort=early)

    copies = [copy_version(each, cohort=early, by=carla) for each in (own, shipped)]

    assert [each.key for each in copies] == ["quiet-morning", "quiet-morning-2"]
    assert copies[0].text == SCENARIO
    assert copies[1].text == SCENARIO.replace("key: quiet-morning", "key: quiet-morning-2")
    assert [each.title for each in copies] == ["Ein ruhiger Morgen"] * 2


def test_only_coaches_of_the_cohort_find_and_write_it(draft, carla, conny, cem, tia, milan):
    assert {each.username: list(drafts_of(each)) for each in (carla, conny, cem, tia, milan)} == {
        "carla": [draft], "conny": [draft], "cem": [], "tia": [], "milan": [],
    }  # fmt: skip
    for stranger in (cem, tia, milan):
        refuse("forbidden", save_draft, draft.pk, actor=stranger, text="x", base=1)
        refuse("forbidden", take_pen, draft.pk, actor=stranger)
        refuse("forbidden", delete_draft, draft.pk, actor=stranger)
        refuse("forbidden", set_aside, draft.pk, actor=stranger, text="x")
    refuse("forbidden", begin_draft, cohort=draft.cohort, by=cem, language="de", brand_source=BRAND)


def test_saving_counts_editions_and_the_same_text_is_none(draft, carla):
    first = save_draft(draft.pk, actor=carla, text="key: eins\r\n", base=1)
    again = save_draft(draft.pk, actor=carla, text="key: eins\n", base=1)

    assert (first.edition, again.edition) == (2, 2)
    assert (again.text, again.key) == ("key: eins\n", "eins")


def test_what_was_not_seen_is_not_overwritten(draft, carla):
    save_draft(draft.pk, actor=carla, text="from the first tab", base=1)

    refuse("conflict", save_draft, draft.pk, actor=carla, text="from the second tab", base=1)

    draft.refresh_from_db()
    assert draft.text == "from the first tab"


def test_one_writes_at_a_time_until_the_pen_lapses_or_is_let_go(draft, carla, conny, at):
    refuse("held", save_draft, draft.pk, actor=conny, text="x", base=1)
    refuse("held", take_pen, draft.pk, actor=conny)

    at.shift(HELD_FOR - timedelta(seconds=1))
    refuse("held", take_pen, draft.pk, actor=conny)
    at.shift(timedelta(seconds=1))
    taken = take_pen(draft.pk, actor=conny)
    release_pen(draft.pk, actor=carla)
    refuse("held", take_pen, draft.pk, actor=carla)
    release_pen(draft.pk, actor=conny)

    assert taken.held_by == conny
    assert take_pen(draft.pk, actor=carla).held_by == carla


def test_saving_keeps_the_pen(draft, carla, conny, at):
    at.shift(HELD_FOR / 2)
    save_draft(draft.pk, actor=carla, text="more", base=1)
    at.shift(HELD_FOR / 2)

    refuse("held", take_pen, draft.pk, actor=conny)


def test_the_history_keeps_what_somebody_else_overwrites_and_now_and_then_ones_own(draft, carla, conny, at):
    begun = draft.text
    save_draft(draft.pk, actor=carla, text="a\nb", base=1)
    save_draft(draft.pk, actor=carla, text="a\nc", base=2)
    at.shift(KEPT_EVERY)
    save_draft(draft.pk, actor=carla, text="a\nc\nd", base=3)
    save_draft(draft.pk, actor=carla, text="a\nc\nd\ne", base=4)
    release_pen(draft.pk, actor=carla)
    save_draft(draft.pk, actor=conny, text="all hers", base=5)

    assert tell_history(draft) == [(3, "written", "carla"), (2, "written", "carla"), (1, "begun", "carla")]
    texts = dict(draft.revisions.values_list("number", "text"))
    assert texts == {1: begun, 2: "a\nc\nd", 3: "a\nc\nd\ne"}
    assert list(draft.revisions.filter(number=3).values_list("added", "removed")) == [(1, 0)]


def test_restoring_brings_a_text_back_and_keeps_what_it_replaces(draft, carla):
    begun = draft.text
    save_draft(draft.pk, actor=carla, text="spoilt", base=1)

    restored = restore_revision(draft.pk, actor=carla, number=1, base=2)

    assert (restored.text, restored.edition, restored.what, restored.detail) == (begun, 3, "restored", "1")
    assert list(draft.revisions.order_by("number").values_list("text", flat=True)) == [begun, "spoilt"]
    refuse("unknown_revision", restore_revision, draft.pk, actor=carla, number=9, base=3)
    refuse("conflict", restore_revision, draft.pk, actor=carla, number=1, base=1)


def test_what_was_written_beside_anothers_text_is_kept_for_the_history(draft, carla, conny):
    aside = set_aside(draft.pk, actor=conny, text="Connys words")

    assert (aside.text, aside.what, aside.by) == ("Connys words", "aside", conny)
    draft.refresh_from_db()
    assert draft.edition == 1


def test_a_revision_never_changes(draft, carla):
    kept = set_aside(draft.pk, actor=carla, text="once")
    kept.text = "twice"

    with pytest.raises(ValidationError):
        kept.save()
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE scenarios_revision SET text = 'twice' WHERE id = %s", [kept.pk])


@pytest.mark.parametrize(
    ("text", "code"), [("x" * 1_048_577, "too_large"), ("\x00", "bad_text"), ("\ud800", "bad_text")]
)
def test_what_no_scenario_could_hold_is_refused(draft, carla, text, code):
    refuse(code, save_draft, draft.pk, actor=carla, text=text, base=1)


def test_a_profile_that_cannot_be_read_begins_no_draft(early, carla):
    refuse("bad_text", begin_draft, cohort=early, by=carla, language="de", brand_source="- nothing")
    assert Draft.objects.count() == 0
