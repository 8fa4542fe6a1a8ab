"""`manage.py play SCENARIO`: a scenario in the terminal, at any speed, to read it through before publishing."""

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from scenarios.core.vocabulary import LANGUAGES
from scenarios.problem_texts import render_problem
from scenarios.services.files import compile_file
from simulator.playing import play
from simulator.playing_text import Narrator

DEFAULT_SPEED = 10.0
"""Ten minutes of a run in one of the reader's."""


class Command(BaseCommand):
    help = "Plays a scenario file in the terminal; nothing is stored. Ctrl+C stops it."
    requires_system_checks: list[str] = []
    sleep = staticmethod(time.sleep)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", type=Path, metavar="SCENARIO", help="the scenario's file")
        parser.add_argument("--speed", type=float, default=DEFAULT_SPEED, help="1 is real time, 0 does not wait at all")
        parser.add_argument("--seed", type=int, default=1, help="decides who plays whom")
        parser.add_argument("--answer", choices=("all", "none"), default="all", help="all: with the model replies")
        parser.add_argument(
            "--language", choices=LANGUAGES, help="of what is said about the scenario; its own by default"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        timeline, problems = compile_file(options["scenario"])
        if timeline is None:
            for problem in problems:
                self.stderr.write(render_problem(problem, language=options["language"] or "en"))
            sys.exit(1)
        narrator = Narrator(timeline, language=options["language"] or timeline.language)
        shown_ms = 0
        try:
            for step in play(timeline, seed=options["seed"], answers=options["answer"] == "all"):
                lines = narrator.tell(step)
                if lines and options["speed"] > 0:
                    self.sleep((step.event.at_ms - shown_ms) / 1000 / options["speed"])
                    shown_ms = step.event.at_ms
                for line in lines:
                    self.stdout.write(line)
        except KeyboardInterrupt:
            self.stdout.write("")
        except BrokenPipeError:
            # Whoever read the lines (head, less) has had enough; leave nothing to be flushed at the exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
