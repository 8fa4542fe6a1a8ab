"""*This finding is wrong*: kept for the coach of one's cohort, with nothing that was not sent."""

import dataclasses
import json

import pytest

from people.models import Membership
from scoring.models import Objection
from scoring.queries import objections_for, objections_to
from scoring.services import NoSuchFinding, NotYours, object_to, settle, take_back
from simulator.models import Run, Words
from simulator.services import erase_words
from tests.scoring.runs import first_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding(played):
    """The rule and parameters of the third reply, which asks for a customer number in public."""
    return {"reply": third_reply(played), "rule": "privacy.asked_in_public", "params": {"kind": "customer_number"}}


def third_reply(run):
    return run.events.filter(kind="ReplySent").order_by("seq").values_list("seq", flat=True)[2]


def seen(coach):
    return [dataclasses.asdict(each) for each in objections_for(coach)]


def test_a_coach_sees_what_was_sent_and_nothing_else(played, tia, carla, finding):
    object_to(settle(played), actor=tia, **finding, reason="  It was\na test.  ")

    [sent] = seen(carla)

    assert sent.pop("made_on") == Objection.objects.get().made_at.date()
    assert sent == {
        "rule": "privacy.asked_in_public",
        "scoring_version": settle(played).scoring_version,
        "reason": "It was a test.",
        "words": (),
        "is_erased": False,
    }


def test_the_marked_words_come_along_where_the_trainee_agrees(played, tia, carla, finding):
    object_to(settle(played), actor=tia, **finding, shares_words=True)

    assert [sent["words"] for sent in seen(carla)] == [("Kundennummer",)]


def test_the_whole_reply_comes_along_where_the_finding_is_about_all_of_it(played, tia, carla):
    reply = first_of(played, "ReplySent").seq
    card = settle(played)
    wait = next(item for item in first_findings(played) if item["rule"] == "speed.wait")
    object_to(card, actor=tia, reply=reply, rule="speed.wait", params=wait["params"], shares_words=True)

    assert [sent["words"] for sent in seen(carla)] == [(first_of(played, "ReplySent").words.text,)]


def first_findings(run):
    return json.loads(first_of(run, "ReplyAssessed").data)["findings"]


def test_nobody_but_a_coach_of_the_cohort_sees_it(played, tia, theo, carla, milan, ada, sam, cem, finding):
    object_to(settle(played), actor=tia, **finding)

    assert {person.username: len(seen(person)) for person in (tia, theo, carla, milan, ada, sam, cem)} == {
        "tia": 0,
        "theo": 0,
        "carla": 1,
        "milan": 0,
        "ada": 0,
        "sam": 0,
        "cem": 0,
    }


def test_who_has_left_the_cohort_is_not_seen_there(played, tia, carla, finding):
    object_to(settle(played), actor=tia, **finding)
    Membership.objects.filter(user=tia).delete()

    assert seen(carla) == []


def test_saying_it_twice_is_saying_it_once_and_the_last_reason_stands(played, tia, carla, finding):
    object_to(settle(played), actor=tia, **finding, reason="one", shares_words=True)
    object_to(settle(played), actor=tia, **finding, reason="two")

    assert [(sent["reason"], sent["words"]) for sent in seen(carla)] == [("two", ())]


def test_it_can_be_taken_back(played, tia, carla, finding):
    card = settle(played)
    object_to(card, actor=tia, **finding)
    assert objections_to(card) == {(finding["reply"], finding["rule"], '{"kind":"customer_number"}')}

    take_back(card, actor=tia, **finding)
    take_back(card, actor=tia, **finding)

    assert (seen(carla), objections_to(card)) == ([], frozenset())


def test_only_the_trainee_of_the_run_says_so_and_takes_it_back(played, tia, theo, finding):
    card = settle(played)
    with pytest.raises(NotYours):
        object_to(card, actor=theo, **finding)
    object_to(card, actor=tia, **finding)
    with pytest.raises(NotYours):
        take_back(card, actor=theo, **finding)

    assert Objection.objects.count() == 1


def test_a_certification_is_decided_by_people_anyway(played, tia, finding):
    card = settle(played)
    Run.objects.filter(pk=played.pk).update(mode="certification")
    card.run.refresh_from_db()

    with pytest.raises(NotYours):
        object_to(card, actor=tia, **finding)


@pytest.mark.parametrize(
    "wrong", [{"rule": "tone.insult"}, {"params": {"kind": "phone"}}, {"params": {}}, {"reply": 1}, {"reply": 10_000}]
)
def test_what_was_not_found_cannot_be_wrong(played, tia, finding, wrong):
    with pytest.raises(NoSuchFinding):
        object_to(settle(played), actor=tia, **{**finding, **wrong})


def test_an_erasure_takes_words_and_reason_along(played, tia, carla, finding):
    object_to(settle(played), actor=tia, **finding, reason="I am Tia.", shares_words=True)
    erase_words(played, actor=tia)

    assert [(sent["reason"], sent["words"], sent["is_erased"]) for sent in seen(carla)] == [("", (), True)]
    assert Objection.objects.get().reason == ""


def test_whoever_erases_the_words_erases_the_reason(played, tia, finding):
    """Retention, an administrator at the database: nobody has to know of objections."""
    object_to(settle(played), actor=tia, **finding, reason="I am Tia.")
    words = Words.objects.filter(events__run=played, events__seq=finding["reply"])

    words.update(text=None, salt=None)

    assert Objection.objects.get().reason == ""


def test_the_words_of_another_reply_take_no_reason_along(played, tia, finding):
    object_to(settle(played), actor=tia, **finding, reason="I am Tia.")

    Words.objects.exclude(events__run=played, events__seq=finding["reply"]).update(text=None, salt=None)

    assert Objection.objects.get().reason == "I am Tia."


def test_an_objection_changes_no_score(played, tia, finding):
    before = settle(played).data

    object_to(settle(played), actor=tia, **finding)

    assert settle(played).data == before
