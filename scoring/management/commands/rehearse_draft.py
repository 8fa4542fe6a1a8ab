"""`manage.py rehearse_draft ID`: what the editor starts when a coach lets robots rehearse a draft; nobody types it.

It gives way to whoever works at a desk.
"""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from scoring.services.draft_rehearsing import run_rehearsing

LEAST = 10
"""Steps of niceness."""


class Command(BaseCommand):
    help = "Plays the rehearsal of a draft that the editor has begun."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rehearsal", type=int)

    def handle(self, *args: Any, rehearsal: int, **options: Any) -> None:
        os.nice(LEAST)
        run_rehearsing(rehearsal, jobs=os.cpu_count() or 1)
