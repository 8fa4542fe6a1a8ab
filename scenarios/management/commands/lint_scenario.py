"""`manage.py lint_scenario FILE…`: every problem of each file as `file:line:column: CODE message`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from scenarios.core.problems import ERROR, Problem
from scenarios.core.vocabulary import LANGUAGES
from scenarios.problem_texts import explain, explain_mend, render_problem
from scenarios.services.linting import lint_file


class Command(BaseCommand):
    help = "Checks scenario files. Exits 1 if there is an error; warnings and hints do not count."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--language", choices=LANGUAGES, default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["language"]
        problems = [problem for path in options["files"] for problem in lint_file(path)]
        if options["format"] == "json":
            rows = [_as_row(problem, language=language) for problem in problems]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            for problem in problems:
                self.stdout.write(render_problem(problem, language=language))
        if any(problem.severity == ERROR for problem in problems):
            raise SystemExit(1)


def _as_row(problem: Problem, *, language: str) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": explain(problem, language=language),
        "mend": explain_mend(problem, language=language),
        "params": dict(problem.params),
    }
