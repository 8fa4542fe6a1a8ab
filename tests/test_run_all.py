"""`make test` reads for each of its parts just the files that belong to it."""

from pathlib import Path

import pytest

from tests.run_all import QUICK, ROOT, SLOW, find_marked


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
