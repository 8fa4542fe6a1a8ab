"""`manage.py publish_scenarios`: publishes every shipped scenario for everybody. Safe to call again."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from scenarios.problem_texts import render_problem
from scenarios.services import NotPublishable, publish_file

LIBRARY = Path(__file__).resolve().parents[2] / "library"


class Command(BaseCommand):
    help = "Publishes the shipped scenarios. What is published already stays as it is."
    requires_system_checks: list[str] = []  # they are about serving, and this serves nobody

    def handle(self, *args: Any, **options: Any) -> None:
        is_refused = False
        for path in sorted(LIBRARY.glob("*.yaml")):
            try:
                version = publish_file(path)
            except NotPublishable as refusal:
                is_refused = True
                for problem in refusal.problems:
                    self.stderr.write(render_problem(problem, language="en"))
            else:
                self.stdout.write(f"{version} {version.digest[:12]}")
        if is_refused:
            sys.exit(1)
