"""`manage.py publish_scenario FILE [--cohort NAME]`: freezes a scenario as a version that runs can play."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from people.models import Cohort
from scenarios.core.vocabulary import LANGUAGES
from scenarios.problem_texts import render_problem
from scenarios.services import NotPublishable, publish_file


class Command(BaseCommand):
    help = "Publishes a scenario file. The same text again gives the same version."
    requires_system_checks: list[str] = []  # they are about serving, and this serves nobody

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--cohort", metavar="NAME", help="only for this cohort; without it for everybody")
        parser.add_argument("--language", choices=LANGUAGES, default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        cohort = None
        if options["cohort"] is not None:
            cohort = Cohort.objects.filter(name=options["cohort"]).first()
            if cohort is None:
                raise CommandError(f"There is no cohort {options['cohort']!r}.")
        try:
            version = publish_file(options["file"], cohort=cohort)
        except NotPublishable as refusal:
            for problem in refusal.problems:
                self.stderr.write(render_problem(problem, language=options["language"]))
            sys.exit(1)
        self.stdout.write(f"{version} {version.digest[:12]}")
