"""What a reply is judged against, taken from a run's state just before it."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Fact, Template
from scoring.core import Shelf, context_for, judge, names_in, read
from scoring.core.formality import FORMALITIES
from scoring.core.waiting import ran_at_full_speed
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import start_state
from tests.simulator.timelines import MINUTE, NO_NEEDS, make_post, make_timeline

TIMELINE = make_timeline(
    posts=(
        make_post("bag-1", "bag", at_ms=0, text="Mein Rucksack ist weg!"),
        make_post("bag-2", "bag", at_ms=MINUTE, text="Er ist blau."),
        make_post("bag-3", "bag", at_ms=MINUTE, persona="ole", needs=NO_NEEDS),
    ),
    facts=(Fact("office", "Das Fundbüro hat bis 18 Uhr offen.", 0, None),),
)


def play(*events, timeline=TIMELINE):
    """The state after RunStarted and `events` of (at_ms, kind, data)."""
    start = {
        "mode": "practice",
        "engine": 1,
        "scoring": 1,
        "agent": "TB",
        "trainee": "u1",
        "cast": {"jana": {"name": "Jana Kühn", "handle": "@jana_k"}, "ole": {"name": "Ole", "handle": "@ole"}},
        "duration_ms": 10 * MINUTE,
        "speed": 1000,
        "wall_ms": 0,
    }
    state = start_state(timeline)
    for seq, (at_ms, kind, data) in enumerate([(0, "RunStarted", start), *events], start=1):
        fold(state, Event(seq, at_ms, kind, "u1", data))
    return state


def post(key, at_ms, persona="jana"):
    return at_ms, "PostAppeared", {"post": key, "thread": "bag", "persona": persona, "text": f"Text von {key}"}


def reply(key, at_ms):
    return at_ms, "ReplySent", {"post": key, "thread": "bag", "visibility": "public", "seen_seq": 1}


def context(state, key, at_ms, *, seen_seq=99, earlier=None):
    return context_for(
        state, thread="bag", post=key, visibility="public", at_ms=at_ms, seen_seq=seen_seq, earlier=earlier or Shelf()
    )


def test_the_first_post_of_a_thread_is_held_against_the_first_target():
    found = context(play(post("bag-1", 0)), "bag-1", 3 * MINUTE)

    assert (found.wait_ms, found.target_ms, found.is_first) == (3 * MINUTE, 4 * MINUTE, True)


def test_a_later_post_is_held_against_the_next_target():
    state = play(post("bag-1", 0), reply("bag-1", 30_000), post("bag-2", MINUTE))

    found = context(state, "bag-2", 3 * MINUTE)

    assert (found.wait_ms, found.target_ms, found.is_first) == (2 * MINUTE, 6 * MINUTE, False)


def test_a_reply_is_judged_by_the_oldest_post_it_answers():
    state = play(post("bag-1", 0), post("bag-2", MINUTE))

    assert context(state, "bag-2", 3 * MINUTE).wait_ms == 3 * MINUTE


def test_nobody_waited_where_nothing_was_asked_or_all_is_answered():
    state = play(post("bag-1", 0), reply("bag-1", 1), post("bag-3", MINUTE, "ole"))

    assert [context(state, key, 2 * MINUTE).wait_ms for key in ("bag-1", "bag-3")] == [None, None]


def test_speed_does_not_apply_to_a_wait_at_another_speed():
    state = play(post("bag-1", 0), (MINUTE, "SpeedChanged", {"wall_ms": MINUTE, "per_mille": 2000}))

    assert context(state, "bag-1", 3 * MINUTE).wait_ms is None


@pytest.mark.parametrize(
    ("speeds", "expected"),
    [
        ([(0, 1000)], True),
        ([(0, 2000)], False),
        ([(0, 2000), (10, 1000)], True),
        ([(0, 2000), (11, 1000)], False),
        ([(0, 1000), (19, 2000)], False),
        ([(0, 1000), (20, 2000)], True),
    ],
)
def test_a_wait_from_10_to_20_is_timed_only_if_the_clock_ran_true(speeds, expected):
    assert ran_at_full_speed(speeds, 10, 20) == expected


def test_a_fact_is_known_once_it_was_seen():
    state = play((0, "FactReleased", {"fact": "office"}), post("bag-1", 0))

    assert [len(context(state, "bag-1", 1, seen_seq=seen).known.writers) for seen in (1, 2)] == [0, 1]


def test_the_brands_templates_and_the_scenarios_are_both_at_hand():
    world = replace(TIMELINE, templates=(Template("weg", "Weg", "Der Weg ist frei."),))

    found = context(play(post("bag-1", 0), timeline=world), "bag-1", 1)

    assert found.templates.writers == ["dank", "weg"]


def test_the_runs_names_are_those_of_its_people_and_its_agent():
    assert {"jana", "kuehn", "jana_k", "ole"} <= names_in(play())


def test_whose_name_stands_in_a_reply_does_not_matter():
    state = play(post("bag-1", 0))
    names = names_in(state)
    one, other = (
        judge(read(text, language="de", names=names), context(state, "bag-1", 1))
        for text in ("Das wird knapp, Jana.", "Das wird knapp, Ole.")
    )

    assert one.to_data() == other.to_data() | {"findings": one.to_data()["findings"]}


def test_the_form_of_address_of_the_threads_last_reply_is_known():
    state = play(post("bag-1", 0), reply("bag-1", 1), reply("bag-1", 2))
    before = [context(state, "bag-1", 3).form_before]
    for seq, words in zip(sorted(state.replies), ("Haben Sie Ihr Ticket?", "Der Bus kommt."), strict=True):
        state.replies[seq].words = words
        before.append(context(state, "bag-1", 3).form_before)

    assert before == ["", "sie", "sie"]


@pytest.mark.parametrize(
    "words", ["Haben Sie Ihr Ticket?", "Hast du dein Ticket?", "Hast du Ihr Ticket?", "Der Bus kommt."]
)
def test_the_form_of_address_is_the_same_whether_the_last_reply_stands_on_the_shelf_or_is_read_again(words):
    state = play(post("bag-1", 0), reply("bag-1", 1))
    (seq,) = state.replies
    state.replies[seq].words = words
    shelf = Shelf()
    shelf.keep(seq, read(words, language="de"), is_public=True)

    read_again = context(state, "bag-1", 3)
    remembered = context(state, "bag-1", 3, earlier=shelf)

    assert shelf.forms[seq] in FORMALITIES
    assert remembered.form_before == read_again.form_before
