"""The order of service: the trainee's own replies and handling times, served again in the declared order.

What all the waiting came to is held against what the declared order would have made of it, and the reverse: 1000 is as
good as the one, 0 as bad as the other. Where any order would have done there was nothing to choose, and none is judged.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from scenarios.core.timeline import Needs
from scoring.core.acts import ESCALATE, PUBLISH, REPLY, TREAT, UPDATE
from scoring.core.declared import CLICK, CLOSING, DANGER, DUE, FAR_MS, LATER, NOTICE, falls_due, step_of_reply, weigh
from scoring.core.lineup import FOREVER_MS, Lineup, Rank
from scoring.core.moods import Moods
from scoring.core.queue import Queue
from scoring.core.serving import Job, Ready, Served, cost_of, look_at, serve, waited_of
from simulator.core.state import State

LEAST_AT_STAKE = 40 * 60_000
"""Weight times milliseconds: less than a minute of a calm person's whom a hundred read is nothing to judge."""
STEPS = {DANGER: "danger", NOTICE: "notice", CLICK: "click", DUE: "due", LATER: "weight", CLOSING: "closing"}
"""Why something was to come first, by its step."""
Order = dict[str, Any]


def judge_order(queue: Queue, state: State, moods: Moods) -> Order | None:
    """Ready for canonical JSON; None where nothing was at stake.

    `value` is per mille; `own`, `declared` and `reverse` are what waiting came to, in weight times seconds;
    `saved_ms` is how much less those would have waited who would have come earlier; `passed_over` what was served
    while something else was to come first.
    """
    if not queue.own:
        return None
    ranks = _Ranks(state, moods)
    declared, reverse = (
        serve(queue.jobs, rank, idle=queue.idle, last_ms=queue.last_ms) for rank in (ranks.rank, ranks.reverse)
    )
    costs = {
        name: cost_of(served, end_ms=state.at_ms)
        for name, served in (("own", queue.served), ("declared", declared), ("reverse", reverse))
    }
    at_stake = costs["reverse"] - costs["declared"]
    if at_stake < LEAST_AT_STAKE:
        return None
    lost = max(0, costs["own"] - costs["declared"])
    return {
        "value": 1000 - min(1000, lost * 1000 // at_stake),
        **{name: cost // 1000 for name, cost in costs.items()},
        "saved_ms": _save(queue.served, declared, end_ms=state.at_ms) if lost else 0,
        "passed_over": list(_list_passed_over(queue, state, ranks)) if lost else [],
    }


def _save(own: Iterable[Served], declared: Iterable[Served], *, end_ms: int) -> int:
    """How much less those would have waited who would have come earlier."""
    waits = {(one.job.seq, one.job.post): waited_of(one, end_ms=end_ms) for one in declared if one.job.weight}
    return sum(
        max(0, waited_of(one, end_ms=end_ms) - waits[one.job.seq, one.job.post]) for one in own if one.job.weight
    )


def _list_passed_over(queue: Queue, state: State, ranks: "_Ranks") -> Iterator[Order]:
    """Every act that was begun while another one, whose wait cost something, was to come first; and the first such."""
    done = {one.job.seq: one.done_ms or 0 for one in queue.own}
    looked = [(one, ready) for one in queue.served if (ready := look_at(one.job, done))]
    costly = (nth for nth, (one, _) in enumerate(looked) if one.job.weight and waited_of(one, end_ms=state.at_ms))
    coming = deque(sorted(costly, key=lambda nth: looked[nth][1].since_ms))
    waiting = Lineup(ranks.rank)
    for nth, (one, ready) in enumerate(looked[: len(queue.own)]):
        begun_ms = one.begun_ms or 0
        waiting.leave(nth)
        while coming and looked[coming[0]][1].since_ms <= begun_ms:
            place = coming.popleft()
            if place > nth:
                waiting.join(place, looked[place][1], begun_ms)
        place_of_first = waiting.find_first(begun_ms)
        if place_of_first is None:
            continue
        first = waiting[place_of_first]
        rank, _ = ranks.rank(first, begun_ms)
        if rank < ranks.rank(ready, begun_ms)[0]:
            yield {
                "act": one.job.seq,
                "post": one.job.post,
                "at_ms": one.done_ms,
                "due": first.job.post,
                "since_ms": first.came_ms,
                "why": STEPS[rank[0]],
            }


class _Ranks:
    """The declared order as ranks, each with the run time until which it holds."""

    def __init__(self, state: State, moods: Moods) -> None:
        self._state, self._moods = state, moods
        self._known: dict[str, tuple[Needs, str, int]] = {}

    def rank(self, ready: Ready, now_ms: int) -> tuple[Rank, int]:
        job = ready.job
        due_ms = FAR_MS if job.target_ms is None else ready.came_ms + job.target_ms
        step = self._step_of(job, due_ms, now_ms)
        weight, until_ms = self._weigh(job, now_ms)
        if step == LATER and job.kind == REPLY:
            until_ms = min(until_ms, falls_due(due_ms))
        return (step, -weight, due_ms, ready.came_ms, job.seq), until_ms

    def reverse(self, ready: Ready, now_ms: int) -> tuple[Rank, int]:
        rank, until_ms = self.rank(ready, now_ms)
        return tuple(-each for each in rank), until_ms

    def _step_of(self, job: Job, due_ms: int, now_ms: int) -> int:
        if not job.post:
            return {PUBLISH: NOTICE, UPDATE: LATER}.get(job.kind, CLOSING)
        needs, _, _ = self._know(job.post)
        if needs.danger:
            return DANGER
        if job.kind == REPLY:
            return step_of_reply(due_ms, now_ms=now_ms) if needs.answer else CLOSING
        return CLICK if job.kind == ESCALATE or job.kind == TREAT and job.weight else CLOSING

    def _weigh(self, job: Job, now_ms: int) -> tuple[int, int]:
        """Reach times anger, and until when it comes to that."""
        _, persona, reach = self._know(job.post) if job.post else (None, "", 0)
        if not reach:
            return 0, FOREVER_MS
        anger, until_ms = self._moods.tell(persona, now_ms)
        return weigh(reach, anger), until_ms

    def _know(self, key: str) -> tuple[Needs, str, int]:
        """What a post needs, who wrote it, and that person's reach; 0 for a stranger's. Asked for again and again."""
        if key not in self._known:
            post = self._state.posts[key]
            persona = self._state.plan.personas.get(post.persona)
            self._known[key] = (post.needs, post.persona, persona.reach if persona else 0)
        return self._known[key]
