"""A reply without what any reply may share: greeting, names, handles, numbers, links, signature.

What is left is compared, whole and sentence by sentence (science.md, Template reuse). Names are left out rather than
replaced, so that "Danke, Jana" and "Danke" are the same words; numbers, times, codes and links keep their place as `0`.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from scoring.core.patterns import FIGURES, Match
from scoring.core.text import Sentence, Text, Token, list_words

TITLES = frozenset({"herr", "herrn", "frau", "mr", "mrs", "ms", "dr"})
DROPPED = frozenset({"handle", "placeholder", "initials", "punct", "tag"})
FIGURE = "0"
SIGNATURE_WORDS = 3
"""Words of a signature that is only a name."""
TEAM_WORDS = 6
"""Words of one that says whose it is: "Ihr Team vom Kundendienst der Seenbahn"."""
TEAMS = list_words("team serviceteam service-team kundenservice kundendienst service support crew redaktion care desk")
PARTICLES = list_words("von vom der die das den dem aus fuer im in am und at of the from for and team your")
"""Words in small letters that the names of teams hold."""


class MaskedSentence(NamedTuple):
    """`words` in order and `bag` in alphabetical order, joined by blanks; `first`, `last` are tokens of the text, and
    `places` those of the words."""

    words: str
    bag: str
    length: int
    first: int
    last: int
    places: tuple[int, ...] = ()


class Prose(NamedTuple):
    """`signature` is the last sentence where it is only a name, as tokens."""

    whole: str
    sentences: tuple[MaskedSentence, ...]
    signature: tuple[int, int] | None


def mask_text(text: Text, *, acts: Sequence[Match], names: Collection[str]) -> Prose:
    """The masked prose of `text`. `names` are folded words that are somebody's name in this run."""
    dropped = find_formulas(text, acts)
    last = len(text.sentences) - 1
    masked = []
    signature = None
    for index, sentence in enumerate(text.sentences):
        if index == last and index > 0 and _is_signature(text.tokens, sentence, dropped):
            signature = (sentence.first, sentence.last)
            continue
        words, places = _masked_words(text.tokens, sentence, dropped, names)
        if words:
            bag = " ".join(sorted(words))
            masked.append(MaskedSentence(" ".join(words), bag, len(words), *sentence, tuple(places)))
    return Prose(" ".join(sentence.words for sentence in masked), tuple(masked), signature)


def find_formulas(text: Text, acts: Sequence[Match]) -> set[int]:
    """Tokens of greetings and sign-offs, and the name that stands beside them."""
    dropped: set[int] = set()
    for act in acts:
        if act.rule == "greeting":
            dropped.update(range(act.first, act.last))
            dropped.update(name_after(text.tokens, act.last))
        elif act.rule == "sign_off":
            dropped.update(range(act.first, act.last))
            if len(text.tokens) - act.last <= TEAM_WORDS + 2:
                dropped.update(range(act.last, len(text.tokens)))
    return dropped


def name_after(tokens: Sequence[Token], position: int) -> range:
    """The one to four words after a greeting that are a name: up to a mark, all of them capitalised."""
    end = position
    while end < len(tokens) and end - position < 4 and tokens[end].kind != "punct" and tokens[end].text[0].isupper():
        end += 1
    is_closed = end < len(tokens) and tokens[end].text in {",", "!", ".", ":", "-", "–", ";"}
    return range(position, end if is_closed else position)


def _is_signature(tokens: Sequence[Token], sentence: Sentence, dropped: set[int]) -> bool:
    words = [tokens[i] for i in range(*sentence) if i not in dropped and tokens[i].kind not in DROPPED]
    if any(word.kind != "word" for word in words):
        return False
    if len(words) <= SIGNATURE_WORDS and all(word.text[0].isupper() for word in words):
        return True
    return (
        len(words) <= TEAM_WORDS
        and any(word.norm in TEAMS for word in words)
        and all(word.text[0].isupper() or word.norm in PARTICLES for word in words)
    )


def _masked_words(
    tokens: Sequence[Token], sentence: Sentence, dropped: set[int], names: Collection[str]
) -> tuple[list[str], list[int]]:
    words: list[str] = []
    places: list[int] = []
    after_title = False
    for index in range(*sentence):
        token = tokens[index]
        if token.norm in TITLES:
            after_title = True
            continue
        is_name = after_title and token.text[0].isupper() or token.norm in names
        after_title = after_title and token.text == "."
        if index in dropped or token.kind in DROPPED or is_name:
            continue
        words.append(FIGURE if token.kind in FIGURES or token.kind in {"link", "mail"} else token.norm)
        places.append(index)
    return words, places
