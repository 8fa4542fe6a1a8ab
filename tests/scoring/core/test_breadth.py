"""Phrases that nearly every reply would hold are named before anybody is judged by them."""

import pytest

from scoring.core.lexicon.breadth import is_broad
from scoring.core.lexicon.compiling import compile_rules


def first_pattern(line: str, rule: str):
    index = compile_rules({rule: line}, forms={})
    tables = (index.by_word, index.by_prefix, index.by_suffix, index.by_kind)
    return next(pattern for table in tables for patterns in table.values() for pattern in patterns)


@pytest.mark.parametrize(
    ("line", "rule", "expected"),
    [
        ("und", "thanks", True),
        ("fahrgastrechte", "thanks", False),
        ("und danke", "thanks", False),
        ("und .. die", "thanks", True),
        ("und .. fahrgastrechte", "thanks", False),
        ("und|fahrgastrechte", "thanks", True),
        ("und", "greeting", False),
        ("und", "sign_off", False),
        ("#", "thanks", True),
        ("# #", "thanks", True),
        ("entschuldig*", "thanks", False),
        ("die? fahrgastrechte", "thanks", False),
        ("fahrgastrechte? die", "thanks", True),
    ],
)
def test_a_phrase_says_something_if_one_word_is_rare_or_several_stand_in_a_row(line, rule, expected):
    assert is_broad(first_pattern(line, rule), language="de") is expected
