"""What a run came to: means, zeroes, what does not apply, and what zeroes a thread."""

from dataclasses import replace

import pytest

from scoring.core import SCORING_VERSION, scorecard
from scoring.core.scorecard import weigh
from simulator.core.events import Event, canonical
from tests.scoring.core.test_context import TIMELINE, post, reply
from tests.simulator.timelines import MINUTE

START = {
    "mode": "practice", "engine": 1, "scoring": 1, "agent": "TB", "trainee": "u1", "cast": {}, "speed": 1000,
    "duration_ms": 10 * MINUTE, "wall_ms": 0,
}  # fmt: skip


def appear(key, at_ms, persona="jana"):
    at_ms, kind, data = post(key, at_ms, persona)
    return at_ms, kind, {**data, "target_ms": at_ms + 4 * MINUTE}


def assess(seq, at_ms, criteria, *findings, critical=True):
    found = [{"rule": rule, "span": [0, 3], "critical": critical} for rule in findings]
    return at_ms, "ReplyAssessed", {"reply": seq, "criteria": criteria, "signals": {}, "findings": found}


def card(*events, timeline=TIMELINE, **start):
    log = [(0, "RunStarted", START | start), *events, (10 * MINUTE, "RunEnded", {"reason": "time"})]
    return scorecard(timeline, [Event(seq, *event[:2], "u1", event[2]) for seq, event in enumerate(log, start=1)])


def test_a_run_without_anything_has_no_score():
    made = card()

    assert (made["score"], made["criteria"], made["evidence"]) == (None, {}, {})


def test_a_scorecard_says_all_that_there_is_to_say_of_a_run():
    made = card(
        appear("bag-1", 0), reply("bag-1", MINUTE), assess(3, MINUTE, {"tone": 500, "individuality": 1000}), speed=1000
    )
    answered = {"post": "bag-1", "thread": "bag", "target_ms": 4 * MINUTE, "response": "first", "reply": 3}

    assert made == {
        "scoring": SCORING_VERSION,
        "score": 833,
        "weights": {"speed": 1, "tone": 1, "individuality": 1},
        "criteria": {"speed": 1000, "tone": 500, "individuality": 1000},
        "evidence": {
            "speed": [{**answered, "wait_ms": MINUTE, "value": 1000, "counted": 1000}],
            "tone": [{"reply": 3, "thread": "bag", "value": 500, "counted": 500}],
            "individuality": [{"reply": 3, "thread": "bag", "value": 1000, "counted": 1000}],
        },
        "order": None,
        "unanswered": [],
        "critical": [],
        "replies": [3],
        "pauses": [],
        "interruptions": [],
        "speeds": [{"at_ms": 0, "per_mille": 1000}],
        "ended_ms": 10 * MINUTE,
    }


def test_each_criterion_is_the_mean_of_what_it_applies_to():
    made = card(
        appear("bag-1", 0),
        reply("bag-1", MINUTE),
        assess(3, MINUTE, {"tone": 500, "individuality": 1000}),
        appear("bag-2", 2 * MINUTE),
        reply("bag-2", 10 * MINUTE),
        assess(6, 10 * MINUTE, {"tone": 601}),
    )

    assert made["criteria"] == {"speed": (1000 + 667) // 2 + 1, "tone": 551, "individuality": 1000}
    assert made["score"] == (834 + 551 + 1000 + 1) // 3
    assert [item["reply"] for item in made["evidence"]["tone"]] == [3, 6]
    assert made["replies"] == [3, 6]


def test_a_zero_counts_and_what_does_not_apply_leaves_the_denominator():
    assert weigh({"speed": 0, "tone": 600}, {"speed": 1, "tone": 1, "individuality": 1}) == 300
    assert weigh({"tone": 600}, {"speed": 1, "tone": 1}) == 600
    assert weigh({"privacy": 1000}, {"speed": 1}) is None
    assert weigh({"privacy": 1000, "speed": 400}, {"speed": 1}) == 400
    assert weigh({"speed": 0, "tone": 1000}, {"speed": 1, "tone": 3}) == 750


def test_who_was_never_answered_is_worth_nothing_once_it_was_due():
    made = card(appear("bag-1", 0))

    assert made["criteria"] == {"speed": 0}
    assert made["unanswered"] == [
        {"post": "bag-1", "thread": "bag", "target_ms": 4 * MINUTE, "wait_ms": 10 * MINUTE, "overdue": 1}
    ]


@pytest.mark.parametrize("is_known", [True, False])
def test_who_asked_for_what_was_known_and_was_never_answered_was_told_nothing(is_known):
    release = [(0, "FactReleased", {"fact": "office"})] if is_known else []
    asks = replace(TIMELINE.posts[0], needs=replace(TIMELINE.posts[0].needs, facts=("office",)))
    made = card(*release, appear("bag-1", 0), timeline=replace(TIMELINE, posts=(asks, *TIMELINE.posts[1:])))

    untold = [{"reply": None, "post": "bag-1", "thread": "bag", "value": 0, "counted": 0}]
    assert made["criteria"] == {"speed": 0, **({"substance": 0} if is_known else {})}
    assert made["evidence"].get("substance", []) == (untold if is_known else [])


@pytest.mark.parametrize(("later_ms", "worth"), [(None, 0), (3 * MINUTE, 1000), (9 * MINUTE, 611)])
def test_a_reply_that_answers_nothing_ends_no_wait(later_ms, worth):
    later = [] if later_ms is None else [reply("bag-1", later_ms)]
    empty = assess(3, MINUTE, {"speed": 0, "tone": 800}, "speed.no_answer", critical=False)
    made = card(appear("bag-1", 0), reply("bag-1", MINUTE), empty, *later)

    (item,) = made["evidence"]["speed"]
    assert (item["value"], item.get("empty", 0)) == (worth, int(later_ms is None))
    assert item["reply"] == (3 if later_ms is None else 5)
    assert made["unanswered"] == []


def test_who_was_not_due_yet_does_not_count():
    made = card(appear("bag-1", 9 * MINUTE))

    assert (made["criteria"], [item["overdue"] for item in made["unanswered"]]) == ({}, [0])


def test_who_needed_no_answer_counts_nowhere():
    made = card(appear("bag-3", 0, "ole"))

    assert (made["criteria"], made["unanswered"]) == ({}, [])


def test_a_wait_at_another_speed_does_not_apply():
    assert card(appear("bag-1", 0), speed=2000)["criteria"] == {}


def test_a_critical_error_zeroes_its_thread_and_keeps_what_was_found():
    made = card(
        appear("bag-1", 0),
        reply("bag-1", MINUTE),
        assess(3, MINUTE, {"tone": 800, "privacy": 0}, "privacy.asked_in_public"),
    )

    assert made["criteria"] == {"speed": 0, "tone": 0, "privacy": 0}
    assert made["critical"] == [{"reply": 3, "thread": "bag", "rule": "privacy.asked_in_public", "span": [0, 3]}]
    assert [(item["value"], item["counted"]) for item in made["evidence"]["tone"]] == [(800, 0)]


def test_a_fault_that_is_not_critical_zeroes_nothing():
    fault = assess(3, MINUTE, {"tone": 800}, "tone.stalling", critical=False)
    made = card(appear("bag-1", 0), reply("bag-1", MINUTE), fault)

    assert (made["critical"], made["criteria"]) == ([], {"speed": 1000, "tone": 800})


@pytest.mark.parametrize(("topic", "worth"), [("bag", 0), ("other", 800)])
def test_a_critical_error_in_a_notice_zeroes_the_threads_of_its_topic(topic, worth):
    told = {"topic": topic, "channel": "chirp", "seen_seq": 1}
    made = card(
        appear("bag-1", 0),
        reply("bag-1", MINUTE),
        assess(3, MINUTE, {"tone": 800}),
        (MINUTE, "NoticePublished", told),
        assess(5, MINUTE, {}, "privacy.shown_in_public"),
    )

    assert made["critical"] == [{"reply": 5, "thread": "", "rule": "privacy.shown_in_public", "span": [0, 3]}]
    assert made["criteria"]["tone"] == worth


@pytest.mark.parametrize(("desk", "worth"), [("security", 800), ("press", 0), (None, 0)])
def test_danger_that_reaches_nobody_who_could_help_zeroes_its_thread(desk, worth):
    needs = replace(TIMELINE.posts[0].needs, danger="threat", desk="security")
    timeline = replace(TIMELINE, posts=(replace(TIMELINE.posts[0], needs=needs), *TIMELINE.posts[1:]))
    handed = [(MINUTE, "Escalated", {"thread": "bag", "post": "bag-1", "desk": desk})] if desk else []
    made = card(
        appear("bag-1", 0),
        *handed,
        reply("bag-1", MINUTE),
        assess(len(handed) + 3, MINUTE, {"tone": 800}),
        timeline=timeline,
    )
    ignored = {"reply": None, "post": "bag-1", "thread": "bag", "rule": "triage.danger", "span": None}

    assert made["critical"] == ([] if worth else [ignored])
    assert made["criteria"]["tone"] == worth


def test_pauses_and_interruptions_are_named():
    made = card(
        (MINUTE, "Paused", {"wall_ms": 60_000}),
        (MINUTE, "Resumed", {"wall_ms": 90_000}),
        (2 * MINUTE, "Interrupted", {"from_ms": 150_000, "to_ms": 170_000}),
        (3 * MINUTE, "Paused", {"wall_ms": 230_000}),
    )

    assert made["pauses"] == [{"at_ms": MINUTE, "wall_ms": 30_000}, {"at_ms": 3 * MINUTE, "wall_ms": None}]
    assert made["interruptions"] == [{"at_ms": 2 * MINUTE, "wall_ms": 20_000}]


def test_a_fork_is_scored_for_what_follows_it():
    made = card(
        appear("bag-1", 0),
        reply("bag-1", MINUTE),
        assess(3, MINUTE, {"tone": 100}),
        appear("bag-2", 2 * MINUTE),
        (3 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 5}),
        reply("bag-2", 4 * MINUTE),
        assess(7, 4 * MINUTE, {"tone": 900}),
    )

    assert (made["criteria"], made["replies"]) == ({"speed": 1000, "tone": 900}, [7])


def test_what_had_fallen_due_before_a_fork_is_not_scored_and_what_falls_due_later_is():
    made = [
        card(appear("bag-1", 0), (at_ms, "RunForked", {"wall_ms": 0, "at_seq": 2}))["criteria"]
        for at_ms in (4 * MINUTE - 1, 4 * MINUTE)
    ]

    assert made == [{"speed": 0}, {}]


@pytest.mark.parametrize("erased", [False, True])
def test_a_scorecard_needs_no_words(erased):
    words = None if erased else "Hallo"
    log = [(0, "RunStarted", START), appear("bag-1", 0), reply("bag-1", MINUTE), assess(3, MINUTE, {"tone": 500})]
    events = [Event(seq, *event[:2], "u1", event[2], words) for seq, event in enumerate(log, start=1)]

    assert canonical(scorecard(TIMELINE, events)).startswith('{"criteria":{"speed":1000,"tone":500}')
