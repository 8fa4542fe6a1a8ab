"""Which facts a reply states: held against the customer's post, because who only repeats a question states nothing."""

from collections.abc import Collection, Sequence

from scoring.core.hearing.clauses import Clause
from scoring.core.hearing.ears import Claim
from scoring.core.hearing.listening import Place, Said, weigh
from scoring.core.hearing.signatures import Signature
from scoring.core.hearing.tracing import Hit

WIDE = frozenset({"time", "percent", "money", "span"})


def find_stated(said: Said, *, post: Collection[str]) -> dict[str, Place]:
    """Fact → the tokens that state it, in the order of the scenario. `post` are the marks of the customer's post."""
    stated = {}
    for fact in said.ears.facts if said.ears else ():
        place = said.worded.get(fact.key) or _find_traced(fact, said, post)
        if place is not None:
            stated[fact.key] = place
    return stated


def _find_traced(fact: Claim, said: Said, post: Collection[str]) -> Place | None:
    """By its signatures; where it has patterns, by its approved wording only."""
    for number, signature in enumerate(fact.signatures):
        if number == 0 and fact.patterns:
            continue
        hits = _count_hits(said.hits[fact.key][number], signature, said.clauses, post)
        if hits and weigh(hits) >= signature.least:
            best = max(hits, key=lambda hit: (hit.weight, -hit.first)).clause
            inside = [hit for hit in hits if hit.clause == best]
            return min(hit.first for hit in inside), max(hit.last for hit in inside)
    return None


def _count_hits(
    hits: Sequence[Hit], signature: Signature, clauses: Sequence[Clause], post: Collection[str]
) -> list[Hit]:
    """Without hits in clauses that contradict the fact, and with what the customer wrote counting little."""
    counted = []
    for hit in hits:
        clause = clauses[hit.clause]
        if contradicts(clause, clauses, signature, post):
            continue
        if hit.name in post and not clause.affirms:
            hit = hit._replace(weight=0 if hit.name.startswith("w:") else min(hit.weight, 1))
        if hit.weight:
            counted.append(hit)
    return counted


def contradicts(clause: Clause, clauses: Sequence[Clause], signature: Signature, post: Collection[str]) -> bool:
    """Whether figures of a kind that the fact has are given, and none that the fact or the customer has.

    Times and amounts hold for their whole sentence, plain numbers for their clause.
    """
    for kind in signature.kinds:
        scope = [each for each in clauses if each.sentence == clause.sentence] if kind in WIDE else [clause]
        values = [value for each in scope for figure in each.figures if figure.kind == kind for value in figure.values]
        if values and not any(value in signature.marks or value in post for value in values):
            return True
    return False
