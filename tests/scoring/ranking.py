"""Scores the ranked replies (`ranked/`) as replies in runs of their scenario, each as the only one of its run."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
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


Ranked = tuple[dict[str, Any], Timeline]
"""A reply as its file has it, and the scenario in which it is read."""


def list_ranked(language: str) -> list[Ranked]:
    """The ranked replies of `language`."""
    content = yaml.safe_load((FOLDER / f"replies_{language}.yaml").read_text(encoding="utf-8"))
    timeline = _compile(FOLDER / f"scenario_{language}.yaml")
    return [(each, replace(timeline, situation=content["situations"][each["post"]])) for each in content["replies"]]


def list_development(language: str, *, name: str = "development") -> list[Ranked]:
    """A set to develop on."""
    content = yaml.safe_load((FOLDER / f"{name}_{language}.yaml").read_text(encoding="utf-8"))
    found = []
    for reply in content["replies"]:
        timeline = replace(_compile(LIBRARY / f"{reply['scenario']}.{language}.yaml"), weights=EVEN)
        situation = content["situations"].get(reply["post"], timeline.situation)
        found.append((reply, replace(timeline, situation=situation)))
    return found


def score_ranked(language: str) -> dict[str, Scored]:
    """Every ranked reply of `language`, by its id."""
    return {reply["id"]: _score(timeline, reply) for reply, timeline in list_ranked(language)}


def score_development(language: str, *, name: str = "development") -> dict[str, Scored]:
    """Every reply of a set to develop on, by its id."""
    return {reply["id"]: _score(timeline, reply) for reply, timeline in list_development(language, name=name)}


def pairs_of(language: str) -> list[tuple[str, str]]:
    """(worse, better) of each pair."""
    content = yaml.safe_load((FOLDER / f"replies_{language}.yaml").read_text(encoding="utf-8"))
    return [(pair["worse"], pair["better"]) for pair in content["pairs"]]


def value_reply(data: dict[str, Any], timeline: Timeline) -> int:
    """Per mille: the weighted mean of what applies, and nothing where a finding is critical."""
    if any(finding["critical"] for finding in data["findings"]):
        return 0
    return weigh(data["criteria"], timeline.weights) or 0


def assess_alone(timeline: Timeline, reply: dict[str, Any]) -> dict[str, Any]:
    """The data of ReplyAssessed of `reply`, sent at its time into a run in which nothing else was."""
    _, assessed = play_replies(timeline, [reply])[-2:]
    return dict(assessed.data)


def play_replies(timeline: Timeline, replies: Sequence[dict[str, Any]]) -> list[Event]:
    """The log of a run into which these are sent, each at its time, up to the last of them."""
    state, assess = start_state(timeline), Assessor()
    log = [begin_rehearsal(timeline, seed=SEED)]
    fold(state, log[0])
    for reply in sorted(replies, key=lambda each: each["at_s"]):
        log += advance(state, reply["at_s"] * 1000, limit=None)
        post = state.posts[reply["post"]]
        data = {"thread": post.thread, "post": reply["post"], "visibility": reply["visibility"], "seen_seq": state.seq}
        text = fill(reply["text"], {"name": state.cast[post.persona]["name"], "agent": state.agent})
        said = Event(state.seq + 1, state.at_ms, "ReplySent", state.trainee, data, text)
        log += fold_input(state, replace(said, at_ms=reply["at_s"] * 1000), assess=assess)
    return log


def _score(timeline: Timeline, reply: dict[str, Any]) -> Scored:
    data = assess_alone(timeline, reply)
    rules = [finding["rule"] for finding in data["findings"]]
    return Scored(reply["id"], reply["grade"], value_reply(data, timeline), dict(data["criteria"]), rules)


@cache
def _compile(path: Path) -> Timeline:
    timeline, _ = compile_file(path)
    assert timeline is not None
    return timeline
