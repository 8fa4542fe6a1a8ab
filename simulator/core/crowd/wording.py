"""What each of the crowd's posts says: opener, body of a voice, closers; words to fill in; a way of writing.

Rules kept here: of all that a run's crowd might say, no two texts share more than one of their parts, while the numbers
allow it: an opener or a closer is used once with the same body, two closers once together. The body is less than half
of the text, so that sharing it alone leaves two posts different. Nothing depends on what happened in the run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scenarios.core.public import Crowd, Voice
from scenarios.core.stock.crowd import Pool, pools_of, shares_of
from scenarios.core.timeline import Timeline
from scenarios.core.variables import fill
from simulator.core.crowd.fitting import ADDRESSES, find_said, list_fitting, pick_address
from simulator.core.crowd.styling import MARKS, style_text, suits
from simulator.core.draws import draw, draw_many

LEAST_CLOSERS, MOST_CLOSERS = 2, 3
CLOSERS_PER_BODY = 1400
"""Per mille of the body's length that the closers have at least."""
PER_MILLE = 1000
WORD = 1 << 16
"""A draw of 64 bits is cut into four choices."""

HABITS = ("lowercase", "emoji", "typos", "terse", "regional", "shouting")
"""Ways in which some of the authors write: how many per mille say the constants of the same name."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in its parts, with what fills `{place}` and `{thing}`."""

    opener: str
    body: str
    closers: tuple[str, ...]
    place: str
    thing: str
    styles: tuple[str, ...]  # du or sie first
    drawn: int


class Writer:
    """Words one candidate after the other. What was used with what is remembered, so the order counts."""

    def __init__(self, timeline: Timeline, crowd: Crowd, *, seed: int) -> None:
        self.crowd, self.seed = crowd, seed
        self.language, self.situation = timeline.language, timeline.situation
        self.constants = timeline.public.constants
        self.brand = {"brand": timeline.brand.name, "handle": timeline.brand.handle}
        self.pools = {
            (temper, address): _pick_suitable(pool, address)
            for temper, pool in pools_of(crowd, timeline.language, situation=timeline.situation).items()
            for address in ADDRESSES
        }
        self._decks: dict[str, tuple[int, list[str]]] = {}
        self._openers: dict[str, set[str]] = {}
        self._closers: dict[str, set[str]] = {}
        self._pairs: set[tuple[str, str]] = set()
        self._uses: dict[str, int] = {}
        self._habits: dict[int, tuple[str, ...]] = {}

    def word(self, voice: Voice, *, phase: str, author: int, draws: Sequence[int]) -> Wording:
        """What the next candidate of `voice` says, written by `author` in a `phase` of the storm."""
        by_part, by_style, by_temper = draws
        styles = self._habits.get(author) or self._draw_habits(author)
        body = self._deal_body(voice, styles[0])
        pool = self.pools[self._pick_temper(voice, phase, by_temper), pick_address(body, styles[0])]
        use = self._uses[body] = self._uses.get(body, -1) + 1
        return Wording(
            opener=self._pick_opener(body, pool, by_part % WORD),
            body=body,
            closers=self._pick_closers(body, pool, (by_part // WORD % WORD, by_part // WORD**2 % WORD)),
            place=_turn(self.crowd.places, draw(self.seed, "crowd place", body) + use),
            thing=_turn(
                self.crowd.things, draw(self.seed, "crowd thing", body) + use // max(1, len(self.crowd.places))
            ),
            styles=styles,
            drawn=by_style,
        )

    def write(self, wording: Wording) -> str:
        """The text as it is shown."""
        return _write(wording, self.language, **self.brand)

    def _pick_temper(self, voice: Voice, phase: str, drawn: int) -> str:
        shares = shares_of(self.situation, phase, tempers=voice.tempers)
        left = drawn % sum(shares.values())
        for temper, share in shares.items():
            left -= share
            if left < 0:
                return temper
        raise AssertionError("shares add up")

    def _draw_habits(self, author: int) -> tuple[str, ...]:
        polite, *chances = draw_many(self.seed, "crowd style", str(author))
        address = "sie" if polite % PER_MILLE < self.constants.polite else "du"
        ways = (style for style, chance in zip(HABITS, chances, strict=False) if self._has_habit(style, chance))
        self._habits[author] = (address, *ways)
        return self._habits[author]

    def _has_habit(self, style: str, chance: int) -> bool:
        return chance % PER_MILLE < int(getattr(self.constants, style))

    def _deal_body(self, voice: Voice, address: str) -> str:
        """All bodies of a voice once, in an order of their own, before one comes again."""
        dealt, deck = self._decks.get(voice.key, (0, []))
        if not deck:
            deck = sorted(voice.bodies, key=lambda body: draw(self.seed, f"crowd deck {dealt}", f"{voice.key}/{body}"))
            dealt += 1
        body = deck.pop(find_said(deck, address))
        self._decks[voice.key] = (dealt, deck)
        return body

    def _pick_opener(self, body: str, pool: Pool, start: int) -> str:
        used = self._openers.setdefault(body, set())
        fitting = list_fitting(pool.openers, body, language=self.language)
        free = [opener for opener in fitting if opener not in used]
        if not free:
            used.clear()
            free = fitting or [""]
        opener = free[start % len(free)]
        used.add(opener)
        return opener

    def _pick_closers(self, body: str, pool: Pool, starts: Sequence[int]) -> tuple[str, ...]:
        used = self._closers.setdefault(body, set())
        free = [closer for closer in pool.closers if closer not in used]
        if len(free) < MOST_CLOSERS:
            used.clear()
            free = list(pool.closers)
        chosen = [free[starts[0] % len(free)]]
        wanted = len(body) * CLOSERS_PER_BODY // PER_MILLE
        second = starts[1] % len(free)
        for closer in (*free[second:], *free[:second]):
            if len(chosen) == MOST_CLOSERS or (len(chosen) >= LEAST_CLOSERS and sum(map(len, chosen)) >= wanted):
                break
            if closer not in chosen and not any(_pair(closer, other) in self._pairs for other in chosen):
                chosen.append(closer)
        # Where all pairs have been said, saying one again is better than saying too little.
        missing = max(0, LEAST_CLOSERS - len(chosen))
        chosen += [closer for closer in (*free[second:], *free[:second]) if closer not in chosen][:missing]
        used.update(chosen)
        self._pairs.update(_pair(one, other) for one in chosen for other in chosen if one < other)
        return tuple(chosen)


def _pick_suitable(pool: Pool, address: str) -> Pool:
    """What somebody says who calls the brand ihr (du) or Sie."""
    openers = tuple(opener for opener in pool.openers if suits(opener, [address]))
    return Pool(openers or pool.openers, tuple(line for line in pool.closers if suits(line, [address])) or pool.closers)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


@lru_cache(maxsize=1024)
def _write(wording: Wording, language: str, *, brand: str, handle: str) -> str:
    """Robots and twins play the same seed again and again, and most of its crowd speaks up every time."""
    values = {"brand": brand, "handle": handle, "place": wording.place, "thing": wording.thing}
    closers = [_capitalise(fill(closer, values)) for closer in wording.closers if closer]
    text = " ".join([*_join_opener(fill(wording.opener, values), fill(wording.body, values)), *closers])
    return style_text(text, styles=wording.styles, language=language, drawn=wording.drawn)


def _turn(words: Sequence[str], number: int) -> str:
    return words[number % len(words)] if words else ""


def _join_opener(opener: str, body: str) -> list[str]:
    """Opener and body as one or two sentences; the body begins with a capital unless the opener's sentence goes on."""
    closed = body if body[-1:] in MARKS else f"{body}."
    if opener.endswith(",") or opener[-1:].isalpha():
        return [opener, closed]
    return [*filter(None, [opener]), _capitalise(closed)]


def _capitalise(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
