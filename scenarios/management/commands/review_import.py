"""`manage.py review_import FILE`: what an import left in doubt, and the word of a person that it may stay."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from scenarios.core.vocabulary import LANGUAGES
from scenarios.importing.sentences import describe_doubt, say_review
from scenarios.problem_texts import render_problem
from scenarios.services import NotReviewable, confirm_review, read_review, replace_words


class Command(BaseCommand):
    help = "Lists what an import left in doubt. --confirm or --all lets it stay, --replace puts other words there."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--all", action="store_true", help="I have read it all, and it may stay as it is")
        parser.add_argument("--confirm", type=int, nargs="+", metavar="N", help="these may stay")
        parser.add_argument("--replace", nargs="+", default=[], metavar="N=WORDS", help="`3=` takes the suggestion")
        parser.add_argument("--by", help="who says so; needed to confirm")
        parser.add_argument("--language", choices=LANGUAGES, default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        path, language = options["file"], options["language"]
        try:
            found = read_review(path)
            known = dict(enumerate(found.review.doubts.values(), start=1))
            wishes = [(int(number), words) for number, _, words in (wish.partition("=") for wish in options["replace"])]
            for number, words in sorted(wishes, reverse=True):  # from the last one on, so that the numbers stay
                suggestion = known[number].suggestion if number in known else ""
                found = replace_words(path, number=number, words=words or suggestion)
            if options["all"] or options["confirm"]:
                if not (options["by"] or "").strip():
                    self.stderr.write(say_review("who", language=language))
                    sys.exit(2)
                numbers = None if options["all"] else options["confirm"]
                found = confirm_review(path, by=options["by"].strip()[:80], at=timezone.now(), numbers=numbers)
        except NotReviewable as refusal:
            for problem in refusal.problems:
                self.stderr.write(render_problem(problem, language=language))
            sys.exit(1)
        except ValueError:
            self.stderr.write(say_review("bad_number", language=language))
            sys.exit(2)
        for number, doubt in found.open_doubts:
            self.stdout.write(describe_doubt(number, doubt, language=language))
        state = "confirmed" if found.is_confirmed else "open"
        count = str(len(found.open_doubts))
        self.stdout.write(
            say_review(state, language=language, count=count, by=found.review.by, on=found.review.on, file=str(path))
        )
