"""Pictures are well-formed, hold every word, and can neither run nor fetch anything."""

from typing import Any
from xml.etree import ElementTree  # noqa: S405  it reads what we drew ourselves

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.vocabulary import PICTURES
from trainer_ui.core.pictures import DRAWERS, draw_picture
from trainer_ui.core.pictures.measuring import measure, share_columns, wrap

ROWS = [["18:04", "RE 4", "Quellberg"], ["Halt entfällt"], ["18:20", "ICE 611", "Lichtenau <Hbf> & Süd " * 5]]
ELEMENTS = {"svg", "rect", "path", "text", "circle"}
HARMLESS = {"x", "y", "cx", "cy", "r", "rx", "d", "width", "height", "fill", "stroke", "stroke-width", "viewBox",
            "role", "aria-label", "font-family", "font-size", "font-weight", "text-anchor"}  # fmt: skip


def make_picture(kind: str, **other: Any) -> dict[str, Any]:
    return {"kind": kind, "title": "Abfahrt", "alt": "Eine Tafel", "rows": ROWS, **other}


def parse(picture: dict[str, Any]) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(draw_picture(picture)).iter())  # noqa: S314  what we drew ourselves


def read_words(elements: list[ElementTree.Element]) -> str:
    return "".join("".join(element.itertext()) for element in elements if element.tag.endswith("text")).replace(" ", "")


def test_every_kind_of_picture_can_be_drawn():
    assert set(DRAWERS) == set(PICTURES)


@pytest.mark.parametrize("kind", PICTURES)
def test_every_word_is_in_the_picture(kind: str):
    words = read_words(parse(make_picture(kind)))

    assert [cell for row in ROWS for cell in row if cell.replace(" ", "") not in words and kind != "message"] == []
    assert "Abfahrt" in words


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_that_says_nothing_shows_its_alt_text(kind: str):
    assert "EineTafel" in read_words(parse(make_picture(kind, title="", rows=[])))


@pytest.mark.parametrize("kind", PICTURES)
@given(st.lists(st.lists(st.text(max_size=60), min_size=1, max_size=8), max_size=5), st.text(max_size=90))
def test_whatever_is_in_it_it_is_a_picture_and_nothing_else(kind: str, rows: list[list[str]], text: str):
    elements = parse(make_picture(kind, rows=rows, title=text, alt=text))

    assert {element.tag.partition("}")[2] for element in elements} <= ELEMENTS
    assert {name for element in elements for name in element.attrib} <= HARMLESS


@pytest.mark.parametrize("kind", PICTURES)
def test_no_text_leaves_the_picture(kind: str):
    long = make_picture(kind, title="W" * 90, rows=[["Wort" * 30] * 8, ["W" * 200]])
    for element in parse(long):
        if element.tag.endswith("text") and element.attrib["text-anchor"] == "start":
            mono = "mono" in element.attrib["font-family"]
            size = int(element.attrib["font-size"])
            width = measure(element.text or "", size=size, is_mono=mono, is_bold="font-weight" in element.attrib)
            assert int(element.attrib["x"]) + width <= 640


def test_lines_break_between_words_and_a_long_word_anywhere():
    assert wrap("eins zwei drei", size=10, width=60) == ["eins zwei", "drei"]
    assert "".join(wrap("x" * 50, size=10, width=40)) == "x" * 50
    assert wrap("", size=10, width=40) == [""]


def test_a_column_gets_what_it_needs_before_the_others_share_the_rest():
    assert share_columns([50, 900, 900], width=450) == [50, 200, 200]
    assert share_columns([50, 60], width=450) == [50, 60]
