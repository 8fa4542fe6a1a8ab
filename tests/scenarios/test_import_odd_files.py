"""Odd files: what cannot be read is named by its place and in no words of the file, and nothing else is lost."""

from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from scenarios.core.importing.convert import Imported
from scenarios.core.importing.exercise import read_moment
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.table import read_table
from scenarios.importing.sentences import explain_refusal, report_import
from tests.scenarios.import_files import (
    ACTORS,
    CONTEXT,
    PLAN_HEAD,
    PLAN_ROWS,
    POSTS,
    REPLIES,
    STATUS,
    import_sources,
    make_workbook,
    status,
)
from tests.scenarios.import_samples import HEADER, compile_imported, count_rows, import_bytes

Places = list[tuple[str, str, bool]]


def places(imported: Imported) -> Places:
    """What was not taken as it stands; and the sum of all rows is right."""
    assert imported.ledger.rows == count_rows(imported.ledger)
    return [(problem.place, problem.code, problem.kept) for problem in imported.ledger.unread]


def import_thread(*descendants: Any) -> Imported:
    return import_sources({"status": STATUS, "context": {"descendants": list(descendants)}})


def refuse(*sources: Any, **wishes: Any) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        import_sources(*sources, **wishes)
    return refused.value


SECRETS = ("Petra", "0171", "Oma")
SLID = f"""{",".join(HEADER)}
Petra Geheim,Oma Geheim,True,0171 2345678,x,,
1,Oma Geheim,True,x,x,,
2,905,vielleicht Petra,Tue Oct 31 10:00:00 +0000 2017,x,,
3,905,True,Petra Geheim,x,,
4,AcmeHelp,False,Tue Oct 31 10:00:00 +0000 2017,hi,petra@x.de,Petra
5,905,True,Tue Oct 31 10:00:00 +0000 2017,@AcmeHelp hi,,4
"""


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_report_says_how_a_cell_is_written_and_never_what(language: str) -> None:
    imported = import_bytes(SLID.encode())
    said = "\n".join(report_import(imported.ledger, brand_was_chosen=False, skip=0, language=language))
    assert [secret for secret in SECRETS if secret.lower() in said.lower()] == []
    assert "Xxxxx Xxxxxx" in said
    assert said.count("orm: ") == 6


def test_a_table_without_a_header_is_refused_without_its_words() -> None:
    with pytest.raises(ImportRefused) as refused:
        import_bytes(b"905712,Petra Geheim,0171 2345678\n905713,Oma,nein\n")
    said = explain_refusal(refused.value, language="de")
    assert [secret for secret in SECRETS if secret in said] == []
    assert "und 3 weitere" in said


def test_nobody_but_the_account_mentioned_most_is_named_where_the_wished_one_is_missing() -> None:
    refused = refuse(STATUS, CONTEXT, brand="telekomik")
    assert refused.code == "unknown_account"
    assert refused.params["known"] == "nordbahn_bahn_example"
    assert "petra" not in explain_refusal(refused, language="en")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_part_the_columns(delimiter: str) -> None:
    table = read_table(f"\ufeffid{delimiter}body\n1{delimiter}a. b\n".encode())
    assert table.header == ("id", "body")
    assert table.records[0].cells == ("1", "a. b")


def test_what_is_no_post_among_posts_is_named_and_costs_nothing_else() -> None:
    odd = (5, "x", None, [], {"id": None}, {"id": "9", "account": 7}, {"account": {"acct": "noid"}}, {"id": True})
    imported = import_thread(*odd, status("11", "a", "x", to="100"))
    assert places(imported) == [
        *((f"status {number}", "no_status", False) for number in (2, 3, 4, 5, 6)),
        ("status 7", "no_author", False),
        ("status 8", "no_status", False),
        ("status 9", "no_status", False),
    ]
    assert len(compile_imported(imported).posts) > 1


def test_a_boost_is_nobodys_words_and_what_answers_what_is_gone_answers_the_first() -> None:
    imported = import_thread(
        status("201", "eve", "<p>Wann geht es weiter?</p>", to="100", reblog={"id": "100"}),
        status("202", "amy", "<p>Bei mir auch</p>", to="203"),
        status("203", "bob", "", to="100"),
    )
    assert places(imported) == [
        ("status 2", "boost", False),
        ("status 3", "parent_gone", True),
        ("status 4", "deleted", False),
    ]
    posts = {post.text: post for post in compile_imported(imported).posts}
    assert posts["Bei mir auch"].reply_to == "t001-1"


@pytest.mark.parametrize("odd", [{"a": 1}, ["x"], 5, True, None, "\ud800"])
@pytest.mark.parametrize("field", [*status("1", "a", "b"), "poll", "edited_at", "reblog"])
def test_no_wrong_type_stops_a_thread(field: str, odd: object) -> None:
    imported = import_thread(
        {**status("300", "jo", "<p>Hallo</p>", to="100"), field: odd}, status("301", "amy", "<p>Da</p>")
    )
    places(imported)
    assert "Da" in {post.text for post in compile_imported(imported).posts}


@pytest.mark.parametrize("depth", [5, 300, 900])
def test_wrappers_within_wrappers_are_not_followed_for_ever(depth: int) -> None:
    assert refuse('{"context":' * depth + "{}" + "}" * depth).code in ("no_statuses", "json_too_deep")


def test_the_first_author_may_be_missing() -> None:
    wrong = {**status("1", "x", "<p>Hallo</p>", mentions=[]), "account": 7}
    imported = import_sources([wrong, status("2", "jo", "<p>Eins</p>"), status("3", "amy", "<p>Zwei</p>")])
    assert places(imported)[0] == ("status 1", "no_author", False)


def test_scripts_that_nobody_closed_take_no_time() -> None:
    imported = import_sources([status(str(n), f"a{n}", "Hallo" + "<script>" * 4_990) for n in range(1, 20)])
    assert "Hallo" in imported.scenario
    assert "script" not in imported.scenario


def test_who_is_in_no_file_of_actors_is_said_and_kept() -> None:
    assert places(import_sources(ACTORS, "id,body,actor,time\n1,Hallo?,zoe,0:30\n2,Nein,anna,−0:10\n")) == [
        ("file1:2", "no_such_actor", True)
    ]


@pytest.mark.parametrize(
    ("sources", "code"),
    [
        ((POSTS, POSTS), "truman_part_twice"),
        ((POSTS, "a,b\n1,2\n"), "no_truman_part"),
        ((ACTORS, REPLIES), "no_truman_posts"),
    ],
)
def test_files_that_do_not_make_a_script_are_refused_by_name(sources: tuple[str, ...], code: str) -> None:
    assert refuse(*sources).code == code


def test_of_several_files_a_refusal_says_which() -> None:
    refused = refuse(POSTS, (REPLIES + "4,2,Grüße,anna,0:20\n").encode("latin-1"))
    assert explain_refusal(refused, language="de").startswith("file1: Die Datei ist nicht in UTF-8")


def test_own_replies_are_named_by_file_and_line() -> None:
    imported = import_sources(ACTORS, POSTS, REPLIES, brand="ben")
    assert imported.ledger.unlinked == ("file1:3", "file2:2")


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("22.11.2026 09:15", 33_300),
        ("2026-11-22 09:15", 33_300),
        ("2026-11-22T09:15", 33_300),
        ("9:15 AM", 33_300),
        ("12:05 a.m.", 300),
        ("9:15 pm", 76_500),
    ],
)
def test_a_day_before_the_time_and_halves_of_the_day_are_read(written: str, seconds: int) -> None:
    found = read_moment(written)
    assert found is not None
    assert (found[0], found[1] % 86_400) == ("clock", seconds)


@pytest.mark.parametrize("written", ["32.11.2026 09:15", "halb zehn", "٩:١", "Montag"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert read_moment(written) is None


def fill_book(*sheets: tuple[str, list[tuple[Any, ...]]], merged: str = "") -> bytes:
    book, out = Workbook(), BytesIO()
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    if merged:
        book[sheets[0][0]].merge_cells(merged)
    book.save(out)
    return out.getvalue()


def test_other_sheets_and_rows_beyond_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenarios.importing.workbook.MOST_ROWS", 3)
    book = fill_book(("Tag 1", [PLAN_HEAD, *PLAN_ROWS]), ("Tag 2", [PLAN_HEAD, PLAN_ROWS[0]]))
    assert places(import_sources(book)) == [("Tag 2", "sheet_left_out", True), ("Tag 1!A4", "rows_left_out", True)]


def test_an_error_in_a_cell_is_no_text() -> None:
    rows = [("9:00", "A", "N", "X", "gut", ""), ("9:05", "B", "N", "X", "#REF!", "")]
    assert places(import_sources(make_workbook(rows))) == [("Plan!E3", "no_text", False)]


def test_a_merged_last_column_counts_for_rows_that_end_before_it() -> None:
    rows = [("Time", "From", "Text", "Expected reaction"), (0, "A", "eins", "answer"), (5, "B", "zwei")]
    timeline = compile_imported(import_sources(fill_book(("Plan", rows), merged="D2:D3")))
    assert [post.needs.answer for post in timeline.posts if post.at_ms is not None] == [True, True]


def test_where_no_row_can_be_read_the_reasons_are_given() -> None:
    refused = refuse(make_workbook([("halb zehn", "Petra", "N", "X", "eins", "")]))
    assert explain_refusal(refused, language="de").splitlines()[1:] == [
        "Plan!A2: keine Zeit wie 09:15, +00:15 oder 15 (Form: xxxx xxxx)."
    ]


def run(*words: object) -> str:
    out = StringIO()
    call_command("import_threads", *map(str, words), stdout=out)
    return out.getvalue()


def test_an_old_or_locked_workbook_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "plan.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(CommandError, match="old workbook"):
        run(tmp_path / "plan.xls")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(make_workbook(PLAN_ROWS))
    return file


def test_a_mapping_that_cannot_be_written_is_refused_and_not_a_crash(plan: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        run(plan, "--mapping", plan.parent / "missing" / "map.yaml", "--output", plan.parent / "a.yaml")


def test_a_mapping_with_a_header_that_is_no_number_is_refused(plan: Path) -> None:
    mapping = plan.parent / "map.yaml"
    mapping.write_text("sheet: Plan\nheader: ²\ncolumns: {time: A, from: B, text: E}\n", "utf-8")
    with pytest.raises(CommandError, match="header"):
        run(plan, "--mapping", mapping, "--output", plan.parent / "a.yaml")


def test_a_file_that_stays_is_named_and_so_is_one_that_stays_because_of_an_error(plan: Path) -> None:
    assert f"Real people are still in {plan}." in run(plan, "--output", plan.parent / "a.yaml")
    with pytest.raises(CommandError, match=r"Nothing was deleted: real people are still in .*plan\.xlsx"):
        run(plan, "--delete-source", "--output", plan.parent / "missing" / "a.yaml")
    assert plan.exists()


def test_behind_a_link_the_file_itself_is_deleted(plan: Path) -> None:
    link = plan.parent / "link.xlsx"
    link.symlink_to(plan)
    run(link, "--delete-source", "--output", plan.parent / "a.yaml")
    assert (link.is_symlink(), plan.exists()) == (False, False)


def test_a_file_that_cannot_be_deleted_is_said(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_to_delete(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse_to_delete)
    with pytest.raises(CommandError, match=r"plan\.xlsx cannot be deleted: Permission denied"):
        run(plan, "--delete-source", "--output", plan.parent / "a.yaml")


def test_an_option_of_a_poll_without_words_is_none() -> None:
    options = [{"title": "Ja"}, {"title": None}, {}, {"title": ""}, {"title": 7}, "Nein", {"title": "Nie"}]
    imported = import_thread(status("300", "jo", "<p>Fährt er?</p>", to="100", poll={"options": options}))
    assert "Fährt er?\n◯ Ja\n◯ Nie" in {post.text for post in compile_imported(imported).posts}
