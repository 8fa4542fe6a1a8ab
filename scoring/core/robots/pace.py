"""How fast somebody reads, thinks and types. The desk's clock runs meanwhile."""

from dataclasses import dataclass

from scenarios.core.timing import READING_WORDS_PER_MINUTE, THINKING_MS, TYPING_WORDS_PER_MINUTE

MINUTE_MS = 60_000
GLANCE_WORDS = 6
"""Of every new post, a person at a busy desk reads so many before the next one, and the rest when it is its turn."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute, and milliseconds of thought before a text is begun. `click_ms` is an act without
    words.
    """

    reading: int = READING_WORDS_PER_MINUTE
    typing: int = TYPING_WORDS_PER_MINUTE
    thinking_ms: int = THINKING_MS
    click_ms: int = 5_000

    def glance_ms(self, text: str) -> int:
        """How long it takes to see whether a post needs anything."""
        return self._read_ms(min(GLANCE_WORDS, len(text.split())))

    def read_rest_ms(self, text: str) -> int:
        """What comes on top before it is answered."""
        return self._read_ms(max(0, len(text.split()) - GLANCE_WORDS))

    def read_ms(self, text: str) -> int:
        return self._read_ms(len(text.split()))

    def type_ms(self, text: str) -> int:
        return len(text.split()) * MINUTE_MS // self.typing

    def write_ms(self, text: str) -> int:
        return self.thinking_ms + self.type_ms(text)

    def _read_ms(self, words: int) -> int:
        return words * MINUTE_MS // self.reading


PERSON = Pace()
"""A person at work (design.md, section 4)."""
HESITANT = Pace(reading=100, typing=12, thinking_ms=120_000, click_ms=30_000)
"""Minutes for every answer."""
PASTING = Pace(typing=600, thinking_ms=5_000)
"""Who only looks a template up."""
