"""Recomputes scores from logs: of one run, to the byte; or of all, to see what the score of today would change."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scoring.services import Problem, rescore, rescore_all
from simulator.models import Run


class Command(BaseCommand):
    help = (
        "Recomputes every assessment and the scorecard of RUN from its log and compares them with what is stored; "
        "with --all, says what the score of today would change in all runs that are scored."
    )
    requires_system_checks = ()  # they are about serving, and this serves nobody

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("run", type=int, nargs="?")
        parser.add_argument("--all", action="store_true", help="all ended runs; writes nothing")
        parser.add_argument("--adopt", action="store_true", help="with --all: keep today's scores beside the old ones")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="with --all")

    def handle(self, *args: Any, run: int | None, **options: Any) -> None:
        if options["all"] == (run is not None) or options["adopt"] and not options["all"]:
            raise CommandError("Name a run, or say --all; --adopt goes with --all.")
        if options["all"]:
            self._rescore_all(adopting=options["adopt"], is_json=options["format"] == "json")
        else:
            self._rescore_one(run)

    def _rescore_all(self, *, adopting: bool, is_json: bool) -> None:
        def show(done: int, total: int) -> None:
            if done % STEP == 0 or done == total:
                self.stderr.write(f"{done} of {total} runs")

        report = rescore_all(adopting=adopting, progress=show)
        self.stdout.write(json.dumps(report, indent=1) if is_json else "\n".join(_describe(report)))
        if report["broken"]:
            raise CommandError(f"{report['broken']} logs are not what was written: rescore these runs one by one.")

    def _rescore_one(self, pk: int | None) -> None:
        found = Run.objects.select_related("version").filter(pk=pk).first()
        if found is None:
            raise CommandError(f"There is no run {pk}.")
        report = rescore(found)
        for reply, data in report.erased.items():
            self.stdout.write(f"reply {reply}: erased; stored {_points(data)}")
        for reply, data in report.older.items():
            self.stdout.write(f"reply {reply}: scored by version {data['scoring']}; stored {_points(data)}")
        if report.problems:
            raise CommandError("different:\n" + "\n".join(_sentence(problem) for problem in report.problems))
        card = "scorecard" if report.is_settled else "no scorecard yet"
        whole = report.replies - len(report.erased) - len(report.older)
        older = f", {len(report.older)} by an older version" if report.older else ""
        self.stdout.write(
            f"equal to the byte: run {pk}, {whole} assessments, {card}; {len(report.erased)} erased{older}"
        )


STEP = 100
"""Runs after which progress is told."""


def _describe(report: Mapping[str, Any]) -> list[str]:
    """The report of all runs as a table, in points of 100."""
    left = ", ".join(f"{report[name]} {name}" for name in ("unsettled", "erased", "broken") if report[name])
    lines = [
        f"scoring version {report['scoring']}: {report['rescored']} of {report['runs']} runs made again"
        + (f"; left out: {left}" if left else ""),
        f"{'':14}{'runs':>7}{'changed':>9}{'mean':>8}{'median':>8}{'most':>8}  in run   begins  ceases",
    ]
    for name, found in report["criteria"].items():
        run = "" if found["most_run"] is None else found["most_run"]
        sizes = "".join(f"{_signed(found[key]):>8}" for key in ("mean", "median", "most"))
        counts = f"{found['runs']:>7}{found['changed']:>9}{sizes}  {run:<6}{found['begins']:>9}{found['ceases']:>8}"
        lines.append(f"{'overall' if name == 'score' else name:14}{counts}")
    passing = report["passing"]
    lines.append(
        f"passed: {passing['before']} before, {passing['after']} now; {passing['fall']} would fail, "
        f"{passing['rise']} would pass"
    )
    lines.append(f"adopted: {report['adopted']}" if report["adopted"] else "nothing was written")
    return lines


def _signed(per_mille: int | None) -> str:
    return "–" if per_mille is None else f"{per_mille / 10:+.1f}" if per_mille else "0"


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
