"""What stands beside the text: every part with its place, and the picture of time, however much is still missing."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.core.outline import outline_of
from tests.scenarios.samples import SCENARIO, change
from tests.scenarios.storm_sample import STORM


def find(node: dict, *path: str | int) -> dict:
    for step in path:
        node = node["s"][step] if isinstance(step, int) else next(value for key, _, value in node["m"] if key == step)
    return node


def test_every_value_is_told_as_written_with_its_place() -> None:
    tree = outline_of(SCENARIO)["tree"]
    at = find(tree, "threads", "rucksack", "posts", "rucksack-1", "at")
    line = SCENARIO.split("\n").index("        at: 0:20") + 1
    assert at == {"v": "0:20", "at": [line, 13]}
    assert find(tree, "rubric", "weights", "speed")["v"] == "2"
    assert find(tree, "threads", "rucksack", "posts", "rucksack-1", "needs", "acts", 1)["v"] == "next_step"


def test_columns_are_counted_as_browsers_do() -> None:
    tree = outline_of('title: {de: "🎒🎒", en: "b"}\n')["tree"]
    assert find(tree, "title", "en")["at"] == [1, 25]
    assert tree["m"][0][2]["m"][1][:2] == ["en", [1, 21]]


def test_posts_stand_on_the_lanes_of_their_threads_and_follow_ups_where_they_can_come_first() -> None:
    line = outline_of(SCENARIO)["time_line"]
    assert line["duration_ms"] == 600_000
    assert line["lanes"][0] == {"key": "rucksack", "channel": "microblog", "topic": "fundsache"}
    first = line["posts"][0]
    assert (first["key"], first["thread"], first["at_ms"], first["scripted"], first["answer"]) == (
        ("rucksack-1", "rucksack", 20_000, True, True)
    )
    brought = {post["key"]: post["at_ms"] for post in line["posts"] if not post["scripted"]}
    for reaction in line["reactions"]:
        if reaction["post"]:
            assert brought[reaction["post"]] == reaction["at_ms"] + reaction["after_ms"]
    assert line["facts"] == [
        {"key": "fundbuero", "at_ms": 30_000, "text": "Das Fundbüro öffnet um neun.", "fixed": True}
    ]


def test_the_load_is_told_per_minute_with_what_is_left_over() -> None:
    load = outline_of(SCENARIO)["time_line"]["load"]
    assert len(load) == 10
    left = 0
    for minute in load:
        left = max(0, left + minute["work_ms"] + minute["crowd_ms"] - 60_000)
        assert minute["left_ms"] == left
    assert outline_of(change("at: 0:20", "at: 2:20"))["time_line"]["load"][2]["work_ms"] >= load[0]["work_ms"] > 0


def test_the_crowd_brings_reading() -> None:
    assert sum(minute["crowd_ms"] for minute in outline_of(STORM)["time_line"]["load"]) > 0


def test_what_is_missing_or_wrong_leaves_the_rest_to_be_seen() -> None:
    broken = change("at: 0:20", "at: soon")
    line = outline_of(broken)["time_line"]
    assert next(post for post in line["posts"] if post["key"] == "rucksack-1")["at_ms"] is None
    assert find(outline_of(broken)["tree"], "threads", "rucksack", "posts", "rucksack-1", "at")["v"] == "soon"
    assert outline_of("just words") == {"tree": {"v": "just words", "at": [1, 1]}, "time_line": None}


@pytest.mark.parametrize("text", ["", "a: [", "a: &x 1", "\ud800", "%"])
def test_what_cannot_be_read_has_no_outline(text: str) -> None:
    assert outline_of(text) == {"tree": None, "time_line": None}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_cut_or_written_there_is_an_answer_in_json(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from([SCENARIO, STORM]))
    start = data.draw(st.integers(0, len(source)))
    word = data.draw(st.sampled_from(["", "{", "- ", "\n", "999:00", "24h", "any", "🎒", "x: ", "[[", "~"]))
    text = source[:start] + word + source[start + data.draw(st.integers(0, 60)) :]
    assert set(json.loads(json.dumps(outline_of(text)))) == {"tree", "time_line"}
