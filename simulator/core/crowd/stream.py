"""Everything that the crowd might write in a run: candidates, each with what it says, by whom, where and how readily.

Rules kept here: a candidate is a function of seed and scenario only, never of what happened in the run; it is found in
order of time and kept; there are never more than the crowd's cap within any 60 seconds. Who appears is `thinning`'s.
"""

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass
from itertools import accumulate

from scenarios.core.constants import USUAL
from scenarios.core.public import Crowd, Voice
from scenarios.core.timeline import Timeline
from simulator.core.crowd.poisson import count_posts
from simulator.core.crowd.voices import list_voices, phase_at
from simulator.core.crowd.wording import Wording, Writer
from simulator.core.draws import draw_many

SECOND_MS = 1000
MINUTE_MS = 60_000
DRAWS = 8
SPARE = 1250
"""Per mille of the cap at which candidates are drawn, so that the cap, which leaves some out, costs little rate."""
PER_MILLE = 1000
AUTHOR_SCALE = 10**9


@dataclass(frozen=True, slots=True)
class Candidate:
    """It appears at `at_ms` if `mark` (64 bits) is below the rate. `join` is the thread it would go under, or ""."""

    number: int
    at_ms: int
    mark: int
    voice: Voice
    author: int
    join: str
    wording: Wording

    @property
    def key(self) -> str:
        """The key of the post, and of the thread that it opens. No author's key holds an underscore."""
        return f"crowd_{self.number}"

    @property
    def persona(self) -> str:
        return f"crowd_a{self.author}"


class Stream:
    """The candidates of a run of `seconds`, found as far as somebody has asked (`find_more`)."""

    def __init__(self, timeline: Timeline, *, seed: int, seconds: int) -> None:
        if timeline.public.crowd is None:
            raise ValueError("a scenario without a crowd has no candidates")
        self.crowd: Crowd = timeline.public.crowd
        self.constants = timeline.public.constants
        self.seed = seed
        self.seconds = seconds
        self.found: list[Candidate] = []
        self.writer = Writer(timeline, self.crowd, seed=seed)
        self._next_second = 0
        self._counts: tuple[int, ...] = ()
        self._recent: deque[int] = deque()
        self._drawn_per_minute = -(-self.crowd.most_per_minute * SPARE // PER_MILLE)
        self._authors = author_weights(self.crowd.authors, offset=self.constants.author_offset)

    def find_more(self, until_ms: int) -> bool:
        """Goes on to the next second up to `until_ms` that holds candidates; False where there is none."""
        before = len(self.found)
        last = min(until_ms // SECOND_MS, self.seconds - 1)
        while len(self.found) == before and self._next_second <= last:
            self._fill_second(self._next_second)
            self._next_second += 1
        return len(self.found) > before

    def _fill_second(self, second: int) -> None:
        if second % DRAWS == 0:
            self._counts = draw_many(self.seed, "crowd seconds", str(second // DRAWS))
        count = count_posts(self._drawn_per_minute, drawn=self._counts[second % DRAWS])
        if not count:
            return
        voices = list_voices(self.crowd, second, constants=self.constants)
        drawn = sorted(_draw_post(self.seed, second, number) for number in range(count))
        for at_ms, draws in drawn:
            if voices and self._has_room(at_ms):
                self.found.append(self._make(at_ms, draws, voices))

    def _has_room(self, at_ms: int) -> bool:
        """Whether the cap allows one more; chance alone would now and then bring more than the rate says."""
        recent = self._recent
        while recent and recent[0] <= at_ms - MINUTE_MS:
            recent.popleft()
        if len(recent) >= self.crowd.most_per_minute:
            return False
        recent.append(at_ms)
        return True

    def _make(self, at_ms: int, draws: tuple[int, ...], voices: list[tuple[int, Voice]]) -> Candidate:
        mark, by_voice, by_author, by_thread, *by_text = draws
        voice = _pick_voice(voices, by_voice)
        author = bisect_right(self._authors, by_author % self._authors[-1])
        phase = phase_at(self.crowd, at_ms)
        return Candidate(
            number=len(self.found),
            at_ms=at_ms,
            mark=mark,
            voice=voice,
            author=author,
            join=_pick_thread(voice, by_thread, joining=self.constants.joining),
            wording=self.writer.word(voice, phase=phase, author=author, draws=by_text),
        )


def author_weights(count: int, *, offset: int = USUAL.author_offset) -> tuple[int, ...]:
    """How much each of `count` authors writes, summed up: the n-th busiest in proportion to 1 / (n + `offset`)."""
    return tuple(accumulate(AUTHOR_SCALE // (rank + offset) for rank in range(max(1, count))))


def _draw_post(seed: int, second: int, number: int) -> tuple[int, tuple[int, ...]]:
    within, *draws = draw_many(seed, "crowd post", f"{second}/{number}")
    return second * SECOND_MS + within % SECOND_MS, tuple(draws)


def _pick_voice(voices: list[tuple[int, Voice]], drawn: int) -> Voice:
    left = drawn % sum(weight for weight, _ in voices)
    for weight, voice in voices:
        left -= weight
        if left < 0:
            return voice
    raise AssertionError("weights add up")


def _pick_thread(voice: Voice, drawn: int, *, joining: int) -> str:
    """Per mille `joining` of a voice's posts go under one of the threads it joins."""
    if not voice.joins or drawn % PER_MILLE >= joining:
        return ""
    return voice.joins[drawn // PER_MILLE % len(voice.joins)]
