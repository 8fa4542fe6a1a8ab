"""`listen`: everything about a reply that its words and the scenario alone decide, before the run is locked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.core.hearing.clauses import Clause, cut_clauses, is_negator
from scoring.core.hearing.copying import find_rows, is_heap, list_norms
from scoring.core.hearing.ears import Claim, Ears
from scoring.core.hearing.framing import Region, doubt_clauses, find_frames, holds_copy
from scoring.core.hearing.promising import Promise, find_promises
from scoring.core.hearing.sayings import find_patterns
from scoring.core.hearing.tracing import Hit, read_words, trace
from scoring.core.lexicon.library import HEARING
from scoring.core.patterns import Match, find_matches
from scoring.core.text import Text

Place = tuple[int, int]
SAID = frozenset({"said", "denied"})
TOLD = SAID | {"offered"}
"""Kinds of clause that tell a fact; a rumour is not told by an offer."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """`says` maps the numbers of patterns that matched to their place. `worded` are facts that a pattern recognised,
    `hits` the traces of each signature of each fact; `affirms` and `denies` are rumours, by place. `taken_back` are
    facts whose words stand there and tell nothing."""

    ears: Ears | None
    clauses: tuple[Clause, ...]
    matches: tuple[Match, ...]
    promises: tuple[Promise, ...]
    says: Mapping[int, Place]
    worded: Mapping[str, Place]
    hits: Mapping[str, tuple[tuple[Hit, ...], ...]]
    affirms: Mapping[str, Place]
    denies: Mapping[str, Place]
    taken_back: frozenset[str] = frozenset()


def listen(text: Text, ears: Ears | None, *, language: str) -> Said:
    """What `text` says to `ears`; without any, what it says to everybody."""
    matches = tuple(find_matches(HEARING[language], text.tokens, text.sentences))
    clauses = cut_clauses(text, language=language)
    frames = find_frames(text, clauses, matches)
    clauses = doubt_clauses(clauses, frames.doubted)
    words = read_words(clauses, ears)
    promises = find_promises(text, clauses, words, matches, language=language)
    if ears is None:
        return Said(None, clauses, matches, promises, {}, {}, {}, {}, {})
    says = find_patterns(ears.patterns, text) if ears.patterns else {}
    hits = {
        fact.key: tuple(tuple(trace(signature, clauses, words, kinds=TOLD)) for signature in fact.signatures)
        for fact in ears.facts
    }
    affirms: dict[str, Place] = {}
    denies: dict[str, Place] = {}
    for rumour in ears.rumours:
        told, denied = rumour.signatures[0], rumour.signatures[1]
        if rumour.patterns:
            for place in (says[number] for number in rumour.patterns if number in says):
                kind = clause_at(clauses, place).kind
                if kind in SAID:
                    (denies if kind == "denied" else affirms).setdefault(rumour.key, place)
            continue
        for signature, kinds, found in ((told, {"said"}, affirms), (denied, {"denied"}, denies)):
            traced = tuple(trace(signature, clauses, words, kinds=kinds))
            if weigh(traced) >= signature.least:
                found[rumour.key] = (traced[0].first, traced[0].last)
    worded = {
        fact.key: place for fact in ears.facts for place in [_place_of(fact, says, clauses, text)] if place is not None
    }
    said = Said(ears, clauses, matches, promises, says, worded, hits, affirms, denies)
    return _leave_out(said, _find_taken_back(said, text, frames.taken_back))


def _find_taken_back(said: Said, text: Text, regions: Sequence[Region]) -> frozenset[str]:
    """The facts of which words stand in rows where they are denied, doubted or asked, or in no order at all: whoever
    pastes them so tells nothing of them."""
    if said.ears is None:
        return frozenset()
    norms = [norm for norm, _ in list_norms(text)]
    taken = set()
    for fact in said.ears.facts:
        rows = find_rows(text, fact.wording.rows) if regions else frozenset()
        is_traced = fact.key in said.worded or any(said.hits[fact.key])
        if any(holds_copy(region, rows) for region in regions) or is_traced and is_heap(norms, fact.wording):
            taken.add(fact.key)
    return frozenset(taken)


def leave_out_rows(said: Said, rows: frozenset[int]) -> Said:
    """`said` without what stands at the tokens `rows`, which are the customer's own words, but where a sentence says
    yes to them, or denies them."""
    if not rows or said.ears is None:
        return said
    own = {number for number, clause in enumerate(said.clauses) if clause.affirms or clause.kind == "denied"}
    hits = {
        key: tuple(tuple(hit for hit in each if hit.clause in own or hit.first not in rows) for each in traced)
        for key, traced in said.hits.items()
    }
    worded = {key: place for key, place in said.worded.items() if not rows.issuperset(range(*place))}
    return replace(said, hits=hits, worded=worded)


def _leave_out(said: Said, facts: frozenset[str]) -> Said:
    if not facts:
        return said
    hits = {key: tuple(() for _ in traced) if key in facts else traced for key, traced in said.hits.items()}
    worded = {key: place for key, place in said.worded.items() if key not in facts}
    return replace(said, hits=hits, worded=worded, taken_back=facts)


def weigh(hits: Sequence[Hit]) -> int:
    """The weight of traces; a word or figure that stands there twice counts once."""
    return sum({hit.group: hit.weight for hit in hits}.values())


def _place_of(fact: Claim, says: Mapping[int, Place], clauses: Sequence[Clause], text: Text) -> Place | None:
    """Where a pattern of `fact` matched and is meant: what is asked or left open is not, nor what is denied of a fact
    that denies nothing, unless the pattern holds the denial itself."""
    for number in fact.patterns:
        if number not in says:
            continue
        first, last = says[number]
        kind = clause_at(clauses, says[number]).kind
        holds_denial = any(is_negator(token) for token in text.tokens[first:last])
        if kind == "said" or kind == "denied" and (fact.denies or holds_denial):
            return first, last
    return None


def clause_at(clauses: Sequence[Clause], place: Place) -> Clause:
    """The clause in which `place` begins."""
    return next(clause for clause in clauses if clause.first <= place[0] < clause.last)
