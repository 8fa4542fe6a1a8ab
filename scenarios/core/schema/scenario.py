"""The elements of a scenario."""

from collections.abc import Mapping

from scenarios.core.schema.brand import ARTICLE, BRAND, CHANNEL, DESK, FORMAT, TEMPLATE
from scenarios.core.schema.conditions import WHEN
from scenarios.core.schema.public import (
    CONSTANTS,
    CRISIS,
    CROWD,
    NOTICE,
    PATTERNS,
    PHASE,
    RUMOUR,
    SETTING,
    SETTINGS,
    VOICE,
)
from scenarios.core.schema.review import DOUBT, REVIEW
from scenarios.core.schema.threads import FOLLOW_UP, MOOD, NEEDS, PICTURE, POST, REACTION, REACTIONS, THREAD
from scenarios.core.schema.types import (
    Choice,
    Duration,
    Element,
    Field,
    Flag,
    Key,
    ListOf,
    MapOf,
    Name,
    Text,
    Topic,
    Whole,
    maybe,
)
from scenarios.core.vocabulary import (
    CRITERIA,
    DEEDS,
    FACT_KINDS,
    GUIDE_KEYS,
    GUIDE_PLACES,
    LANGUAGES,
    ROBOTS,
    ROLES,
    SITUATIONS,
    STAGE,
    STYLES,
)

_BOTH_LANGUAGES = Element("texts", {language: Field(Text()) for language in LANGUAGES}, is_languages=True)

PERSONA = Element(
    "persona",
    {
        "role": Field(Choice(ROLES)),
        "reach": maybe(Whole(0, 100_000_000)),
        "temper": maybe(Whole(1, 5)),
        "gender": maybe(Choice(("f", "m", "x"))),
        "name": maybe(Text(120)),
        "handle": maybe(Text(60)),
        "record": maybe(MapOf(Name(), Text(500))),
        "history": maybe(ListOf(Text(300), most=10)),
        "patience": maybe(Duration(1_000)),
        "style": maybe(ListOf(Choice(STYLES))),
        "vindictive": maybe(Flag()),
        "linked": maybe(Flag()),
    },
)

FACT = Element(
    "fact",
    {
        "at": maybe(Duration()),
        "text": Field(Text()),
        "approved": maybe(Text()),
        "topic": maybe(Topic()),
        "kind": maybe(Choice(FACT_KINDS)),
        "replaces": maybe(Key("fact")),
        "says": maybe(PATTERNS),
    },
)

RUBRIC = Element("rubric", {"weights": maybe(MapOf(Choice(CRITERIA), Whole(0, 100))), "pass": maybe(Whole(1, 100))})

REHEARSAL = Element(
    "rehearsal",
    {
        "pass": maybe(ListOf(Choice(ROBOTS))),
        "fail": maybe(ListOf(Choice(ROBOTS))),
        "last": maybe(Choice(ROBOTS)),
    },
)

STEP = Element(
    "step",
    {
        "text": Field(_BOTH_LANGUAGES),
        "until": Field(Choice(DEEDS)),
        "of": maybe(Key("post")),
        "at": maybe(Choice(GUIDE_PLACES)),
        "keys": maybe(ListOf(Choice(GUIDE_KEYS))),
    },
)

SCENARIO = Element(
    "scenario",
    {
        "format": Field(Whole(FORMAT, FORMAT)),
        "key": Field(Key()),
        "language": Field(Choice(LANGUAGES)),
        "title": Field(_BOTH_LANGUAGES),
        "brief": Field(_BOTH_LANGUAGES),
        "goal": maybe(_BOTH_LANGUAGES),
        "brand": Field(Text(200)),
        "situation": Field(Choice(SITUATIONS)),
        "duration": Field(Duration(10_000)),
        "stage": maybe(ListOf(Choice(STAGE), least=1)),
        "difficulty": maybe(Whole(1, 5)),
        "drill": maybe(Choice(CRITERIA)),
        "undo": maybe(Flag()),
        "guide": maybe(ListOf(STEP, least=1, most=30, differ=False)),
        "rubric": maybe(RUBRIC),
        "rehearsal": maybe(REHEARSAL),
        "personas": Field(MapOf(Key(), PERSONA)),
        "facts": maybe(MapOf(Key(), FACT)),
        "rumours": maybe(MapOf(Key(), RUMOUR)),
        "notice": maybe(NOTICE),
        "crisis": maybe(CRISIS),
        "templates": maybe(MapOf(Key(), TEMPLATE)),
        "crowd": maybe(CROWD),
        "public": maybe(SETTINGS),
        "constants": maybe(CONSTANTS),
        "threads": Field(MapOf(Key(), THREAD)),
        "reactions": maybe(REACTIONS),
        "review": maybe(REVIEW),
    },
)

ELEMENTS = (
    SCENARIO,
    RUBRIC,
    REHEARSAL,
    STEP,
    PERSONA,
    FACT,
    RUMOUR,
    NOTICE,
    CRISIS,
    CROWD,
    PHASE,
    VOICE,
    SETTING,
    CONSTANTS,
    THREAD,
    POST,
    PICTURE,
    NEEDS,
    REACTION,
    WHEN,
    MOOD,
    FOLLOW_UP,
    BRAND,
    CHANNEL,
    DESK,
    TEMPLATE,
    ARTICLE,
    REVIEW,
    DOUBT,
)
"""Every element that an author writes."""

FIELDS: Mapping[str, tuple[str, ...]] = {element.name: tuple(element.fields) for element in ELEMENTS}
"""Element → names of its fields."""
