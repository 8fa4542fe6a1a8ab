"""Authors into personas. Someone who writes in several threads stays one persona."""

import re

from scenarios.core.importing.masking import Masker
from scenarios.core.importing.sketch import SketchPersona
from scenarios.core.importing.stand_ins import Person, draw_below

REACHES = (12, 25, 40, 60, 90, 130, 180, 250, 340, 480, 700, 1_100, 2_400, 9_000)
"""Followers to draw from: the files do not tell, and most people have few."""

_SHOUT = re.compile(r"!!|\?!|\b[A-ZÄÖÜ]{4,}\b.*\b[A-ZÄÖÜ]{4,}\b", re.DOTALL)


class Cast:
    """The personas of one import, by author."""

    def __init__(self, masker: Masker, *, seed: int) -> None:
        self._masker = masker
        self._seed = seed
        self._personas: dict[str, SketchPersona] = {}
        self._keys: set[str] = set()

    def find_persona(self, author: str, *, role: str, temper: int, reach: int | None = None) -> SketchPersona:
        """The persona of `author`; role, temper and reach are those of the first post."""
        if author not in self._personas:
            self._personas[author] = self._make_persona(author, role=role, temper=temper, reach=reach)
        return self._personas[author]

    def _make_persona(self, author: str, *, role: str, temper: int, reach: int | None) -> SketchPersona:
        drawn = self._masker.find_company(author) if role == "bystander" else self._masker.find_person(author)
        key = re.sub(r"[^a-z0-9]+", "-", drawn.handle.lower()).strip("-") or "person"
        while key in self._keys:
            key += "-2"
        self._keys.add(key)
        return SketchPersona(
            key=key,
            role=role,
            reach=REACHES[draw_below(len(REACHES), seed=self._seed, purpose="reach", identity=author)]
            if reach is None
            else reach,
            temper=temper,
            gender=drawn.gender if isinstance(drawn, Person) else "x",
            name=drawn.name,
            handle=f"@{drawn.handle}",
        )


def guess_temper(text: str, *, base: int) -> int:
    """`base`, one more for who shouts. A start for the author of the scenario, no finding about anybody."""
    return min(5, base + 1) if _SHOUT.search(text) else base
