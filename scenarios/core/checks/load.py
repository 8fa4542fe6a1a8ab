"""Checks that a person can do the work: what scripted posts bring, and the reading that the crowd brings."""

from itertools import pairwise

from scenarios.core.draft import Draft
from scenarios.core.problems import HINT, WARNING
from scenarios.core.public import Crowd
from scenarios.core.scalars import show_duration
from scenarios.core.timeline import Post
from scenarios.core.timing import read_ms, work_ms

WINDOW_MS = 180_000
"""Work is compared with what a person can do in every stretch of this length."""

CROWDED_SITUATIONS = ("outage", "storm")
"""Here more work than a person can do is meant, and only said as a hint: what comes first is part of the exercise.
So it is in a drill, which is short and dense."""

HOUR_MS = 3_600_000
MOST_BRANCHING = 900
"""Per mille. From 1000 on a crowd grows until it tires; how far is not asked here."""


def check_load(draft: Draft) -> None:
    """Stretches of WINDOW_MS that bring more work than fits, overlapping ones reported as one."""
    posts = sorted((post for post in draft.posts.values() if post.at_ms is not None), key=_appearance)
    is_meant = draft.scenario.text("situation") in CROWDED_SITUATIONS or draft.scenario.text("drill")
    severity = HINT if is_meant else WARNING
    first, total, covered_ms = 0, 0, -1
    for last, post in enumerate(posts):
        total += work_ms(post)
        while _appearance(post) - _appearance(posts[first]) >= WINDOW_MS:
            total -= work_ms(posts[first])
            first += 1
        at_ms = _appearance(posts[first])
        read = crowd_ms(draft.public.crowd, at_ms)
        work = total + read
        if work > WINDOW_MS and at_ms > covered_ms:
            draft.report.add(
                draft.place("post", posts[first].key),
                "too-much-work",
                severity=severity,
                start=show_duration(at_ms),
                end=show_duration(at_ms + WINDOW_MS if read or first == last else _appearance(posts[last])),
                work=show_duration(work),
                window=show_duration(WINDOW_MS),
            )
        if work > WINDOW_MS:
            covered_ms = _appearance(post)


def crowd_ms(crowd: Crowd | None, start_ms: int, *, window_ms: int = WINDOW_MS) -> int:
    """How long a person reads what the crowd is expected to write in the stretch of `window_ms` from `start_ms` on."""
    if crowd is None or not any(voice.bodies for voice in crowd.voices):
        return 0
    bodies = [body for voice in crowd.voices for body in voice.bodies]
    one_ms = sum(map(read_ms, bodies)) // len(bodies)
    quiet = 1_000 - min(crowd.branching, MOST_BRANCHING)
    end_ms = start_ms + window_ms
    starts = [*(phase.at_ms for phase in crowd.phases), max(end_ms, crowd.phases[-1].at_ms) if crowd.phases else 0]
    read = 0
    for phase, (from_ms, until_ms) in zip(crowd.phases, pairwise(starts), strict=False):
        shared_ms = max(0, min(until_ms, end_ms) - max(from_ms, start_ms))
        per_hour = min(phase.per_hour * 1_000 // quiet, crowd.most_per_minute * 60)
        read += per_hour * shared_ms * one_ms // HOUR_MS
    return read


def _appearance(post: Post) -> int:
    return post.at_ms or 0
