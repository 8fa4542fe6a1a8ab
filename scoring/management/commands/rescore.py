"""Recomputes a run's score from its log and says whether it is equal to the byte."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scoring.services import Problem, rescore
from simulator.models import Run


class Command(BaseCommand):
    help = "Recomputes every assessment and the scorecard of RUN from its log and compares them with what is stored."
    requires_system_checks = ()  # they are about serving, and this serves nobody

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("run", type=int)

    def handle(self, *args: Any, run: int, **options: Any) -> None:
        found = Run.objects.select_related("version").filter(pk=run).first()
        if found is None:
            raise CommandError(f"There is no run {run}.")
        report = rescore(found)
        for reply, data in report.erased.items():
            self.stdout.write(f"reply {reply}: erased; stored {_points(data)}")
        if report.problems:
            raise CommandError("different:\n" + "\n".join(_sentence(problem) for problem in report.problems))
        card = "scorecard" if report.is_settled else "no scorecard yet"
        whole = report.replies - len(report.erased)
        self.stdout.write(f"equal to the byte: run {run}, {whole} assessments, {card}; {len(report.erased)} erased")


def _sentence(problem: Problem) -> str:
    where = "scorecard" if problem.seq is None else f"event {problem.seq} ({problem.kind})"
    if problem.code == "chain":
        return f"{where}: {CHAIN[problem.path]}"
    values = "" if problem.path.startswith("byte") else f" stored {problem.stored!r}, computed {problem.computed!r}"
    return f"{where}: {problem.path}{values}"


CHAIN = {
    "gap": "an event is missing or out of place",
    "digest": "its bytes are not the ones that were written",
    "words": "its words are not the ones that were written",
    "head": "the log does not end where the run says it does",
}


def _points(data: Mapping[str, Any]) -> str:
    criteria = ", ".join(f"{name} {value}" for name, value in sorted(data["criteria"].items()))
    rules = ", ".join(f"{finding['rule']} {finding['points']:+d}" for finding in data["findings"])
    return f"{criteria}; {rules or 'no findings'}"
