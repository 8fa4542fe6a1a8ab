"""The ranked replies that the score is held against have the promised shape. The score itself is not asked here."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from scenarios.core.compiler import compile_scenario
from scenarios.core.problems import ERROR
from scenarios.core.timeline import Timeline
from scenarios.services.files import brands_beside, compile_file

pytestmark = pytest.mark.computes

FOLDER = Path(__file__).parent / "ranked"
LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"
SCENARIOS = sorted(FOLDER.glob("scenario_*.yaml"))
POSTS, PER_POST, PAIRS, LEAST_GAP = 12, 5, 10, 20
LONGER = 1.5
"""How many times as long the worse reply of a pair is at least."""
MOST_TIES = 6


@pytest.fixture(params=SCENARIOS, ids=lambda file: file.stem)
def scenario(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


@pytest.fixture
def timeline(scenario: Path) -> Timeline:
    compiled, problems = compile_file(scenario)
    assert [problem for problem in problems if problem.severity == ERROR] == []
    assert compiled is not None
    return compiled


@pytest.fixture
def ranked(scenario: Path) -> dict[str, Any]:
    text = scenario.with_name(scenario.name.replace("scenario_", "replies_")).read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


def test_both_languages_are_there() -> None:
    assert [file.name for file in SCENARIOS] == ["scenario_de.yaml", "scenario_en.yaml"]


def test_five_replies_to_each_of_twelve_posts_that_need_an_answer(timeline: Timeline, ranked: dict[str, Any]) -> None:
    asked = {post.key for post in timeline.posts if post.needs.answer}
    counted = Counter(reply["post"] for reply in ranked["replies"])

    assert len({reply["id"] for reply in ranked["replies"]}) == POSTS * PER_POST
    assert counted == dict.fromkeys(asked, PER_POST)
    assert len(asked) == POSTS


def test_every_reply_could_have_been_sent(timeline: Timeline, ranked: dict[str, Any]) -> None:
    posts = {post.key: post for post in timeline.posts}
    channel_of = {thread.key: thread.channel for thread in timeline.threads}
    channels = {channel.key: channel for channel in timeline.brand.channels}
    for reply in ranked["replies"]:
        post = posts[reply["post"]]
        channel = channels[channel_of[post.thread]]
        assert post.at_ms is not None
        assert 0 < reply["at_s"] * 1000 - post.at_ms <= channel.first_target_ms, reply["id"]
        assert reply["visibility"] in ("public", "private"), reply["id"]
        assert 0 < len(reply["text"].strip()) <= (channel.limit or 10_000), reply["id"]
        assert "{" not in reply["text"], f"{reply['id']} holds a variable"


def test_grades_have_reasons_and_an_order(ranked: dict[str, Any]) -> None:
    grades = sorted(reply["grade"] for reply in ranked["replies"])

    assert all(type(grade) is int for grade in grades)
    assert grades[0] >= 0
    assert grades[-1] <= 100
    assert sum(low == high for low, high in pairwise(grades)) <= MOST_TIES
    assert all(str(reply["why"]).strip() for reply in ranked["replies"])


def test_in_ten_pairs_the_worse_reply_is_the_longer(ranked: dict[str, Any]) -> None:
    replies = {reply["id"]: reply for reply in ranked["replies"]}
    for pair in ranked["pairs"]:
        worse, better = replies[pair["worse"]], replies[pair["better"]]
        assert worse["post"] == better["post"]
        assert better["grade"] - worse["grade"] >= LEAST_GAP, pair
        assert len(worse["text"]) >= LONGER * len(better["text"]), pair
    assert len({(pair["worse"], pair["better"]) for pair in ranked["pairs"]}) == PAIRS


def test_each_post_can_be_read_in_its_situation(scenario: Path, timeline: Timeline, ranked: dict[str, Any]) -> None:
    situations = ranked.get("situations", {})
    text = scenario.read_text(encoding="utf-8")
    own = f"situation: {timeline.situation}\n"

    assert text.count(own) == 1
    assert set(situations) <= {post.key for post in timeline.posts}
    for situation in sorted(set(situations.values())):
        compiled, problems = compile_scenario(
            text.replace(own, f"situation: {situation}\n"), file=str(scenario), brands=brands_beside(scenario)
        )
        assert [problem for problem in problems if problem.severity == ERROR] == []
        assert compiled is not None
        assert compiled.situation == situation


@pytest.mark.parametrize(
    ("name", "count"),
    [("development_en", POSTS), ("development2_en", 8), ("development3_en", 9), ("development_de", 7)],
)
def test_the_sets_to_develop_on_have_five_replies_to_each_post_of_shipped_scenarios(name: str, count: int) -> None:
    content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    shipped = {}
    for key in {reply["scenario"] for reply in content["replies"]}:
        shipped[key], _ = compile_file(LIBRARY / f"{key}.{name[-2:]}.yaml")
    posts = {(key, post.key) for key, timeline in shipped.items() if timeline for post in timeline.posts}
    counted = Counter((reply["scenario"], reply["post"]) for reply in content["replies"])

    assert set(counted) <= posts
    assert sorted(counted.values()) == [PER_POST] * count
    assert len({reply["id"] for reply in content["replies"]}) == count * PER_POST
