"""A crowd played without an engine: candidates appear, are answered, and whatever else a test does to the public."""

from collections.abc import Callable, Sequence

from scenarios.core.timeline import Timeline
from simulator.core.crowd import thinning
from simulator.core.crowd.stream import Candidate
from simulator.core.public import PublicState, add_post, start_public

Act = tuple[int, Callable[[PublicState, int], None]]
"""When, and what is done to the public then."""


def play(
    timeline: Timeline, *, seed: int, acts: Sequence[Act] = (), look_ms: int | None = None, answers: bool = True
) -> list[Candidate]:
    """Who of the crowd appears. Somebody looks every `look_ms`, or only when something is done."""
    public = start_public(timeline, seed=seed, duration_ms=timeline.duration_ms)
    looks = list(range(0, timeline.duration_ms, look_ms)) if look_ms else []
    steps = [*acts, *((at_ms, _look) for at_ms in [*looks, timeline.duration_ms])]
    appeared: list[Candidate] = []
    for at_ms, act in sorted(steps, key=lambda step: step[0]):
        while (candidate := thinning.next_candidate(public, until_ms=at_ms)) is not None:
            appeared.append(candidate)
            thinning.pass_candidate(public, candidate.number)
            if answers:
                add_post(public, at_ms=candidate.at_ms)
        act(public, at_ms)
    return appeared


def _look(public: PublicState, at_ms: int) -> None:
    """Nothing is done, but somebody asks for how long nothing will happen, as an alarm does."""
    thinning.next_candidate(public, until_ms=public.seconds * 1_000)


def say(timeline: Timeline, candidates: Sequence[Candidate], *, seed: int) -> list[tuple[str, str]]:
    """Key and text of each."""
    public = start_public(timeline, seed=seed, duration_ms=timeline.duration_ms)
    assert public.stream is not None
    return [(candidate.key, public.stream.writer.write(candidate.wording)) for candidate in candidates]
