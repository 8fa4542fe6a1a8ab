"""The score puts the ranked replies (ranked/) in the order of their grades, and no long nothing before a short help.

What is wanted is 0.85 in both languages (issue 4). German reaches it, English does not, and its bar says how far it is:
it is to be raised with the score, never lowered, and the score is never to be fitted on these replies.
"""

import pytest

from tests.bench.measures import spearman
from tests.scoring.ranking import Scored, pairs_of, score_ranked

pytestmark = pytest.mark.computes

WANTED = 0.85
REACHED = {"de": WANTED, "en": 0.80}


@pytest.fixture(scope="module", params=sorted(REACHED))
def ranked(request: pytest.FixtureRequest) -> tuple[str, dict[str, Scored]]:
    return request.param, score_ranked(request.param)


def test_the_replies_stand_in_the_order_of_their_grades(ranked: tuple[str, dict[str, Scored]]) -> None:
    language, scored = ranked
    values, grades = [one.value for one in scored.values()], [one.grade for one in scored.values()]

    assert spearman(values, grades) >= REACHED[language]


def test_the_shorter_and_better_reply_of_every_pair_comes_first(ranked: tuple[str, dict[str, Scored]]) -> None:
    language, scored = ranked

    wrong = [(worse, better) for worse, better in pairs_of(language) if scored[worse].value >= scored[better].value]

    assert wrong == []
