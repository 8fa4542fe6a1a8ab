"""The constants of the simulated public, each with its limits: what a scenario may say otherwise (`constants:`).

What they do and where they come from is in docs/simulation.md, which a test holds to this list. Whole numbers only.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

LATER = {"later": True}
"""Marks a field that came after the first release: it is written down only where it says something else than its
default, so that the digest of a published text stays what it was."""


def _constant(value: int, *, least: int, most: int) -> Any:
    return field(default=value, metadata={**LATER, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Constants:
    """Shares are per mille (an answer's `likeness`, too), heat is in milli-heat, times are in milliseconds."""

    post_heat: int = _constant(200, least=0, most=5_000)
    heat_share: int = _constant(500, least=0, most=1_000)
    most_weight: int = _constant(8_000, least=100, most=64_000)
    mood_per_temper: int = _constant(15, least=0, most=20)
    most_swing: int = _constant(150, least=0, most=150)
    least_topic: int = _constant(100, least=0, most=1_000)
    most_topic: int = _constant(2_000, least=1_000, most=10_000)
    joining: int = _constant(750, least=0, most=1_000)
    author_offset: int = _constant(2, least=1, most=1_000)
    crowd_reach: int = _constant(60, least=1, most=100_000)
    rumour_doubles: int = _constant(300_000, least=1_000, most=3_600_000)
    rumour_most: int = _constant(3_000, least=1_000, most=100_000)
    polite: int = _constant(200, least=0, most=1_000)
    lowercase: int = _constant(300, least=0, most=1_000)
    emoji: int = _constant(250, least=0, most=1_000)
    typos: int = _constant(150, least=0, most=1_000)
    terse: int = _constant(120, least=0, most=1_000)
    regional: int = _constant(100, least=0, most=1_000)
    shouting: int = _constant(60, least=0, most=1_000)
    template_likeness: int = _constant(700, least=1, most=1_000)
    full_weight: int = _constant(8_000, least=100, most=64_000)
    least_calm: int = _constant(300, least=0, most=1_000)


USUAL = Constants()
CONSTANTS: Mapping[str, Field[int]] = {each.name: each for each in fields(Constants)}
"""Name → field, with `least` and `most` in its metadata."""
