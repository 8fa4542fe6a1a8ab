"""A run beside its twins in the debrief: nobody answering, and an expert with the model replies (docs/rehearsal.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.core.vocabulary import CRITERIA
from scoring.core.waits import CLOSING
from trainer_ui.criteria import name_criterion

SIDES = {"own": "own", "silent": "absent", "expert": "expert"}
"""What the twins' data calls a side → the kind of its curve."""
PER_MILLE = 1000


@dataclass(frozen=True, slots=True)
class Side:
    """`kind` is own, absent or expert. `heat` is the mean over the run in points, `reach` that of what the crowd wrote.

    `score` and `criteria` are per mille, in the order of `Compared.criteria`; None where nothing applied.
    """

    kind: str
    score: int | None
    heat: int
    reach: int
    criteria: list[int | None]


@dataclass(frozen=True, slots=True)
class ParWait:
    """How long one post of this run waited for the expert, and what that was worth in per mille."""

    wait_ms: int
    value: int


@dataclass(frozen=True, slots=True)
class Compared:
    """`prevented` is the reach that the crowd had without a reply and not in this run; below 0 where it had more."""

    par: int | None
    prevented: int
    has_crowd: bool
    criteria: list[str]
    sides: list[Side]


def read_par_waits(twins: Mapping[str, Any], *, closings: bool = False) -> dict[str, ParWait]:
    """Post → how long it waited for the expert, or what was solved there for its closing. Twins that an older release
    computed say nothing of it."""
    waits = (wait for wait in twins["par"].get("waits", ()) if (wait["response"] == CLOSING) == closings)
    return {wait["post"]: ParWait(wait["wait_ms"], wait["value"]) for wait in waits}


def compare_with_twins(card: Mapping[str, Any], twins: Mapping[str, Any], *, is_same_score: bool = True) -> Compared:
    """`card` is the run's scorecard, `twins` what `scoring.core.robots.twins` made of it.

    Scores of different scoring versions are not held against each other: then there is no par.
    """
    scored = (card["criteria"], twins["par"]["criteria"])
    shown = [name for name in CRITERIA if name in card["weights"] and any(name in criteria for criteria in scored)]
    cards = {"own": card, "expert": twins["par"]} if is_same_score else {"own": card}
    sides = []
    for name, kind in SIDES.items():
        values = cards.get(name, {"score": None, "criteria": {}})
        sides.append(
            Side(
                kind=kind,
                score=values["score"],
                heat=twins[name]["area"] * PER_MILLE // max(1, twins["ended_ms"]),
                reach=twins[name]["reach"],
                criteria=[values["criteria"].get(each) for each in shown],
            )
        )
    return Compared(
        par=twins["par"]["score"] if is_same_score else None,
        prevented=twins["prevented"],
        has_crowd=any(twins[name]["reach"] for name in SIDES),
        criteria=[name_criterion(name) for name in shown],
        sides=sides,
    )
