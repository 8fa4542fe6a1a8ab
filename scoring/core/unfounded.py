"""What a reply says all the same that tells none of the facts it was asked for: yes where the answer is no, or another
figure than the known one.

Rules kept here: only where facts were asked for, known and due, and none of them is told: whoever tells one is held
against it elsewhere (truth.py). A yes counts where a clause begins with it and the reply denies nothing at all; a no is
what the scenario's model reply says of what the post asks. A figure counts in a clause that shares a word with the
fact, a plain number only behind that word.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from scoring.core.context import Context
from scoring.core.hearing.clauses import Clause, cut_clauses
from scoring.core.hearing.heard import Heard
from scoring.core.hearing.listening import SAID
from scoring.core.hearing.touching import marks_in
from scoring.core.hearing.tracing import read_words
from scoring.core.reading import Reading
from scoring.core.text import analyse, list_words

YES, REGRET = "says_yes", "regret"
NO = list_words("nein nee no nope")
REGRETS = list_words("leider schade afraid unfortunately sadly sorry")
"""A clause that denies with one of these refuses, whatever its words."""
Found = tuple[str, tuple[int, int], dict[str, str]]


def find_unfounded(reading: Reading, context: Context, heard: Heard, *, due: Collection[str]) -> Iterator[Found]:
    """(rule, place, parameters) of what nothing known carries; `due` are the facts that were asked for and known."""
    asked = [fact for fact in due if fact in context.asked_for]
    if not asked or not set(heard.facts).isdisjoint(context.asked_for):
        return
    if (place := _find_yes(reading, context, heard)) is not None:
        yield "substance.unfounded", _sentence_around(place, reading), {"fact": asked[0]}
    for fact, place in _list_figures(context, heard, asked):
        yield "substance.unfounded", _sentence_around(place, reading), {"fact": fact}


def _find_yes(reading: Reading, context: Context, heard: Heard) -> tuple[int, int] | None:
    """Where the reply says yes, although the scenario's own answer says no."""
    model = context.needs.model if context.needs is not None else None
    if not model or not _says_no(model, post=context.post_text, language=context.language):
        return None
    yes = [(match.first, match.last) for match in heard.said.matches if match.rule == YES]
    denied = [clause for clause in heard.said.clauses if clause.kind == "denied"]
    is_denied = any(not any(first < each.last and each.first < last for first, last in yes) for each in denied)
    if is_denied or any(match.rule == REGRET for match in reading.matches):
        return None
    return next(iter(yes), None)


@lru_cache(maxsize=512)
def _says_no(text: str, *, post: str, language: str) -> bool:
    """Whether `text` refuses what `post` asks for: by a bare no, with regret, or in the post's own words."""
    read, theirs = analyse(text), marks_in(post, language=language)
    if any(one.norm in NO and after.kind == "punct" for one, after in pairwise(read.tokens)):
        return True
    for clause in cut_clauses(read, language=language):
        if clause.kind == "denied":
            norms = {token.norm for token in read.tokens[clause.first : clause.last]}
            marks = {f"w:{stem}" for stem, _ in clause.words}.union(*(figure.values for figure in clause.figures))
            if not (REGRETS.isdisjoint(norms) and marks.isdisjoint(theirs)):
                return True
    return False


def _list_figures(context: Context, heard: Heard, asked: Collection[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Figures of a kind that the fact has, in its words, with a value that neither a fact nor the customer has."""
    clauses = [clause for clause in heard.said.clauses if clause.kind in SAID and clause.figures]
    if context.ears is None or not clauses:
        return
    known = {mark for fact in context.ears.facts if fact.key in context.known_facts for mark in fact.carries}
    known |= marks_in(context.post_text, language=context.language)
    for fact in context.ears.facts:
        signature = fact.signatures[0]
        if fact.key not in asked:
            continue
        for clause in clauses:
            wrong = [f for f in clause.figures if f.kind in signature.kinds and known.isdisjoint(f.values)]
            wrong = [f for f in wrong if f.kind != "number" or _is_named(f.first, clause, signature.marks)]
            if wrong:
                shared = read_words((clause,), context.ears)[0].marks.intersection(signature.marks)
                if any(mark.startswith("w:") for mark in shared):
                    yield fact.key, (wrong[0].first, wrong[0].last)


def _is_named(first: int, clause: Clause, marks: Collection[str]) -> bool:
    """Whether a word of the fact stands right before the number at `first`: "coach 5", where it is coach 2."""
    return any(place == first - 1 and f"w:{stem}" in marks for stem, place in clause.words)


def _sentence_around(place: tuple[int, int], reading: Reading) -> tuple[int, int]:
    """The whole sentence: nothing in it is good for anybody."""
    sentence = next(each for each in reading.text.sentences if each.first <= place[0] < each.last)
    return sentence.first, sentence.last
