"""The shipped drills: short, two for each criterion, in both languages, and about what they say they are about."""

from collections import Counter

import pytest

from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import CRITERIA, LANGUAGES
from tests.scenarios.shipped import LIBRARY, load_shipped

FILES = sorted(LIBRARY.glob("drill-*.yaml"), key=lambda file: file.name)
SHORTEST_MS, LONGEST_MS = 3 * 60_000, 5 * 60_000


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def drill(request: pytest.FixtureRequest) -> Timeline:
    return load_shipped(request.param.stem)


def test_there_are_two_for_each_criterion_in_each_language() -> None:
    drills = [load_shipped(file.stem) for file in FILES]

    assert Counter((drill.drill, drill.language) for drill in drills) == {
        (criterion, language): 2 for criterion in CRITERIA for language in LANGUAGES
    }
    assert len({drill.key for drill in drills}) == 12


def test_it_is_short_and_its_criterion_weighs_most(drill: Timeline) -> None:
    assert SHORTEST_MS <= drill.duration_ms <= LONGEST_MS
    assert max(drill.weights, key=lambda name: drill.weights[name]) == drill.drill


def test_every_answer_has_a_model_and_other_words_for_it(drill: Timeline) -> None:
    asked = [post.needs for post in drill.posts if post.needs.answer]

    assert asked
    assert [needs for needs in asked if not (needs.model and needs.paraphrase)] == []


def test_who_sends_nothing_and_who_does_the_opposite_are_declared_to_fail(drill: Timeline) -> None:
    assert {"expert", "paraphraser"} <= set(drill.rehearsal.passes)
    assert "absent" in drill.rehearsal.fails
    assert len(drill.rehearsal.fails) >= 3


@pytest.mark.parametrize("key", sorted({file.name.partition(".")[0] for file in FILES}))
def test_both_editions_ask_for_the_same_work(key: str) -> None:
    editions = [load_shipped(f"{key}.{language}") for language in ("de", "en")]
    german, english = (
        [(post.key, post.at_ms, post.needs.answer, post.needs.facts) for post in edition.posts] for edition in editions
    )

    assert [edition.key for edition in editions] == [key, key]
    assert german == english
