"""The declared order found the long way, by asking for the rank of everybody who waits, every time: what the quick way
must come to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from scoring.core.queue import Queue
from scoring.core.serving import Job, Ready, Served, Span, look_at, waited_of

Ask = Callable[[Ready, int], tuple[int, ...]]


def serve_plainly(jobs: Sequence[Job], ask: Ask, *, idle: Sequence[Span], last_ms: int) -> list[Served]:
    held, waiting, done, served, now_ms = list(jobs), list[Ready](), dict[int, int](), list[Served](), 0
    while {job.seq for job in jobs} - {0} - set(done):
        now_ms = next((ends for begins, ends in idle if begins <= now_ms < ends), now_ms)
        freed = [one for job in held if (one := look_at(job, done))]
        held = [job for job in held if look_at(job, done) is None]
        waiting = sorted((*waiting, *freed), key=lambda one: one.since_ms)
        if now_ms >= last_ms:
            waiting = [one for one in waiting if one.job.seq]
        ready = [one for one in waiting if one.since_ms <= now_ms]
        if not ready:
            now_ms = waiting[0].since_ms
            continue
        at_ms = now_ms
        chosen = min(ready, key=lambda one: ask(one, at_ms))
        waiting = [one for one in waiting if one is not chosen]
        now_ms = work_plainly(now_ms, chosen.job.took_ms, idle)
        served.append(Served(chosen.job, chosen.came_ms, at_ms, now_ms))
        done[chosen.job.seq] = now_ms
    seen = {(one.job.seq, one.job.post) for one in served}
    never = (look_at(job, done) for job in jobs if (job.seq, job.post) not in seen)
    return served + [Served(one.job, one.came_ms) for one in never if one]


def work_plainly(now_ms: int, took_ms: int, idle: Sequence[Span]) -> int:
    for begins_ms, ends_ms in idle:
        if ends_ms > now_ms and now_ms + took_ms > begins_ms:
            took_ms -= max(0, begins_ms - now_ms)
            now_ms = ends_ms
    return now_ms + took_ms


def pass_over_plainly(queue: Queue, ask: Ask, *, end_ms: int, why: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    done = {one.job.seq: one.done_ms or 0 for one in queue.own}
    looked = [(one, ready) for one in queue.served if (ready := look_at(one.job, done))]
    for nth, (one, ready) in enumerate(looked[: len(queue.own)]):
        at_ms = one.begun_ms or 0
        waiting = [
            other
            for later, other in looked[nth + 1 :]
            if other.since_ms <= at_ms and other.job.weight and waited_of(later, end_ms=end_ms)
        ]
        if waiting:
            first = min(ask(other, at_ms) for other in waiting)
            due = next(other for other in waiting if ask(other, at_ms) == first)
            if first < ask(ready, at_ms):
                times = {"at_ms": one.done_ms, "since_ms": due.came_ms}
                yield {"act": one.job.seq, "post": one.job.post, "due": due.job.post, "why": why[first[0]], **times}
