"""Mastodon threads, plans and Truman-style scripts become scenarios that lint; what cannot be read is named."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from scenarios.core.importing.exercise import guess_channel, guess_expected, read_moment
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.truman import read_signed_time
from scenarios.core.importing.web_text import strip_html
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
from tests.scenarios.import_samples import compile_imported, count_rows

EVERY_KIND = {
    "mastodon": (STATUS, CONTEXT),
    "plan": (make_workbook(PLAN_ROWS),),
    "truman": (ACTORS, POSTS, REPLIES),
}


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_each_kind_is_known_by_what_it_holds_and_every_row_is_accounted_for(kind: str) -> None:
    imported = import_sources(*EVERY_KIND[kind])
    compile_imported(imported)
    assert imported == import_sources(*EVERY_KIND[kind], kind=kind)
    assert imported.ledger.rows == count_rows(imported.ledger)


def test_a_mastodon_thread_keeps_its_words_and_loses_its_markup() -> None:
    imported = import_sources(STATUS, CONTEXT)
    timeline = compile_imported(imported)
    posts = {post.key: post for post in timeline.posts if post.at_ms is not None or "again" not in post.key}
    first = posts["t001-1"]
    assert first.text == f"{timeline.brand.handle} Wann geht es <endlich> weiter?"
    assert (first.needs.answer, first.needs.then) == (True, "In zehn Minuten.")
    assert posts["t001-2"].text == "Bei mir auch\n😠"
    assert "Leerer Bahnsteig" in imported.scenario
    assert "⚠️ Bahn\n\nLos" in {post.text for post in timeline.posts}
    assert "petra" not in imported.scenario
    assert [(problem.place, problem.code, problem.kept) for problem in imported.ledger.unread] == [
        ("status 4", "edited", True),
        ("status 5", "not_public", False),
        ("status 6", "deleted", False),
        ("status 7", "parent_gone", True),
    ]


def test_followers_are_rounded_and_boosts_reach_further() -> None:
    reaches = {persona.reach for persona in compile_imported(import_sources(STATUS, CONTEXT)).personas}
    assert reaches == {1_200, 1_500}


def test_one_file_may_hold_status_and_context() -> None:
    assert import_sources({"status": STATUS, "context": CONTEXT}).ledger == import_sources(STATUS, CONTEXT).ledger


def test_a_thread_that_nobody_of_the_brand_answered_asks_for_answers() -> None:
    timeline = compile_imported(import_sources(status("1", "jo", "<p>@nordbahn Warum?</p>")))
    assert timeline.posts[0].needs.answer


def test_html_becomes_words_and_never_markup() -> None:
    assert strip_html("<p>a<script>x</script><br/>b</p><p>&lt;i&gt; 1 < 2</p>") == "a \nb\n\n<i> 1 < 2"


def test_a_plan_gives_times_channels_and_what_is_expected() -> None:
    timeline = compile_imported(import_sources(make_workbook(PLAN_ROWS)))
    posts = [post for post in timeline.posts if post.at_ms is not None]
    assert [post.at_ms for post in posts] == [10_000, 310_000, 610_000, 910_000]
    assert [thread.channel for thread in timeline.threads] == ["microblog", "page", "page", "press"]
    assert [post.needs.answer for post in posts] == [True, False, True, False]
    assert (posts[1].needs.triage, posts[2].needs.desk, posts[2].visibility) == ("leave", "specialists", "private")
    assert "Zschau" not in json.dumps([persona.name for persona in timeline.personas])


def test_cells_that_cannot_be_read_are_named_and_cost_their_row() -> None:
    rows = [*PLAN_ROWS, ("bald", "A", "", "", "x", ""), ("", "", "", "", "", ""), ("10:00", "", "", "", "x", "")]
    ledger = import_sources(make_workbook(rows)).ledger
    assert [(problem.place, problem.code) for problem in ledger.unread] == [
        ("Plan!A6", "bad_plan_time"),
        ("Plan!B8", "no_author"),
    ]
    assert (ledger.rows, count_rows(ledger)) == (6, 6)


def test_merged_cells_count_for_all_and_hidden_sheets_for_nothing(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.title, hidden.sheet_state = "Alt", "hidden"
    hidden.append(PLAN_HEAD)
    hidden.append(("9:00", "Geheim", "", "", "nicht zeigen", ""))
    sheet = book.create_sheet("Neu")
    sheet.append(("Übung Herbst",))
    sheet.append(("Time", "From", "Channel", "Message"))
    sheet.append((0, "Anna", "X", "eins"))
    sheet.append((5, None, "X", "zwei"))
    sheet.append((10, None, "X", "=1+1"))
    sheet.merge_cells("B3:B5")
    book.save(tmp_path / "plan.xlsx")
    imported = import_sources((tmp_path / "plan.xlsx").read_bytes(), language="de")
    timeline = compile_imported(imported)
    assert [post.text for post in timeline.posts] == ["eins", "zwei"]
    assert len(timeline.personas) == 1
    assert [(problem.place, problem.code) for problem in imported.ledger.unread] == [("Neu!D5", "no_text")]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("09:15", ("clock", 33_300)),
        ("9.15 Uhr", ("clock", 33_300)),
        ("+00:15", ("run", 900)),
        ("T+0:15", ("run", 900)),
        ("15 min", ("run", 900)),
        (15, ("run", 900)),
        (0.5, ("clock", 43_200)),
        (timedelta(minutes=2), ("run", 120)),
        ("bald", None),
        (True, None),
        (-3, None),
        ("99:99", None),
    ],
)
def test_times_of_a_plan(cell: str | int | float | timedelta, moment: tuple[str, int] | None) -> None:
    assert read_moment(cell) == moment


def test_what_is_expected_and_where_is_read_in_both_languages() -> None:
    notes = ("Bitte beantworten", "Do not reply", "ignorieren", "escalate to legal", "ausblenden", "melden", "")
    assert [guess_expected(note) for note in notes] == ["answer", "leave", "leave", "escalate", "hide", "report", None]
    assert [guess_channel(said) for said in ("X", "Live-Chat", "Lokalzeitung", "")] == [
        "microblog",
        "homepage",
        "page",
        "page",
    ]


def test_a_script_shows_its_history_first_and_shrinks_what_comes() -> None:
    imported = import_sources(ACTORS, POSTS, REPLIES)
    timeline = compile_imported(imported)
    assert [(post.text.split()[0], post.at_ms) for post in timeline.posts if post.at_ms is not None] == [
        ("Guten", 10_000),
        ("Moin", 11_000),
        ("Wer", 21_000),
        ("Ich", 23_000),
        ("Ende", 203_000),
    ]
    assert "Anna" not in imported.scenario
    assert [(problem.place, problem.code) for problem in imported.ledger.unread] == [
        ("file1:4", "bad_signed_time"),
        ("file2:4", "no_such_post"),
    ]


def test_signed_times_are_hours_and_minutes() -> None:
    assert [read_signed_time(text) for text in ("-0:30", "1:05", "+0:00:07")] == [-1_800, 3_900, 7]


def run(*words: object) -> str:
    out = StringIO()
    call_command("import_threads", *map(str, words), stdout=out)
    return out.getvalue()


def test_the_mapping_is_written_once_and_used_again(tmp_path: Path) -> None:
    plan, mapping, output = tmp_path / "plan.xlsx", tmp_path / "map.yaml", tmp_path / "out.yaml"
    plan.write_bytes(make_workbook(PLAN_ROWS))
    run(plan, "--mapping", mapping, "--output", output)
    written = mapping.read_text("utf-8")
    assert "  time: A\n  from: B\n" in written
    mapping.write_text(written.replace('"facebook": page', '"facebook": forum'), "utf-8")
    run(plan, "--mapping", mapping, "--output", output, "--force")
    assert "channel: forum" in output.read_text("utf-8")
    mapping.write_text("header: x\n", "utf-8")
    with pytest.raises(CommandError, match="mapping"):
        run(plan, "--mapping", mapping, "--output", output, "--force")


def test_headings_that_nobody_knows_are_asked_for() -> None:
    with pytest.raises(ImportRefused) as refused:
        import_sources(make_workbook(PLAN_ROWS, head=("a", "b", "c", "d", "e", "f")))
    assert (refused.value.code, refused.value.params["missing"]) == ("no_headings", "time, from, text")


def test_an_upload_is_deleted_only_after_everything_is_written(tmp_path: Path) -> None:
    source, context = tmp_path / "status.json", tmp_path / "context.json"
    source.write_text(json.dumps(STATUS), "utf-8")
    context.write_text(json.dumps(CONTEXT), "utf-8")
    with pytest.raises(CommandError):
        run(source, "--context", context, "--output", tmp_path / "no" / "x.yaml", "--delete-source")
    assert source.exists()
    said = run(source, "--context", context, "--output", tmp_path / "x.yaml", "--delete-source")
    assert (source.exists(), context.exists()) == (False, False)
    assert "petra" not in said


def test_the_sample_workbook_opens_as_one(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(make_workbook(PLAN_ROWS))
    assert load_workbook(tmp_path / "plan.xlsx").sheetnames == ["Plan"]
