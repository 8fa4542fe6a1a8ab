"""The pattern language of the lexicons: lines become what `scoring.core.patterns` matches.

One pattern per line, tokens apart by spaces:

    tut mir leid            these words, in any case, umlauts as ae or ä
    tut|tun uns leid        one of several words
    (tut mir|macht uns) leid    one of several runs of words
    entschuldig*            a word that begins so (at least three letters)
    *idioten                a word that ends so (at least three letters), as German compounds do
    =melden                 any form of the word: melde, meldest, gemeldet (forms.txt of the language)
    es? tut uns leid        a word that may be missing
    wir .. leider           up to four other tokens of the same sentence between
    ab #                    # is a number, a time or a code
    bis <time>              kinds of token: time, number, code, link, mail, handle, placeholder, initials
    ^ send us               only where a clause begins: in front, after a mark, after "please", "and" and their like
    ! keine sorge           an exclusion: where it matches, the rule's other matches that touch it do not count

A choice like "we're|we are" is read as it was meant (scoring/core/lexicon/contracting.py).
Lines that begin with -- are comments; a line that ends in | goes on in the next.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from scoring.core.lexicon.contracting import read_as_meant
from scoring.core.patterns import FIGURES, Element, Index, Pattern
from scoring.core.text import fold

JOIN = re.compile(r"\|\s*\n\s*")
RUNS = re.compile(r"\(([^()]*)\)")
KINDS = FIGURES | {"link", "mail", "handle", "placeholder", "initials"}
LEAST = 3
"""Letters of a beginning or an ending."""
MOST_LINES = 200
"""Patterns that the runs of one line may come to."""


SAID = {
    "bracket": "a bracket without its other",
    "choice": "a choice without a word",
    "edge": "a pattern must begin and end with a word",
    "kind": "no such kind of token",
    "lemma": "no forms of this word are known",
    "runs": "too many runs in one line",
    "short": "a beginning or an ending needs three letters",
}
"""What can be wrong with a line, by its code."""


class _Refused(ValueError):
    def __init__(self, code: str, part: str) -> None:
        super().__init__(f"{SAID[code]}: {part!r}")
        self.code, self.part = code, part


class PatternError(ValueError):
    """A line that cannot be read. `line` counts from 1 within the rule's lines; `code` is one of SAID, `part` the part
    of the line that it is about."""

    def __init__(self, line: int, rule: str, refused: _Refused) -> None:
        super().__init__(f"{rule}: {refused}")
        self.line, self.code, self.part = line, refused.code, refused.part


def compile_rules(rules: Mapping[str, str], *, forms: Mapping[str, frozenset[str]] | None = None) -> Index:
    """Compiles rule id → lines of patterns; `forms` are those of lemmas. Raises PatternError."""
    return make_index(
        pattern for rule, lines in rules.items() for pattern in read_patterns(rule, lines, forms=forms or {})
    )


def make_index(patterns: Iterable[Pattern]) -> Index:
    """`patterns`, each where a text looks for it."""
    tables: tuple[dict[str, list[Pattern]], ...] = ({}, {}, {}, {})
    kept: dict[Element, Element] = {}
    for pattern in patterns:
        for way in read_as_meant(pattern.elements):
            # Many patterns have an element in common: one of each is kept.
            elements = tuple(kept.setdefault(each, each) for each in way)
            _enter(pattern._replace(elements=elements, seconds=_list_seconds(elements)), tables)
    by_word, by_prefix, by_suffix, by_kind = (
        {key: tuple(patterns) for key, patterns in table.items()} for table in tables
    )
    return Index(by_word, by_prefix, by_suffix, by_kind)


def read_patterns(rule: str, lines: str, *, forms: Mapping[str, frozenset[str]]) -> Iterator[Pattern]:
    """The patterns of one rule, in order. Raises PatternError with the number of the line."""
    number = 1
    for part in _join_lines(lines):
        line = JOIN.sub("|", part).strip()
        if line and not line.startswith("--"):
            try:
                yield from _compile_line(rule, line, forms)
            except _Refused as refused:
                raise PatternError(number, rule, refused) from refused
        number += part.count("\n") + 1


def _join_lines(lines: str) -> Iterator[str]:
    """Lines, where one that ends in | goes on in the next."""
    held = ""
    for line in lines.split("\n"):
        held += line
        if line.rstrip().endswith("|") and not line.lstrip().startswith("--"):
            held += "\n"
        else:
            yield held
            held = ""
    if held:
        yield held


def _list_seconds(elements: tuple[Element, ...]) -> frozenset[str]:
    """The words of which the second token must be one, where only words will do: most patterns end there."""
    if len(elements) == 1 or elements[0].optional:
        return frozenset()
    second = elements[1]
    is_open = second.optional or second.gap or second.prefixes or second.suffixes or second.kinds
    return frozenset() if is_open else second.words


def _enter(pattern: Pattern, tables: tuple[dict[str, list[Pattern]], ...]) -> None:
    """Puts `pattern` where a text looks for it: by what its first token can be."""
    by_word, by_prefix, by_suffix, by_kind = tables
    for element in pattern.elements:
        for word in sorted(element.words):
            by_word.setdefault(word, []).append(pattern)
        for prefix in element.prefixes:
            by_prefix.setdefault(prefix[:LEAST], []).append(pattern)
        for suffix in element.suffixes:
            by_suffix.setdefault(suffix[-LEAST:], []).append(pattern)
        for kind in sorted(element.kinds):
            by_kind.setdefault(kind, []).append(pattern)
        if not element.optional:
            break


def _compile_line(rule: str, line: str, forms: Mapping[str, frozenset[str]]) -> Iterator[Pattern]:
    excludes = line.startswith("!")
    line = line.removeprefix("!").strip()
    opens = line.startswith("^ ")
    spread = _spread(line.removeprefix("^").strip())
    if len(spread) > MOST_LINES:
        raise _Refused("runs", line)
    for one in spread:
        elements = tuple(_compile_element(part, forms) for part in one.split())
        if not elements or elements[0].gap or elements[-1].gap or all(element.optional for element in elements):
            raise _Refused("edge", line)
        yield Pattern(rule, elements, excludes, opens=opens)


def _spread(line: str) -> list[str]:
    """One line for each choice of the runs in brackets."""
    found = RUNS.search(line)
    if found is None:
        if "(" in line or ")" in line:
            raise _Refused("bracket", line)
        return [line]
    return [
        rest for run in found[1].split("|") for rest in _spread(f"{line[: found.start()]}{run}{line[found.end() :]}")
    ][: MOST_LINES + 1]


def _compile_element(part: str, forms: Mapping[str, frozenset[str]]) -> Element:
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
        elif choice.startswith("<") and choice.endswith(">") and len(choice) > 2:
            if choice[1:-1] not in KINDS:
                raise _Refused("kind", choice)
            kinds.add(choice[1:-1])
        elif choice.startswith("=") and len(choice) > 1:
            if fold(choice[1:]) not in forms:
                raise _Refused("lemma", choice)
            words |= forms[fold(choice[1:])]
        elif len(choice) > 1 and (choice.startswith("*") or choice.endswith("*")):
            stem = fold(choice.strip("*"))
            if len(stem) < LEAST:
                raise _Refused("short", choice)
            (prefixes if choice.endswith("*") else suffixes).append(stem)
        elif choice:
            words.add(fold(choice))
        else:
            raise _Refused("choice", part)
    return Element(frozenset(words), tuple(prefixes), tuple(suffixes), frozenset(kinds), optional=optional, gap=False)
