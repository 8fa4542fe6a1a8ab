"""Model replies as the score sees them: what a version stores of them, and what their author should hear.

Rules kept here: what is shown as a good answer is none if it is a critical error; an assessment is stored once per
version and scoring version, and a new scoring version adds one.
"""

from collections.abc import Mapping
from typing import Any

from scenarios.core.compiler import Compiled
from scenarios.core.problems import ERROR, HINT, WARNING, Place, Problem, Report, sort_problems
from scenarios.core.skeleton import TO_BE_WRITTEN
from scenarios.core.timeline import Timeline
from scenarios.models import ScenarioVersion
from scenarios.services.house_words import check_phrases, list_house_texts
from scoring.core import SCORING_VERSION, assess_models, fill_model
from scoring.core.text import GRAPHEME
from simulator.core.events import canonical

WEAK = 600
"""Per mille of a criterion below which a model is no example. The shipped ones start here."""

SEVERITIES = {"tone": HINT, "individuality": WARNING}
"""What is held against WEAK. That a model is a template again is a fact; tone is read off words, and may err."""

MOST_COMPARED = 4_000_000_000
"""Characters of models times those of templates and facts: a hostile file could ask for minutes. About a second; real
scenarios stay below a hundredth of it.
"""

Assessments = Mapping[str, Mapping[str, Any]]


def assess_compiled(compiled: Compiled, *, file: str) -> tuple[Assessments, list[Problem]]:
    """What `assess_models` says, and all problems of the scenario, by place: those of the brand's own phrases among
    them and, where there is no error, those of its models."""
    timeline = compiled.timeline
    texts = list_house_texts(timeline.brand if timeline else None, timeline)
    problems = [*compiled.problems, *check_phrases(compiled.phrases, texts=texts)]
    if timeline is None or any(problem.severity == ERROR for problem in problems):
        return {}, sort_problems(problems, first_file=file)
    report = Report()
    if _count_compared(timeline) > MOST_COMPARED:
        report.add(Place(file, 1, 1), "too-much-to-compare")
        return {}, sort_problems([*problems, *report.problems], first_file=file)
    assessments = assess_models(timeline)
    for post in timeline.posts:
        if post.key in assessments and post.needs.model not in TO_BE_WRITTEN:
            text = fill_model(post, timeline=timeline)
            _check_model(assessments[post.key], text, place=compiled.models[post.key], report=report)
    return assessments, sort_problems([*problems, *report.problems], first_file=file)


def store_assessments(version: ScenarioVersion, assessments: Assessments) -> None:
    """Keeps what this scoring version says. What is stored already stays, whatever it says."""
    version.model_assessments.get_or_create(
        scoring_version=SCORING_VERSION, defaults={"data": canonical(dict(assessments))}
    )


def _count_compared(timeline: Timeline) -> int:
    models = sum(len(post.needs.model or "") for post in timeline.posts)
    templates = sum(len(template.text) for template in (*timeline.brand.templates, *timeline.templates))
    return models * (templates + sum(len(fact.text) + len(fact.approved or "") for fact in timeline.facts))


def _check_model(assessment: Mapping[str, Any], text: str, *, place: Place, report: Report) -> None:
    critical = [finding for finding in assessment["findings"] if finding["critical"]]
    for finding in critical:
        report.add(place, "model-critical", rule=finding["rule"], words=_quote(text, finding["span"]))
    for criterion, severity in SEVERITIES.items():
        if not critical and assessment["criteria"][criterion] < WEAK:
            _report_weak(assessment, criterion, severity=severity, place=place, report=report)


def _report_weak(assessment: Mapping[str, Any], criterion: str, *, severity: str, place: Place, report: Report) -> None:
    value = assessment["criteria"][criterion] // 10
    losses: dict[str, int] = {}
    for finding in assessment["findings"]:
        if finding["criterion"] == criterion and finding["points"] < 0:
            losses[finding["rule"]] = losses.get(finding["rule"], 0) + finding["points"]
    if losses:
        worst = min(losses, key=lambda rule: (losses[rule], rule))
        report.add(place, "model-weak", severity=severity, criterion=criterion, value=value, rule=worst)
    else:
        report.add(place, "model-bare", severity=severity, criterion=criterion, value=value)


def _quote(text: str, span: tuple[int, int] | None) -> str:
    """The words of `text` that a finding is about, where its span counts graphemes."""
    return "".join(GRAPHEME.findall(text)[slice(*span)]) if span else text
