"""The scorecard of a run: a function of its log, from stored assessments only, so that it holds after words are erased.

Rules kept here: a criterion is the mean over what it applies to; a zero counts as zero; what does not apply leaves the
denominator; a critical error zeroes its thread, in what was corrected or deleted since as well; everything is an
integer, per mille or milliseconds of run time.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import CRITERIA
from scoring.core.assessment import SCORING_VERSION
from scoring.core.coached import list_coached
from scoring.core.halts import list_interruptions, list_pauses, list_skips
from scoring.core.moods import Moods
from scoring.core.order import judge_order
from scoring.core.queue import read_queue
from scoring.core.standing import Assessed, read_standing
from scoring.core.triage import list_triage
from scoring.core.waits import list_closings, list_waits
from simulator.core.engine import fold_all
from simulator.core.events import Event
from simulator.core.public import list_first_moods
from simulator.core.state import State

Evidence = dict[str, Any]


def scorecard(timeline: Timeline, log: Iterable[Event], *, since: tuple[int, int] = (0, 0)) -> dict[str, Any]:
    """What a run came to, ready for canonical JSON; with `since`, (seq, run time in ms), what it came to from there on,
    as a fork at that moment is scored.

    `score` is per mille, None where nothing applied. `criteria` holds per mille by criterion, absent where not
    applicable; `evidence` what each was taken from (`value` as found, `counted` as it entered the mean). `order` is how
    the order of service was judged, None where nothing was at stake.
    """
    events = list(log)
    return score_state(fold_all(timeline, events), events, since=since)


def score_state(state: State, events: Sequence[Event], *, since: tuple[int, int] = (0, 0)) -> dict[str, Any]:
    """`scorecard` for who has folded all `events` already: `state` is what they come to."""
    timeline = state.timeline
    state.forked_at = max(state.forked_at, since[0])
    standing = read_standing(state, events)
    empty = standing.empty
    forked_at_ms = max([since[1], *(event.at_ms for event in events if event.kind == "RunForked")])
    targets = _targets(events)
    waits, unanswered = list_waits(state, targets, forked_at_ms=forked_at_ms, empty=empty, said_ms=standing.said_ms)
    moods = Moods(list_first_moods(timeline), events)
    skips = list_skips(events)
    # The order of service is that since the last skip, as of a fork that since it was taken over.
    begun_ms = max(forked_at_ms, *(skip["to_ms"] for skip in skips), 0)
    order = judge_order(read_queue(state, events, moods, begun_ms=begun_ms), state, moods)
    evidence: dict[str, list[Evidence]] = {
        "speed": [*waits, *list_closings(state, events)],
        "triage": list_triage(state, events, targets, empty=empty),
    }
    critical = [*_critical_errors(standing.wordings, state), *_list_ignored(evidence["triage"])]
    zeroed = _list_zeroed(critical, state)
    for name in CRITERIA:
        if name not in evidence:
            evidence[name] = _value_replies(standing.assessed, state, criterion=name)
    evidence["substance"] += _list_untold(unanswered, state)
    for items in evidence.values():
        for item in items:
            item["counted"] = 0 if item["thread"] in zeroed else item["value"]
    if order is not None:
        evidence["triage"].append(_count_order(order["value"], evidence["triage"]))
    criteria = {name: _mean(evidence[name]) for name in CRITERIA if evidence[name]}
    return {
        "scoring": SCORING_VERSION,
        "score": weigh(criteria, timeline.weights),
        "weights": dict(timeline.weights),
        "criteria": criteria,
        "evidence": {name: items for name, items in evidence.items() if items},
        "order": order,
        "unanswered": unanswered,
        "critical": critical,
        "replies": [seq for seq in state.replies if seq > state.forked_at],
        "pauses": list_pauses(events, trainee=state.trainee),
        "interruptions": list_interruptions(events),
        "speeds": [{"at_ms": at_ms, "per_mille": per_mille} for at_ms, per_mille in state.speeds if per_mille],
        **({"skips": skips} if skips else {}),
        **({"coached": coached} if (coached := list_coached(state, events)) else {}),
        "ended_ms": state.at_ms,
    }


def weigh(criteria: Mapping[str, int], weights: Mapping[str, int]) -> int | None:
    """The weighted mean of the criteria that apply, rounded half up; None where none of them does."""
    total = sum(weights.get(name, 0) for name in criteria)
    if not total:
        return None
    return (2 * sum(value * weights.get(name, 0) for name, value in criteria.items()) + total) // (2 * total)


def _count_order(value: int, others: Sequence[Evidence]) -> Evidence:
    """The order of service as evidence: as much as all the rest together, and never better than that."""
    item = {"post": "", "thread": "", "reply": None, "kind": "order", "value": value}
    counted = min(value, _mean(others)) if others else value
    return {**item, "counted": counted, "weight": max(1, len(others))}


def _mean(items: Sequence[Evidence]) -> int:
    """Of what counted, each by its `weight` (1, if it has none), rounded half up."""
    total: int = sum(item.get("weight", 1) for item in items)
    counted: int = sum(item["counted"] * item.get("weight", 1) for item in items)
    return (2 * counted + total) // (2 * total)


def _targets(events: Sequence[Event]) -> dict[str, int | None]:
    return {event.data["post"]: event.data["target_ms"] for event in events if event.kind == "PostAppeared"}


def _value_replies(assessed: Mapping[int, Assessed], state: State, *, criterion: str) -> list[Evidence]:
    return [
        {"reply": seq, "thread": state.replies[seq].thread, "value": data["criteria"][criterion]}
        for seq, data in assessed.items()
        if criterion in data["criteria"] and seq in state.replies
    ]


def _list_untold(unanswered: Sequence[Evidence], state: State) -> list[Evidence]:
    """Not telling is the worst: who asked for what was known and never got an answer was told nothing."""
    return [
        {"reply": None, "post": item["post"], "thread": item["thread"], "value": 0}
        for item in unanswered
        if item["overdue"] and any(fact in state.facts for fact in state.posts[item["post"]].needs.facts)
    ]


def _critical_errors(wordings: Mapping[int, Assessed], state: State) -> list[Evidence]:
    return [
        {**_place(seq, state), "rule": finding["rule"], "span": finding["span"]}
        for seq, data in wordings.items()
        for finding in data["findings"]
        if finding["critical"]
    ]


def _list_ignored(triage: Iterable[Evidence]) -> list[Evidence]:
    """Danger that reached nobody who could help until the end: no reply is to blame, but the post that was left."""
    return [
        {"reply": None, "post": item["post"], "thread": item["thread"], "rule": "triage.danger", "span": None}
        for item in triage
        if item["kind"] == "danger" and item["wait_ms"] is None
    ]


def _place(seq: int, state: State) -> Evidence:
    """Which reply it was, and in which thread; "" for a notice, which stands in none. `wording` is the correction that
    had it."""
    reply = state.corrected.get(seq, seq)
    place = {"reply": reply, "thread": state.replies[reply].thread if reply in state.replies else ""}
    return {**place, "wording": seq} if seq in state.corrected else place


def _list_zeroed(critical: Iterable[Evidence], state: State) -> set[str]:
    """The threads that critical errors zero: a reply's own, and all of a notice's topic, since it answers each of them.

    Whoever reads one of those is sent to the notice; a notice that only costs its own line would be the cheap place
    for what must never stand in public.
    """
    zeroed = {error["thread"] for error in critical if error["thread"]}
    topics = {notice.topic for notice in state.notices.values() for error in critical if error["reply"] in notice.seqs}
    return zeroed | {thread.key for thread in state.threads.values() if thread.topic in topics}
