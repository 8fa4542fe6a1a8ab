"""Serving jobs one after the other: the trainee's own, with the time that each took, in whatever order is asked for.

Rules kept here: two hands, one job at a time, none broken off; only the time that was worked is used, so that a pause
for breath is nobody's wrong order; what followed from an act follows it wherever it is served; integers only.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from scoring.core.lineup import Lineup, Rank

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Job:
    """One act of the trainee's, or (`seq` 0) a reply that was never made, about `post` ("" for none).

    `took_ms` is how long it took. What it is about came at `came_ms`, or so long after the act `follows` (its seq) was
    done; it can be begun `lead_ms` later, and once the acts `after` are done. Who waits for it waits at the cost of
    `weight` per millisecond, from `free_ms` on.
    """

    seq: int
    post: str
    kind: str
    took_ms: int
    came_ms: int
    lead_ms: int = 0
    follows: int = 0
    after: tuple[int, ...] = ()
    target_ms: int | None = None
    weight: int = 0
    free_ms: int = 0


@dataclass(frozen=True, slots=True)
class Ready:
    """A job that can be begun since `since_ms`; what it is about came at `came_ms`."""

    job: Job
    came_ms: int
    since_ms: int


@dataclass(frozen=True, slots=True)
class Served:
    """A job that was begun and done; both None: never."""

    job: Job
    came_ms: int
    begun_ms: int | None = None
    done_ms: int | None = None


RankAt = Callable[[Ready, int], tuple[Rank, int]]
"""The rank of a job that can be begun at a run time, the smallest goes first; and until when that holds."""


def serve(jobs: Sequence[Job], rank: RankAt, *, idle: Sequence[Span], last_ms: int) -> list[Served]:
    """Every job in the order of `rank`; what was never made only as long as there was work, up to `last_ms`.

    Of equal rank, who could be begun earlier goes first. `idle` are the spans in which nothing is done, in order.
    """
    done: dict[int, int] = {}
    served: list[Served] = []
    soon, ready, places = _Soon(jobs), Lineup(rank), count()
    now_ms, unmade = 0, sum(bool(job.seq) for job in jobs)
    while unmade:
        now_ms = _skip(now_ms, idle)
        is_over = now_ms >= last_ms
        for taken in soon.take(now_ms):
            ready.join(next(places), taken, now_ms)
        while (place := ready.find_first(now_ms)) is not None and is_over and not ready[place].job.seq:
            ready.leave(place)
        if place is None:
            now_ms = soon.find_next_ms(is_over=is_over)
            continue
        chosen = ready[place]
        ready.leave(place)
        done_ms = _work(now_ms, chosen.job.took_ms, idle)
        served.append(Served(chosen.job, chosen.came_ms, now_ms, done_ms))
        done[chosen.job.seq] = now_ms = done_ms
        unmade -= bool(chosen.job.seq)
        soon.free(chosen.job.seq, done)
    seen = {(one.job.seq, one.job.post) for one in served}
    never = (job for job in jobs if (job.seq, job.post) not in seen)
    return served + [Served(one.job, one.came_ms) for job in never if (one := look_at(job, done))]


class _Soon:
    """Jobs that cannot be begun yet: by when they can, or held until the acts are done that come before them."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._missing = [len(_list_before(job)) for job in jobs]
        self._held: dict[int, list[int]] = {}
        self._jobs, self._freed, self._by_time = jobs, count(), list[tuple[int, int, Ready]]()
        for nth, job in enumerate(jobs):
            for seq in _list_before(job):
                self._held.setdefault(seq, []).append(nth)
            if not self._missing[nth]:
                self._push(nth, {})

    def free(self, seq: int, done: Mapping[int, int]) -> None:
        """Now that the act `seq` is done, as `done` tells."""
        for nth in self._held.pop(seq, ()):
            self._missing[nth] -= 1
            if not self._missing[nth]:
                self._push(nth, done)

    def take(self, now_ms: int) -> Iterator[Ready]:
        """Those that can be begun at `now_ms`, in the order in which they could."""
        while self._by_time and self._by_time[0][0] <= now_ms:
            yield heappop(self._by_time)[2]

    def find_next_ms(self, *, is_over: bool) -> int:
        """When the next one can be begun; `is_over`: of those that were made."""
        while is_over and not self._by_time[0][2].job.seq:
            heappop(self._by_time)
        return self._by_time[0][0]

    def _push(self, nth: int, done: Mapping[int, int]) -> None:
        if (one := look_at(self._jobs[nth], done)) is not None:
            heappush(self._by_time, (one.since_ms, next(self._freed), one))


def _list_before(job: Job) -> set[int]:
    """The acts that have to be done before `job`."""
    return {*job.after, job.follows} - {0}


def look_at(job: Job, done: Mapping[int, int]) -> Ready | None:
    """When it came and could be begun; None as long as something has to be done before."""
    if job.follows and job.follows not in done or any(seq not in done for seq in job.after):
        return None
    came_ms = job.came_ms + (done[job.follows] if job.follows else 0)
    since_ms = came_ms + job.lead_ms
    return Ready(job, came_ms, max(since_ms, *(done[seq] for seq in job.after)) if job.after else since_ms)


def cost_of(served: Iterable[Served], *, end_ms: int) -> int:
    """What all the waiting comes to: weight times milliseconds, of those who waited longer than is free."""
    return sum(one.job.weight * waited_of(one, end_ms=end_ms) for one in served if one.job.weight)


def waited_of(one: Served, *, end_ms: int) -> int:
    """How much longer than is free somebody waited for this, up to the end of the run."""
    until_ms = end_ms if one.done_ms is None else min(one.done_ms, end_ms)
    return max(0, until_ms - one.came_ms - one.job.free_ms)


def _skip(now_ms: int, idle: Sequence[Span]) -> int:
    """`now_ms`, or the end of the idle span that it lies in."""
    nth = bisect_right(idle, now_ms, key=lambda span: span[0]) - 1
    return max(now_ms, idle[nth][1]) if nth >= 0 else now_ms


def _work(now_ms: int, took_ms: int, idle: Sequence[Span]) -> int:
    """When work of `took_ms` that begins at `now_ms` is done, which rests in idle spans."""
    for nth in range(bisect_right(idle, now_ms, key=lambda span: span[1]), len(idle)):
        begins_ms, ends_ms = idle[nth]
        if now_ms + took_ms <= begins_ms:
            break
        took_ms -= max(0, begins_ms - now_ms)
        now_ms = ends_ms
    return now_ms + took_ms
