"""`manage.py scenario_schema > scenario.schema.json`: the format as JSON Schema, for editors."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from scenarios.core.json_schema import describe_format
from scenarios.core.schema.brand import BRAND
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.vocabulary import LANGUAGES
from scenarios.form_texts import read_field_texts

ROOTS = {element.name: element for element in (SCENARIO, BRAND)}


class Command(BaseCommand):
    help = "Prints the JSON Schema (draft 2020-12) of scenarios or brand profiles."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--of", choices=tuple(ROOTS), default=SCENARIO.name)
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="of the descriptions")

    def handle(self, *args: Any, **options: Any) -> None:
        schema = describe_format(ROOTS[options["of"]], descriptions=read_field_texts(options["language"]))
        self.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2))
