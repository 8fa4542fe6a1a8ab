"""What the crowd says before and after a scenario's own words, where the scenario brings nothing itself.

`openers` are none to two words, `closers` whole sentences that go with any topic. Each temper has its own beside what
everybody says. Written by hand; texts are in `crowd_de` and `crowd_en`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.core.public import Crowd
from scenarios.core.stock import crowd_de, crowd_en

TEMPERS = ("asking", "angry", "weary", "eager")
PLAIN = "plain"

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
        "witnesses": {"asking": 6, "eager": 4},
        "press": {"asking": 5, "eager": 3, "weary": 2},
        "flood": {"asking": 5, "eager": 2, "weary": 3},
        "morphing": {"asking": 4, "weary": 6},
    },
    "praise": {kind: {"asking": 2, "eager": 8} for kind in ("witnesses", "press", "flood", "morphing")},
}
"""Situation → phase of the life cycle → how many of ten speak in which temper."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What somebody in one temper can choose from."""

    openers: tuple[str, ...]
    closers: tuple[str, ...]


def pools_of(crowd: Crowd, language: str) -> Mapping[str, Pool]:
    """Temper → its pool; a scenario's own openers and closers stand in place of the stock, whatever the temper."""
    lines = LINES[language]
    return {
        temper: Pool(
            openers=crowd.openers or (*lines.OPENERS[temper], *_plain(lines.OPENERS, temper)),
            closers=crowd.closers or (*lines.CLOSERS[temper], *_plain(lines.CLOSERS, temper)),
        )
        for temper in TEMPERS
    }


def shares_of(situation: str, phase: str) -> Shares:
    """How many of ten speak in which temper."""
    return MANNERS.get("outage" if situation == "high_stakes" else situation, MANNERS["normal"])[phase]


def _plain(lines: Mapping[str, tuple[str, ...]], temper: str) -> tuple[str, ...]:
    """What suits whoever complains or asks does not suit who is pleased."""
    return () if temper == "eager" else lines[PLAIN]
