"""Which words in capitals shout, and which are only written so: a word to send by SMS, a name, what somebody quotes.

Rules kept here: two in a row shout, whatever they are; one alone does not where somebody else wrote it so before, or
where the reply itself says that it is a word.
"""

from collections.abc import Sequence
from functools import lru_cache

from scoring.core.context import Context
from scoring.core.quoting import find_quotes
from scoring.core.spans import Spans
from scoring.core.text import Token, analyse, list_words

SHOUTED = 5
"""Capitals in a row from which a word is shouted: shorter ones are abbreviations."""
LEAST = 3
"""Letters of a word in capitals that stands beside another one: "das IST NICHT wahr"."""
LABELS = list_words("""
    wort stichwort kennwort codewort schluesselwort passwort code kuerzel betreff befehl gutscheincode
    word keyword codeword password passcode shortcode reference subject command
""")
"""What stands before a word that is to be written so."""


def is_loud(token: Token) -> bool:
    """Whether `token` is in capitals, and long enough to be no abbreviation."""
    return len(token.text) >= SHOUTED and _is_capital(token)


def list_written_so(tokens: Sequence[Token], context: Context) -> Spans:
    """The single words in capitals that are quoted, called a word, or stand so in the post, a known fact or the brand's
    name. Asked for only where a reply holds capitals."""
    theirs = _list_theirs(context)
    quoted = Spans(find_quotes(tokens))
    return Spans(
        (at, at + 1)
        for at, token in enumerate(tokens)
        if is_loud(token)
        and not _is_in_row(tokens, at)
        and (token.text in theirs or quoted.hold(at, at + 1) or _is_called_word(tokens, at))
    )


def _list_theirs(context: Context) -> frozenset[str]:
    texts = [context.post_text]
    if context.ears is not None:
        timeline = context.ears.timeline
        known = (fact for fact in timeline.facts if fact.key in context.known_facts)
        texts += [timeline.brand.name, *(f"{fact.text} {fact.approved or ''}" for fact in known)]
    return frozenset().union(*map(_list_single, texts))


@lru_cache(maxsize=1024)
def _list_single(text: str) -> frozenset[str]:
    """The words of `text` in capitals that nobody shouts with others."""
    tokens = analyse(text).tokens
    return frozenset(token.text for at, token in enumerate(tokens) if is_loud(token) and not _is_in_row(tokens, at))


def _is_in_row(tokens: Sequence[Token], at: int) -> bool:
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(len(token.text) >= LEAST and _is_capital(token) for token in beside)


def _is_called_word(tokens: Sequence[Token], at: int) -> bool:
    before = next((token for token in reversed(tokens[:at]) if token.kind != "punct"), None)
    return before is not None and before.norm in LABELS


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.text.isupper() and token.text.isalpha()
