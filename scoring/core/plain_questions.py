"""Whether a short reply answers a plain question: "Ja, hellgrau, auf Lager" is good service, neither vague nor cold.

Rules kept here: a plain question is short, calm and asks for no feeling; who asks it in an outage or a storm wants more
than the word. An answer is short, says something that the question did not, and evades nothing.
"""

from collections.abc import Collection

from scoring.core.context import Context
from scoring.core.hearing.clauses import ELSEWHERE
from scoring.core.hearing.stems import is_content, stem
from scoring.core.hearing.touching import marks_in
from scoring.core.reading import Reading

MANY_WORDS = 25
"""Words of a question, and of an answer, from which neither is a short one."""
CALM = frozenset({"normal", "praise"})
"""Situations in which a plain question is one."""
CARE = frozenset({"feeling", "apology", "ownership"})
"""Acts that show that a post calls for more than an answer."""
EVASIVE = frozenset(
    f"tone.{name}"
    for name in (
        *("blame", "denial", "stalling", "officialese", "canned", "advertising", "condescension"),
        *("accusation", "threat", "bare_regret", "coarse", "insult"),
    )
)
"""Beside one of these, new words are no answer."""
EXACT = frozenset({"tone.concrete", "tone.answer"})
"""A figure, a day, a yes or no: an answer whatever the words."""


def answers_plainly(reading: Reading, context: Context, found: Collection[str]) -> bool:
    """Whether this is a short answer to a plain question, given the rules `found` in it."""
    if not EVASIVE.isdisjoint(found) or not _is_plain(context):
        return False
    words = [token.norm for token in reading.text.tokens if token.kind in {"word", "tag"}]
    return len(words) <= MANY_WORDS and (not EXACT.isdisjoint(found) or _tells_new(words, context))


def _is_plain(context: Context) -> bool:
    needs = context.needs.acts if context.needs is not None else ()
    post = context.post_text
    is_calm = context.situation in CALM and CARE.isdisjoint(needs) and "!" not in post and "??" not in post
    return is_calm and "?" in post and len(post.split()) <= MANY_WORDS


def _tells_new(words: Collection[str], context: Context) -> bool:
    """Whether a word that says something stands in neither the question nor among the places to look elsewhere."""
    language = context.language
    theirs = marks_in(context.post_text, language=language)
    told = (word for word in words if is_content(word, language=language) and word not in ELSEWHERE[language])
    return any(f"w:{stem(word, language=language)}" not in theirs for word in told)
