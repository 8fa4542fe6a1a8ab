"""The elements of threads: posts, what they need, and what follows from what is done and not done."""

from scenarios.core.schema.conditions import WHEN
from scenarios.core.schema.public import AT_MOST, CALM, CROWD_SHARE, HEAT, MOOD_STEP
from scenarios.core.schema.types import (
    Choice,
    Duration,
    Element,
    Field,
    Flag,
    Key,
    ListOf,
    MapOf,
    Text,
    Topic,
    maybe,
)
from scenarios.core.vocabulary import ACTS, DANGERS, GENERAL_RULES, MENTIONS, PICTURES, TREATMENTS, TRIAGE, VISIBILITIES

NEEDS = Element(
    "needs",
    {
        "answer": Field(Flag()),
        "facts": maybe(ListOf(Key("fact"))),
        "acts": maybe(ListOf(Choice(ACTS))),
        "private": maybe(Flag()),
        "triage": maybe(Choice(TRIAGE)),
        "desk": maybe(Key("desk")),
        "treatment": maybe(Choice(TREATMENTS)),
        "danger": maybe(Choice(DANGERS)),
        "model": maybe(Text()),
        "paraphrase": maybe(Text()),
        "then": maybe(Text()),
    },
)

_ROW = ListOf(Text(80, may_be_blank=True), least=1, most=8, differ=False)

PICTURE = Element(
    "picture",
    {
        "kind": Field(Choice(PICTURES)),
        "alt": Field(Text(500)),
        "title": maybe(Text(120)),
        "rows": maybe(ListOf(_ROW, least=1, most=20, differ=False)),
    },
)

_SAID = {
    "by": Field(Key("persona")),
    "reply_to": maybe(Key("post")),
    "text": Field(Text()),
    "visibility": maybe(Choice(VISIBILITIES)),
    "picture": maybe(PICTURE),
    "needs": maybe(NEEDS),
}

POST = Element("post", {"at": Field(Duration()), **_SAID})
FOLLOW_UP = Element("follow_up", {"key": Field(Key()), "thread": maybe(Key("thread")), **_SAID})

MOOD = Element("mood", {"of": maybe(Key("persona")), "by": Field(MOOD_STEP)})

REACTION = Element(
    "reaction",
    {
        "when": Field(WHEN),
        "at_most": maybe(AT_MOST),
        "after": maybe(Duration()),
        "post": maybe(FOLLOW_UP),
        "fact": maybe(Key("fact")),
        "heat": maybe(HEAT),
        "crowd": maybe(CROWD_SHARE),
        "calm": maybe(CALM),
        "mood": maybe(MOOD),
    },
)

EFFECTS = ("post", "fact", "heat", "crowd", "calm", "mood")
"""At least one of these makes a reaction one."""

REACTIONS = MapOf(Key(also=GENERAL_RULES), REACTION)
"""By their keys; one under the name of a general rule stands in its place."""

THREAD = Element(
    "thread",
    {
        "channel": Field(Key("channel")),
        "topic": Field(Topic(is_own=True)),
        "mention": maybe(Choice(MENTIONS)),
        "posts": maybe(MapOf(Key(), POST)),
        "reactions": maybe(REACTIONS),
    },
)
