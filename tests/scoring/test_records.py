"""Records of a CSV file, whatever is wrong with some of them."""

import pytest

from scoring.records import Unreadable, read_records, survey


def write(tmp_path, content):
    path = tmp_path / "in.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(tmp_path, content):
    path = write(tmp_path, content)
    survey(path)
    return [(record.line, record.fields.get("text"), record.problem) for record in read_records(path, needed="text")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_rows_come_in_order_with_their_lines(tmp_path, separator, ending):
    content = ending.join(["\ufeffid,Text ,author", '1,"zwei\nZeilen, ""so""",tia', "2,eins,tia", "", "3,,", ""])

    assert read(tmp_path, content.replace(",", separator)) == [
        (2, f'zwei\nZeilen{separator} "so"', ""),
        (4, "eins", ""),
        (6, "", ""),
    ]


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b'1,"nie zu,tia', "quotes"),
        (b"1,zu,viele,Felder", "columns"),
        (b"1," + b"x" * 140_000 + b",tia", "long"),
        (b"1", "text"),
        ("1,gr\xfcn,tia".encode("latin-1"), "encoding"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_row_that_cannot_be_read_is_named_and_nothing_else_is_lost(tmp_path, bad, problem, place):
    rows = ["2,schön,tia".encode(), b'3,"zwei\nZeilen",tia']
    rows.insert(place, bad)

    found = read(tmp_path, b"\n".join([b"id,text,author", *rows]) + b"\n")

    assert [text for _, text, fault in found if not fault] == ["schön", "zwei\nZeilen"]
    assert [(line, fault) for line, _, fault in found if fault] == [(2 + place + (place == 2), problem)]


def test_a_mark_that_is_never_closed_does_not_swallow_the_rest(tmp_path):
    rows = "".join(f'{nth},"Antwort {nth}",tia\n' for nth in range(3_000))

    found = read(tmp_path, f'id,text,author\n0,"nie zu,tia\n{rows}')

    assert [line for line, _, problem in found if problem] == [2]
    assert len(found) == 3_001


def test_quotation_marks_within_a_text_are_only_marks(tmp_path):
    assert read(tmp_path, 'text,author\n27" Zoll,tia\nja,tia\n') == [(2, '27" Zoll', ""), (3, "ja", "")]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("text\ngrün\nschön\n".encode("latin-1"), "encoding", 2),
        ("text\nja\n".encode("utf-16"), "encoding", 1),
        (b"reply\nja\n", "column", None),
        (b"x" * 140_000, "column", None),
        (b"", "column", None),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(tmp_path, content, code, line):
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, content)

    assert (caught.value.code, caught.value.params.get("line")) == (code, line)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Unreadable) as caught:
        survey(tmp_path / "none.csv")

    assert caught.value.code == "missing"
