"""The kinds of values that a field can hold."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Any text, at most `most` characters, and not blank unless `may_be_blank`."""

    most: int = 10_000
    may_be_blank: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A few words that are compared as they are written. `is_own`: this is where they are introduced."""

    is_own: bool = False
    most: int = 120


@dataclass(frozen=True, slots=True)
class Pattern:
    """An RE2 pattern (scenarios.core.patterns)."""

    most: int = 200


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern over words, as the lexicons of the score have them. What it means only the score knows."""

    most: int = 200


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a thing (see scalars.is_key), its own or, with `of`, that of the thing meant.

    `or_any`: the word "any" may stand there instead, and means "". `also` are words of ours that are keys here, too.
    """

    of: str | None = None
    or_any: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an entry in a customer record (see scalars.is_name)."""


@dataclass(frozen=True, slots=True)
class Whole:
    """`zero` is a word that may stand for 0, which need not be within the limits."""

    least: int
    most: int
    zero: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Milliseconds, written as scalars.read_duration reads them. `zero` is a word that may stand for 0."""

    least: int = 0
    most: int = 24 * 3_600_000
    zero: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """From `least` to `most` items, which differ from each other where `differ`."""

    item: "Type"
    least: int = 0
    most: int = 10_000
    differ: bool = True


@dataclass(frozen=True, slots=True)
class MapOf:
    """Entries under keys of the author's choice, in the author's order."""

    keys: "Key | Name | Choice"
    item: "Type"


@dataclass(frozen=True, slots=True)
class Element:
    """Entries under fixed names. `is_languages`: the same text in each language."""

    name: str
    fields: Mapping[str, "Field"]
    is_languages: bool = False


Type = Text | Topic | Pattern | Phrase | Key | Name | Whole | Flag | Duration | Choice | ListOf | MapOf | Element


@dataclass(frozen=True, slots=True)
class Field:
    type: Type
    required: bool = True


def maybe(type_: Type) -> Field:
    """A field that may be left out."""
    return Field(type_, required=False)
