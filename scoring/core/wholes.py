"""What is wrong with a reply as a whole, rather than with words of it: vague, cold, long, crowded, full of nouns."""

from collections.abc import Callable, Collection, Container, Iterator

from scenarios.core.vocabulary import ACTS, LANGUAGES
from scoring.core.lexicon.counting import WEEKDAYS
from scoring.core.lexicon.library import SPELLING
from scoring.core.lexicon.words import ANSWERS, COMMON, NOMINAL_ENDINGS, SHORT
from scoring.core.marks import Place
from scoring.core.masking import TITLES
from scoring.core.reading import Reading
from scoring.core.text import Token

SUBSTANCE = frozenset(f"tone.{name}" for name in ("concrete", "next_step", "to_private", "answer", "guidance", "ease"))
"""What gives somebody something to hold on to."""
WARM = frozenset(
    f"tone.{name}"
    for name in (
        *("greeting", "feeling", "apology", "ownership", "thanks", "question", "sign_off"),
        *("appreciation", "understanding", "softener", "reassurance", "well_wish"),
        *("first_person", "ease", "offer", "foresight", "togetherness", "self_critique", "explanation", "guidance"),
    )
)
"""What makes a reply more than bare: a kind word, somebody who speaks, a reason, what to do, or care for what comes."""
TELLING = frozenset({"tone.explanation", "tone.offer", "tone.ownership", "tone.foresight"})
"""What a reply that does none of these tells all the same: a reason, a way, whose fault it was."""
HELPFUL = 2
"""Kinds of that from which a reply is no cold one, however short it is."""
VOCATIVE = frozenset(",.:!?")
"""What may stand after a name that somebody is called by, after a comma before it."""
CALLED = frozenset(",!:–-")
"""What stands behind the name that a reply begins with."""
NO_NAMES = {language: COMMON[language] | SHORT[language] | ANSWERS[language] | WEEKDAYS for language in LANGUAGES}
LONG = 6
"""Letters that a word has at most which is no noun in place of a verb."""
MANY_WORDS = 90
CROWD = frozenset(f"tone.{act}" for act in ACTS) - {"tone.greeting", "tone.sign_off"}
"""What a reply does between its greeting and its end; neither of those ever hurts."""
MANY_ACTS, ALL_BUT_ONE = 7, 8
"""Of the nine, from which a reply does everything at once: without a known fact, and with one. No model reply of the
shipped scenarios does more than 5."""


def find_whole(
    reading: Reading, found: Collection[str], *, tells: Callable[[], bool], answers: Callable[[], bool]
) -> Iterator[Place]:
    """What is wrong with the reply as a whole, given the rules that were found in it, whether it `tells` a fact, and
    whether it `answers` a plain question."""
    words = [token.norm for token in reading.text.tokens if token.kind == "word"]
    if not (SUBSTANCE | TELLING).intersection(found) and not tells() and not answers():
        yield Place("tone.vague", 0, 0)
    helps = len(SUBSTANCE.intersection(found)) >= HELPFUL
    if not WARM.intersection(found) and not helps and not _calls_by_name(reading) and not answers():
        yield Place("tone.cold", 0, 0)
    if len(words) > MANY_WORDS:
        yield Place("tone.rambling", 0, 0)
    many = len(CROWD.intersection(found))
    if many >= ALL_BUT_ONE or many == MANY_ACTS and not tells():
        yield Place("tone.crowded", 0, 0)
    nominal = sum(len(word) > LONG and word.endswith(NOMINAL_ENDINGS[reading.language]) for word in words)
    if nominal >= 3 and nominal * 8 >= len(words):
        yield Place("tone.nominal_style", 0, 0)


def _calls_by_name(reading: Reading) -> bool:
    """Whether the reply calls somebody by name: "Herr Falk, …", and in English, where only names are written so, "No,
    Fiona, …"."""
    tokens = reading.text.tokens
    if len(tokens) > 1 and tokens[1].text in CALLED and _is_name(tokens[0], reading.language):
        return True
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        is_called = reading.language == "en" and before.text == "," and after.text in VOCATIVE
        if (is_called or before.norm in TITLES) and _is_name(token, reading.language):
            return True
    return False


def _is_name(token: Token, language: str) -> bool:
    """Whether a word is written like a name and is none of the words that any text may hold, or that rules look for."""
    is_written_so = token.kind == "word" and token.text.istitle()
    return is_written_so and token.norm not in NO_NAMES[language] and not SPELLING[language].knows(token.norm)


def find_call(reading: Reading, names: Container[str]) -> Place | None:
    """The name that a reply begins with: "Hanna, …" greets as "Hallo Hanna" does. `names` are those of the run."""
    tokens = reading.text.tokens
    end = next((place for place, token in enumerate(tokens) if token.norm not in names), len(tokens))
    if 0 < end < len(tokens) and tokens[end].text in CALLED:
        return Place("tone.greeting", 0, end)
    return None
