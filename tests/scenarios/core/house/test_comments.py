"""Comments of a profile whose text is written anew: none is lost, and nothing is said that was not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.house.comments import keep_comments
from scenarios.core.house.sheets import read_sheet, write_sheet

OLD = """\
# Haus
name: Kiesel  # kurz
channels:
  # unser erster
  kurz: {name: Kurz, kind: microblog}  # seit 2020
  seite:
    name: Seite  # neu
templates:
  dank:
    title: Dank
    # nie mit Smiley
    text: |-
      Hallo # kein Kommentar
      zwei Zeilen
# zum Schluss
"""
COMMENTS = ("# Haus", "# kurz", "# unser erster", "# seit 2020", "# neu", "# nie mit Smiley", "# zum Schluss")


def test_each_stands_where_it_stood():
    text = keep_comments(OLD, write_sheet(read_sheet(OLD)))
    lines = [line.strip() for line in text.split("\n")]

    assert read_sheet(text) == read_sheet(OLD)
    assert [text.count(comment) for comment in COMMENTS] == [1] * len(COMMENTS)
    assert lines[lines.index("# unser erster") + 1].startswith("kurz:")
    assert lines[lines.index("# nie mit Smiley") + 1].startswith("text:")
    assert "name: Kiesel  # kurz" in lines
    assert lines[-2] == "# zum Schluss"


@pytest.mark.parametrize("gone", [("channels",), ("templates",), ("name",), ("channels", "templates")])
def test_what_stood_beside_what_is_gone_goes_up(gone: tuple[str, ...]):
    sheet = {name: value for name, value in read_sheet(OLD).items() if name not in gone}
    text = keep_comments(OLD, write_sheet(sheet))

    assert read_sheet(text) == sheet
    assert [text.count(comment) for comment in COMMENTS] == [1] * len(COMMENTS)


@given(
    st.dictionaries(st.sampled_from(["name", "handle", "extra"]), st.text(max_size=30), min_size=1),
    st.lists(st.sampled_from(COMMENTS), max_size=4),
)
def test_whatever_is_said_stays_said(values: dict[str, str], comments: list[str]):
    try:
        after = write_sheet({"language": "de", **values})
    except ValueError:
        return
    before = "\n".join([*comments, after])

    assert read_sheet(keep_comments(before, after)) == read_sheet(after)
    assert [keep_comments(before, after).count(comment) >= comments.count(comment) for comment in comments] == [
        True for _ in comments
    ]
