"""Where a greeting and a sign-off may stand: in front, and at the end.

"Heute Abend" in the middle of a reply is a time, "bis morgen" a term, and "take care" may be of something.
"""

from collections.abc import Sequence
from itertools import islice

from scoring.core.masking import name_after
from scoring.core.patterns import FIGURES, Match
from scoring.core.text import Text, Token, list_words

BEFORE = 3
"""Words that may stand before a greeting."""
AFTER = 8
"""Words that may stand after a sign-off: a name, the team, one more wish."""
FORMULAS = list_words("bis yours cheers take")
"""What begins like these is a sign-off only as a clause of its own: nothing before it, nothing but a name after it."""
NAMED = list_words("liebe lieber dear")
"""What begins like these greets only with a name after it: "Lieber gleich anrufen", "Oh dear"."""
LINKS = list_words("und and")


def drop_misplaced(matches: Sequence[Match], text: Text) -> tuple[Match, ...]:
    """`matches` without greetings that open nothing and sign-offs that close nothing. None is both."""
    greetings = [match for match in matches if match.rule == "greeting" and _greets(match, text)]
    placed = [match for match in matches if _is_in_place(match, text, greetings)]
    closing = {token for match in placed if match.rule == "sign_off" for token in range(match.first, match.last)}
    return tuple(match for match in placed if match.rule != "greeting" or match.first not in closing)


def _is_in_place(match: Match, text: Text, greetings: Sequence[Match]) -> bool:
    if match.rule == "greeting":
        return match in greetings
    return match.rule != "sign_off" or _closes(match, text, greetings)


def _greets(match: Match, text: Text) -> bool:
    is_named = match.last - match.first > 1 or text.tokens[match.first].norm not in NAMED
    return (is_named or bool(name_after(text.tokens, match.last))) and not _has_words(
        text.tokens, range(match.first), more_than=BEFORE
    )


def _closes(match: Match, text: Text, greetings: Sequence[Match]) -> bool:
    """Whether something was said before it, a greeting aside, and hardly anything comes after it."""
    first, after = text.tokens[match.first], range(match.last, len(text.tokens))
    if first.kind == "initials":
        return True
    begins = max((name_after(text.tokens, each.last).stop for each in greetings if each.last <= match.first), default=0)
    if not _has_words(text.tokens, range(begins, match.first)) or _has_words(text.tokens, after, more_than=AFTER):
        return False
    if any(text.tokens[index].kind in FIGURES or text.tokens[index].text == "?" for index in after):
        return False
    return first.norm not in FORMULAS or _is_clause(match, text)


def _is_clause(match: Match, text: Text) -> bool:
    """Whether a mark, "und" or the start of a sentence stands before it, and no word in small letters after it."""
    before = text.tokens[match.first - 1]
    is_free = before.kind == "punct" or before.norm in LINKS
    follows = text.tokens[match.last : match.last + 1]
    return is_free and not any(token.kind == "word" and token.text[0].islower() for token in follows)


def _has_words(tokens: Sequence[Token], indices: range, *, more_than: int = 0) -> bool:
    """Whether more than so many of these tokens are words; it looks no further than it must."""
    words = (index for index in indices if tokens[index].kind == "word")
    return next(islice(words, more_than, None), None) is not None
