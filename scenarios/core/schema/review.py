"""The review of an imported scenario, which import_threads writes and review_import fills in."""

from scenarios.core.schema.types import Choice, Element, Field, Key, ListOf, MapOf, Text, maybe
from scenarios.core.vocabulary import DOUBTS

DOUBT = Element(
    "doubt",
    {
        "words": Field(Text(200)),
        "why": Field(Choice(DOUBTS)),
        "suggestion": maybe(Text(200)),
        "posts": maybe(ListOf(Key())),
        "confirmed": maybe(Text(200)),
    },
)

REVIEW = Element(
    "review",
    {
        "digest": maybe(Text(64)),
        "by": maybe(Text(120)),
        "on": maybe(Text(40)),
        "doubts": maybe(MapOf(Key(), DOUBT)),
    },
)
