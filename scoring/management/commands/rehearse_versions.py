"""`manage.py rehearse_versions [KEY …]`: robots rehearse what is published, and what came of it is kept.

For after an upgrade: a new engine or score asks for a new rehearsal before anybody is certified on a scenario. It gives
way to whoever works at a desk; what is kept already is not played again. Exit 1 where something did not pass.
"""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import OuterRef, QuerySet, Subquery

from scenarios.models import ScenarioVersion
from scoring.services.rehearsal import record_rehearsal

LEAST = 10
"""Steps of niceness."""


class Command(BaseCommand):
    help = "Rehearses the newest version of published scenarios, all of them or those with these keys."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("keys", nargs="*", metavar="KEY", help="of scenarios, in all their languages; none: of all")
        parser.add_argument("--jobs", type=int, choices=range(1, 65), default=1, metavar="N", help="processes")

    def handle(self, *args: Any, keys: list[str], jobs: int, verbosity: int, **options: Any) -> None:
        versions = _find_newest()
        if keys:
            versions = versions.filter(scenario__key__in=keys)
            known = set(versions.values_list("scenario__key", flat=True))
            if unknown := [key for key in keys if key not in known]:
                raise CommandError(f"not published: {', '.join(unknown)}")
        os.nice(LEAST)
        passed = [self._rehearse(version, jobs=jobs, verbosity=verbosity) for version in versions]
        if not all(passed):
            sys.exit(1)

    def _rehearse(self, version: ScenarioVersion, *, jobs: int, verbosity: int) -> bool:
        record = record_rehearsal(version, jobs=jobs)
        if verbosity:
            self.stdout.write(f"{version}: {'passed' if record.passed else 'NOT PASSED'}")
        return record.passed


def _find_newest() -> QuerySet[ScenarioVersion]:
    newest = ScenarioVersion.objects.filter(scenario=OuterRef("scenario")).order_by("-number").values("number")[:1]
    return ScenarioVersion.objects.filter(number=Subquery(newest)).order_by("scenario__key", "scenario__language", "pk")
