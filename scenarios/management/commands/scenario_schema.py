"""`manage.py scenario_schema > scenario.schema.json`: the format as JSON Schema, for editors."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from scenarios.core.json_schema import describe_format, read_descriptions
from scenarios.core.schema.brand import BRAND
from scenarios.core.schema.scenario import SCENARIO

ROOTS = {element.name: element for element in (SCENARIO, BRAND)}


class Command(BaseCommand):
    help = "Prints the JSON Schema (draft 2020-12) of scenarios or brand profiles."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--of", choices=tuple(ROOTS), default=SCENARIO.name)

    def handle(self, *args: Any, **options: Any) -> None:
        page = settings.BASE_DIR / "docs" / "scenario-format.md"
        descriptions = read_descriptions(page.read_text("utf-8")) if page.exists() else {}
        schema = describe_format(ROOTS[options["of"]], descriptions=descriptions)
        self.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2))
