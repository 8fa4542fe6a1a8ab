"""Where a greeting and a sign-off may stand: in front, and at the end.

"Heute Abend" in the middle of a reply is a time, "bis morgen" a term, and "take care" may be of something.
"""

from collections.abc import Sequence

from scoring.core.patterns import FIGURES, Match
from scoring.core.text import Text, Token, list_words

BEFORE = 3
"""Words that may stand before a greeting."""
AFTER = 8
"""Words that may stand after a sign-off: a name, the team, one more wish."""
FORMULAS = list_words("bis yours cheers take")
"""What begins like these is a sign-off only as a clause of its own: nothing before it, nothing but a name after it."""
LINKS = list_words("und and")


def drop_misplaced(matches: Sequence[Match], text: Text) -> tuple[Match, ...]:
    """`matches` without greetings that open nothing and sign-offs that close nothing. None is both."""
    placed = [match for match in matches if _is_in_place(match, text)]
    closing = {token for match in placed if match.rule == "sign_off" for token in range(match.first, match.last)}
    return tuple(match for match in placed if match.rule != "greeting" or match.first not in closing)


def _is_in_place(match: Match, text: Text) -> bool:
    if match.rule == "greeting":
        return _count_words(text.tokens[: match.first]) <= BEFORE
    return match.rule != "sign_off" or _closes(match, text)


def _closes(match: Match, text: Text) -> bool:
    first, after = text.tokens[match.first], text.tokens[match.last :]
    if first.kind == "initials":
        return True
    if not _count_words(text.tokens[: match.first]) or _count_words(after) > AFTER:
        return False
    if any(token.kind in FIGURES or token.text == "?" for token in after):
        return False
    return first.norm not in FORMULAS or _is_clause(match, text)


def _is_clause(match: Match, text: Text) -> bool:
    """Whether a mark, "und" or the start of a sentence stands before it, and no word in small letters after it."""
    before = text.tokens[match.first - 1]
    is_free = before.kind == "punct" or before.norm in LINKS
    follows = text.tokens[match.last : match.last + 1]
    return is_free and not any(token.kind == "word" and token.text[0].islower() for token in follows)


def _count_words(tokens: Sequence[Token]) -> int:
    return sum(token.kind == "word" for token in tokens)
