"""`manage.py score_replies IN.csv OUT.csv`: scores any file of replies, for coaches who bring their own archive.

OUT has a row for every row of IN, in the same order; what could not be read is named by its line, its row is empty, and
the exit status is 1.
"""

import csv
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser

from scenarios.core.problems import ERROR
from scenarios.core.timeline import Brand
from scenarios.core.vocabulary import LANGUAGES, VISIBILITIES
from scenarios.problem_texts import render_problem
from scenarios.services.linting import read_profile
from scoring.archive_text import language_of_user, say, say_counted, say_usage
from scoring.core.profile import language_of
from scoring.records import Record, Unreadable, read_records, survey
from scoring.services.archive import AUTO, Item, list_columns, score_archive

NEEDED = "text"
MOST_TOLD = 20
"""Lines that were not read and are named one by one."""
STEP = 500
"""Replies between two looks at the progress."""
INTERRUPTED = 130
"""As shells say that Ctrl-C ended something."""


class Command(BaseCommand):
    help = "Scores the column `text` of a CSV file; docs/scoring.md has the columns."
    requires_system_checks = ()  # they are about serving, and this serves nobody

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """A parser that says what is wrong with a call in the language of the terminal."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        refuse = parser.error

        def refuse_in_words(message: str) -> NoReturn:
            refuse(say_usage(message, language=language_of_user()))

        parser.error = refuse_in_words  # type: ignore[method-assign]  # argparse asks for it on the parser itself
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path)
        parser.add_argument("target", type=Path)
        parser.add_argument(
            "--language", choices=[*LANGUAGES, AUTO], help="of the replies; else the profile's, or found in each"
        )
        parser.add_argument("--profile", type=Path, metavar="HOUSE", help="a brand profile, whose choices then count")
        parser.add_argument("--jobs", type=_at_least_one, default=os.cpu_count() or 1, help="processes")

    def handle(self, *args: Any, source: Path, target: Path, jobs: int, **options: Any) -> None:
        self._speaks = language_of_user()
        self._unread: list[tuple[int, str]] = []
        brand = self._read_profile(options["profile"]) if options["profile"] else None
        language = options["language"] or (AUTO if brand is None else language_of(brand))
        if brand is not None and language not in (AUTO, language_of(brand)):
            raise CommandError(say("other_language", language=self._speaks, file=options["profile"], spoken=language))
        try:
            count = self._score(source, target, language=language, jobs=jobs, brand=brand)
        except Unreadable as error:
            raise CommandError(say(error.code, language=self._speaks, **error.params)) from error
        except KeyboardInterrupt:
            self.stderr.write("")
            sys.exit(INTERRUPTED)
        if self._unread:
            self._tell_unread()
            bad = len(self._unread)
            scored = say_counted("done", count - bad, language=self._speaks, file=target)
            raise CommandError(say_counted("partly", bad, language=self._speaks, scored=scored))
        self.stdout.write(say_counted("done", count, language=self._speaks, file=target))

    def _read_profile(self, path: Path) -> Brand:
        brand, problems = read_profile(path)
        if brand is None:
            errors = [problem for problem in problems if problem.severity == ERROR]
            for problem in errors:
                self.stderr.write(render_problem(problem, language=self._speaks))
            raise CommandError(say("profile", language=self._speaks, file=path, count=len(errors)))
        return brand

    def _score(self, source: Path, target: Path, *, language: str, jobs: int, brand: Brand | None) -> int:
        """Returns how many rows were written."""
        lines = survey(source)
        if target.exists() and target.samefile(source):
            raise Unreadable("same", file=source)
        records = read_records(source, needed=NEEDED)
        items = (self._take(record) for record in records)
        count = 0
        with _open(target) as opened:
            table = csv.DictWriter(opened, list_columns(brand))
            table.writeheader()
            scored = score_archive(items, language=language, jobs=jobs, brand=brand)
            for count, row in enumerate(scored, start=1):
                table.writerow(row)
                if count % STEP == 0:
                    self._show_progress(count, lines - 1)
        if count >= STEP:
            self._show_progress(count, count, ending="\n")
        return count

    def _take(self, record: Record) -> Item | None:
        fields = record.fields
        visibility = fields.get("visibility", "").strip().casefold() or "public"
        problem = record.problem or ("" if visibility in VISIBILITIES else "visibility")
        if problem:
            self._unread.append((record.line, problem))
            return None
        return Item(fields[NEEDED], fields.get("in_reply_to", ""), visibility, fields.get("author", ""))

    def _show_progress(self, done: int, total: int, *, ending: str = "") -> None:
        self.stderr.write(f"\r{done}/{max(done, total)}", ending=ending)
        self.stderr.flush()

    def _tell_unread(self) -> None:
        for line, problem in self._unread[:MOST_TOLD]:
            reason = say(f"row_{problem}", language=self._speaks)
            self.stderr.write(say("row", language=self._speaks, line=line, reason=reason))
        if len(self._unread) > MOST_TOLD:
            self.stderr.write(say("more", language=self._speaks, count=len(self._unread) - MOST_TOLD))


def _open(target: Path) -> Any:
    try:
        return target.open("w", newline="", encoding="utf-8")
    except OSError as error:
        raise Unreadable("unwritable", file=target, reason=error.strerror) from error


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError("a number from 1 to 256")
    return int(text)
