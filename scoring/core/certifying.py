"""What the score proposes of an attempt, how sure it is, and when people have decided.

Rules kept here: the score only proposes; how sure it is comes from drawing the attempt's threads again, and from how
far coaches' marks are from its own values; what is unsure, and what goes against the proposal, two people decide; a
critical error is provisional until a coach has looked, and one that a coach takes back costs nothing. All values are
per mille.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Any

from scenarios.core.vocabulary import CRITERIA
from scoring.core.scorecard import weigh
from scoring.core.terms import FAILED, PASSED, VERDICTS, Terms
from simulator.core.draws import draw_many

REPLICATES = 400
LOW, HIGH = 25, 975
"""Per mille of the replicates: what lies between is the interval, 95 % of them."""

Card = Mapping[str, Any]
Place = tuple[int, int, str]
"""A critical error: (number of the run in the attempt from 0, seq of the reply or 0, rule)."""
Sums = dict[str, tuple[int, int]]
"""Criterion → (sum of what counted, each by its weight; sum of weights)."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What somebody decided, and as what (manager or coach)."""

    person: int
    role: str
    verdict: str


def propose(
    cards: Sequence[Card],
    terms: Terms,
    *,
    seed: int,
    reviews: Mapping[Place, bool] | None = None,
    spread: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """The proposal on an attempt, ready for canonical JSON.

    `cards` are the scorecards of its runs; `reviews`: which critical errors coaches upheld; `spread`: criterion → how
    far (standard deviation) coaches' marks are from the values of the score. `verdict` is None while a critical error
    waits for a coach; `second` says that two people have to decide, `reasons` why, in codes.
    """
    reviews, spread = reviews or {}, spread or {}
    runs = [_cluster(card, _list_spared(card, number, reviews)) for number, card in enumerate(cards)]
    weights = [card["weights"] for card in cards]
    found = _value(runs, weights)
    drawn = [_value(_redraw(runs, seed, turn), weights) for turn in range(REPLICATES)]
    marks = {"overall": terms.overall, **terms.criteria}
    values = {
        name: _bound(name, found[name], drawn, marks.get(name), spread)
        for name in ("overall", *CRITERIA)
        if name in found
    }
    critical = [
        {"run": run, "reply": reply, "rule": rule, "upheld": reviews.get((run, reply, rule))}
        for number, card in enumerate(cards)
        for run, reply, rule in _list_critical(card, number)
    ]
    reasons = _list_reasons(values, critical, terms)
    waits = any(error["upheld"] is None for error in critical) and terms.critical
    failed = any(reason["code"] in ("below", "critical", "missing") for reason in reasons)
    return {
        "format": 1,
        "values": values,
        "critical": critical,
        "reasons": reasons,
        "verdict": None if waits else FAILED if failed else PASSED,
        "second": any(reason["code"] == "unsure" for reason in reasons),
        "seed": seed,
        "replicates": REPLICATES,
    }


def count_needed(proposal: Mapping[str, Any], *, verdict: str) -> int:
    """How many people have to decide for `verdict`."""
    return 2 if proposal["second"] or verdict != proposal["verdict"] else 1


def find_verdict(rulings: Iterable[Ruled], proposal: Mapping[str, Any], *, confirms: str) -> str:
    """What people have decided: enough of them, one of whom in the role that confirms; "" while they have not."""
    if proposal["verdict"] is None:
        return ""
    given = list(rulings)
    for verdict in VERDICTS:
        people = {each.person for each in given if each.verdict == verdict}
        confirmed = any(each.role == confirms for each in given if each.verdict == verdict)
        if confirmed and len(people) >= count_needed(proposal, verdict=verdict):
            return verdict
    return ""


def _list_reasons(
    values: Mapping[str, Mapping[str, Any]], critical: Iterable[Mapping[str, Any]], terms: Terms
) -> list[dict[str, Any]]:
    reasons: list[dict[str, Any]] = []
    for name, mark in {"overall": terms.overall, **terms.criteria}.items():
        value = values.get(name)
        if value is None:
            # What was asked for and could not be seen is nobody's fault, and nothing to pass on either.
            reasons += [{"code": "missing", "of": name}, {"code": "unsure", "of": name}]
            continue
        reasons.append({"code": "below" if value["value"] < mark else "reached", "of": name})
        if value["low"] < mark <= value["high"]:
            reasons.append({"code": "unsure", "of": name})
    if terms.critical:
        codes = {True: "critical", False: "taken_back", None: "provisional"}
        reasons += [{"code": codes[error["upheld"]], "of": error["rule"]} for error in critical]
    return reasons


def _list_critical(card: Card, number: int) -> list[Place]:
    """Each critical error of a run once, whatever it says how often of the same reply."""
    return sorted({(number, error["reply"] or 0, error["rule"]) for error in card["critical"]})


def _list_spared(card: Card, number: int, reviews: Mapping[Place, bool]) -> set[str]:
    """The threads all of whose critical errors were taken back."""
    by_thread: dict[str, list[bool | None]] = {}
    for error in card["critical"]:
        place = (number, error["reply"] or 0, error["rule"])
        by_thread.setdefault(error["thread"], []).append(reviews.get(place))
    return {thread for thread, upheld in by_thread.items() if all(each is False for each in upheld)}


def _cluster(card: Card, spared: set[str]) -> list[Sums]:
    """What each thread of a run adds to each criterion: a post and what was said to it are one, and drawn together."""
    threads: dict[str, Sums] = {}
    for name, items in card["evidence"].items():
        for item in items:
            sums = threads.setdefault(item["thread"], {})
            total, weight = sums.get(name, (0, 0))
            own = item.get("weight", 1)
            counted = item["value"] if item["thread"] in spared else item["counted"]
            sums[name] = (total + counted * own, weight + own)
    return [threads[key] for key in sorted(threads)]


def _redraw(runs: Sequence[Sequence[Sums]], seed: int, turn: int) -> list[list[Sums]]:
    """As many threads of each run again, each drawn from all of that run's."""
    drawn = []
    for number, threads in enumerate(runs):
        chance: list[int] = []
        while len(chance) < len(threads):
            chance += draw_many(seed, f"bootstrap {turn} {number}", str(len(chance)))
        drawn.append([threads[chance[place] % len(threads)] for place in range(len(threads))])
    return drawn


def _value(runs: Sequence[Sequence[Sums]], weights: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Criterion and `overall` → the mean over the runs in which it applies."""
    found: dict[str, list[int]] = {}
    for threads, weight in zip(runs, weights, strict=True):
        criteria = {}
        for name in CRITERIA:
            total = sum(each[name][0] for each in threads if name in each)
            count = sum(each[name][1] for each in threads if name in each)
            if count:
                criteria[name] = _divide(total, count)
                found.setdefault(name, []).append(criteria[name])
        score = weigh(criteria, weight)
        if score is not None:
            found.setdefault("overall", []).append(score)
    return {name: _divide(sum(values), len(values)) for name, values in found.items()}


def _bound(
    name: str,
    value: int,
    drawn: Sequence[Mapping[str, int]],
    mark: int | None,
    spread: Mapping[str, int],
) -> dict[str, Any]:
    """A value with its interval: the replicates' own, widened by how far coaches are from the score."""
    replicates = sorted(each[name] for each in drawn if name in each) or [value]
    low, high = (replicates[len(replicates) * edge // 1000] for edge in (LOW, HIGH))
    # Two sources that know nothing of each other: their squares add up. 1.96 standard deviations hold 95 %.
    rated = spread.get(name, 0) * 196 // 100
    low = value - isqrt(max(0, value - low) ** 2 + rated**2)
    high = value + isqrt(max(0, high - value) ** 2 + rated**2)
    return {"value": value, "low": max(0, low), "high": min(1000, high), "mark": mark}


def _divide(total: int, count: int) -> int:
    """Rounded half up."""
    return (2 * total + count) // (2 * count)
