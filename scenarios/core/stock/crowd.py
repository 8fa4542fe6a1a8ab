"""What the crowd says before and after a scenario's own words, where the scenario brings nothing itself.

`openers` are none to two words, `closers` whole sentences. Each temper has its own beside what everybody says, and each
kind of situation its own beside what goes with any topic: whoever is outraged at a campaign does not wait for anything.
Written by hand; texts are in `crowd_de` and `crowd_en`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.core.public import Crowd
from scenarios.core.stock import crowd_de, crowd_en
from scenarios.core.vocabulary import TEMPERS

PLAIN = "plain"
PLEASED = "eager"

LINES = {"de": crowd_de, "en": crowd_en}

Shares = Mapping[str, int]

MANNERS: Mapping[str, Mapping[str, Shares]] = {
    "storm": {
        "witnesses": {"asking": 5, "angry": 4, "weary": 1},
        "press": {"asking": 4, "angry": 3, "weary": 3},
        "flood": {"asking": 1, "angry": 6, "weary": 3},
        "morphing": {"angry": 4, "weary": 6},
    },
    "outage": {
        "witnesses": {"asking": 8, "weary": 2},
        "press": {"asking": 6, "weary": 4},
        "flood": {"asking": 3, "angry": 4, "weary": 3},
        "morphing": {"angry": 3, "weary": 7},
    },
    "normal": {
        "witnesses": {"asking": 8, "weary": 2},
        "press": {"asking": 7, "weary": 3},
        "flood": {"asking": 5, "angry": 1, "weary": 4},
        "morphing": {"asking": 3, "angry": 1, "weary": 6},
    },
    "praise": {kind: {"eager": 10} for kind in ("witnesses", "press", "flood", "morphing")},
}
"""Situation → phase of the life cycle → how many of ten speak in which temper, where a voice says nothing of its own.

Nobody is pleased by chance: a cheerful sentence after a complaint is what gives a crowd away.
"""


@dataclass(frozen=True, slots=True)
class Pool:
    """What somebody in one temper can choose from."""

    openers: tuple[str, ...]
    closers: tuple[str, ...]


def pools_of(crowd: Crowd, language: str, *, situation: str) -> Mapping[str, Pool]:
    """Temper → its pool; a scenario's own openers and closers stand in place of the stock, whatever the temper."""
    return {
        temper: Pool(
            openers=crowd.openers or _list_openers(language, temper),
            closers=crowd.closers or _list_closers(language, temper, situation),
        )
        for temper in TEMPERS
    }


def shares_of(situation: str, phase: str, *, tempers: tuple[str, ...] = ()) -> Shares:
    """How many of ten speak in which temper; of `tempers` only, as the situation has it, or each as much as another."""
    usual = MANNERS.get("outage" if situation == "high_stakes" else situation, MANNERS["normal"])[phase]
    if not tempers:
        return usual
    return {temper: usual[temper] for temper in tempers if temper in usual} or dict.fromkeys(tempers, 1)


def _list_openers(language: str, temper: str) -> tuple[str, ...]:
    openers: Mapping[str, tuple[str, ...]] = LINES[language].OPENERS
    return openers[temper] if temper == PLEASED else (*openers[temper], *openers[PLAIN])


def _list_closers(language: str, temper: str, situation: str) -> tuple[str, ...]:
    """What suits whoever complains or asks does not suit who is pleased."""
    lines = LINES[language]
    closers: Mapping[str, tuple[str, ...]] = lines.CLOSERS
    here: Mapping[str, tuple[str, ...]] = lines.STORM if situation == "storm" else lines.OUTAGE
    if temper == PLEASED:
        return closers[temper]
    return tuple(line for each in (temper, PLAIN) for line in (*closers[each], *here.get(each, ())))
