"""What a rehearsal comes to: the report over all robots and seeds, and where it breaks what the scenario declares.

Rules kept here: a declaration holds for every seed; nobody beats the expert, whatever is declared (but the
paraphraser may, who says the same in other words); who declares nothing has passed nothing;
seeds follow from the text, so that none was used while writing it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scenarios.core.codec import digest
from scenarios.core.public_rules import rules_of
from scenarios.core.timeline import Timeline
from scoring.core.robots.cast import EXPERT
from scoring.core.robots.difficulty import busiest_of, rate_difficulty
from scoring.core.robots.performance import Performance
from simulator.core.draws import draw

FEWEST_SEEDS = 20
"""Below this a rehearsal tells nothing that anybody may be certified on."""
PEERS = frozenset({"expert", "paraphraser"})

Violation = dict[str, Any]
"""`code` (fails, passes, not_last, beats_expert), `robot`, `seed`, `score` and what it was held against: `than`."""


def seeds_of(timeline: Timeline, *, count: int) -> list[int]:
    """Fresh ones: any change of the text gives others."""
    text = int(digest(timeline)[:15], 16)
    return [draw(text, "rehearsal", str(number)) >> 1 for number in range(count)]


def find_violations(timeline: Timeline, performances: Iterable[Performance]) -> list[Violation]:
    """Where a robot does not do what `rehearsal` declares of it, by seed."""
    by_seed: dict[int, dict[str, int]] = {}
    for one in performances:
        by_seed.setdefault(one["seed"], {})[one["robot"]] = one["score"] or 0
    return [violation for seed, scores in by_seed.items() for violation in _judge_seed(timeline, seed, scores)]


def make_report(
    timeline: Timeline, performances: Sequence[Performance], *, crowds: Sequence[Mapping[str, int]]
) -> dict[str, Any]:
    """Everything a coach wants to know before trusting a scenario; values as in `perform`, medians and ranges.

    `own` are the author's reactions; `undeclared` is what `rehearsal` has to say and does not, without which nothing is
    passed.
    """
    robots = sorted({one["robot"] for one in performances})
    by_robot = {robot: [one for one in performances if one["robot"] == robot] for robot in robots}
    expert = by_robot.get(EXPERT.key, [])
    load = [median_of(minute) for minute in zip(*(one["load"] for one in expert), strict=False)]
    par = median_of([one["score"] or 0 for one in expert]) if expert else None
    violations = find_violations(timeline, performances)
    known = [reaction.key for reaction in (*timeline.reactions, *rules_of(timeline))]
    fired = {key for one in performances for key in one["fired"]}
    return {
        "scenario": timeline.key,
        "language": timeline.language,
        "digest": digest(timeline),
        "seeds": len({one["seed"] for one in performances}),
        "pass": timeline.pass_mark,
        "robots": {robot: _sum_up(ones) for robot, ones in by_robot.items()},
        "par": par,
        "late": sorted(_late_always(expert)),
        "load": load,
        "busiest": busiest_of(load) if load else None,
        "difficulty": rate_difficulty(load=load, speed=_median_speed(expert)) if expert else None,
        "declared_difficulty": timeline.difficulty,
        "own": [reaction.key for reaction in timeline.reactions],
        "fired": sorted(key for key in known if key in fired),
        "never_fired": sorted(key for key in known if key not in fired),
        "crowd": {name: _range([each[name] for each in crowds]) for name in crowds[0]} if crowds else {},
        "undeclared": timeline.rehearsal.list_missing(),
        "violations": violations,
        "passed": not violations and not timeline.rehearsal.list_missing(),
    }


def _median_speed(expert: Sequence[Performance]) -> int:
    """All of it where speed never applied."""
    return median_of([one["criteria"].get("speed", 1000) for one in expert])


def median_of(values: Sequence[int]) -> int:
    """The lower of the two middle ones, so that it is one of the values."""
    return sorted(values)[(len(values) - 1) // 2]


def _judge_seed(timeline: Timeline, seed: int, scores: Mapping[str, int]) -> Iterable[Violation]:
    declared = timeline.rehearsal
    expert = scores.get(EXPERT.key)
    for robot, score in scores.items():
        found = {"robot": robot, "seed": seed, "score": score}
        if robot in declared.passes and score < timeline.pass_mark:
            yield {"code": "fails", **found, "than": timeline.pass_mark}
        if robot in declared.fails and score >= timeline.pass_mark:
            yield {"code": "passes", **found, "than": timeline.pass_mark}
        if expert is not None and robot not in PEERS and score > expert:
            yield {"code": "beats_expert", **found, "than": expert}
    last, lowest = scores.get(declared.last), min(scores.values())
    if last is not None and last > lowest:
        yield {"code": "not_last", "robot": declared.last, "seed": seed, "score": last, "than": lowest}


def _sum_up(ones: Sequence[Performance]) -> dict[str, Any]:
    names = sorted({name for one in ones for name in one["criteria"]})
    return {
        "score": _range([one["score"] or 0 for one in ones]),
        "criteria": {
            name: _range([one["criteria"][name] for one in ones if name in one["criteria"]]) for name in names
        },
        "heat": _range([one["heat"] for one in ones]),
    }


def _range(values: Sequence[int]) -> dict[str, int]:
    return {"median": median_of(values), "least": min(values), "most": max(values)}


def _late_always(expert: Sequence[Performance]) -> set[str]:
    """Posts that the expert answered in time in no run at all."""
    return set.intersection(*(set(one["late"]) for one in expert)) if expert else set()
