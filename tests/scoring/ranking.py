"""Scores the ranked replies (`ranked/`) as replies in runs of their scenario, each as the only one of its run."""

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from scenarios.core.timeline import Timeline
from scenarios.core.variables import fill
from scenarios.services.files import compile_file
from scoring.core.assessing import Assessor
from scoring.core.scorecard import weigh
from scoring.services.rehearsal import begin_rehearsal
from simulator.core.engine import advance
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.replay import fold_input
from simulator.core.state import start_state

FOLDER = Path(__file__).parent / "ranked"
LIBRARY = Path("scenarios/library")
SEED = 1
EVEN = {"speed": 1, "tone": 3, "individuality": 2, "substance": 4, "privacy": 2}
"""The weights of the development set, whatever its scenarios weigh: grades hold across posts."""


class Scored(NamedTuple):
    """One reply: the grade that a person gave it (0..100), and what the score says (`value` per mille)."""

    key: str
    grade: int
    value: int
    criteria: dict[str, int]
    rules: list[str]


def score_ranked(language: str) -> dict[str, Scored]:
    """Every ranked reply of `language`, by its id."""
    content = yaml.safe_load((FOLDER / f"replies_{language}.yaml").read_text(encoding="utf-8"))
    timeline, _ = compile_file(FOLDER / f"scenario_{language}.yaml")
    assert timeline is not None
    return {
        reply["id"]: _score(replace(timeline, situation=content["situations"][reply["post"]]), reply)
        for reply in content["replies"]
    }


def score_development(language: str, *, name: str = "development") -> dict[str, Scored]:
    """Every reply of a set to develop on, by its id."""
    content = yaml.safe_load((FOLDER / f"{name}_{language}.yaml").read_text(encoding="utf-8"))
    timelines = {}
    for key in {reply["scenario"] for reply in content["replies"]}:
        timeline, _ = compile_file(LIBRARY / f"{key}.{language}.yaml")
        assert timeline is not None
        timelines[key] = replace(timeline, weights=EVEN)
    scored = {}
    for reply in content["replies"]:
        timeline = timelines[reply["scenario"]]
        situation = content["situations"].get(reply["post"], timeline.situation)
        scored[reply["id"]] = _score(replace(timeline, situation=situation), reply)
    return scored


def pairs_of(language: str) -> list[tuple[str, str]]:
    """(worse, better) of each pair."""
    content = yaml.safe_load((FOLDER / f"replies_{language}.yaml").read_text(encoding="utf-8"))
    return [(pair["worse"], pair["better"]) for pair in content["pairs"]]


def value_reply(data: dict[str, Any], timeline: Timeline) -> int:
    """Per mille: the weighted mean of what applies, and nothing where a finding is critical."""
    if any(finding["critical"] for finding in data["findings"]):
        return 0
    return weigh(data["criteria"], timeline.weights) or 0


def _score(timeline: Timeline, reply: dict[str, Any]) -> Scored:
    state = start_state(timeline)
    fold(state, begin_rehearsal(timeline, seed=SEED))
    at_ms = reply["at_s"] * 1000
    list(advance(state, at_ms, limit=None))
    post = state.posts[reply["post"]]
    data = {"thread": post.thread, "post": reply["post"], "visibility": reply["visibility"], "seen_seq": state.seq}
    text = fill(reply["text"], {"name": state.cast[post.persona]["name"], "agent": state.agent})
    said = Event(state.seq + 1, at_ms, "ReplySent", state.trainee, data, text)
    assessed = next(event for event in fold_input(state, said, assess=Assessor()) if event.kind == "ReplyAssessed")
    rules = [finding["rule"] for finding in assessed.data["findings"]]
    value = value_reply(dict(assessed.data), timeline)
    return Scored(reply["id"], reply["grade"], value, dict(assessed.data["criteria"]), rules)
