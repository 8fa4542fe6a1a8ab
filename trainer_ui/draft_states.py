"""What the editor shows of a draft beside its text: history, rehearsal, and what was published of it."""

import json
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from scenarios.core.vocabulary import ROBOTS
from scenarios.models import Draft, Revision, ScenarioVersion
from scenarios.queries import TEXTS
from scoring.core import SCORING_VERSION
from scoring.models import DraftRehearsal, Rehearsal
from scoring.rehearsal_text import tell_findings
from simulator.core.events import ENGINE_VERSION
from trainer_ui.editors import name_person

MOST_VERSIONS = 10


def describe_revision(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "what": revision.what,
        "said": _say_what(revision),
        "by": name_person(revision.by),
        "at": revision.at.isoformat(),
        "added": revision.added,
        "removed": revision.removed,
    }


def describe_state(draft: Draft, *, language: str) -> dict[str, Any]:
    row = draft.rehearsals.order_by("-pk").first()
    return {
        "rehearsal": None if row is None else describe_rehearsal(row, language=language),
        "versions": _describe_versions(_list_versions(draft)),
    }


def describe_rehearsal(row: DraftRehearsal, *, language: str) -> dict[str, Any]:
    """Scores are per cent, rounded down, as [median, least, most]; `is_today`: under the engine and score of today."""
    said: dict[str, Any] = {
        "state": row.state,
        "edition": row.edition,
        "done": row.done,
        "total": row.total,
        "passed": row.passed,
        "is_today": (row.engine_version, row.scoring_version) == (ENGINE_VERSION, SCORING_VERSION),
    }
    if not row.data:
        return said
    report = json.loads(row.data)
    robots = [{"key": key, **_describe_robot(report["robots"][key])} for key in ROBOTS if key in report["robots"]]
    pass_mark = report["pass"] // 10
    figures = {
        "robots": robots,
        "pass": pass_mark,
        "difficulty": report["difficulty"],
        "busiest": report["busiest"] // 10,
    }
    return {**said, **figures, "findings": tell_findings(report, language=language)}


def _describe_robot(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: [figures[name][key] // (10 if name == "score" else 1) for key in KEYS] for name in ("score", "heat")}


KEYS = ("median", "least", "most")


def _list_versions(draft: Draft) -> list[ScenarioVersion]:
    """What the cohort published under this key, by whatever draft."""
    mine = ScenarioVersion.objects.filter(
        scenario__key=draft.key, scenario__language=draft.language, scenario__cohort=draft.cohort_id
    )
    return list(mine.select_related("note", "published_by").defer(*TEXTS).order_by("-number")[:MOST_VERSIONS])


def _describe_versions(versions: Sequence[ScenarioVersion]) -> list[dict[str, Any]]:
    current = {"engine_version": ENGINE_VERSION, "scoring_version": SCORING_VERSION}
    passed = Rehearsal.objects.filter(version__in=versions, passed=True, **current)
    certifying = set(passed.values_list("version", flat=True))
    return [_describe_version(each, certifies=each.pk in certifying) for each in versions]


def _describe_version(version: ScenarioVersion, *, certifies: bool) -> dict[str, Any]:
    return {
        "number": version.number,
        "at": version.published_at.isoformat(),
        "by": name_person(version.published_by),
        "note": version.note.text if hasattr(version, "note") else "",
        "certifies": certifies,
        "brief": reverse("trainer_ui:brief", args=[version.pk]),
    }


def _say_what(revision: Revision) -> str:
    sentences = {
        "begun": gettext("begun"),
        "copied": gettext("copied from %(detail)s"),
        "taken": gettext("taken in from a file, %(detail)s"),
        "written": gettext("written"),
        "restored": gettext("restored from revision %(detail)s"),
        "published": gettext("published as version %(detail)s"),
        "aside": gettext("written beside another text"),
    }
    return sentences[revision.what] % {"detail": revision.detail}
