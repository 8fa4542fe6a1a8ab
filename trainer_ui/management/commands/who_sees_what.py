"""Prints who sees what here, role by role and for how long, as Markdown: for a works council, or to be put up."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from trainer_ui.who_sees import write_sheet


class Command(BaseCommand):
    help = "Prints who sees what, role by role, and how long it is kept, as Markdown."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], default="de")

    def handle(self, *args: Any, language: str, **options: Any) -> None:
        with translation.override(language):
            self.stdout.write(write_sheet(), ending="")
