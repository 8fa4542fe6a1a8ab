"""The elements of the public beside its threads: crowd, rumours, notice, and the settings of general rules."""

from scenarios.core.constants import CONSTANTS as CONSTANT_FIELDS
from scenarios.core.schema.types import (
    Choice,
    Duration,
    Element,
    Field,
    Flag,
    Key,
    ListOf,
    MapOf,
    Pattern,
    Text,
    Topic,
    Whole,
    maybe,
)
from scenarios.core.vocabulary import CLUSTERS, GENERAL_RULES, HISTORIES, PHASES, TEMPERS

PATTERNS = ListOf(Pattern(), most=20)

HEAT = Whole(-50, 50)
CROWD_SHARE = Whole(-150, 150)
CALM = Whole(0, 1_000)
MOOD_STEP = Whole(-100, 100)
AT_MOST = Whole(1, 100, zero="each")

RUMOUR = Element(
    "rumour",
    {
        "topic": Field(Topic()),
        "claim": Field(Text(500)),
        "says": Field(ListOf(Pattern(), least=1, most=20)),
        "facts": Field(ListOf(Key("fact"), least=1)),
    },
)

NOTICE = Element(
    "notice",
    {
        "topics": Field(ListOf(Topic(), least=1)),
        "facts": maybe(ListOf(Key("fact"))),
        "stale_after": maybe(Duration(1_000)),
    },
)

CRISIS = Element(
    "crisis",
    {
        "cluster": Field(Choice(CLUSTERS)),
        "topics": Field(ListOf(Topic(), least=1)),
        "known_from": maybe(Key("fact")),
        "history": maybe(Choice(HISTORIES)),
    },
)

PHASE = Element("phase", {"at": Field(Duration()), "per_hour": Field(Whole(0, 10_000)), "kind": Field(Choice(PHASES))})

VOICE = Element(
    "voice",
    {
        "topic": Field(Topic(is_own=True)),
        "channel": Field(Key("channel")),
        "weight": maybe(Whole(1, 100)),
        "joins": maybe(ListOf(Key("thread"))),
        "from": maybe(Duration()),
        "until": maybe(Duration()),
        "rumour": maybe(Key("rumour")),
        "tempers": maybe(ListOf(Choice(TEMPERS), least=1)),
        "bodies": Field(ListOf(Text(280), least=1, most=500)),
    },
)

_OPENERS = ListOf(Text(60, may_be_blank=True), most=200)
_CLOSERS = ListOf(Text(140, may_be_blank=True), most=200)

CROWD = Element(
    "crowd",
    {
        "most_per_minute": maybe(Whole(1, 120)),
        "branching": maybe(Whole(0, 1_100)),
        "tires_after": maybe(Whole(1, 10_000)),
        "heat": maybe(Whole(0, 100)),
        "half_life": maybe(Duration(10_000, 3_600_000)),
        "authors": maybe(Whole(1, 1_000)),
        "phases": Field(ListOf(PHASE, least=1, most=50, differ=False)),
        "places": maybe(ListOf(Text(60), most=200)),
        "things": maybe(ListOf(Text(60), most=200)),
        "openers": maybe(_OPENERS),
        "closers": maybe(_CLOSERS),
        "voices": Field(MapOf(Key(), VOICE)),
    },
)

SETTING = Element(
    "setting",
    {
        "off": maybe(Flag()),
        "after": maybe(Duration()),
        "at_most": maybe(AT_MOST),
        "heat": maybe(HEAT),
        "crowd": maybe(CROWD_SHARE),
        "calm": maybe(CALM),
        "mood": maybe(MOOD_STEP),
    },
)

SETTINGS = MapOf(Choice(GENERAL_RULES), SETTING)

_TIMES = frozenset({"rumour_doubles"})

CONSTANTS = Element(
    "constants",
    {
        name: maybe((Duration if name in _TIMES else Whole)(each.metadata["least"], each.metadata["most"]))
        for name, each in CONSTANT_FIELDS.items()
    },
)
