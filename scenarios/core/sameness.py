"""How alike the texts of a crowd are, and how much an author has to write so that they are not.

A crowd that repeats itself is a template, and a trainee sees it. What is asked of one (docs/simulation.md): at most
1 % of its posts share half of their character 5-grams with another one, at least 60 % start with four own words.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from scenarios.core.public import Crowd

GRAM = 5
HALF = 2
START = 4
PER_MILLE = 1000
MOST_ALIKE, LEAST_OWN_STARTS = 10, 600
"""What is asked, per mille."""
CLOSERS_OF_A_POST = 2
MOST_USES = 15
"""Of one body. Measured: with 24 bodies for 300 posts the worst of 20 seeds just keeps the one percent."""
HOUR_MS = 3_600_000
MINUTE_MS = 60_000


class Sameness(NamedTuple):
    """Per mille of the texts that share half of their 5-grams with another, and that start with words of their own."""

    share: int
    own_starts: int


def measure_sameness(texts: Sequence[str], mask: Callable[[str], str]) -> Sameness:
    """How alike `texts` are after `mask`, which takes out what any two texts may share (names, numbers, links)."""
    if not texts:
        return Sameness(0, PER_MILLE)
    masked = [mask(text) for text in texts]
    starts = Counter(_start_of(text) for text in masked)
    own = sum(starts[_start_of(text)] == 1 for text in masked)
    return Sameness(len(find_alike(masked)) * PER_MILLE // len(texts), own * PER_MILLE // len(texts))


def find_alike(texts: Sequence[str]) -> list[int]:
    """The places of those of `texts` that share at least half of their 5-grams with another one."""
    grams = [{text[i : i + GRAM] for i in range(len(text) - GRAM + 1)} for text in texts]
    holders: dict[str, list[int]] = {}
    for place, each in enumerate(grams):
        for gram in each:
            holders.setdefault(gram, []).append(place)
    alike = []
    for place, each in enumerate(grams):
        shared = Counter(other for gram in each for other in holders[gram])
        del shared[place]
        if shared and max(shared.values()) * HALF >= len(each):
            alike.append(place)
    return alike


def _start_of(text: str) -> tuple[str, ...]:
    return tuple(text.split()[:START])


def count_likely_posts(crowd: Crowd, *, duration_ms: int) -> int:
    """About how many posts a crowd that nobody calms writes: what comes by itself and what answers it, under the cap.

    One post brings `branching` others until the crowd is tired; on the way there, half of that on the average.
    """
    ends = [phase.at_ms for phase in crowd.phases[1:]] + [duration_ms]
    spans = [max(0, min(end, duration_ms) - phase.at_ms) for phase, end in zip(crowd.phases, ends, strict=False)]
    base = sum(phase.per_hour * span // HOUR_MS for phase, span in zip(crowd.phases, spans, strict=True))
    answers = min(crowd.tires_after, base * crowd.branching // PER_MILLE)
    return min(base + answers, crowd.most_per_minute * duration_ms // MINUTE_MS)


def count_bodies_needed(posts: int, *, openers: int, closers: int) -> int:
    """How many bodies a crowd of so many posts needs, all voices together.

    A body can stand once with each opener, and with closers that it has not stood with before, two at a time; and who
    reads along recognises it if it comes too often.
    """
    uses = max(1, min(MOST_USES, openers, closers // CLOSERS_OF_A_POST))
    return -(-posts // uses)


def count_closers_needed(posts: int) -> int:
    """How many closers it needs at least: two of them stand together only once."""
    closers = CLOSERS_OF_A_POST
    while closers * (closers - 1) // 2 < posts:
        closers += 1
    return closers
