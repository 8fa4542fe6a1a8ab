"""Which facts a reply states: held against the customer's post, because who only repeats a question states nothing."""

from collections.abc import Collection, Sequence

from scoring.core.hearing.clauses import Clause
from scoring.core.hearing.ears import Claim
from scoring.core.hearing.listening import Place, Said, weigh
from scoring.core.hearing.signatures import Signature
from scoring.core.hearing.tracing import Hit

Given = dict[str, list[str]]
WIDE = frozenset({"time", "percent", "money", "span"})


def find_stated(said: Said, *, post: Collection[str]) -> dict[str, Place]:
    """Fact → the tokens that state it, in the order of the scenario. `post` are the marks of the customer's post."""
    given = list_given(said.clauses)
    stated = {}
    for fact in said.ears.facts if said.ears else ():
        place = said.worded.get(fact.key) or _find_traced(fact, said, given, post)
        if place is not None:
            stated[fact.key] = place
    return stated


def list_given(clauses: Sequence[Clause]) -> tuple[Given, ...]:
    """Kind of figure → its values around each clause: times and amounts of the sentence, others of the clause."""
    wide: dict[int, Given] = {}
    for clause in clauses:
        for figure in clause.figures:
            wide.setdefault(clause.sentence, {}).setdefault(figure.kind, []).extend(figure.values)
    given = []
    for clause in clauses:
        around = {kind: values for kind, values in wide.get(clause.sentence, {}).items() if kind in WIDE}
        for figure in clause.figures:
            if figure.kind not in WIDE:
                around.setdefault(figure.kind, []).extend(figure.values)
        given.append(around)
    return tuple(given)


def contradicts(given: Given, signature: Signature, post: Collection[str]) -> bool:
    """Whether figures of a kind that the fact has are given, and none that the fact or the customer has."""
    return any(
        kind in signature.kinds and not any(value in signature.marks or value in post for value in values)
        for kind, values in given.items()
    )


def _find_traced(fact: Claim, said: Said, given: Sequence[Given], post: Collection[str]) -> Place | None:
    """By its signatures; where it has patterns, by its approved wording only."""
    for number, signature in enumerate(fact.signatures):
        if number == 0 and fact.patterns:
            continue
        hits = weigh_traces(fact, said, given, post, number=number)
        if weigh(hits) >= signature.least:
            best = max(hits, key=lambda hit: (hit.weight, -hit.first)).clause
            inside = [hit for hit in hits if hit.clause == best and hit.weight]
            return min(hit.first for hit in inside), max(hit.last for hit in inside)
    return None


def weigh_traces(
    fact: Claim, said: Said, given: Sequence[Given], post: Collection[str], *, number: int = 0
) -> list[Hit]:
    """The traces of a signature of `fact`, each with what it weighs beside the customer's `post`."""
    signature = fact.signatures[number]
    return [
        _weigh_echo(hit, said.clauses[hit.clause], post)
        for hit in said.hits[fact.key][number]
        if not contradicts(given[hit.clause], signature, post)
    ]


def _weigh_echo(hit: Hit, clause: Clause, post: Collection[str]) -> Hit:
    """What the customer wrote counts for little where it comes back, unless the sentence says yes to it, or no."""
    if hit.name not in post or clause.affirms or clause.kind == "denied":
        return hit
    return hit._replace(weight=0 if hit.name.startswith("w:") else min(hit.weight, 1))
