"""`manage.py rehearse SCENARIO`: robots play it over fresh seeds, and the file's `rehearsal` is held against the score.

Exit 1 where it does not hold. With --record, the result is kept on the published version: without a passed one, nobody
may be certified on it.
"""

import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scenarios.core.codec import digest
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import LANGUAGES, ROBOTS
from scenarios.models import ScenarioVersion
from scenarios.problem_texts import render_problem
from scenarios.services.files import compile_file
from scoring.core.robots.rehearsing import FEWEST_SEEDS
from scoring.rehearsal_text import tell_report
from scoring.services import keep_report, rehearse

INTERRUPTED = 130
"""As shells say that Ctrl-C ended something."""


class Command(BaseCommand):
    help = (
        "Lets robot trainees play a scenario file and checks what it declares of them; docs/rehearsal.md explains it."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", type=Path, metavar="SCENARIO", help="the scenario's file")
        parser.add_argument("--seeds", type=_at_least_one, default=FEWEST_SEEDS, help="runs of each robot")
        parser.add_argument("--jobs", type=_at_least_one, default=os.cpu_count() or 1, help="processes")
        parser.add_argument("--robots", nargs="+", choices=ROBOTS, default=ROBOTS, metavar="ROBOT")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--language", choices=LANGUAGES, default="en")
        parser.add_argument("--record", action="store_true", help="keep the result on the published version")

    def handle(self, *args: Any, **options: Any) -> None:
        timeline, problems = compile_file(options["scenario"])
        if timeline is None:
            for problem in problems:
                self.stderr.write(render_problem(problem, language=options["language"]))
            sys.exit(1)
        robots = tuple(robot for robot in ROBOTS if robot in options["robots"])
        if options["record"] and (options["seeds"] < FEWEST_SEEDS or robots != ROBOTS):
            raise CommandError(f"only all robots over {FEWEST_SEEDS} seeds are kept")
        versions = _find_versions(timeline) if options["record"] else []
        try:
            report = rehearse(
                timeline, seeds=options["seeds"], robots=robots, jobs=options["jobs"], progress=self._show_progress
            )
        except KeyboardInterrupt:
            self.stderr.write("")
            sys.exit(INTERRUPTED)
        for version in versions:
            keep_report(version, report)
        if options["format"] == "json":
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True))
        else:
            for line in tell_report(report, language=options["language"]):
                self.stdout.write(line)
        if report["violations"] or versions and not report["passed"]:
            sys.exit(1)

    def _show_progress(self, done: int, total: int) -> None:
        self.stderr.write(f"\r{done}/{total}", ending="\n" if done == total else "")
        self.stderr.flush()


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise ArgumentTypeError("a number from 1 to 1000")
    return int(text)


def _find_versions(timeline: Timeline) -> list[ScenarioVersion]:
    """The same text may be published for several cohorts: what robots made of it holds for all of them."""
    versions = list(ScenarioVersion.objects.filter(digest=digest(timeline)))
    if not versions:
        raise CommandError("this text is not published: publish it first (publish_scenario), then record its rehearsal")
    return versions
