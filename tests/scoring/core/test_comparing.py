"""The first place where two scores differ, by name."""

import pytest

from scoring.core.comparing import first_byte, first_difference


@pytest.mark.parametrize(
    ("stored", "computed", "expected"),
    [
        ({"a": 1}, {"a": 1}, None),
        ({"criteria": {"tone": 1}}, {"criteria": {"tone": 2}}, ("criteria.tone", 1, 2)),
        ({"a": {}}, {"a": {"b": 1}}, ("a.b", None, 1)),
        ({"f": [{"span": [0, 1]}]}, {"f": [{"span": [0, 2]}]}, ("f[0].span[1]", 1, 2)),
        ({"f": [1]}, {"f": [1, 2]}, ("f[1]", 1, 2)),
        ({"a": 1}, {"a": True}, ("a", 1, True)),
        ({"a": "1"}, {"a": 1}, ("a", "1", 1)),
    ],
)
def test_the_place_is_named(stored, computed, expected):
    assert first_difference(stored, computed) == expected


@pytest.mark.parametrize(
    ("stored", "computed", "expected"), [("a", "a", None), ("ab", "ac", 1), ("a", "ab", 1), ("ä", "ö", 1)]
)
def test_the_first_byte_is_counted_in_utf_8(stored, computed, expected):
    assert first_byte(stored, computed) == expected
