"""`manage.py scenario_schema > scenario.schema.json`: the format as JSON Schema, for editors."""

import json
import tomllib
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from scenarios.core.json_schema import describe_format, read_descriptions
from scenarios.core.schema.brand import BRAND
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.vocabulary import LANGUAGES

ROOTS = {element.name: element for element in (SCENARIO, BRAND)}
GERMAN = Path(__file__).resolve().parents[2] / "field_texts.toml"


class Command(BaseCommand):
    help = "Prints the JSON Schema (draft 2020-12) of scenarios or brand profiles."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--of", choices=tuple(ROOTS), default=SCENARIO.name)
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="of the descriptions")

    def handle(self, *args: Any, **options: Any) -> None:
        schema = describe_format(ROOTS[options["of"]], descriptions=_read_descriptions(options["language"]))
        self.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2))


def _read_descriptions(language: str) -> Mapping[str, str]:
    """By `element.field`."""
    if language == "de":
        elements = tomllib.loads(GERMAN.read_text("utf-8"))
        return {f"{element}.{field}": text for element, fields in elements.items() for field, text in fields.items()}
    page = settings.BASE_DIR / "docs" / "scenario-format.md"
    return read_descriptions(page.read_text("utf-8")) if page.exists() else {}
