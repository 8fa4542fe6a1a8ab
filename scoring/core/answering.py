"""Whether a reply answers at all: the customer's own words back, another post's answer and a mere list of words do not.

Rules kept here: only where the post needs an answer; who states a fact that is asked for has answered; a short word
that does what the post calls for ("Danke, gebe ich weiter!") is an answer, and so is one that brings what nobody wrote
down. So a reply answers something else only if its words are another thread's, and nothing only if none of its words
are this thread's and it does nothing either.
"""

from collections.abc import Iterator, Set

from scoring.core.context import Context
from scoring.core.hearing.copying import find_rows, list_norms, rows_of
from scoring.core.hearing.heard import Heard
from scoring.core.hearing.touching import Subject, Touch, read_subject, touch
from scoring.core.lexicon.words import COMMON
from scoring.core.marks import find_copied
from scoring.core.reading import Reading
from scoring.core.text import Text

ELSEWHERE = 6
"""Words of another thread from which a reply is about that one."""
TIMES = 3
"""So many times as many as of its own thread."""
SHARE = 600
"""Per mille of the reply's words that they are at least."""
LIST_WORDS = 6
LIST = 250
"""Per mille of short and common words below which there are no sentences, only words: sentences hold twice as many."""
LITTLE = 3
"""Letters of a word that only holds others together."""
RUN = 3
"""Words in a row that are the customer's own."""
ECHO_WORDS = 6
ECHO = 600
"""Per mille of the reply's words in such rows from which it is an echo."""
FORMS = frozenset({"greeting", "sign_off", "feeling"})
"""Acts that answer nothing."""
DOES = frozenset({"next_step", "to_private", "offer", "explanation", "ownership", "question"})
"""Acts that answer, whatever was asked."""

SAYS = frozenset({"own_step", "not_known"})
"""What answers as well: what one does next, and that nobody knows yet."""
TOUCHES = 2
"""Words of its own thread from which a reply that states no fact may still have answered."""
UNASKED = 2
"""Facts that nobody asked for, and that still belong to an answer; what goes beyond buries it."""
FALSE = frozenset({"substance.unfounded", "substance.overpromise", "substance.against_facts"})
"""What nobody knows, or knows otherwise: beside none of what was asked it answers nothing."""
NO_ANSWER = frozenset({"substance.echo", "substance.off_topic", "substance.no_answer"})

Place = tuple[int, int]
Found = tuple[str, Place | None, dict[str, str]]


def find_no_answer(reading: Reading, context: Context, heard: Heard) -> Iterator[Found]:
    """(rule, place, parameters) of what shows that this is no answer to the post; nothing where it is one."""
    if context.needs is None or not context.needs.answer or not reading.text.tokens:
        return
    if (echo := find_echo(reading.text, context.post_text)) is not None:
        yield "substance.echo", echo, {}
        return
    if set(heard.facts).intersection(context.asked_for):
        return
    subjects = _list_subjects(reading, context)
    leave_out = _list_formal(reading, context)
    here = touch(heard.said.clauses, subjects, leave_out=leave_out)
    if (other := _find_elsewhere(here, context, heard, leave_out)) is not None:
        yield "substance.off_topic", None, {"thread": other}
    elif not here.own and (_is_list(reading) or not _does_something(context, heard)):
        yield "substance.no_answer", None, {}


def ends_no_wait(reading: Reading, context: Context, heard: Heard, rules: Set[str]) -> bool:
    """Whether who waits for an answer still does: `rules`, found in the reply, say that it is none, or it tells nothing
    of what was asked and known, but what is wrong, what it takes back itself, much that was not asked, or hardly a word
    that belongs to the thread and is not copied from the post. Who points into private, as the post needs, has
    answered."""
    if context.needs is None or not context.needs.answer:
        return False
    if rules & NO_ANSWER:
        return True
    if "substance.missing" not in rules or set(heard.facts).intersection(context.asked_for):
        return False
    if rules & FALSE or heard.said.taken_back:
        return True
    if context.needs.private and "to_private" in heard.data:
        return False
    if "substance.unasked" in rules:
        return True
    copied = find_copied(reading, context.post_text)
    own = [
        clause._replace(words=tuple(word for word in clause.words if word[1] not in copied))
        for clause in heard.said.clauses
    ]
    leave_out = _list_formal(reading, context)
    return touch(own, _list_subjects(reading, context), leave_out=leave_out).own < TOUCHES


def find_unasked(context: Context, heard: Heard) -> Iterator[Found]:
    """Facts poured out, each of them: beyond a few, and beyond as many as were asked for."""
    if context.needs is None:
        return
    unasked = sorted(set(heard.facts).difference(context.asked_for), key=lambda fact: (heard.facts[fact], fact))
    for fact in unasked[max(UNASKED, len(heard.facts) - len(unasked)) :]:
        yield "substance.unasked", heard.facts[fact], {"fact": fact}


def _find_elsewhere(here: Touch, context: Context, heard: Heard, leave_out: frozenset[int]) -> str | None:
    """The thread that the reply is about instead."""
    if context.ears is None or here.foreign < ELSEWHERE:
        return None
    for thread, subject in context.ears.subjects.items():
        if thread != context.thread:
            there = touch(heard.said.clauses, (subject,), leave_out=leave_out)
            is_there = there.own >= max(ELSEWHERE, TIMES * here.own)
            if is_there and 1000 * there.own >= SHARE * (there.own + there.foreign):
                return thread
    return None


def _list_subjects(reading: Reading, context: Context) -> list[Subject]:
    subjects = [read_subject(context.post_text, language=reading.language)]
    if context.ears is not None and context.thread in context.ears.subjects:
        subjects.append(context.ears.subjects[context.thread])
    return subjects


def _list_formal(reading: Reading, context: Context) -> frozenset[int]:
    """The tokens that any reply may hold: acts, names, the signature, the brand's name."""
    formal = {place for match in reading.matches for place in range(match.first, match.last)}
    house = context.ears.house if context.ears is not None else frozenset()
    formal.update(
        place for place, token in enumerate(reading.text.tokens) if token.norm in context.names or token.norm in house
    )
    if reading.prose.signature:
        formal.update(range(*reading.prose.signature))
    return frozenset(formal)


def _does_something(context: Context, heard: Heard) -> bool:
    needed = set(context.needs.acts) - FORMS if context.needs else set()
    acts = set(heard.data.get("acts", ()))
    says_yes = any(clause.affirms for clause in heard.said.clauses)
    return bool(acts & (DOES | needed)) or says_yes or any(match.rule in SAYS for match in heard.said.matches)


def _is_list(reading: Reading) -> bool:
    """Whether these are words, but no sentences: "Service, Lösung, Verständnis, Team ..."."""
    words = [token.norm for token in reading.text.tokens if token.kind == "word"]
    common = COMMON[reading.language]
    little = sum(len(word) <= LITTLE or word in common for word in words)
    return len(words) >= LIST_WORDS and 1000 * little < LIST * len(words)


def find_echo(text: Text, post_text: str) -> Place | None:
    """Where a reply gives the customer's own words back, if that is most of it."""
    words = len(list_norms(text))
    if words < ECHO_WORDS or not post_text:
        return None
    covered = find_rows(text, rows_of(post_text, length=RUN), length=RUN)
    if len(covered) < ECHO_WORDS or 1000 * len(covered) < ECHO * words:
        return None
    return min(covered), max(covered) + 1
