"""Which fields a scenario and a brand profile have, and what each may hold. docs/scenario-format.md explains them.

This is data: shapes.py checks a tree against it, and a test holds the page to ELEMENTS.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.core.vocabulary import (
    ACTS,
    ADDRESSES,
    CHANNEL_KINDS,
    CRITERIA,
    LANGUAGES,
    ROLES,
    SITUATIONS,
    TRIAGE,
)

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Any text that is not blank, at most `most` characters."""

    most: int = 10_000


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a thing (see scalars.is_key), its own or, with `of`, that of the thing meant."""

    of: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an entry in a customer record (see scalars.is_name)."""


@dataclass(frozen=True, slots=True)
class Whole:
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Milliseconds, written as scalars.read_duration reads them."""

    least: int = 0
    most: int = 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """Items that differ from each other."""

    item: "Type"


@dataclass(frozen=True, slots=True)
class MapOf:
    """Entries under keys of the author's choice, in the author's order."""

    keys: "Key | Name | Choice"
    item: "Type"


@dataclass(frozen=True, slots=True)
class Element:
    """Entries under fixed names."""

    name: str
    fields: Mapping[str, "Field"]


Type = Text | Key | Name | Whole | Flag | Duration | Choice | ListOf | MapOf | Element


@dataclass(frozen=True, slots=True)
class Field:
    type: Type
    required: bool = True


def _maybe(type_: Type) -> Field:
    return Field(type_, required=False)


_BOTH_LANGUAGES = Element("texts", {language: Field(Text()) for language in LANGUAGES})

TEMPLATE = Element("template", {"title": Field(Text(120)), "text": Field(Text())})

CHANNEL = Element(
    "channel",
    {
        "name": Field(Text(120)),
        "kind": Field(Choice(CHANNEL_KINDS)),
        "limit": _maybe(Whole(20, 100_000)),
        "first_target": Field(Duration(1_000)),
        "next_target": Field(Duration(1_000)),
    },
)

BRAND = Element(
    "brand",
    {
        "format": Field(Whole(FORMAT, FORMAT)),
        "key": Field(Key()),
        "language": Field(Choice(LANGUAGES)),
        "name": Field(Text(120)),
        "handle": Field(Text(60)),
        "address": Field(Choice(ADDRESSES)),
        "sign_off": Field(Choice(("initials", "service_name"))),
        "service_name": Field(Text(60)),
        "private_addresses": _maybe(ListOf(Text(200))),
        "channels": Field(MapOf(Key(), CHANNEL)),
        "templates": _maybe(MapOf(Key(), TEMPLATE)),
    },
)

PERSONA = Element(
    "persona",
    {
        "role": Field(Choice(ROLES)),
        "reach": _maybe(Whole(0, 100_000_000)),
        "temper": _maybe(Whole(1, 5)),
        "gender": _maybe(Choice(("f", "m", "x"))),
        "name": _maybe(Text(120)),
        "handle": _maybe(Text(60)),
        "record": _maybe(MapOf(Name(), Text(500))),
    },
)

FACT = Element("fact", {"at": Field(Duration()), "text": Field(Text()), "approved": _maybe(Text())})

NEEDS = Element(
    "needs",
    {
        "answer": Field(Flag()),
        "facts": _maybe(ListOf(Key("fact"))),
        "acts": _maybe(ListOf(Choice(ACTS))),
        "private": _maybe(Flag()),
        "triage": _maybe(Choice(TRIAGE)),
        "model": _maybe(Text()),
        "then": _maybe(Text()),
    },
)

_SAID = {
    "by": Field(Key("persona")),
    "reply_to": _maybe(Key("post")),
    "text": Field(Text()),
    "needs": _maybe(NEEDS),
}

POST = Element("post", {"at": Field(Duration()), **_SAID})
FOLLOW_UP = Element("follow_up", {"key": Field(Key()), **_SAID})

WHEN = Element(
    "when",
    {
        "no_answer_for": _maybe(Duration(1_000)),
        "to": _maybe(Key("post")),
        "answered": _maybe(Key("post")),
    },
)

REACTION = Element("reaction", {"when": Field(WHEN), "after": Field(Duration()), "post": Field(FOLLOW_UP)})

THREAD = Element(
    "thread",
    {
        "channel": Field(Key("channel")),
        "topic": Field(Text(120)),
        "posts": Field(MapOf(Key(), POST)),
        "reactions": _maybe(MapOf(Key(), REACTION)),
    },
)

RUBRIC = Element("rubric", {"weights": Field(MapOf(Choice(CRITERIA), Whole(0, 100)))})

SCENARIO = Element(
    "scenario",
    {
        "format": Field(Whole(FORMAT, FORMAT)),
        "key": Field(Key()),
        "language": Field(Choice(LANGUAGES)),
        "title": Field(_BOTH_LANGUAGES),
        "brief": Field(_BOTH_LANGUAGES),
        "brand": Field(Text(200)),
        "situation": Field(Choice(SITUATIONS)),
        "duration": Field(Duration(10_000)),
        "rubric": _maybe(RUBRIC),
        "personas": Field(MapOf(Key(), PERSONA)),
        "facts": _maybe(MapOf(Key(), FACT)),
        "templates": _maybe(MapOf(Key(), TEMPLATE)),
        "threads": Field(MapOf(Key(), THREAD)),
    },
)

ELEMENTS = (SCENARIO, RUBRIC, PERSONA, FACT, THREAD, POST, NEEDS, REACTION, WHEN, FOLLOW_UP, BRAND, CHANNEL, TEMPLATE)
"""Every element that an author writes."""

FIELDS: Mapping[str, tuple[str, ...]] = {element.name: tuple(element.fields) for element in ELEMENTS}
"""Element → names of its fields."""
