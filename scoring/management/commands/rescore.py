"""Recomputes scores from logs: of one run, to the byte; or of all, to see what the score of today would change.

It speaks German or English, as the terminal does.
"""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scoring.archive_text import language_of_user
from scoring.rescore_text import LEFT, say
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
        self._say = partial(say, language=language_of_user())
        if options["all"] == (run is not None) or options["adopt"] and not options["all"]:
            raise CommandError(self._say("usage"))
        if options["all"]:
            self._rescore_all(adopting=options["adopt"], is_json=options["format"] == "json")
        else:
            self._rescore_one(run)

    def _rescore_all(self, *, adopting: bool, is_json: bool) -> None:
        def show(done: int, total: int) -> None:
            if done % STEP == 0 or done == total:
                self.stderr.write(self._say("progress", done=done, total=total))

        report = rescore_all(adopting=adopting, progress=show)
        self.stdout.write(json.dumps(report, indent=1) if is_json else "\n".join(_describe(report, self._say)))
        if report["broken"]:
            raise CommandError(self._say("broken", count=report["broken"]))

    def _rescore_one(self, pk: int | None) -> None:
        found = Run.objects.select_related("version").filter(pk=pk).first()
        if found is None:
            raise CommandError(self._say("unknown", run=pk))
        report = rescore(found)
        for reply, data in report.erased.items():
            self.stdout.write(self._say("erased", reply=reply, points=_points(data, self._say)))
        for reply, data in report.older.items():
            points = _points(data, self._say)
            self.stdout.write(self._say("older", reply=reply, version=data["scoring"], points=points))
        if report.problems:
            problems = "\n".join(_sentence(problem, self._say) for problem in report.problems)
            raise CommandError(f"{self._say('different')}\n{problems}")
        self.stdout.write(
            self._say(
                "equal",
                run=pk,
                count=report.replies - len(report.erased) - len(report.older),
                card=self._say("card" if report.is_settled else "no_card"),
                erased=len(report.erased),
                older=self._say("by_older", count=len(report.older)) if report.older else "",
            )
        )


STEP = 100
"""Runs after which progress is told."""
Say = Callable[..., str]


def _describe(report: Mapping[str, Any], speak: Say) -> list[str]:
    """The report of all runs as a table, in points of 100."""
    left = ", ".join(speak(f"left_{name}", count=report[name]) for name in LEFT if report[name])
    heads = speak("columns").split("|")
    lines = [
        speak(
            "remade",
            version=report["scoring"],
            rescored=report["rescored"],
            runs=report["runs"],
            left=speak("left", left=left) if left else "",
        ),
        "".join((f"{'':14}{heads[0]:>7}{heads[1]:>9}", *(f"{head:>8}" for head in heads[2:5])))
        + f"  {heads[5]:<6}{heads[6]:>9}{heads[7]:>8}",
    ]
    for name, found in report["criteria"].items():
        run = "" if found["most_run"] is None else found["most_run"]
        sizes = "".join(f"{_signed(found[key]):>8}" for key in ("mean", "median", "most"))
        counts = f"{found['runs']:>7}{found['changed']:>9}{sizes}  {run:<6}{found['begins']:>9}{found['ceases']:>8}"
        lines.append(f"{speak('overall' if name == 'score' else name):14}{counts}")
    lines.append(speak("passed", **report["passing"]))
    lines.append(speak("adopted", count=report["adopted"]) if report["adopted"] else speak("nothing"))
    return lines


def _signed(per_mille: int | None) -> str:
    return "–" if per_mille is None else f"{per_mille / 10:+.1f}" if per_mille else "0"


def _sentence(problem: Problem, speak: Say) -> str:
    where = speak("scorecard") if problem.seq is None else speak("event", seq=problem.seq, kind=problem.kind)
    if problem.code == "chain":
        return f"{where}: {speak(f'chain_{problem.path}')}"
    values = speak("values", stored=problem.stored, computed=problem.computed)
    return f"{where}: {problem.path}{'' if problem.path.startswith('byte') else values}"


def _points(data: Mapping[str, Any], speak: Say) -> str:
    criteria = ", ".join(f"{name} {value}" for name, value in sorted(data["criteria"].items()))
    rules = ", ".join(f"{finding['rule']} {finding['points']:+d}" for finding in data["findings"])
    return f"{criteria}; {rules or speak('no_findings')}"
