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
    """Code → language → sentence."""
    return tomllib.loads(_TEXTS.read_text("utf-8"))


@cache
def load_details() -> Mapping[str, str]:
    """What libyaml and RE2 say in English → the same in German."""
    return {said: german for path in _DETAILS for said, german in tomllib.loads(path.read_text("utf-8")).items()}


def explain(problem: Problem, *, language: str) -> str:
    """The sentence of `problem` in `language` (de or en), led by its severity unless that is error."""
    texts = load_problem_texts()
    values = {name: str(value) for name, value in problem.params.items()}
    if language == "de" and "detail" in values:
        values["detail"] = load_details().get(values["detail"], values["detail"])
    if "rule" in values:
        values["rule"] = explain_finding(values["rule"], language=language).title
    parts = [fill(texts[problem.code][language], values)]
    if problem.severity != ERROR:
        parts.insert(0, texts[f"severity-{problem.severity}"][language])
    if values.get("suggestion"):
        parts.append(fill(texts["did-you-mean"][language], values))
    return " ".join(parts)


def render_problem(problem: Problem, *, language: str) -> str:
    """`file:line:column: CODE message`, as editors and terminals read it."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: {problem.code} {explain(problem, language=language)}"
