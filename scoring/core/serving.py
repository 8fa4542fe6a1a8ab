"""Serving jobs one after the other: the trainee's own, with the time that each took, in whatever order is asked for.

Rules kept here: two hands, one job at a time, none broken off; only the time that was worked is used, so that a pause
for breath is nobody's wrong order; what followed from an act follows it wherever it is served; integers only.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

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


Choose = Callable[[Sequence[Ready], int], Ready]
"""The next one of those that can be begun at a run time."""


def serve(jobs: Sequence[Job], choose: Choose, *, idle: Sequence[Span], last_ms: int) -> list[Served]:
    """Every job in the order that `choose` gives; what was never made only as long as there was work, up to `last_ms`.

    `idle` are the spans in which nothing is done, in order.
    """
    held, soon = list(jobs), list[Ready]()
    ready: list[Ready] = []
    done: dict[int, int] = {}
    served: list[Served] = []
    now_ms, unmade = 0, sum(bool(job.seq) for job in held)
    while unmade:
        now_ms = _skip(now_ms, idle)
        held, freed = _free(held, done)
        soon = sorted((*soon, *freed), key=lambda one: one.since_ms)
        count = bisect_right(soon, now_ms, key=lambda one: one.since_ms)
        ready, soon = [*ready, *soon[:count]], soon[count:]
        if now_ms >= last_ms:
            ready, soon = ([one for one in each if one.job.seq] for each in (ready, soon))
        if not ready:
            now_ms = soon[0].since_ms
            continue
        chosen = choose(ready, now_ms)
        done_ms = _work(now_ms, chosen.job.took_ms, idle)
        served.append(Served(chosen.job, chosen.came_ms, now_ms, done_ms))
        done[chosen.job.seq] = now_ms = done_ms
        unmade -= bool(chosen.job.seq)
        ready = [one for one in ready if one is not chosen]
    seen = {(one.job.seq, one.job.post) for one in served}
    never = (job for job in jobs if (job.seq, job.post) not in seen)
    return served + [Served(one.job, one.came_ms) for job in never if (one := look_at(job, done))]


def _free(held: Sequence[Job], done: Mapping[int, int]) -> tuple[list[Job], list[Ready]]:
    """Of the jobs that something has to be done before: those for which it still has, and the others."""
    looked = [(job, look_at(job, done)) for job in held]
    return [job for job, one in looked if one is None], [one for _, one in looked if one is not None]


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
    for begins_ms, ends_ms in idle:
        if ends_ms <= now_ms:
            continue
        if now_ms + took_ms <= begins_ms:
            break
        took_ms -= max(0, begins_ms - now_ms)
        now_ms = ends_ms
    return now_ms + took_ms
