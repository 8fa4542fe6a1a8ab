"""Problems as sentences in German and English. The sentences are data (problem_texts.toml)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scenarios.core.problems import ERROR, Problem
from scenarios.core.variables import fill
from scoring.sentences import explain_finding

_TEXTS = Path(__file__).with_suffix(".toml")
_DETAILS = [Path(__file__).with_name(f"{library}_details.toml") for library in ("yaml", "pattern")]


@cache
def load_problem_texts() -> Mapping[str, Mapping[str, str]]:
    """Code → language → the reason; `mend_` and language → how to mend it."""
    return tomllib.loads(_TEXTS.read_text("utf-8"))


@cache
def load_details() -> Mapping[str, str]:
    """What libyaml and RE2 say in English → the same in German."""
    return {said: german for path in _DETAILS for said, german in tomllib.loads(path.read_text("utf-8")).items()}


def explain(problem: Problem, *, language: str) -> str:
    """What `problem` is and how to mend it, in `language` (de or en), led by its severity unless that is error."""
    parts = [_fill(problem, language, language), explain_mend(problem, language=language)]
    if problem.severity != ERROR:
        parts.insert(0, load_problem_texts()[f"severity-{problem.severity}"][language])
    return " ".join(parts)


def explain_mend(problem: Problem, *, language: str) -> str:
    """How to mend `problem`: what was probably meant, where that can be told."""
    if problem.params.get("suggestion"):
        return fill(load_problem_texts()["did-you-mean"][language], _values_of(problem, language))
    return _fill(problem, f"mend_{language}", language)


def _fill(problem: Problem, sentence: str, language: str) -> str:
    return fill(load_problem_texts()[problem.code][sentence], _values_of(problem, language))


def _values_of(problem: Problem, language: str) -> dict[str, str]:
    values = {name: str(value) for name, value in problem.params.items()}
    if language == "de" and "detail" in values:
        values["detail"] = load_details().get(values["detail"], values["detail"])
    if "rule" in values:
        values["rule"] = explain_finding(values["rule"], language=language).title
    return values


def render_problem(problem: Problem, *, language: str) -> str:
    """`file:line:column: CODE message`, as editors and terminals read it."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: {problem.code} {explain(problem, language=language)}"
