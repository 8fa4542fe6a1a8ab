"""No cell of a table is a formula, and every text comes back as it was."""

import csv
from io import StringIO

import pytest

from trainer_ui.core.tables import disarm, write_table


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "\u00a0@", "'="[1:]])
def test_what_begins_like_a_formula_begins_with_an_apostrophe(start: str):
    text = f"{start}HYPERLINK(1)"

    assert disarm(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Hallo = gut", "", "1+1", "Straße"])
def test_other_texts_stay_as_they_are(text: str):
    assert disarm(text) == text


def test_quotes_lines_and_gaps_come_back():
    text = write_table([["a", 'Er sagte: "ja"\nund; ging', None, -5]])

    assert text.startswith("\ufeff")
    assert list(csv.reader(StringIO(text[1:], newline=""))) == [["a", 'Er sagte: "ja"\nund; ging', "", "-5"]]
