"""Publishing keeps what the score says of model replies; what is no example is said at its place."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from scenarios.core.problems import Problem
from scenarios.models import ModelReplyAssessments, Scenario, ScenarioVersion
from scenarios.problem_texts import explain_mend, render_problem
from scenarios.queries import model_assessments
from scenarios.services import NotPublishable, model_replies, publish_file
from scenarios.services.linting import lint_file
from scoring.core import SCORING_VERSION, assess_models
from simulator.core.events import canonical
from tests.scenarios.samples import BRAND, SCENARIO, change, compile_text

MODEL = "Hallo {name}, wie ärgerlich! Ich suche Ihren Rucksack, das Fundbüro hat ab neun Uhr offen. {agent}"
FROZEN = "an assessment of model replies never changes"


def lint(path: Path, model: str) -> list[Problem]:
    path.write_text(change(MODEL, model), "utf-8")
    return lint_file(path)


def said(problems: list[Problem], *, language: str) -> list[str]:
    return [
        render_problem(problem, language=language)
        .partition("quiet.yaml:")[2]
        .removesuffix(" " + explain_mend(problem, language=language))
        for problem in problems
    ]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> int:
    """The score has moved on by a version."""
    monkeypatch.setattr(model_replies, "SCORING_VERSION", SCORING_VERSION + 1)
    return SCORING_VERSION + 1


@pytest.mark.django_db
def test_publishing_keeps_what_the_score_says_of_each_model(scenario_file: Path) -> None:
    version = publish_file(scenario_file)

    timeline, _ = compile_text(SCENARIO)
    assert timeline is not None
    kept = version.model_assessments.get()
    assert (kept.scoring_version, kept.data) == (SCORING_VERSION, canonical(assess_models(timeline)))
    assert list(model_assessments(version)) == ["rucksack-1"]
    assert model_assessments(version) == json.loads(kept.data)


@pytest.mark.django_db
def test_publishing_again_keeps_it_once(scenario_file: Path) -> None:
    kept = publish_file(scenario_file).model_assessments.get()

    assert publish_file(scenario_file).model_assessments.get() == kept


@pytest.mark.django_db
def test_a_new_scoring_version_adds_what_it_says_and_the_old_stays(scenario_file: Path, later: int) -> None:
    version = publish_file(scenario_file)
    assert [one.scoring_version for one in version.model_assessments.all()] == [later]

    with pytest.MonkeyPatch.context() as now:
        now.setattr(model_replies, "SCORING_VERSION", SCORING_VERSION)
        assert publish_file(scenario_file) == version

    assert sorted(one.scoring_version for one in version.model_assessments.all()) == [SCORING_VERSION, later]
    assert ScenarioVersion.objects.count() == 1


@pytest.mark.django_db
def test_what_is_kept_stays_even_where_the_score_would_now_say_something_else(
    scenario_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = publish_file(scenario_file)
    before = model_assessments(version)
    monkeypatch.setattr(model_replies, "assess_models", lambda timeline: {})

    assert publish_file(scenario_file) == version
    assert model_assessments(version) == before != {}


@pytest.mark.django_db
def test_what_no_scoring_version_said_is_nothing(scenario_file: Path) -> None:
    assert model_assessments(publish_file(scenario_file), scoring_version=99) == {}


@pytest.mark.django_db
def test_a_scenario_without_models_has_nothing_to_say(scenario_file: Path) -> None:
    scenario_file.write_text(change(f'          model: "{MODEL}"\n', ""), "utf-8")

    assert publish_file(scenario_file).model_assessments.get().data == "{}"


@pytest.mark.django_db
def test_a_model_that_is_a_critical_error_keeps_the_scenario_from_being_published(scenario_file: Path) -> None:
    scenario_file.write_text(change(MODEL, "Hallo {name}, schick uns bitte deine Kundennummer. {agent}"), "utf-8")

    with pytest.raises(NotPublishable) as refusal:
        publish_file(scenario_file)

    assert [(one.code, one.severity) for one in refusal.value.problems] == [
        ("model-without-approved", "warning"),
        ("model-critical", "error"),
    ]
    assert Scenario.objects.count() == 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            "Diese Musterantwort wäre selbst ein kritischer Fehler (Öffentlich nach Daten gefragt): «Kundennummer».",
        ),
        ("en", "This model reply would itself be a critical error (Asked for data in public): “Kundennummer”."),
    ],
)
def test_a_critical_error_is_said_at_the_model_in_both_languages(
    scenario_file: Path, language: str, sentence: str
) -> None:
    problems = lint(scenario_file, "Schick uns bitte deine Kundennummer, das Fundbüro hat ab neun Uhr offen.")

    assert said(problems, language=language) == [f"31:18: model-critical {sentence}"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            "Hinweis: Diese Musterantwort bekommt für «tone» nur 33 von 100. Am meisten kostet: Abstreiten.",
        ),
        ("en", "Hint: This model reply gets only 33 of 100 for “tone”. What costs most: Denial."),
    ],
)
def test_a_weak_tone_is_a_hint_with_the_rule_that_costs_most(scenario_file: Path, language: str, sentence: str) -> None:
    problems = lint(scenario_file, "Dafür sind wir nicht zuständig, das Fundbüro hat ab neun Uhr offen.")

    assert said(problems, language=language) == [f"31:18: model-weak {sentence}"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "de",
            "Hinweis: Diese Musterantwort bekommt für «tone» nur 57 von 100: "
            "Falsch ist daran nichts, aber zu wenig tut gut.",
        ),
        (
            "en",
            "Hint: This model reply gets only 57 of 100 for “tone”: "
            "nothing in it is wrong, but too little of it helps.",
        ),
    ],
)
def test_a_model_that_only_does_too_little_is_said_so(scenario_file: Path, language: str, sentence: str) -> None:
    problems = lint(scenario_file, "Hallo {name}, ich frage nach, das Fundbüro hat ab neun Uhr offen. {agent}")

    assert said(problems, language=language) == [f"31:18: model-bare {sentence}"]


def test_a_model_that_is_a_template_is_a_warning(scenario_file: Path) -> None:
    brand = scenario_file.parent / "brands" / "seenbahn.de.yaml"
    brand.write_text(change("Hallo {name}, wir sehen nach. {agent}", MODEL, text=BRAND), "utf-8")

    assert said(lint_file(scenario_file), language="en") == [
        "31:18: model-weak Warning: This model reply gets only 0 of 100 for “individuality”. "
        "What costs most: From a template."
    ]


def test_problems_of_models_stand_among_the_others_by_place(scenario_file: Path) -> None:
    text = change("by: omar\n", "by: omar\n        needs: {answer: true}\n")
    scenario_file.write_text(change(MODEL, "Hallo {name}, ab neun Uhr.", text=text), "utf-8")

    places = [(problem.line, problem.code) for problem in lint_file(scenario_file)]
    assert places == sorted(places)
    assert {code for _, code in places} == {"model-bare", "no-model"}


def test_models_are_looked_at_once_nothing_else_is_wrong(scenario_file: Path) -> None:
    text = change("by: omar", "by: omra")
    scenario_file.write_text(change(MODEL, "Schick uns deine Kundennummer.", text=text), "utf-8")

    assert "model-critical" not in {problem.code for problem in lint_file(scenario_file)}


def test_a_file_that_would_take_minutes_to_compare_is_refused_at_once(
    scenario_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(model_replies, "assess_models", lambda timeline: asked.append(timeline) or {})
    monkeypatch.setattr(model_replies, "MOST_COMPARED", 100)

    problems = lint_file(scenario_file)

    assert ([(problem.line, problem.code, problem.severity) for problem in problems], asked) == (
        [(1, "too-much-to-compare", "error")],
        [],
    )


@pytest.fixture
def kept(scenario_file: Path, db: None) -> ModelReplyAssessments:
    return publish_file(scenario_file).model_assessments.get()


def test_what_is_kept_cannot_be_saved_again(kept: ModelReplyAssessments) -> None:
    kept.data = "{}"

    with pytest.raises(ValidationError, match="never changes"):
        kept.save()


@pytest.mark.parametrize("field", ["version_id", "scoring_version", "data"])
def test_the_database_refuses_every_change(kept: ModelReplyAssessments, field: str) -> None:
    with pytest.raises(DatabaseError, match=FROZEN), transaction.atomic():
        ModelReplyAssessments.objects.filter(pk=kept.pk).update(**{field: 7})


def test_the_database_refuses_to_replace_it(kept: ModelReplyAssessments) -> None:
    table = "scenarios_modelreplyassessments"
    if connection.vendor == "sqlite":
        statement = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"  # noqa: S608  our own table
    else:
        statement = f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET data = 'x'"  # noqa: S608  our own table

    with pytest.raises(DatabaseError, match=FROZEN), transaction.atomic():
        connection.cursor().execute(statement)


def test_a_scoring_version_speaks_once(kept: ModelReplyAssessments) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        ModelReplyAssessments.objects.create(version=kept.version, scoring_version=SCORING_VERSION, data="{}")


def test_it_is_the_trigger_that_refuses(kept: ModelReplyAssessments) -> None:
    """The sabotage twin: without it, what was said can be changed."""
    table = "" if connection.vendor == "sqlite" else " ON scenarios_modelreplyassessments"
    connection.cursor().execute(f"DROP TRIGGER modelreplyassessments_frozen{table}")

    assert ModelReplyAssessments.objects.filter(pk=kept.pk).update(data="{}") == 1


def test_a_version_that_goes_takes_it_along(kept: ModelReplyAssessments) -> None:
    kept.version.scenario.delete()

    assert ModelReplyAssessments.objects.count() == 0
