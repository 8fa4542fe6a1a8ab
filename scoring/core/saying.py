"""Whether words that would be a fault only say what is known: "the cause is being looked for" may be all there is.

Rules kept here: a fault that stands in a clause which tells a known fact, or right before one ("We know: …", "Don't
worry, …"), is none where the fault would be that nobody knows it (stalling, promising too much). Selling is none where
the customer asked for it, or for a fact that holds it.
"""

from collections.abc import Sequence
from functools import lru_cache

from scoring.core.context import Context
from scoring.core.hearing.clauses import MARKS
from scoring.core.hearing.heard import listen_to
from scoring.core.hearing.listening import weigh
from scoring.core.hearing.signatures import STATED
from scoring.core.hearing.stating import find_stated
from scoring.core.hearing.touching import marks_in
from scoring.core.hearing.tracing import Hit
from scoring.core.lexicon.words import COMMON
from scoring.core.patterns import Match
from scoring.core.reading import Reading
from scoring.core.spans import Spans
from scoring.core.text import Token, analyse

STEM, LEAST = 6, 4
ENDS = MARKS | frozenset(".!?…")
"""What ends a clause, and may announce the next one."""
TOLD = frozenset({"stalling", "overpromise"})
"""What a known fact in the same clause excuses."""
ASKED = frozenset({"advertising"})
"""What the customer's question excuses."""


class Carried:
    """What facts and the post carry of a reply. Facts are looked for only once somebody asks: few replies need it."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self._reading, self._context = reading, context
        self._told: Spans | None = None

    def tells(self) -> bool:
        """Whether a fact that is known is told at all."""
        return bool(self._list_told())

    def excuses(self, match: Match) -> bool:
        """Whether what `match` found is no fault, because it is known or was asked for."""
        words = self._reading.text.tokens[match.first : match.last]
        if match.rule in TOLD:
            return is_said_of_facts(words, self._context) or self._is_told_by(match)
        return match.rule in ASKED and _is_asked(words, self._context)

    def _is_told_by(self, match: Match) -> bool:
        """Whether the clause of `match`, or the one that it announces, tells a known fact."""
        told, tokens = self._list_told(), self._reading.text.tokens
        mark = next((place for place in range(match.last, len(tokens)) if tokens[place].text in ENDS), len(tokens))
        return told.touch(match.first, match.last) or told.touch(mark + 1, mark + 2)

    def _list_told(self) -> Spans:
        """The clauses that tell a known fact."""
        if self._told is None:
            self._told = Spans(list_telling(self._reading, self._context))
        return self._told


def list_telling(reading: Reading, context: Context) -> list[tuple[int, int]]:
    """The clauses that tell a fact which was known, as tokens."""
    if context.ears is None:
        return []
    said = listen_to(reading, context)
    stated = find_stated(said, post=marks_in(context.post_text, language=reading.language))
    known = [claim for claim in context.ears.facts if claim.key in stated and claim.key in context.known_facts]
    places = [stated[claim.key] for claim in known]
    places += [said.says[pattern] for claim in known for pattern in claim.patterns if pattern in said.says]
    traced = {number for claim in known for number in _list_traced(said.hits[claim.key])}
    return [
        (each.first, each.last)
        for number, each in enumerate(said.clauses)
        if number in traced or any(each.first <= first < each.last for first, _ in places)
    ]


def _list_traced(hits: Sequence[Sequence[Hit]]) -> set[int]:
    """The clauses, by number, that hold enough of one of a fact's signatures by themselves."""
    clauses = {(nth, hit.clause) for nth, of_one in enumerate(hits) for hit in of_one}
    return {n for nth, n in clauses if weigh([hit for hit in hits[nth] if hit.clause == n]) >= STATED}


def is_said_of_facts(tokens: Sequence[Token], context: Context) -> bool:
    """Whether every longer word of `tokens` stands in one fact that was known."""
    if context.ears is None:
        return False
    words = _stem_all(tokens, context.language)
    return bool(words) and any(
        words <= _stems_of(f"{fact.text} {fact.approved or ''}")
        for fact in context.ears.timeline.facts
        if fact.key in context.known_facts
    )


def _is_asked(tokens: Sequence[Token], context: Context) -> bool:
    """Whether every longer word stands in the customer's post, or in a fact that the post asks for."""
    words = _stem_all(tokens, context.language)
    facts = context.ears.timeline.facts if context.ears is not None else ()
    asked = [fact.text for fact in facts if fact.key in context.asked_for and fact.key in context.known_facts]
    return bool(words) and any(words <= _stems_of(text) for text in (context.post_text, *asked))


def _stem_all(tokens: Sequence[Token], language: str) -> frozenset[str]:
    """Of the longer words those that say something."""
    common = COMMON[language]
    return frozenset(t.norm[:STEM] for t in tokens if len(t.norm) >= LEAST and t.norm not in common)


@lru_cache(maxsize=512)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(token.norm[:STEM] for token in analyse(text).tokens)
