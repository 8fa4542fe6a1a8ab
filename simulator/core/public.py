"""The public of a run, integers per second: its heat, the crowd's rate, what replies did to both, who is how cross.

Rules kept here: what happens adds a row to lanes, so that order cannot matter; a row begins in the second after, so
that a second that has begun is settled; sums are kept unbounded and clamped when they are read. No floats.
"""

from dataclasses import dataclass, field

from scenarios.core.constants import USUAL, Constants
from scenarios.core.public import HALF_LIFE_MS, Crowd
from scenarios.core.timeline import Timeline
from simulator.core.crowd.stream import Stream
from simulator.core.kernel import SCALE, packed_cooling_of, packed_kernel_of
from simulator.core.lanes import EMPTY, add_row, count_held, pack_row, read_lane, read_lanes
from simulator.core.steps import PER_MILLE, Steps, scale_steps, swing_steps

SECOND_MS = 1000
MOST_HEAT = 100_000
"""Milli-heat."""
MILLI_PER_POINT = 1000
USUAL_HEAT = 50
"""At this heat a crowd answers as much as its branching says: less below it, more above (`heat_share`)."""
USUAL_REACH_BITS = 8
MOST_MOOD = 100
MOOD_PAUSE_MS = 2_000
"""Heat is told at most this often (engine.md 21)."""
RATE_SCALE = SCALE * PER_MILLE
"""Rates count so many to a post per second."""


@dataclass(slots=True)
class PublicState:
    """`heat` holds milli-heat × SCALE, `rates` crowd posts per second × RATE_SCALE, both as lanes, one per second.

    `moods` is the anger of each persona, 0..100. `posts` counts what has appeared before `second` and in it.
    `shown` is the heat in points that was told last, at `shown_ms`. `ended` holds from when each rumour is silent.
    """

    seconds: int
    crowd: Crowd | None
    heat: int
    rates: int
    moods: dict[str, int]
    stream: Stream | None = field(default=None, compare=False)
    cursor: int = 0
    topics: dict[str, Steps] = field(default_factory=dict)
    swings: Steps = field(default_factory=Steps)
    ended: dict[str, int] = field(default_factory=dict)
    second: int = 0
    posts_before: int = 0
    posts_within: int = 0
    shown: int = 0
    shown_ms: int = -MOOD_PAUSE_MS
    constants: Constants = USUAL


def start_public(timeline: Timeline, *, seed: int, duration_ms: int) -> PublicState:
    """The public of a run of `duration_ms` before anything has happened. Without a crowd there is heat all the same."""
    crowd, constants = timeline.public.crowd, timeline.public.constants
    seconds = duration_ms // SECOND_MS + 1
    public = PublicState(
        seconds=seconds,
        crowd=crowd,
        heat=EMPTY,
        rates=EMPTY,
        moods=list_first_moods(timeline),
        constants=constants,
    )
    if crowd is not None:
        public.stream = Stream(timeline, seed=seed, seconds=seconds)
        public.heat = _add_heat(public, first=0, milli=crowd.heat)
        _add_phases(public, crowd)
        public.shown = heat_points(public, at_ms=0)
    return public


def list_first_moods(timeline: Timeline) -> dict[str, int]:
    """The anger of each persona, 0..100, before anything has happened."""
    return {persona.key: timeline.public.constants.mood_per_temper * persona.temper for persona in timeline.personas}


def weigh_reach(reach: int, *, most: int = USUAL.most_weight) -> int:
    """Per mille of the reactions that a usual post brings: with the root of the reach, in half octaves.

    Who is read by 128 to 255 people weighs 1000, four times the readers weigh twice as much; capped at `most`.
    """
    octaves = reach.bit_length() - USUAL_REACH_BITS
    root = 1414 if octaves % 2 else PER_MILLE
    half = octaves // 2
    return min(most, root << half if half >= 0 else root >> -half)


def add_heat(public: PublicState, *, at_ms: int, milli: int) -> None:
    """Heats (or, below 0, cools) the public by `milli` from the next second on; the step fades by half-lives."""
    public.heat = _add_heat(public, first=at_ms // SECOND_MS + 1, milli=milli)


def raise_wave(public: PublicState, *, at_ms: int, seconds: int, posts: int) -> None:
    """Lets the crowd write some `posts` more in `seconds` from the next second on, as far as its cap allows."""
    row = pack_row([posts * RATE_SCALE // seconds] * seconds)
    public.rates = add_row(public.rates, row, first=at_ms // SECOND_MS + 1, times=1, count=public.seconds)


def add_post(public: PublicState, *, at_ms: int, weight: int = PER_MILLE) -> None:
    """A public post of `weight` (`weigh_reach`) appeared: it heats, and the crowd answers from the next second on.

    Posts have to be added in order of time; within one second, order does not matter.
    """
    add_heat(public, at_ms=at_ms, milli=public.constants.post_heat * weight // PER_MILLE)
    if public.crowd is None:
        return
    second = at_ms // SECOND_MS
    if second > public.second:
        public.second = second
        public.posts_before += public.posts_within
        public.posts_within = 0
    public.posts_within += 1
    answers = _count_answers(public, public.crowd, at_ms=at_ms, weight=weight)
    kernel = packed_kernel_of(public.seconds)
    public.rates = add_row(public.rates, kernel, first=second + 1, times=answers, count=public.seconds)


def _count_answers(public: PublicState, crowd: Crowd, *, at_ms: int, weight: int) -> int:
    """Posts, in per mille, that answer one of `weight`: more in a heated public, fewer the more there have been."""
    off_usual = heat_points(public, at_ms=at_ms) - USUAL_HEAT
    heated = PER_MILLE + public.constants.heat_share * off_usual // USUAL_HEAT
    rested = max(0, crowd.tires_after - public.posts_before)
    return crowd.branching * weight * heated * rested // (PER_MILLE * PER_MILLE * max(1, crowd.tires_after))


def scale_topic(public: PublicState, topic: str, *, at_ms: int, per_mille: int) -> None:
    """Multiplies the rate of crowd posts about `topic` by `per_mille` from the next second on."""
    steps = public.topics.setdefault(topic, Steps())
    scale_steps(steps, second=at_ms // SECOND_MS + 1, per_mille=per_mille, constants=public.constants)


def swing(public: PublicState, *, at_ms: int, per_mille: int) -> None:
    """Adds `per_mille` to the crowd's whole rate from the next second on; all swings together stay within 15 %."""
    second = at_ms // SECOND_MS + 1
    swing_steps(public.swings, second=second, per_mille=per_mille, most=public.constants.most_swing)


def end_rumour(public: PublicState, rumour: str, *, at_ms: int) -> None:
    """From the next second on nobody repeats `rumour`."""
    public.ended.setdefault(rumour, at_ms // SECOND_MS + 1)


def move_mood(public: PublicState, persona: str, *, by: int) -> None:
    """Adds `by` to the anger of `persona`."""
    public.moods[persona] = min(MOST_MOOD, max(0, public.moods[persona] + by))


def heat_milli(public: PublicState, *, at_ms: int) -> int:
    """The heat at `at_ms` in milli-heat, 0..100,000."""
    return _clamp_heat(read_lane(public.heat, min(at_ms // SECOND_MS, public.seconds - 1)))


def heat_points(public: PublicState, *, at_ms: int) -> int:
    """The heat at `at_ms` in points, 0..100, rounded."""
    return (heat_milli(public, at_ms=at_ms) + MILLI_PER_POINT // 2) // MILLI_PER_POINT


def show_mood(public: PublicState, *, at_ms: int, points: int) -> None:
    """Remembers what was told; `next_mood_move` counts from there."""
    public.shown, public.shown_ms = points, at_ms


def next_mood_move(public: PublicState, *, after_ms: int, until_ms: int) -> int | None:
    """When, after `after_ms` and up to `until_ms`, heat is next to be told as things stand, or None.

    It is told at the start of a second in which it is a whole point away from what was told, at most every 2 s.
    """
    first = max(after_ms + 1, public.shown_ms + MOOD_PAUSE_MS)
    shown = public.shown * MILLI_PER_POINT
    start, end = -(-first // SECOND_MS), min(until_ms // SECOND_MS + 1, public.seconds)
    # Where no heat is left, every second is like the first one.
    end = min(end, max(start, count_held(public.heat)) + 1)
    for second, held in enumerate(read_lanes(public.heat, start, end), start):
        if abs(_clamp_heat(held) - shown) >= MILLI_PER_POINT:
            return second * SECOND_MS
    return None


def _clamp_heat(held: int) -> int:
    return min(MOST_HEAT, max(0, held // SCALE))


def _add_heat(public: PublicState, *, first: int, milli: int) -> int:
    half_life_ms = HALF_LIFE_MS if public.crowd is None else public.crowd.half_life_ms
    row = packed_cooling_of(half_life_ms, public.seconds)
    return add_row(public.heat, row, first=first, times=milli, count=public.seconds)


def _add_phases(public: PublicState, crowd: Crowd) -> None:
    """Each phase's own rate, until the next one begins."""
    starts = [min(public.seconds, -(-phase.at_ms // SECOND_MS)) for phase in crowd.phases]
    for phase, start, end in zip(crowd.phases, starts, [*starts[1:], public.seconds], strict=True):
        rate = phase.per_hour * RATE_SCALE // 3600
        row = pack_row([rate] * max(0, end - start))
        public.rates = add_row(public.rates, row, first=start, times=1, count=public.seconds)
