"""How cross somebody was at a run time, as the log told it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from scoring.core.lineup import FOREVER_MS
from simulator.core.events import Event


class Moods:
    """Anger of 0 to 100 by persona, from what each began with and every MoodMoved."""

    def __init__(self, first: Mapping[str, int], events: Iterable[Event]) -> None:
        self._told: dict[str, list[tuple[int, int]]] = {who: [(0, anger)] for who, anger in first.items()}
        for event in events:
            if event.kind == "MoodMoved":
                for who, anger in event.data.get("moods", {}).items():
                    self._told.setdefault(who, []).append((event.at_ms, anger))

        self._last: dict[str, tuple[int, int, int]] = {}

    def at(self, persona: str, at_ms: int) -> int:
        return self.tell(persona, at_ms)[0]

    def tell(self, persona: str, at_ms: int) -> tuple[int, int]:
        """The anger, and until when it stays so. What was told last is kept with the times between which it holds: the
        same moment is asked about often."""
        since_ms, until_ms, anger = self._last.get(persona, (0, 0, 0))
        if not since_ms <= at_ms < until_ms:
            told = self._told.get(persona, ())
            nth = bisect_right(told, at_ms, key=lambda each: each[0])
            anger = told[nth - 1][1] if nth else 0
            until_ms = told[nth][0] if nth < len(told) else FOREVER_MS
            self._last[persona] = (told[nth - 1][0] if nth else 0, until_ms, anger)
        return anger, until_ms
