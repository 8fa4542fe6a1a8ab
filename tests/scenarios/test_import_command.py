"""`manage.py import_threads`: files in, files out, and words for what went wrong in the language of who asked."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scenarios.core.importing import (
    cells,
    convert,
    exercise,
    from_messages,
    from_singles,
    mastodon,
    room,
    rows,
    table,
    truman,
)
from scenarios.importing.sentences import load_import_texts
from scenarios.services.files import compile_file
from tests.scenarios.import_samples import ROWS, write_csv


def run(file: Path, *options: str) -> str:
    out = StringIO()
    call_command("import_threads", str(file), *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def rows_csv(tmp_path: Path) -> Path:
    file = tmp_path / "Service Threads.csv"
    file.write_bytes(write_csv(ROWS))
    return file


def test_it_writes_a_scenario_and_its_brand_that_lint(rows_csv: Path) -> None:
    output = rows_csv.with_name("acme.en.yaml")
    said = run(rows_csv, "--output", str(output))
    timeline, _ = compile_file(output)
    assert timeline is not None
    assert timeline.key == "acme"
    assert said.splitlines() == [
        "Brand: AcmeHelp, because this account wrote most. Others: RivalCare (1). Choose with --brand.",
        "11 rows: 5 as posts, 2 as answers given then, 1 of its own without a link, 0 not taken, 3 of other brands,"
        " 0 not readable.",
        "Took 2 of 2 threads.",
        "Posts of the brand that answer nothing in the file (not played), in line 12.",
        f"Wrote {output} (0 warnings by lint_scenario).",
        f"Wrote {output.with_name('acme.en-brand.yaml')}, the profile of the invented brand.",
        f"0 places to look at before anybody can publish it: manage.py review_import {output}",
        f"Real people are still in {rows_csv}. Delete it once you no longer need it (--delete-source does so with the"
        " import).",
    ]


def test_without_an_output_it_is_named_after_the_file(rows_csv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(rows_csv.parent)
    run(rows_csv)
    assert sorted(path.name for path in rows_csv.parent.glob("*.yaml")) == [
        "imported-service-threads-brand.yaml",
        "imported-service-threads.yaml",
    ]


def test_rows_that_cannot_be_read_are_listed_by_line(rows_csv: Path) -> None:
    with rows_csv.open("ab") as file:
        file.write(b'13,"open\n14,905712,True,today,"two\nlines",,\n')
    said = run(rows_csv, "--output", str(rows_csv.with_name("a.yaml")), "--language", "de")
    assert [line for line in said.splitlines() if line.startswith("Zeile")] == [
        "Zeile 13: Anführungszeichen gehen nicht auf.",
        "Zeile 14–15: created_at ist keine Zeit wie «Wed Nov 01 08:15:30 +0000 2017» (Form: xxxxx).",
    ]


def test_the_same_again_is_no_overwriting_but_other_content_is(rows_csv: Path) -> None:
    output = str(rows_csv.with_name("a.yaml"))
    run(rows_csv, "--output", output)
    run(rows_csv, "--output", output)
    with pytest.raises(CommandError, match="gibt es schon"):
        run(rows_csv, "--output", output, "--seed", "2", "--language", "de")
    run(rows_csv, "--output", output, "--seed", "2", "--force")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Die Datei ist leer."),
        ("tweet_id\nä\n".encode("latin-1"), "nicht in UTF-8"),
        (b"a,b\n1,2\n", "Diese Spalten fehlen"),
        (write_csv(ROWS[:1]), "Keine lesbare Zeile stammt von einem Servicekonto"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_the_users_language(
    rows_csv: Path, content: bytes, message: str
) -> None:
    rows_csv.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        run(rows_csv, "--output", str(rows_csv.with_name("a.yaml")), "--language", "de")
    assert not rows_csv.with_name("a.yaml").exists()


def test_a_missing_file_and_a_folder_that_is_not_there_are_refused(rows_csv: Path) -> None:
    with pytest.raises(CommandError, match="no file"):
        run(rows_csv.with_name("missing.csv"))
    with pytest.raises(CommandError, match="cannot be written"):
        run(rows_csv, "--output", str(rows_csv.parent / "missing" / "a.yaml"))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(CommandError, match="no file"):
        run(tmp_path / "pipe.csv")


@pytest.mark.parametrize(
    "options", [("--per-hour", "0"), ("--gap-cap", "soon"), ("--limit", "-1"), ("--brand-name", "")]
)
def test_wishes_that_make_no_sense_are_refused(rows_csv: Path, options: tuple[str, str]) -> None:
    with pytest.raises(CommandError):
        run(rows_csv, *options)


def test_every_code_has_a_sentence_in_both_languages_and_every_sentence_a_code() -> None:
    sources = "".join(
        Path(str(module.__file__)).read_text("utf-8")
        for module in (cells, convert, exercise, from_messages, from_singles, mastodon, room, rows, table, truman)
    )
    sources += "".join(path.read_text("utf-8") for path in Path("scenarios/importing").glob("*.py"))
    sources += Path("scenarios/management/commands/import_threads.py").read_text("utf-8")
    texts = load_import_texts()
    for group in texts.values():
        assert {frozenset(sentences) for sentences in group.values()} == {frozenset({"de", "en"})}
    unused = [code for group in ("refused", "unread") for code in texts[group] if f'"{code}"' not in sources]
    assert unused == []


def test_what_stood_in_an_unreadable_cell_is_not_said() -> None:
    assert cells.show_shape(" Ute Öz, 0171 2345678 ") == "Xxx Xx, 0000 0000000"
    assert cells.show_shape(" ") == "–"
