"""A reply is cut where findings begin and end, and stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_ui.core.marking import Piece, cut_text, letter


def test_a_finding_is_cut_out_of_its_text():
    assert cut_text("Das tut uns leid.", [(1, (4, 16))]) == [
        Piece("Das ", (), ()),
        Piece("tut uns leid", (1,), (1,)),
        Piece(".", (), ()),
    ]


def test_findings_that_overlap_share_the_piece_they_have_in_common():
    assert cut_text("abcdef", [(1, (0, 4)), (2, (2, 6))]) == [
        Piece("ab", (1,), ()),
        Piece("cd", (1, 2), (1,)),
        Piece("ef", (2,), (2,)),
    ]


def test_spans_count_what_people_see_as_one_letter():
    assert cut_text("👩‍👩‍👧!", [(1, (0, 1))]) == [Piece("👩‍👩‍👧", (1,), (1,)), Piece("!", (), ())]


def test_a_text_without_findings_is_one_piece():
    assert (cut_text("Hallo", []), cut_text("", [])) == ([Piece("Hallo", (), ())], [])


spans = st.lists(st.tuples(st.integers(0, 9), st.tuples(st.integers(-5, 60), st.integers(-5, 60))), max_size=8)


@given(text=st.text(max_size=50), spans=spans)
def test_the_pieces_are_the_text_whatever_was_found(text: str, spans: list[tuple[int, tuple[int, int]]]):
    assert "".join(piece.text for piece in cut_text(text, spans)) == text


@pytest.mark.parametrize(
    ("index", "mark"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_replies_are_marked_like_places_in_a_score(index: int, mark: str):
    assert letter(index) == mark
