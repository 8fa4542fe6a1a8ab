"""`make test` reads for each of its parts just the files that belong to it."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest

import tests.run_all as run_all
from tests.run_all import PATIENT, QUICK, ROOT, SLOW, Part, find_marked, show, stand_beside


def test_a_folder_that_marks_its_tests_is_read_as_a_whole():
    assert find_marked("e2e") == ["tests/e2e"]


@pytest.mark.parametrize("part", SLOW, ids=lambda part: part.chosen)
def test_every_part_has_files_of_its_own_and_the_quick_ones_leave_it_out(part):
    files = find_marked(part.chosen)

    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []
    assert f"not {part.chosen}" in QUICK.chosen.split(" and ")


def test_no_other_file_sets_a_mark_in_a_way_that_would_be_overlooked():
    marks = [part.chosen for part in SLOW]
    texts = {path: path.read_text(encoding="utf-8") for path in Path(ROOT / "tests").rglob("*.py")}
    odd = [
        path.name
        for path, text in texts.items()
        for mark in marks
        if f"mark.{mark}" in text.replace(f"pytest.mark.{mark}", "")
    ]

    assert odd == []


def test_who_runs_beside_others_has_databases_of_redis_that_their_workers_have_not():
    given = {"REDIS_URL": "redis://127.0.0.1:6379/9", "DATABASE_URL": "x"}

    assert stand_beside(given, workers=4) == {"REDIS_URL": "redis://127.0.0.1:6379/13", "DATABASE_URL": "x"}
    assert stand_beside({"CI": "true"}, workers=4) == {"CI": "true"}


@pytest.mark.parametrize(("code", "passed"), [(0, True), (1, False), (5, True)])
def test_what_ran_beside_is_shown_whole_and_what_was_kept_has_passed(capfdbinary, code, passed):
    part = Part("statistics", chosen="thorough", workers=1, may_be_kept=True)

    assert show(part, CompletedProcess([], code, stdout="5 passed\nin 3 s – fine\n".encode())) is passed

    title, said = capfdbinary.readouterr().out.decode().strip().split("\n", 1)
    assert "statistics on " in title
    assert said == "5 passed\nin 3 s – fine"


def test_a_part_without_any_test_has_failed_unless_it_may_be_kept():
    assert [part.chosen for part in PATIENT if part.may_be_kept] == ["thorough"]
    assert not show(Part("rehearsals", chosen="rehearsals", workers=1), CompletedProcess([], 5, stdout=b""))


def test_a_part_that_failed_beside_the_others_fails_the_whole(monkeypatch):
    """And none of the others is left out for it."""
    ran = []
    monkeypatch.setattr(run_all, "FAST", False)
    monkeypatch.setattr(run_all, "find_missing", list)
    monkeypatch.setattr(run_all, "run", lambda title, command: ran.append(title) or True)
    monkeypatch.setattr(
        run_all, "run_patiently", lambda part: CompletedProcess([], int(part.chosen == "thorough"), stdout=b"")
    )

    assert run_all.main([]) == 1
    assert [title.split(" on ")[0] for title in ran] == [
        "quick tests",
        "node --test",
        "tests in a browser",
        "tests with killed processes",
    ]


@pytest.mark.parametrize(("later", "ran"), [("", ["thorough", "rehearsals"]), ("rehearsals", ["thorough"])])
def test_rehearsals_can_be_left_to_another_call(monkeypatch, later, ran):
    patient = []
    monkeypatch.setattr(run_all, "FAST", False)
    monkeypatch.setattr(run_all, "LATER", later)
    monkeypatch.setattr(run_all, "find_missing", list)
    monkeypatch.setattr(run_all, "run", lambda title, command: True)
    monkeypatch.setattr(
        run_all, "run_patiently", lambda part: patient.append(part.chosen) or CompletedProcess([], 0, stdout=b"")
    )

    assert run_all.main([]) == 0
    assert patient == ran
