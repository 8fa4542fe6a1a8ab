"""What was told before, and what contradicts it."""

import pytest

from scoring.core.hearing.telling import Claim, Told, find_contradicted

TRAIN, BUS = frozenset({"zug", "moorweil"}), frozenset({"bus", "markt"})


def claim(*values, figure="time", words=TRAIN):
    return Claim(figure, values, words)


def told(reply, *values, **more):
    return Told(claim(*values, **more), reply, 60_000 * reply, "@omar")


@pytest.mark.parametrize(
    ("before", "contradicted"),
    [
        ([], None),
        ([told(1, "time:600")], 1),
        ([told(1, "time:600"), told(2, "time:610")], 2),
        ([told(1, "time:600"), told(2, "time:700")], None),
        ([told(1, "time:600", "time:700")], None),
        ([told(1, "time:600", words=BUS)], None),
        ([told(1, "span:600", figure="span")], None),
        ([told(1, "time:600", words=BUS), told(2, "time:610"), told(3, "money:1", figure="money")], 2),
        ([told(1, "time:600", words=TRAIN | BUS)], 1),
    ],
    ids=[
        "nothing",
        "another time",
        "the last",
        "the same as well",
        "one of two",
        "another matter",
        "another kind",
        "among others",
        "one word",
    ],
)
def test_a_claim_contradicts_the_last_other_value_of_the_same_matter(before, contradicted):
    found = find_contradicted(claim("time:700"), before)

    assert (found.reply if found else None) == contradicted
