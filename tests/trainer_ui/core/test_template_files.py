"""Templates in a table: read as spreadsheets write them, what is wrong named by its line, and written out safely."""

import pytest

from trainer_ui.core.template_files import LARGEST_FILE, Row, read_file, write_file

HARMLESS = [
    ("de", "Gruß", "Hallo {name},\nbis „bald“!"),
    ("en", "Sum", '=HYPERLINK("http://example.org")'),
    ("en", "'T", "'a"),
    ("en", "Quoted", "'@jana' is how we write it"),
    ("en", "Quoted twice", "''=a"),
]


def faults(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in read_file(text.encode(), language="de")[1]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_spreadsheets_write_is_read(separator, encoding):
    table = f"Titel{separator}Text\r\nGruß{separator}Schöne Grüße\r\n"

    assert read_file(table.encode(encoding), language="de") == ([Row(2, "de", "Gruß", "Schöne Grüße")], [])


def test_columns_may_stand_in_any_order_and_name_the_language():
    table = "text,Sprache,title\nYes,English,A\nJa,de,B\nNein,,C\n"

    rows, problems = read_file(table.encode(), language="de")

    assert (rows, problems) == ([Row(2, "en", "A", "Yes"), Row(3, "de", "B", "Ja"), Row(4, "de", "C", "Nein")], [])


def test_what_was_written_out_reads_in_as_the_same():
    rows, problems = read_file(write_file(HARMLESS).encode(), language="de")

    assert ([row[1:] for row in rows], problems) == (HARMLESS, [])


def test_no_cell_that_is_written_out_is_a_formula():
    assert "\"'=HYPERLINK" in write_file(HARMLESS)


def test_every_wrong_line_is_named_at_once_also_behind_a_cell_of_several_lines():
    table = 'title,text\nA,"eins\nzwei"\nB,drei,vier\n\nC\na,fünf\n'

    assert faults(table) == [(4, "columns"), (6, "columns"), (7, "twice")]


def test_the_same_title_in_two_languages_is_two_templates():
    assert faults("language,title,text\nde,A,eins\nen,A,one\n") == []


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("name,text\nA,eins\n", (1, "head")),
        ("", (1, "head")),
        ('title,text\nA,eins\nB,"zwei\nC,drei\n', (3, "quotes")),
        ('title,text\nA,"ei"ns\n', (2, "quotes")),
        ("title,text\nA,ei\x00ns\n", (0, "encoding")),
        ("title,text\n" + "A,eins\n" * LARGEST_FILE, (0, "large")),
        ("title,text\n" + "".join(f"A{nth},eins\n" for nth in range(1_001)), (1_002, "many")),
    ],
)
def test_what_is_no_table_of_templates_says_so(table, fault):
    assert faults(table) == [fault]


def test_rows_above_a_broken_one_are_still_read():
    rows, _ = read_file(b'title,text\nA,eins\nB,"zwei\n', language="de")

    assert [row.title for row in rows] == ["A"]
