"""CSV bytes into records: one damaged row never takes its neighbours along; what is no CSV is refused as a whole."""

import pytest

from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.rows import detect_kind, read_messages
from scenarios.core.importing.table import LONGEST_CELL, read_table
from tests.scenarios.import_samples import HEADER, row, write_csv


def lines_read(data: bytes) -> list[int]:
    return [record.line for record in read_table(data).records]


def unread(data: bytes) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.last_line, problem.code) for problem in read_table(data).unread]


def test_a_row_is_named_by_its_physical_line_when_cells_hold_line_breaks() -> None:
    data = b'a,b\n1,"x\ny\nz"\n2,y\n'
    assert lines_read(data) == [2, 5]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_kind_of_line_end_counts_as_one_line(end: bytes) -> None:
    assert lines_read(end.join((b"a,b", b"1,x", b"", b"2,y"))) == [2, 4]


def test_line_separators_inside_a_text_are_no_line_ends() -> None:
    data = "a,b\n1,x\u2028y\x85z\n2,y\n".encode()
    assert lines_read(data) == [2, 3]


def test_a_byte_order_mark_is_not_part_of_the_header() -> None:
    assert read_table("\ufeffA, b\n1,2\n".encode()).header == ("a", "b")


def test_a_quote_that_nobody_closed_costs_one_line_only() -> None:
    data = b'a,b\n1,"open\n2,"x, y"\n3,z\n'
    assert (lines_read(data), unread(data)) == ([3, 4], [(2, 2, "bad_quotes")])


def test_an_open_quote_in_the_last_line_is_one_damaged_row() -> None:
    data = b'a,b\n1,x\n2,"open\n'
    assert (lines_read(data), unread(data)) == ([2], [(3, 3, "bad_quotes")])


def test_the_rest_of_a_damaged_row_of_several_lines_is_reported_with_it() -> None:
    data = b'a,b\n1,"x\ny\nz",too,many\n2,y\n'
    assert (lines_read(data), unread(data)) == ([5], [(2, 4, "wrong_width")])


def test_a_row_that_is_not_utf8_is_listed_and_the_others_are_read() -> None:
    rows = [b"%d,x" % number for number in range(20)]
    rows[3] = b"3,\xfc"
    assert unread(b"\n".join((b"a,b", *rows))) == [(5, 5, "row_not_utf8")]


@pytest.mark.parametrize("length", [LONGEST_CELL + 1, 200_000])
def test_a_huge_cell_costs_its_row(length: int) -> None:
    data = b"a,b\n1," + b"x" * length + b"\n2,y\n"
    assert (lines_read(data), unread(data)) == ([3], [(2, 2, "huge_cell")])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf \n\n", "empty_file"),
        (b"a,b\n", "no_rows"),
        ("a,b\n1,ü\n2,ä\n".encode("latin-1"), "not_utf8"),
        ("a,b\n1,x\n".encode("utf-16"), "not_utf8"),
        (b"\0\0\0\0PK", "not_utf8"),
        (b'a,"b\n', "bad_header"),
    ],
)
def test_what_is_no_csv_file_in_utf8_is_refused_as_a_whole(data: bytes, code: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_table(data)
    assert refused.value.code == code


def test_missing_columns_are_named() -> None:
    data = write_csv([row(1, "905712", "hi")[:5]], header=HEADER[:5])
    with pytest.raises(ImportRefused) as refused:
        detect_kind(read_table(data))
    assert (refused.value.code, refused.value.params["columns"]) == (
        "missing_columns",
        "response_tweet_id, in_response_to_tweet_id",
    )


def test_every_row_that_cannot_be_read_is_listed_with_its_reason() -> None:
    good = row(1, "905712", "hi")
    bad = [
        ("x", *good[1:]),
        ("2", "no account", *good[2:]),
        ("3", "905712", "perhaps", *good[3:]),
        ("4", "905712", "True", "2017-10-31", *good[4:]),
        ("5", "905712", "True", "Tue Oct 32 10:00:00 +0000 2017", *good[4:]),
        (*row(6, "905712", " "),),
        good,
        row(8, "905712", "hi", to="seven"),
    ]
    messages, problems = read_messages(read_table(write_csv([good, *bad])))
    assert [message.id for message in messages] == [1, 8]
    assert [(problem.line, problem.code, problem.kept) for problem in problems] == [
        (3, "bad_id", False),
        (4, "bad_author", False),
        (5, "bad_value", False),
        (6, "bad_time", False),
        (7, "bad_time", False),
        (8, "no_text", False),
        (9, "duplicate", False),
        (10, "bad_link", True),
    ]


def test_times_are_read_with_their_offset_whatever_the_locale() -> None:
    west = ("1", "7", "True", "Wed Nov 01 08:15:30 -0700 2017", "hi", "", "3.0")
    message = read_messages(read_table(write_csv([west])))[0][0]
    assert (message.at_s, message.parent) == (1_509_549_330, 3)
