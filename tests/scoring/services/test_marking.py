"""A coach marks a reply: who may, what is kept, what can never be changed, and what goes with the words."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from scoring.core.rubric import OVERALL
from scoring.models import MarginNote, Mark, Override
from scoring.queries.marks import list_marks, list_verdicts, verdicts_of
from scoring.queries.replies import list_replies
from scoring.services import NoSuchFinding, NotYours
from scoring.services.marking import BadMark, Wish, give_mark
from simulator.models import Run
from simulator.services import erase_words
from tests.conftest import make_person
from tests.scoring.classes import ASKS, FINE, play_class, set_class

pytestmark = pytest.mark.django_db
STEPS = {"tone": 4, "individuality": 3, "spelling": 5, OVERALL: 4}


@pytest.fixture
def reply(tia, carla, early, now):
    """Tia's only reply, which asks for data in public."""
    runs = play_class(set_class(carla, early, now), [(tia, {"bag-1": ASKS})], now)
    return list_replies(runs)[0]


@pytest.fixture
def asked(reply):
    [name] = reply.critical
    return name


def test_a_mark_says_who_when_what_and_by_which_rubric(reply, carla, asked):
    wish = Wish(STEPS, " Fast gut. ", [(7, 10, "wessen?")], {asked: (Override.LIFTED, "Das fragte sie privat.")})

    mark = give_mark(reply, wish, coach=carla, saw_findings=False)

    [kept] = list_marks([reply.run])
    assert (kept.id, kept.key, kept.coach, kept.steps) == (mark.pk, reply.key, "Carla", STEPS)
    assert (kept.remark, kept.saw_findings, kept.wording) == ("Fast gut.", False, reply.seq)
    assert [(note.start, note.end, note.text) for note in kept.notes] == [(7, 10, "wessen?")]
    assert {name: (each.verdict, each.reason, each.coach) for name, each in kept.overrides.items()} == {
        asked: ("lifted", "Das fragte sie privat.", "Carla")
    }
    assert mark.scoring_version == reply.assessments[reply.seq]["scoring"]
    assert len(mark.rubric_digest) == 64


def test_a_second_thought_is_a_second_row_and_the_last_counts(reply, carla):
    first = give_mark(reply, Wish(STEPS), coach=carla, saw_findings=False)
    again = give_mark(reply, Wish(STEPS), coach=carla, saw_findings=False)
    second = give_mark(reply, Wish({**STEPS, OVERALL: 2}), coach=carla, saw_findings=False)

    assert again == first
    assert [(row.pk, json.loads(row.steps)[OVERALL]) for row in Mark.objects.order_by("pk")] == [
        (first.pk, 4),
        (second.pk, 2),
    ]
    assert [mark.steps[OVERALL] for mark in list_marks([reply.run])] == [2]
    assert [mark.steps[OVERALL] for mark in list_marks([reply.run], blind_only=True)] == [4]
    assert second.saw_findings


def test_who_does_not_coach_the_run_marks_nothing(reply, tia, theo, cem, milan, ada, carla, early):
    both = make_person("bo", cohort=early.name, role="manager")
    for person in (tia, theo, cem, milan, ada, both):
        with pytest.raises(NotYours):
            give_mark(reply, Wish(STEPS), coach=person, saw_findings=False)
    Run.objects.filter(pk=reply.run.pk).update(created_at=reply.run.created_at - timedelta(days=31))
    with pytest.raises(NotYours):
        give_mark(reply, Wish(STEPS), coach=carla, saw_findings=False)

    assert not Mark.objects.exists()


def test_practice_is_marked_by_nobody(reply, carla):
    Run.objects.filter(pk=reply.run.pk).update(mode="practice")

    with pytest.raises(NotYours):
        give_mark(reply, Wish(STEPS), coach=carla, saw_findings=False)


LONG = "x" * 1001


@pytest.mark.parametrize(
    ("wish", "code", "place"),
    [
        (Wish({name: step for name, step in STEPS.items() if name != "tone"}), "unmarked", "tone"),
        (Wish({name: step for name, step in STEPS.items() if name != OVERALL}), "no_overall", OVERALL),
        (Wish({**STEPS, OVERALL: 0}), "no_overall", OVERALL),
        (Wish({**STEPS, "tone": 6}), "bad_step", "tone"),
        (Wish({**STEPS, "substance": 3}), "bad_step", "substance"),
        (Wish(STEPS, LONG), "too_long", "remark"),
        (Wish(STEPS, "\0"), "bad_text", ""),
        (Wish(STEPS, "", [(3, 3, "hier")]), "bad_place", "1"),
        (Wish(STEPS, "", [(0, 4, "gut"), (0, 9999, "hier")]), "bad_place", "2"),
        (Wish(STEPS, "", [(0, 3, "  ")]), "bad_text", "1"),
        (Wish(STEPS, "", [(0, 3, LONG)]), "too_long", "1"),
        (Wish(STEPS, "", [(0, 3, "x")] * 31), "too_many", ""),
    ],
)
def test_what_cannot_be_meant_is_named_with_its_place(reply, carla, wish, code, place):
    with pytest.raises(BadMark) as refused:
        give_mark(reply, wish, coach=carla, saw_findings=False)

    assert (refused.value.code, refused.value.place) == (code, place)
    assert not Mark.objects.exists()


def test_what_cannot_be_judged_is_no_step(reply, carla):
    give_mark(reply, Wish({**STEPS, "tone": 0}), coach=carla, saw_findings=False)

    assert list_marks([reply.run])[0].steps["tone"] == 0


def test_a_finding_is_lifted_only_with_a_reason_and_only_where_it_was_found(reply, carla, asked):
    with pytest.raises(BadMark) as refused:
        give_mark(reply, Wish(STEPS, verdicts={asked: (Override.LIFTED, " ")}), coach=carla, saw_findings=True)
    wish = Wish(STEPS, verdicts={(asked[0], "tone.insult", "{}"): (Override.LIFTED, "nein")})
    with pytest.raises(NoSuchFinding):
        give_mark(reply, wish, coach=carla, saw_findings=True)

    assert refused.value.code == "no_reason"
    give_mark(reply, Wish(STEPS, verdicts={asked: (Override.CONFIRMED, "")}), coach=carla, saw_findings=True)
    assert verdicts_of(reply.run)[asked].verdict == "confirmed"


def test_of_two_coaches_what_was_decided_last_stands(reply, carla, asked, early):
    clara = make_person("clara", cohort=early.name, role="coach")
    give_mark(reply, Wish(STEPS, verdicts={asked: (Override.CONFIRMED, "")}), coach=carla, saw_findings=True)
    give_mark(reply, Wish(STEPS, verdicts={asked: (Override.LIFTED, "doch nicht")}), coach=clara, saw_findings=True)

    marks = list_marks([reply.run])

    assert {mark.coach for mark in marks} == {"Carla", "Clara"}
    assert list_verdicts(marks)[reply.run.pk][asked].coach == "Clara"


def test_no_row_of_a_mark_can_be_changed(reply, carla, asked):
    wish = Wish(STEPS, "Gut.", [(0, 5, "so")], {asked: (Override.LIFTED, "privat")})
    give_mark(reply, wish, coach=carla, saw_findings=False)
    changes = [
        (Mark, {"steps": "{}"}), (Mark, {"saw_findings": True}), (Mark, {"remark": "Schlecht."}),
        (MarginNote, {"start": 1}), (MarginNote, {"text": "anders"}),
        (Override, {"verdict": "confirmed"}), (Override, {"reason": "anders"}),
    ]  # fmt: skip

    for model, change in changes:
        with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
            model.objects.update(**change)

    assert list_marks([reply.run])[0].remark == "Gut."


def test_with_the_words_of_a_reply_go_those_about_it(reply, tia, carla, asked):
    wish = Wish(STEPS, "Gut.", [(0, 5, "so")], {asked: (Override.LIFTED, "privat")})
    give_mark(reply, wish, coach=carla, saw_findings=False)

    erase_words(reply.run, actor=tia)

    [mark] = list_marks([reply.run])
    assert (mark.steps, mark.remark, [note.text for note in mark.notes]) == (STEPS, "", [""])
    assert [(each.verdict, each.reason) for each in mark.overrides.values()] == [("lifted", "")]
    with pytest.raises(BadMark, match="erased"):
        give_mark(list_replies([reply.run])[0], wish, coach=carla, saw_findings=False)


def test_a_mark_of_other_words_stays_when_these_are_erased(reply, tia, theo, carla, early, now):
    [other] = list_replies(play_class(set_class(carla, early, now), [(theo, {"bag-1": FINE})], now))
    for each in (reply, other):
        give_mark(each, Wish(STEPS, "Gut."), coach=carla, saw_findings=False)

    erase_words(reply.run, actor=tia)

    assert [mark.remark for mark in list_marks([reply.run, other.run])] == ["", "Gut."]
