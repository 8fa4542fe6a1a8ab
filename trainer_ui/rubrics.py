"""The rubric in words: what coaches mark a reply on, and what each step means. The sentences are data: rubric.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.rubric import OVERALL, STEPS, list_criteria

TEXTS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "rubric.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class RubricRow:
    """A criterion as the form asks for it. `steps` are (step, what it means)."""

    key: str
    name: str
    question: str
    steps: Sequence[tuple[int, str]]


def show_rubric(weights: Mapping[str, int], *, language: str) -> list[RubricRow]:
    """All that a reply of a scenario with these weights is marked on, the overall impression last."""
    return [show_row(key, language=language) for key in (*list_criteria(weights), OVERALL)]


def show_row(key: str, *, language: str) -> RubricRow:
    texts = TEXTS[key][language if language in LANGUAGES else "en"]
    return RubricRow(key, texts["name"], texts["question"], list(zip(STEPS, texts["steps"], strict=True)))


def name_marked(key: str, *, language: str) -> str:
    return show_row(key, language=language).name


def describe_step(key: str, step: int, *, language: str) -> str:
    """What a step means; "" for one that says that nothing could be judged."""
    return dict(show_row(key, language=language).steps).get(step, "")
