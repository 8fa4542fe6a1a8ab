"""Scores any file of replies, for coaches who bring their own archive."""

import csv
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import py3langid
from django.core.management.base import BaseCommand, CommandError

from scenarios.core.vocabulary import LANGUAGES
from scoring.core import Assessment, Prose, judge, read
from scoring.core.context import context_alone

COLUMNS = (
    "tone",
    "empathy",
    "courtesy",
    "openness",
    "plain_language",
    "formality",
    "insult",
    "personal_data_in_public",
    "reuse_likeness",
)


class Command(BaseCommand):
    help = "Scores the column `text` of a CSV file; docs/scoring.md has the columns."
    requires_system_checks = ()  # they are about serving, and this serves nobody

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path)
        parser.add_argument("target", type=Path)
        parser.add_argument("--language", choices=[*LANGUAGES, "auto"], default="auto")

    def handle(self, *args: Any, source: Path, target: Path, language: str, **options: Any) -> None:
        with source.open(newline="", encoding="utf-8-sig") as opened:
            rows = list(csv.DictReader(opened))
        if rows and "text" not in rows[0]:
            raise CommandError(f"{source}: no column named text")
        written: dict[str, list[tuple[int, Prose]]] = defaultdict(list)
        with target.open("w", newline="", encoding="utf-8") as opened:
            table = csv.DictWriter(opened, COLUMNS)
            table.writeheader()
            for number, row in enumerate(rows, start=1):
                table.writerow(_score_row(number, row, language=language, written=written))
        self.stdout.write(f"{len(rows)}")


def _score_row(
    number: int, row: Mapping[str, str], *, language: str, written: dict[str, list[tuple[int, Prose]]]
) -> dict[str, Any]:
    text, author = row["text"] or "", row.get("author") or ""
    spoken = _find_language(text) if language == "auto" else language
    reading = read(text, language=spoken)
    context = context_alone(
        language=spoken,
        visibility=row.get("visibility") or "public",
        post_text=row.get("in_reply_to") or "",
        earlier=written[author] if author else (),
    )
    scored = _columns(judge(reading, context))
    if author:
        written[author].append((number, reading.prose))
    else:
        scored["reuse_likeness"] = ""
    return scored


def _find_language(text: str) -> str:
    py3langid.set_languages(list(LANGUAGES))
    return str(py3langid.classify(text)[0])


def _columns(assessment: Assessment) -> dict[str, Any]:
    rules = {finding.rule for finding in assessment.findings}
    values = {**assessment.criteria, **assessment.signals}
    scored: dict[str, Any] = {name: _out_of_hundred(values.get(name)) for name in COLUMNS}
    scored["formality"] = assessment.signals["formality"]
    scored["insult"] = int("tone.insult" in rules)
    scored["personal_data_in_public"] = int(any(rule.startswith("privacy.") for rule in rules))
    return scored


def _out_of_hundred(per_mille: int | str | None) -> str:
    return "" if per_mille is None else f"{int(per_mille) / 10:.1f}" if isinstance(per_mille, int) else per_mille
