"""Whether words that would be stalling say a fact: "the cause is being looked for" may be all that is known."""

from collections.abc import Sequence
from functools import lru_cache

from scoring.core.context import Context
from scoring.core.text import Token, analyse

STEM, LEAST = 6, 4


def is_said_of_facts(tokens: Sequence[Token], context: Context) -> bool:
    """Whether every longer word of `tokens` stands in one fact that was known."""
    if context.ears is None:
        return False
    words = {token.norm[:STEM] for token in tokens if len(token.norm) >= LEAST}
    return bool(words) and any(
        words <= _stems_of(f"{fact.text} {fact.approved or ''}")
        for fact in context.ears.timeline.facts
        if fact.key in context.known_facts
    )


@lru_cache(maxsize=512)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(token.norm[:STEM] for token in analyse(text).tokens)
