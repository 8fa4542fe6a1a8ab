"""The shipped first visit: short, in both languages, and each of its steps is about a post that comes."""

from functools import cache

import pytest

from scenarios.core.problems import HINT
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import LANGUAGES
from scenarios.services.files import compile_file
from simulator.playing import play
from tests.scenarios.test_library import LIBRARY

LONGEST_MS = 8 * 60_000
TAUGHT = [
    "opened",
    "answered",
    "templates",
    "handed_over",
    "left_alone",
    "answered_in_private",
    "paused",
    "resumed",
    "ended",
]


@cache
def load(language: str) -> Timeline:
    compiled, problems = compile_file(LIBRARY / f"first-visit.{language}.yaml")
    assert [problem for problem in problems if problem.severity != HINT] == []
    assert compiled is not None
    return compiled


@pytest.fixture(params=LANGUAGES)
def visit(request: pytest.FixtureRequest) -> Timeline:
    return load(request.param)


def test_it_teaches_what_the_desk_is_for(visit: Timeline):
    assert list(dict.fromkeys(step.until for step in visit.guide)) == TAUGHT
    assert visit.duration_ms <= LONGEST_MS


def test_who_does_nothing_still_meets_everybody_whom_a_step_is_about(visit: Timeline):
    seen = [step.event.data["post"] for step in play(visit, seed=1, answers=False) if step.event.kind == "PostAppeared"]

    assert {step.post for step in visit.guide if step.post} <= set(seen)


def test_what_is_done_brings_the_next_person_within_seconds(visit: Timeline):
    log = [step.event for step in play(visit, seed=1, answers=True)]
    appeared = {event.data["post"]: event.at_ms for event in log if event.kind == "PostAppeared"}
    replied = {event.data["post"]: event.at_ms for event in log if event.kind == "ReplySent"}

    for post, following in (("fern-1", "palm-1"), ("palm-1", "tree-1"), ("tree-1", "horst-1")):
        assert 0 < appeared[following] - replied[post] <= 5_000


def test_every_answer_has_a_model_and_other_words_for_it(visit: Timeline):
    asked = [post.needs for post in visit.posts if post.needs.answer]

    assert 6 <= len(visit.posts) <= 8
    assert len(asked) == 4
    assert [needs for needs in asked if not (needs.model and needs.paraphrase)] == []


def test_both_editions_lead_through_the_same_steps():
    german, english = (
        [(step.until, step.post, step.place, step.keys) for step in load(each).guide] for each in LANGUAGES
    )

    assert german == english
    assert [step.text for step in load("de").guide] == [step.text for step in load("en").guide]


def test_both_editions_ask_for_the_same_work():
    german, english = (
        [(post.key, post.needs.answer, post.needs.facts) for post in load(each).posts] for each in LANGUAGES
    )

    assert german == english
