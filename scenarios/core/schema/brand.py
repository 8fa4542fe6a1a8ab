"""The elements of a brand profile."""

from scenarios.core.schema.types import (
    Choice,
    Duration,
    Element,
    Field,
    Key,
    ListOf,
    MapOf,
    Phrase,
    Text,
    Whole,
    maybe,
)
from scenarios.core.vocabulary import ADDRESSES, CHANNEL_KINDS, EMOJI, GENDERING, LANGUAGES, LEXICON

FORMAT = 1
MOST_PHRASES = 100
"""Of a brand's own, per rule."""

TEMPLATE = Element("template", {"title": Field(Text(120)), "text": Field(Text())})

ARTICLE = Element("article", {"title": Field(Text(120)), "text": Field(Text(1_200))})

CHANNEL = Element(
    "channel",
    {
        "name": Field(Text(120)),
        "kind": Field(Choice(CHANNEL_KINDS)),
        "limit": maybe(Whole(20, 100_000)),
        "first_target": Field(Duration(1_000)),
        "next_target": Field(Duration(1_000)),
        "closing_target": maybe(Duration(1_000)),
        "worthless_after": maybe(Duration(1_000)),
    },
)

DESK = Element("desk", {"name": Field(Text(120)), "about": Field(Text(500))})

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
        "emoji": maybe(Choice(EMOJI)),
        "gendering": maybe(Choice(GENDERING)),
        "private_addresses": maybe(ListOf(Text(200))),
        "channels": Field(MapOf(Key(), CHANNEL)),
        "desks": maybe(MapOf(Key(), DESK)),
        "templates": maybe(MapOf(Key(), TEMPLATE)),
        "articles": maybe(MapOf(Key(), ARTICLE)),
        "lexicon": maybe(MapOf(Choice(LEXICON), ListOf(Phrase(), least=1, most=MOST_PHRASES))),
    },
)
