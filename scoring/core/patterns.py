"""Patterns over tokens, and the matcher. scoring/core/lexicon/compiling.py says how patterns are written."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scoring.core.spans import Spans
from scoring.core.text import Sentence, Token, list_words

GAP = 4
FIGURES = frozenset({"time", "number", "code"})
WORDS = frozenset({"word", "tag"})
LINKS = list_words("""
    please just simply then now so and or but first next also still either otherwise instead kindly
    bitte einfach dann danach jetzt also und oder aber zuerst erst auch sonst gern gerne
""")
"""Words that a clause may begin with before what is said in it."""


class Element(NamedTuple):
    words: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    kinds: frozenset[str]
    optional: bool
    gap: bool


class Pattern(NamedTuple):
    """`opens`: only where a clause begins. `seconds`: its second token is one of these words; nothing where that may be
    something else, or where there may be none."""

    rule: str
    elements: tuple[Element, ...]
    excludes: bool
    is_house: bool = False
    opens: bool = False
    seconds: frozenset[str] = frozenset()


class Match(NamedTuple):
    """Tokens `first` up to, not including, `last` perform `rule`. `is_house`: only in the brand's own lexicon."""

    rule: str
    first: int
    last: int
    is_house: bool = False


class Index(NamedTuple):
    """Patterns by how they begin, so that a text asks only for those that can begin at a token."""

    by_word: Mapping[str, tuple[Pattern, ...]]
    by_prefix: Mapping[str, tuple[Pattern, ...]]
    by_suffix: Mapping[str, tuple[Pattern, ...]]
    by_kind: Mapping[str, tuple[Pattern, ...]]


def find_matches(
    index: Index, tokens: Sequence[Token], sentences: Sequence[Sentence], *, own: Index | None = None
) -> list[Match]:
    """All matches, in order of place, then rule; matches of one rule do not overlap. `own` are more patterns, of a
    brand, which count with the others."""
    found: set[Match] = set()
    excluded: set[Match] = set()
    for each in (index,) if own is None else (index, own):
        _scan(each, tokens, sentences, found, excluded)
    return _without_overlaps(found, excluded)


def _scan(
    index: Index, tokens: Sequence[Token], sentences: Sequence[Sentence], found: set[Match], excluded: set[Match]
) -> None:
    for sentence in sentences:
        for position in range(sentence.first, sentence.last):
            token = tokens[position]
            candidates = index.by_word.get(token.norm, ())
            if token.kind in WORDS:
                candidates += index.by_prefix.get(token.norm[:3], ()) + index.by_suffix.get(token.norm[-3:], ())
            else:
                candidates += index.by_kind.get(token.kind, ())
            after = tokens[position + 1].norm if position + 1 < sentence.last else ""
            for pattern in candidates:
                if pattern.seconds and after not in pattern.seconds:
                    continue
                if pattern.opens and not _opens_clause(tokens, position, sentence.first):
                    continue
                end = _match_from(pattern.elements, 0, tokens, position, sentence.last)
                if end > position:
                    (excluded if pattern.excludes else found).add(Match(pattern.rule, position, end, pattern.is_house))


def _opens_clause(tokens: Sequence[Token], position: int, first: int) -> bool:
    """Whether nothing of the clause stands before: its sentence begins here, or after a mark or a link."""
    return position == first or tokens[position - 1].kind not in WORDS | FIGURES or tokens[position - 1].norm in LINKS


def _match_from(elements: tuple[Element, ...], at: int, tokens: Sequence[Token], position: int, end: int) -> int:
    """The end of the match of elements[at:] at `position`, or -1."""
    for place in range(at, len(elements)):
        element = elements[place]
        if element.gap:
            starts = range(position, min(position + GAP, end - 1) + 1)
            stops = (_match_from(elements, place + 1, tokens, start, end) for start in starts)
            return next((stop for stop in stops if stop >= 0), -1)
        fits = position < end and _accepts(element, tokens[position])
        if element.optional:
            if fits and (stop := _match_from(elements, place + 1, tokens, position + 1, end)) >= 0:
                return stop
        elif fits:
            position += 1
        else:
            return -1
    return position


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
    rules = {match.rule for match in excluded}
    barred = {rule: Spans((e.first, e.last) for e in excluded if e.rule == rule) for rule in rules}
    for match in sorted(found, key=lambda m: (m.first, m.rule, -m.last, m.is_house)):
        if match.first < until.get(match.rule, 0):
            continue
        if match.rule in barred and barred[match.rule].touch(match.first, match.last):
            continue
        until[match.rule] = match.last
        kept.append(match)
    return kept
