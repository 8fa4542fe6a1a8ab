"""Which candidates appear: those whose mark lies below the rate of their second, in exact integers.

Rules kept here: a second's rate is settled before it begins (`simulator.core.public`), so that looking often, late or
in vain changes nothing; where one rate is nowhere below another, what appears under the other appears under it too.
"""

from simulator.core.crowd.stream import Candidate
from simulator.core.kernel import SCALE
from simulator.core.lanes import read_lane
from simulator.core.public import RATE_SCALE, PublicState
from simulator.core.steps import PER_MILLE

SECOND_MS = 1000
MINUTE = 60
MARK_BITS = 64


def next_candidate(public: PublicState, *, until_ms: int) -> Candidate | None:
    """The next post of the crowd up to `until_ms`, inclusive, as things stand; None where there is none."""
    stream = public.stream
    if stream is None:
        return None
    position = public.cursor
    while True:
        # A state that was folded from its log is further on than the stream that it was given.
        while position >= len(stream.found):
            if not stream.find_more(until_ms):
                return None
        candidate = stream.found[position]
        if candidate.at_ms > until_ms:
            return None
        if appears(public, candidate):
            return candidate
        position += 1


def appears(public: PublicState, candidate: Candidate) -> bool:
    """Whether `candidate` is let through by the rate of its second."""
    second = candidate.at_ms // SECOND_MS
    voice = candidate.voice
    if public.crowd is None or public.ended.get(voice.rumour, second + 1) <= second:
        return False
    rate = read_lane(public.rates, second)
    if rate <= 0:
        return False
    cap = public.crowd.most_per_minute * RATE_SCALE * PER_MILLE
    swung = min(cap, rate * MINUTE * public.swings.value_at(second, default=PER_MILLE))
    topic = public.topics.get(voice.topic)
    if topic is not None:
        swung = swung * topic.value_at(second, default=SCALE) // SCALE
    return candidate.mark * cap < swung << MARK_BITS


def pass_candidate(public: PublicState, number: int) -> None:
    """Candidate `number` has appeared: whoever comes before it will not any more."""
    public.cursor = max(public.cursor, number + 1)
