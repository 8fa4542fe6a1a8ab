"""The right place for a word: what only the record knows, and colleagues' notes, never in public; private only for what
needs it; a public word first, then private, then a public closing note.

Rules kept here: a name counts as shown only where it addresses somebody, because many names are words as well; what the
scenario does not call private is not private, unless the post itself holds personal data.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from scoring.core.context import Context
from scoring.core.hearing.heard import Heard
from scoring.core.privacy import read_privacy
from scoring.core.text import Text, analyse, fold, list_words

KINDS: Mapping[str, str] = {
    **dict.fromkeys(("name", "contact"), "name"),
    **dict.fromkeys(("phone", "mobile"), "phone"),
    **dict.fromkeys(("mail", "email"), "mail"),
    "address": "address",
    **dict.fromkeys(("birthday", "birth_date"), "birth_date"),
    **dict.fromkeys(("iban", "bank"), "bank"),
    **dict.fromkeys(("booking", "order", "ticket", "claim", "reference", "invoice"), "order_number"),
}
"""Entry of a record → what kind of personal data it is; a number under any other name is a customer number."""
ADDRESSING = list_words("""
    frau herr herrn familie hallo hi hey moin liebe lieber tag morgen abend
    mr mrs ms miss dear hello
""")
"""A name follows one of these, or the other half of it."""
LEAST = 5
"""Letters and figures of a number in a record, without blanks and hyphens."""
MOVES = frozenset({"call", "mail", "message"})
FEW = 2
"""Public turns before a private matter moves."""
Place = tuple[int, int]
Found = tuple[str, Place | None, dict[str, str]]


def find_record(text: Text, context: Context) -> Iterator[tuple[str, Place]]:
    """(kind, place) of what of the customer's record stands in `text`."""
    for key, value in context.record:
        for place in _find_entry(text, key, value, context):
            yield KINDS.get(key, "customer_number"), place


def find_turns(context: Context, heard: Heard) -> Iterator[Found]:
    """Whether this is for colleagues, and whether it is the turn for this channel."""
    note = next((match for match in heard.said.matches if match.rule == "internal"), None)
    if note is not None and context.visibility == "public":
        yield "privacy.internal_note", (note.first, note.last), {}
    needs = context.needs
    if needs is None or context.post_visibility != "public":
        return
    points_away = bool(heard.data.get("to_private"))
    is_private = needs.private or bool(needs.desk or needs.danger) or _holds_data(context.post_text, context.language)
    if context.visibility == "private":
        if needs.answer and not needs.danger and not context.public_turns:
            yield "privacy.no_public_word" if is_private else "privacy.needlessly_private", None, {}
    elif needs.answer and not is_private and _moves(heard) and not _answers_here(context, heard):
        yield "privacy.needlessly_private", None, {}
    elif needs.answer and needs.private and context.public_turns >= FEW and not points_away and not context.had_private:
        yield "privacy.many_turns", None, {}
    elif context.had_private and not points_away:
        yield "privacy.closing_note", None, {}


def _answers_here(context: Context, heard: Heard) -> bool:
    """Whether the reply states a fact that is asked for, or gives the address that such a fact names: that is where it
    is done, and not a private word instead of an answer."""
    if set(heard.facts).intersection(context.asked_for):
        return True
    carried = {
        value
        for fact in (context.ears.facts if context.ears is not None else ())
        if fact.key in context.asked_for and fact.key in context.known_facts
        for value in fact.carries
    }
    return any(
        figure.kind == "link" and not carried.isdisjoint(figure.values)
        for clause in heard.said.clauses
        for figure in clause.figures
    )


def _moves(heard: Heard) -> bool:
    """Whether the conversation is to go on elsewhere. A form or the app is where people find things."""
    return "to_private" in heard.data.get("acts", ()) or not MOVES.isdisjoint(heard.data.get("ways", ()))


@lru_cache(maxsize=512)
def _holds_data(post_text: str, language: str) -> bool:
    """Whether the customer's own post shows personal data."""
    return bool(read_privacy(analyse(post_text), language=language).found)


@lru_cache(maxsize=512)
def _words_of(post_text: str) -> frozenset[str]:
    return frozenset(token.norm for token in analyse(post_text).tokens)


def _find_entry(text: Text, key: str, value: str, context: Context) -> Iterator[Place]:
    kind = KINDS.get(key, "customer_number")
    if kind == "name":
        yield from _find_name(text, value, context)
        return
    wanted = _squeeze(value)
    if kind == "address" or len(wanted) >= LEAST and any(character.isdigit() for character in wanted):
        yield from _find_squeezed(text, wanted)


def _find_name(text: Text, value: str, context: Context) -> Iterator[Place]:
    """Parts of a name that nobody can read in public, where somebody is addressed by them."""
    shown = context.names | _words_of(context.post_text)
    hidden = {fold(part) for part in value.split() if len(part) > FEW and fold(part) not in shown}
    for place, token in enumerate(text.tokens):
        if token.norm in hidden and token.text[0].isupper() and place:
            before = text.tokens[place - 1].norm
            if before in ADDRESSING or before in hidden:
                yield place, place + 1


def _find_squeezed(text: Text, wanted: str) -> Iterator[Place]:
    """Where `wanted` stands, whatever blanks and hyphens are in it. It begins with a word: marks are read once."""
    squeezed = [_squeeze(token.text) for token in text.tokens]
    for first, begins in enumerate(squeezed):
        if not begins or not wanted.startswith(begins):
            continue
        seen = ""
        for last in range(first, len(squeezed)):
            seen += squeezed[last]
            if seen == wanted:
                yield first, last + 1
            if not wanted.startswith(seen) or len(seen) >= len(wanted):
                break


def _squeeze(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
