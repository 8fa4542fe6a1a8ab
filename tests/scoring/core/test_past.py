"""What was said before a reply, and what the company knows of whom it is for."""

from dataclasses import replace

from scoring.core import Shelf
from scoring.core.hearing.telling import Claim, Told
from scoring.core.past import read_past
from tests.scoring.core.test_context import TIMELINE, play, post, reply
from tests.simulator.timelines import MINUTE

RECORDS = {"jana": {"booking": "QB7-44K"}, "ole": {"phone": "0170 1234567"}}
WORLD = replace(TIMELINE, personas=tuple(replace(each, record=RECORDS.get(each.key, {})) for each in TIMELINE.personas))


def read_in_bag(state, key, *, earlier=None):
    return read_past(state, list(state.replies.values()), post=key, topic="bag", earlier=earlier or Shelf())


def test_only_the_record_of_the_person_is_known():
    state = play(post("bag-1", 0), post("bag-3", MINUTE, "ole"), timeline=WORLD)

    assert read_in_bag(state, "bag-1")["record"] == (("booking", "QB7-44K"),)
    assert read_in_bag(state, "bag-3")["record"] == (("phone", "0170 1234567"),)
    assert read_in_bag(state, "nowhere")["record"] == ()
    assert read_in_bag(state, "nowhere")["post_visibility"] == "public"


def test_turns_are_counted_for_the_person_and_not_for_the_thread():
    state = play(
        post("bag-1", 0), reply("bag-1", 1), post("bag-3", MINUTE, "ole"), reply("bag-3", MINUTE), timeline=WORLD
    )

    assert (read_in_bag(state, "bag-1")["public_turns"], read_in_bag(state, "bag-1")["had_private"]) == (1, False)


def test_what_was_told_before_names_its_reply_its_time_and_to_whom():
    state = play(post("bag-1", 0), post("bag-3", MINUTE, "ole"), reply("bag-1", 2 * MINUTE), timeline=WORLD)
    [seq] = state.replies
    claim = Claim("time", ("time:1110",), frozenset({"zug"}))
    shelf = Shelf()
    shelf.claims[seq] = (claim,)

    assert list(read_in_bag(state, "bag-3", earlier=shelf)["told_before"]) == [Told(claim, seq, 2 * MINUTE, "@jana_k")]
