"""The words that are somebody's name in a run: they say nothing of how much a reply is its writer's own."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from scoring.core.text import analyse, fold
from simulator.core.state import State


def names_in(state: State) -> frozenset[str]:
    """The folded words that are somebody's name in this run: hand them to `read` with every reply."""
    return list_names(state.cast.values(), state.agent, state.timeline.brand.service_name)


def list_names(people: Iterable[Mapping[str, str]], *others: str) -> frozenset[str]:
    """The folded words of the names and handles of `people`, and of `others`."""
    return fold_names((*(text for each in people for text in (each["name"], each["handle"])), *others))


@lru_cache(maxsize=256)
def fold_names(texts: tuple[str, ...]) -> frozenset[str]:
    """Words of names that are no words of the language as well: short ones and particles are left in."""
    tokens = [token for text in texts for token in analyse(text).tokens]
    return frozenset(fold(token.text.lstrip("@")) for token in tokens if len(token.text) > 2 and token.kind != "punct")
