"""The pattern language of the lexicons, and the matcher.

One pattern per line, tokens apart by spaces:

    tut mir leid        these words, in any case, umlauts as ae or ä
    tut|tun uns leid    one of several words
    entschuldig*        a word that begins so (at least three letters)
    *idioten            a word that ends so (at least three letters), as German compounds do
    es? tut uns leid    a word that may be missing
    wir .. leider       up to four other tokens of the same sentence between
    ab #                # is a number, a time or a code
    bis <time>          kinds of token: time, number, code, link, mail, handle, placeholder, initials
    ! keine sorge       an exclusion: where it matches, the rule's other matches that touch it do not count

Lines that begin with -- are comments; a line that ends in | goes on in the next.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scoring.core.text import Sentence, Token, fold

GAP = 4
JOIN = re.compile(r"\|\s*\n\s*")
FIGURES = frozenset({"time", "number", "code"})
WORDS = frozenset({"word", "tag"})


class Element(NamedTuple):
    words: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    kinds: frozenset[str]
    optional: bool
    gap: bool


class Pattern(NamedTuple):
    rule: str
    elements: tuple[Element, ...]
    excludes: bool


class Match(NamedTuple):
    """Tokens `first` up to, not including, `last` perform `rule`."""

    rule: str
    first: int
    last: int


class Index(NamedTuple):
    """Patterns by how they begin, so that a text asks only for those that can begin at a token."""

    by_word: Mapping[str, tuple[Pattern, ...]]
    by_prefix: Mapping[str, tuple[Pattern, ...]]
    by_suffix: Mapping[str, tuple[Pattern, ...]]
    by_kind: Mapping[str, tuple[Pattern, ...]]


def compile_rules(rules: Mapping[str, str]) -> Index:
    """Compiles rule id → lines of patterns. Raises ValueError on a line that cannot be read."""
    by_word: dict[str, list[Pattern]] = {}
    by_prefix: dict[str, list[Pattern]] = {}
    by_suffix: dict[str, list[Pattern]] = {}
    by_kind: dict[str, list[Pattern]] = {}
    for rule, lines in rules.items():
        for line in JOIN.sub("|", lines).splitlines():
            if not line.strip() or line.lstrip().startswith("--"):
                continue
            pattern = _compile_line(rule, line.strip())
            for first in _openings(pattern):
                for word in sorted(first.words):
                    by_word.setdefault(word, []).append(pattern)
                for prefix in first.prefixes:
                    by_prefix.setdefault(prefix[:3], []).append(pattern)
                for suffix in first.suffixes:
                    by_suffix.setdefault(suffix[-3:], []).append(pattern)
                for kind in sorted(first.kinds):
                    by_kind.setdefault(kind, []).append(pattern)
    return Index(_frozen(by_word), _frozen(by_prefix), _frozen(by_suffix), _frozen(by_kind))


def find_matches(index: Index, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Match]:
    """All matches, in order of place, then rule; matches of one rule do not overlap."""
    found: set[Match] = set()
    excluded: set[Match] = set()
    for sentence in sentences:
        for position in range(sentence.first, sentence.last):
            token = tokens[position]
            candidates = index.by_word.get(token.norm, ())
            if token.kind in WORDS:
                candidates += index.by_prefix.get(token.norm[:3], ()) + index.by_suffix.get(token.norm[-3:], ())
            else:
                candidates += index.by_kind.get(token.kind, ())
            for pattern in candidates:
                end = _match_from(pattern.elements, 0, tokens, position, sentence.last)
                if end > position:
                    (excluded if pattern.excludes else found).add(Match(pattern.rule, position, end))
    return _without_overlaps(found, excluded)


def _frozen(index: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    return {key: tuple(patterns) for key, patterns in index.items()}


def _compile_line(rule: str, line: str) -> Pattern:
    excludes = line.startswith("!")
    elements = tuple(_compile_element(rule, part) for part in line.removeprefix("!").split())
    if not elements or elements[0].gap or elements[-1].gap or all(element.optional for element in elements):
        raise ValueError(f"{rule}: a pattern must begin and end with a word: {line!r}")
    return Pattern(rule, elements, excludes)


def _openings(pattern: Pattern) -> list[Element]:
    """The elements that the first token of a match can be."""
    openings = []
    for element in pattern.elements:
        openings.append(element)
        if not element.optional:
            break
    return openings


def _compile_element(rule: str, part: str) -> Element:
    if part == "..":
        return Element(frozenset(), (), (), frozenset(), optional=False, gap=True)
    optional = part.endswith("?") and len(part) > 1
    words: set[str] = set()
    prefixes: list[str] = []
    suffixes: list[str] = []
    kinds: set[str] = set()
    for choice in part.removesuffix("?" if optional else "").split("|"):
        if choice == "#":
            kinds |= FIGURES
        elif choice.startswith("<") and choice.endswith(">"):
            kinds.add(choice[1:-1])
        elif choice.startswith("*") or choice.endswith("*"):
            part = fold(choice.strip("*"))
            if len(part) < 3:
                raise ValueError(f"{rule}: a beginning or an ending needs three letters: {choice!r}")
            (prefixes if choice.endswith("*") else suffixes).append(part)
        else:
            words.add(fold(choice))
    return Element(frozenset(words), tuple(prefixes), tuple(suffixes), frozenset(kinds), optional=optional, gap=False)


def _match_from(elements: tuple[Element, ...], at: int, tokens: Sequence[Token], position: int, end: int) -> int:
    """The end of the match of elements[at:] at `position`, or -1."""
    if at == len(elements):
        return position
    element = elements[at]
    if element.gap:
        for start in range(position, min(position + GAP, end - 1) + 1):
            if (stop := _match_from(elements, at + 1, tokens, start, end)) >= 0:
                return stop
        return -1
    if position < end and _accepts(element, tokens[position]):
        stop = _match_from(elements, at + 1, tokens, position + 1, end)
        if stop >= 0:
            return stop
    return _match_from(elements, at + 1, tokens, position, end) if element.optional else -1


def _accepts(element: Element, token: Token) -> bool:
    return (
        token.norm in element.words
        or token.kind in element.kinds
        or bool(element.prefixes)
        and token.norm.startswith(element.prefixes)
        or bool(element.suffixes)
        and token.norm.endswith(element.suffixes)
    )


def _without_overlaps(found: set[Match], excluded: set[Match]) -> list[Match]:
    kept: list[Match] = []
    until: dict[str, int] = {}
    for match in sorted(found, key=lambda m: (m.first, m.rule, -m.last)):
        if match.first < until.get(match.rule, 0):
            continue
        if any(e.rule == match.rule and e.first < match.last and match.first < e.last for e in excluded):
            continue
        until[match.rule] = match.last
        kept.append(match)
    return kept
