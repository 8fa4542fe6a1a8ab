"""The strategy of a reply in a crisis, held against who is to blame, as far as that was known (Coombs 2007).

Rules kept here: only in threads of the crisis's topics, and only once the fact that shows who is to blame was known to
the writer: before that, informing is right. What everybody can see to be the house's own fault may not be denied: that
is critical, so only unmistakable words count, said by the writer and not quoted, and not beside an admission.
"""

from collections.abc import Iterator, Mapping

from scenarios.core.vocabulary import CLUSTERS
from scoring.core.context import Context
from scoring.core.hearing.heard import Heard
from scoring.core.patterns import Match
from scoring.core.reading import Reading

WRONG: Mapping[str, tuple[str, ...]] = {
    "victim": ("blame",),
    "accidental": ("deny", "blame", "bolster"),
    "preventable": ("excuse", "justify", "bolster", "blame"),
}
"""Cluster → strategies that are wrong there. To deny is critical where it was preventable."""
RIGHT: Mapping[str, tuple[str, ...]] = {
    "victim": ("inform",),
    "accidental": ("own", "apologise", "repair", "inform"),
    "preventable": ("own", "apologise", "repair"),
}
"""Cluster → strategies that are right there, the one that says most first."""
ACTS: Mapping[str, tuple[str, ...]] = {
    "own": ("ownership",),
    "apologise": ("apology",),
    "repair": ("offer", "next_step"),
}
OWNING = frozenset({"apology", "ownership"})
QUOTES = frozenset("\"„“”«»‚‘'")
Place = tuple[int, int]
Found = tuple[str, Place | None, dict[str, str]]


def find_cluster(context: Context) -> str | None:
    """Who is to blame, a bad history counted in; None outside of the crisis, and as long as it is open."""
    crisis = context.ears.timeline.crisis if context.ears is not None else None
    if crisis is None or context.topic not in crisis.topics:
        return None
    if crisis.known_from and crisis.known_from not in context.known_facts:
        return None
    row = CLUSTERS.index(crisis.cluster) + crisis.has_history
    return CLUSTERS[min(row, len(CLUSTERS) - 1)]


def find_strategy(reading: Reading, context: Context, heard: Heard) -> Iterator[Found]:
    """(rule, place, parameters) of what is the wrong way to answer for this, or else of the right one."""
    cluster = find_cluster(context)
    if cluster is None:
        return
    found = list(_find_wrong(reading, context, heard, cluster))
    yield from found or _find_right(reading, heard, cluster)


def _find_right(reading: Reading, heard: Heard, cluster: str) -> Iterator[Found]:
    """The strategy that says most of those that are right."""
    acts = set(heard.data.get("acts", ()))
    for strategy in RIGHT[cluster]:
        places = [
            (match.first, match.last)
            for match in reading.matches
            if match.rule in ACTS.get(strategy, ()) and match.rule in acts
        ]
        places += heard.facts.values() if strategy == "inform" else ()
        if places:
            yield "substance.strategy_right", places[0], {"strategy": strategy, "cluster": cluster}
            return


def _find_wrong(reading: Reading, context: Context, heard: Heard, cluster: str) -> Iterator[Found]:
    owned = [match for match in reading.matches if match.rule == "ownership"]
    for match in _list_strategies(reading, heard):
        strategy = match.rule.removeprefix("strategy.")
        place = match.first, match.last
        is_mixed = any(own.last <= match.first or match.last <= own.first for own in owned)
        if strategy == "deny" and cluster == "preventable" and not is_mixed:
            yield "substance.denied_fault", place, {}
        elif strategy in WRONG[cluster] or strategy == "deny" and cluster == "preventable":
            yield "substance.strategy", place, {"strategy": strategy, "cluster": cluster}
    acts = set(heard.data.get("acts", ()))
    if cluster == "victim" and "ownership" in acts and owned:
        yield "substance.over_apology", (owned[0].first, owned[0].last), {}
    needed = OWNING.intersection(context.needs.acts) if context.needs is not None and context.needs.answer else set()
    if cluster != "victim" and needed and not acts & OWNING and not context.was_owned:
        yield "substance.unowned", None, {"cluster": cluster}


def _list_strategies(reading: Reading, heard: Heard) -> Iterator[Match]:
    """What the writer says in earnest: no questions, nothing left open, nothing in quotation marks."""
    tokens = reading.text.tokens
    for match in heard.said.matches:
        if match.rule.startswith("strategy."):
            clause = next(clause for clause in heard.said.clauses if clause.first <= match.first < clause.last)
            is_quoted = match.first > 0 and tokens[match.first - 1].text in QUOTES
            if clause.kind in {"said", "denied"} and not is_quoted:
                yield match
