"""What a reaction may wait for: one leading field, and those that belong to it."""

from collections.abc import Mapping

from scenarios.core.schema.types import (
    Choice,
    Duration,
    Element,
    Field,
    Flag,
    Key,
    ListOf,
    Pattern,
    Topic,
    Whole,
    maybe,
)
from scenarios.core.vocabulary import ACTS, FAULTS, NOTICE_STATES, TREATED, VISIBILITIES

_POST = Key("post", or_any=True)

_FIELDS: dict[str, Field] = {
    "no_answer_for": maybe(Duration(1_000, zero="target")),
    "to": maybe(_POST),
    "answered": maybe(_POST),
    "late": maybe(Flag()),
    "ignored": maybe(Key("persona", or_any=True)),
    "times": maybe(Whole(1, 20)),
    "reply": maybe(_POST),
    "visibility": maybe(Choice(VISIBILITIES)),
    "tone_below": maybe(Whole(1, 100)),
    "does": maybe(ListOf(Choice(ACTS), least=1)),
    "lacks": maybe(ListOf(Choice(ACTS), least=1)),
    "against": maybe(ListOf(Choice(FAULTS), least=1)),
    "says": maybe(Pattern()),
    "template": maybe(Flag()),
    "repeats": maybe(Whole(2, 20)),
    "personal": maybe(Choice(("asked", "shown"))),
    "overpromises": maybe(Flag()),
    "states": maybe(Key("fact", or_any=True)),
    "released": maybe(Flag()),
    "corrects": maybe(Key("rumour", or_any=True)),
    "spreads": maybe(Key("rumour", or_any=True)),
    "advertises": maybe(Flag()),
    "moved_to_private": maybe(_POST),
    "public_word": maybe(Flag()),
    "escalated": maybe(_POST),
    "desk": maybe(Key("desk")),
    "right": maybe(Flag()),
    "notice": maybe(Choice(NOTICE_STATES)),
    "topic": maybe(Topic()),
    "treated": maybe(_POST),
    "as": maybe(Choice(TREATED)),
    "stands_for": maybe(Duration(1_000)),
    "heat_above": maybe(Whole(0, 100)),
    "heat_below": maybe(Whole(0, 100)),
    "known": maybe(Key("fact")),
}

WHEN = Element("when", _FIELDS)
_FIELDS |= {"all": maybe(ListOf(WHEN, least=1, differ=False)), "any": maybe(ListOf(WHEN, least=1, differ=False))}
_FIELDS["not"] = maybe(WHEN)

LEADING: Mapping[str, tuple[str, ...]] = {
    "no_answer_for": ("to",),
    "answered": ("late",),
    "ignored": ("times",),
    "reply": (
        "visibility",
        "tone_below",
        "does",
        "lacks",
        "against",
        "says",
        "template",
        "repeats",
        "personal",
        "overpromises",
        "states",
        "released",
        "corrects",
        "spreads",
        "advertises",
    ),
    "moved_to_private": ("public_word",),
    "escalated": ("desk", "right"),
    "notice": ("topic",),
    "treated": ("as",),
    "stands_for": ("to",),
    "heat_above": ("heat_below",),
    "heat_below": ("heat_above",),
    "known": (),
    "all": (),
    "any": (),
    "not": (),
}
"""Leading field → the fields that may stand beside it. Any of these leads a condition, and only one does."""

OWNERS: Mapping[str, tuple[str, ...]] = {
    name: tuple(leading for leading, belonging in LEADING.items() if name in belonging)
    for name in _FIELDS
    if name not in LEADING
}
"""Field → the leading fields that it may stand beside."""

COMPANIONS: Mapping[str, str] = {"no_answer_for": "to", "stands_for": "to", "treated": "as", "released": "states"}
"""Field → the one that it makes no sense without."""
