"""What was corrected or deleted: the wait ends with the first answer, the words are those that stand, errors stay."""

from dataclasses import replace

import pytest

from scoring.core import scorecard
from simulator.core.events import Event
from tests.scoring.core.test_context import TIMELINE, reply
from tests.scoring.core.test_scorecard import START, appear, assess, card
from tests.simulator.timelines import MINUTE

SENT = (appear("bag-1", 0), reply("bag-1", MINUTE))
"""Events 2 and 3; the assessment is the fourth."""


def correct(at_ms, reply_seq=3):
    return at_ms, "ReplyCorrected", {"reply": reply_seq, "thread": "bag", "seen_seq": 4}


def delete(at_ms, reply_seq=3):
    return at_ms, "ReplyDeleted", {"reply": reply_seq, "thread": "bag"}


def waits(made):
    return [(item["reply"], item["wait_ms"], item["value"]) for item in made["evidence"]["speed"]]


def test_the_words_that_stand_are_judged_and_the_wait_is_that_of_the_first_sending():
    made = card(
        *SENT,
        assess(3, MINUTE, {"tone": 100, "individuality": 200, "speed": 1000}),
        correct(9 * MINUTE),
        assess(5, 9 * MINUTE, {"tone": 900, "individuality": 800}),
    )

    assert made["criteria"] == {"speed": 1000, "tone": 900, "individuality": 800}
    assert [(item["reply"], item["value"]) for item in made["evidence"]["tone"]] == [(3, 900)]
    assert (waits(made), made["replies"]) == ([(3, MINUTE, 1000)], [3])


def test_of_several_corrections_the_last_one_stands():
    made = card(
        *SENT,
        assess(3, MINUTE, {"tone": 100}),
        correct(2 * MINUTE),
        assess(5, 2 * MINUTE, {"tone": 900}),
        correct(3 * MINUTE),
        assess(7, 3 * MINUTE, {"tone": 400}),
    )

    assert made["criteria"]["tone"] == 400


@pytest.mark.parametrize("then", ["corrected", "deleted"])
def test_what_was_public_was_public(then):
    after = [correct(2 * MINUTE), assess(5, 2 * MINUTE, {"tone": 900})] if then == "corrected" else [delete(2 * MINUTE)]
    made = card(*SENT, assess(3, MINUTE, {"tone": 900}, "privacy.asked_in_public"), *after)

    assert made["critical"] == [{"reply": 3, "thread": "bag", "rule": "privacy.asked_in_public", "span": [0, 3]}]
    assert {item["counted"] for items in made["evidence"].values() for item in items} == {0}


def test_a_critical_error_of_a_correction_names_both():
    made = card(
        *SENT,
        assess(3, MINUTE, {"tone": 900}),
        correct(2 * MINUTE),
        assess(5, 2 * MINUTE, {"tone": 900}, "privacy.asked_in_public"),
    )

    assert [(error["reply"], error["wording"]) for error in made["critical"]] == [(3, 5)]


def test_a_deleted_reply_answers_nothing_and_nothing_of_it_is_judged():
    made = card(*SENT, assess(3, MINUTE, {"tone": 900}), delete(2 * MINUTE))

    assert (made["criteria"], [item["post"] for item in made["unanswered"]]) == ({"speed": 0}, ["bag-1"])
    assert made["replies"] == [3]


def test_after_a_deletion_the_wait_ends_with_the_next_answer():
    made = card(
        *SENT,
        assess(3, MINUTE, {"tone": 100}),
        delete(2 * MINUTE),
        reply("bag-1", 8 * MINUTE),
        assess(6, 8 * MINUTE, {"tone": 900}),
    )

    assert waits(made) == [(6, 8 * MINUTE, 667)]
    assert made["criteria"]["tone"] == 900


def empty(seq, at_ms):
    return assess(seq, at_ms, {"tone": 500}, "speed.no_answer", critical=False)


def test_who_sends_a_word_to_stop_the_clock_and_writes_later_answered_later():
    made = card(*SENT, empty(3, MINUTE), correct(8 * MINUTE), assess(5, 8 * MINUTE, {"tone": 900}))

    assert waits(made) == [(3, 8 * MINUTE, 667)]


def test_who_corrects_an_answer_until_nothing_is_left_answered_nothing():
    made = card(*SENT, assess(3, MINUTE, {"tone": 900}), correct(2 * MINUTE), empty(5, 2 * MINUTE))

    [wait] = made["evidence"]["speed"]
    assert (wait["value"], wait["empty"]) == (0, 1)


def test_a_troll_that_was_answered_was_answered_though_the_reply_is_gone():
    trolled = replace(TIMELINE.posts[0], needs=replace(TIMELINE.posts[0].needs, answer=False, triage="leave"))
    timeline = replace(TIMELINE, posts=(trolled, *TIMELINE.posts[1:]))
    made = card(*SENT, assess(3, MINUTE, {"tone": 900}), delete(2 * MINUTE), timeline=timeline)

    assert [(item["kind"], item["value"]) for item in made["evidence"]["triage"]] == [("leave", 0)]


def test_a_fork_scores_no_correction_of_a_reply_that_it_copied_but_its_critical_error():
    log = [
        (0, "RunStarted", START),
        *SENT,
        assess(3, MINUTE, {"tone": 100}),
        (2 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 4}),
        correct(3 * MINUTE),
        assess(6, 3 * MINUTE, {"tone": 900}, "privacy.asked_in_public"),
        (10 * MINUTE, "RunEnded", {"reason": "time"}),
    ]
    made = scorecard(TIMELINE, [Event(seq, *each[:2], "u1", each[2]) for seq, each in enumerate(log, start=1)])

    assert ("tone" in made["criteria"], [error["wording"] for error in made["critical"]]) == (False, [6])
