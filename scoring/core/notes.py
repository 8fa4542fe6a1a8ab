"""What a hand-over note holds: whether the next colleague can work from it, found by rule and kept beside it.

Rules kept here: only yes or no is kept, so that it holds when the words are erased; the post goes along by itself, so
that a note that only repeats it says nothing; a note is worth the share of what belongs in it.
"""

from collections.abc import Mapping
from typing import Any

from scoring.core.hearing.stems import is_content, stem
from scoring.core.lexicon.library import NOTES
from scoring.core.patterns import FIGURES, find_matches
from scoring.core.run_names import fold_names
from scoring.core.text import Text, analyse
from simulator.core.state import PostState, State

OWN_WORDS = 3
"""Words that do not stand in the post: with fewer, it is empty or a copy."""
TAKEN_UP = 2
"""Words or figures of the post that say what it is about; one, where it has no more."""


def read_note(words: str, state: State, post: str) -> dict[str, int]:
    """1 or 0 for each: `own` words, `who`, `what`, `needed` and, where people get hurt, `urgent`."""
    note, about = analyse(words), state.posts[post]
    said = analyse(words.replace(about.text, " "))
    rules = {match.rule for match in find_matches(NOTES[state.language], said.tokens, said.sentences)}
    found = {
        "own": _count_own(note, about, state) >= OWN_WORDS,
        "who": "person" in rules or any(_is_name(token.norm, _names_of(about, state)) for token in said.tokens),
        "what": _takes_up(note, about, language=state.language),
        "needed": "needed" in rules or any(token.text == "?" for token in said.tokens),
    }
    if about.needs.danger:
        found["urgent"] = "urgent" in rules
    return {name: int(is_there) for name, is_there in found.items()}


def value_note(note: Mapping[str, int]) -> int:
    """Per mille: the share of what belongs in it; nothing for what has no words of its own."""
    asked = [name for name in note if name != "own"]
    return sum(note[name] for name in asked) * 1000 // len(asked) if note["own"] else 0


def list_missing(note: Mapping[str, int]) -> list[str]:
    return [name for name, is_there in note.items() if not is_there]


def _names_of(post: PostState, state: State) -> frozenset[str]:
    member: Mapping[str, Any] = state.cast[post.persona]
    return fold_names((member["name"], member["handle"]))


def _is_name(norm: str, names: frozenset[str]) -> bool:
    """Jana, @jana_k, Jana's, Janas."""
    norm = norm.lstrip("@")
    return bool({norm, norm.removesuffix("'s"), norm.removesuffix("s")} & names)


def _count_own(note: Text, post: PostState, state: State) -> int:
    taken = {token.norm for token in analyse(post.text).tokens} | _names_of(post, state)
    return sum(token.kind == "word" and token.norm not in taken for token in note.tokens)


def _takes_up(note: Text, post: PostState, *, language: str) -> bool:
    asked, told = (_stems_of(text, language=language) for text in (analyse(post.text), note))
    return len(asked & told) >= min(TAKEN_UP, len(asked))


def _stems_of(text: Text, *, language: str) -> set[str]:
    return {
        stem(token.norm, language=language) if token.kind == "word" else token.norm
        for token in text.tokens
        if token.kind in FIGURES or token.kind == "word" and is_content(token.norm, language=language)
    }
