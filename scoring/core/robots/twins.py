"""The twins of a run (engine.md 20): the same seed played in silence, and by the expert with the model replies.

Rules kept here: pauses, interruptions, a coach's acts and the end that was asked for are kept, and only what the
trainee did is dropped; a fork shares what was before it; *par* is what the expert's twin scores.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scenarios.core.timeline import Timeline
from scoring.core.robots.cast import ABSENT, EXPERT, Robot
from scoring.core.robots.heat import Curve, cut_curve, heat_area, heat_curve
from scoring.core.robots.playing import play
from scoring.core.scorecard import scorecard
from simulator.core.events import KINDS, Event

HALTS = frozenset({"Paused", "Resumed", "Interrupted", "EndRequested"})
"""What is kept, although it may be the trainee's: it changes when things happen and nothing of what."""
SPEED, ENGINE = "SpeedChanged", "EngineChanged"


def twins(timeline: Timeline, log: Sequence[Event]) -> dict[str, Any]:
    """Ready for canonical JSON. `own`, `silent` and `expert` each hold the `curve` of heat ((run ms, points), cut at
    the run's end), its `area` in points times seconds and the `reach` of what the crowd wrote.

    `prevented` is the reach that the crowd had in silence and not here; `par` the expert's score with its criteria and
    `waits`, how long each post waited for the expert: {post, response, wait_ms, value}.
    """
    ended_ms = log[-1].at_ms
    played = {
        "own": log,
        "silent": play_twin(timeline, log, robot=ABSENT),
        "expert": play_twin(timeline, log, robot=EXPERT),
    }
    card = scorecard(timeline, played["expert"])
    sides = {name: _measure(each, ended_ms=ended_ms) for name, each in played.items()}
    return {
        "ended_ms": ended_ms,
        **sides,
        "prevented": sides["silent"]["reach"] - sides["own"]["reach"],
        "par": {"score": card["score"], "criteria": card["criteria"], "waits": _list_waits(card)},
    }


def _list_waits(card: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Of each post that the expert answered, and each thread that it closed, how long that took and was worth."""
    answered = (item for item in card["evidence"].get("speed", ()) if item["reply"] is not None and "empty" not in item)
    return [{name: item[name] for name in ("post", "response", "wait_ms", "value")} for item in answered]


def play_twin(timeline: Timeline, log: Sequence[Event], *, robot: Robot) -> list[Event]:
    """The log as it would have been with `robot` in the trainee's place."""
    begun = [forget_earlier(log[0]), *head_of(log)[1:]]
    return play(timeline, begun=begun, robot=robot, kept=list_kept(log[len(begun) :], trainee=log[0].data["trainee"]))


def head_of(log: Sequence[Event]) -> Sequence[Event]:
    """What a run and its twins share: the start, and of a fork all that it was copied from."""
    forked = max((index for index, event in enumerate(log) if event.kind == "RunForked"), default=0)
    return log[: forked + 1]


def forget_earlier(start: Event) -> Event:
    """The start without fingerprints and own templates: a robot is not held against what the trainee wrote."""
    if not start.words:
        return start
    data = {name: value for name, value in start.data.items() if name != "own_templates"}
    return replace(start, data={**data, "fingerprints": []}, words=None)


def list_kept(events: Iterable[Event], *, trainee: str) -> list[Event]:
    """The inputs that happen to the twins as well."""
    return [event for event in events if KINDS[event.kind].is_input and _is_kept(event, trainee)]


def _is_kept(event: Event, trainee: str) -> bool:
    return event.kind in HALTS or event.actor != trainee and event.kind not in (SPEED, ENGINE)


def _measure(log: Iterable[Event], *, ended_ms: int) -> dict[str, Any]:
    events = list(log)
    curve: Curve = heat_curve(events)
    posts = (event.data for event in events if event.kind == "PostAppeared" and event.at_ms <= ended_ms)
    return {
        "curve": [list(point) for point in cut_curve(curve, until_ms=ended_ms)],
        "area": heat_area(curve, until_ms=ended_ms),
        "reach": sum(data.get("reach", 0) for data in posts if data.get("crowd")),
    }
