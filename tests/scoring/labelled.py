"""The texts of ../shared/data, which are not ours and not in the project: every text column of every row."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.core.assessment import Assessment
from simulator.core.events import canonical

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = sorted(DATA.glob("*/*.csv"))
NOT_TEXT = {"id", "case", "situation", "author", "visibility", "language"}
needs_data = pytest.mark.skipif(not FILES, reason=f"no {DATA}: the labelled texts are not here")


def read_rows(path: Path) -> list[dict[str, str]]:
    """All of them, however long a field is; what everybody else in the process may read stays as it was."""
    before = csv.field_size_limit(10_000_000)
    try:
        with path.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    finally:
        csv.field_size_limit(before)


def list_texts(path: Path, *, step: int = 1) -> Iterator[tuple[str, str, str]]:
    """(language, text, the post that it answers or "") of every `step`th row."""
    language = "en" if path.stem.endswith("_en") else "de"
    for row in read_rows(path)[::step]:
        for name, text in row.items():
            if name not in NOT_TEXT and text and any(letter.isalpha() for letter in text):
                yield language, text, row.get("post") or "" if name != "post" else ""


def check_judged(judged: Assessment, text: str) -> None:
    """What holds for every assessment: values in range, spans within the text, and data that can be stored."""
    assert all(0 <= value <= 1000 for value in judged.criteria.values())
    assert canonical(judged.to_data())
    for found in judged.findings:
        if found.span is not None:
            start, end = found.span
            assert 0 <= start < end <= len(text)
