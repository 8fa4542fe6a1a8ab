"""What a reply says, held against what was known when it was written, and against what this desk said before.

Rules kept here: what is promised against a fact is critical, so only a definite time or amount counts that is better
than the fact's own and is unmistakably about it. Whoever sets right what was said before contradicts nothing. Once a
coach has told a fact in their own words, what is promised may be that.
"""

from collections.abc import Iterator, Sequence

from scoring.core.context import Context
from scoring.core.hearing.clauses import Clause
from scoring.core.hearing.ears import Claim, list_valid
from scoring.core.hearing.heard import Heard
from scoring.core.hearing.listening import weigh
from scoring.core.hearing.promising import Promise
from scoring.core.hearing.signatures import STATED
from scoring.core.hearing.telling import CAUSE, claim_of, find_contradicted
from scoring.core.hearing.tracing import read_words
from scoring.core.reading import Reading
from scoring.core.text import list_words

MOST = 20
"""So many promises of a reply are held against the facts; a text that makes more is no reply."""
MARGIN = 10
"""Minutes that a promised time is earlier than the fact's, at least."""
SHARED = 2
"""Words that a promise has in common with a fact that the post asks for: "fahren" alone could be a bus."""
PAST = list_words("""
    bisher bislang urspruenglich zuvor vorhin frueher ueberholt statt anstatt mehr hiess hiesse stand war galt alte
    alten previously originally earlier before instead longer said was were outdated old
""")
"""A sentence that holds one of these tells of what was true before ("nicht mehr 10:45 Uhr")."""
Place = tuple[int, int]
Found = tuple[str, Place, dict[str, str | int]]


def find_untrue(reading: Reading, context: Context, heard: Heard) -> Iterator[Found]:
    """(rule, place, parameters) of what contradicts a fact or an earlier word, each promise once."""
    if context.is_told:
        return
    taken: list[Place] = []
    for key, place in _list_outdated(reading, context, heard):
        taken.append(place)
        yield "substance.outdated", place, {"fact": key}
    for promise in heard.promises[:MOST]:
        place = promise.first, promise.last
        if any(first < promise.last and promise.first < last for first, last in taken):
            continue
        if (fact := _find_against(promise, context, heard)) is not None:
            yield "substance.against_facts", place, {"fact": fact}
        else:
            yield "substance.overpromise", place, {"promised": promise.kind}
        yield from _find_contradiction(promise, context, heard)


def _list_outdated(reading: Reading, context: Context, heard: Heard) -> Iterator[tuple[str, Place]]:
    """Facts that are stated although a known one has replaced them, and that one is not."""
    if context.ears is None:
        return
    later = {fact.replaces: fact.key for fact in context.ears.timeline.facts if fact.key in context.known_facts}
    for key, place in heard.facts.items():
        if key not in later or key not in context.known_facts:
            continue
        if is_meant(key, context, heard, also=later[key]) and not _says_newer(key, later, heard):
            sentence = reading.text.sentences[_clause_of(place, heard).sentence]
            if not any(token.norm in PAST for token in reading.text.tokens[sentence.first : sentence.last]):
                yield later[key], place


def is_meant(key: str, context: Context, heard: Heard, *, also: str = "") -> bool:
    """Whether a fact that was heard is what the reply is about: it (or `also`) is asked for, or told in its words.

    A pattern alone may only touch on it: "After 4 hours" is no forecast of 4 hours.
    """
    asked = key in context.asked_for or also in context.asked_for
    return asked or any(weigh(hits) >= STATED for hits in heard.said.hits[key])


def _says_newer(key: str, later: dict[str, str], heard: Heard) -> bool:
    seen = {key}
    while (key := later.get(key, "")) and key not in seen:
        if key in heard.facts:
            return True
        seen.add(key)
    return False


def _find_against(promise: Promise, context: Context, heard: Heard) -> str | None:
    """The known fact that says otherwise of the same thing: later, or less."""
    if context.ears is None or not promise.marks or promise.kind not in {"time", "amount"}:
        return None
    figure = promise.marks[0].partition(":")[0]
    promised = _read_values(promise.marks, figure)
    if figure not in {"time", "money", "percent"} or not promised:
        return None
    clause = _clause_of((promise.first, promise.last), heard)
    generic = _list_generic(heard) if figure != "time" else frozenset()
    valid = list_valid(context.ears, context.known_facts)
    for fact in context.ears.facts:
        is_better = fact.key in valid and _is_better(promised, fact, figure)
        if is_better and not _is_other_case(fact, clause, figure, heard) and _is_about(fact, clause, generic, context):
            return fact.key
    return None


def _is_better(promised: Sequence[int], fact: Claim, figure: str) -> bool:
    """Whether what is promised is earlier or more than all that the fact has of this kind, however it is read."""
    signature = fact.signatures[0]
    known = _read_values(tuple(signature.marks), figure)
    if not known or figure == "time" and "span" in signature.kinds:
        return False
    if figure == "time":
        return max(promised) <= min(known) - MARGIN
    return min(promised) > max(known)


def _is_other_case(fact: Claim, clause: Clause, figure: str, heard: Heard) -> bool:
    """Whether the sentence tells the fact's own value as well, or the clause a figure that the fact has not: "from 120
    minutes 50 %" is another case than "from 60 minutes 25 %", and RE 7 another train."""
    marks = fact.signatures[0].marks
    around = [other for other in heard.said.clauses if other.sentence == clause.sentence]
    told = {value for other in around for found in other.figures if found.kind == figure for value in found.values}
    others = (found for found in clause.figures if found.kind != figure)
    return not told.isdisjoint(marks) or any(not any(value in marks for value in found.values) for found in others)


def _list_generic(heard: Heard) -> frozenset[int]:
    """The tokens that say of any payment that it is one ("bekommen … zurück")."""
    pays = (match for match in heard.said.matches if match.rule in {"pay", "refund"})
    return frozenset(place for match in pays for place in range(match.first, match.last))


def _is_about(fact: Claim, clause: Clause, generic: frozenset[int], context: Context) -> bool:
    """Whether the clause has enough of the fact's words; where the post asks for the fact, two of them are."""
    signature = fact.signatures[0]
    weights: dict[int, int] = {}
    for word in read_words((clause,), context.ears)[0].words:
        for name in (word.exact, *word.related) if word.place not in generic else ():
            mark = signature.marks.get(name)
            if mark is not None and not mark.denied:
                weights[mark.group] = max(weights.get(mark.group, 0), mark.weight)
    return sum(weights.values()) >= STATED or fact.key in context.asked_for and len(weights) >= SHARED


def _find_contradiction(promise: Promise, context: Context, heard: Heard) -> Iterator[Found]:
    claim = claim_of(promise, heard.said.clauses)
    before = find_contradicted(claim, context.told_before) if claim is not None else None
    if before is not None:
        params: dict[str, str | int] = {
            "reply": before.reply,
            "value": CAUSE if before.claim.figure == CAUSE else before.claim.values[0],
            "since_ms": context.at_ms - before.at_ms,
            "to": before.to,
        }
        yield "substance.contradicts", (promise.first, promise.last), params


def _clause_of(place: Place, heard: Heard) -> Clause:
    return next(clause for clause in heard.said.clauses if clause.first <= place[0] < clause.last)


def _read_values(marks: Sequence[str], figure: str) -> list[int]:
    values = (mark.partition(":") for mark in marks)
    return [int(value) for kind, _, value in values if kind == figure and value.isdecimal()]
