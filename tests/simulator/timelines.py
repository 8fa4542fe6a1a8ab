"""Small timelines made by hand, to play in."""

from collections.abc import Mapping, Sequence

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.public import Public, Reaction
from scenarios.core.public_rules import GENERAL_RULES
from scenarios.core.timeline import (
    Brand,
    Channel,
    Fact,
    Needs,
    Persona,
    Post,
    Template,
    Thread,
    Timeline,
)
from simulator.core.events import Event

SECOND = 1_000
MINUTE = 60 * SECOND

NO_NEEDS = Needs(answer=False, facts=(), acts=(), private=False, triage="normal", model=None, then=None)
NEEDS = Needs(answer=True, facts=(), acts=(), private=False, triage="normal", model=None, then=None)

BRAND = Brand(
    key="seenbahn",
    name="Seenbahn",
    handle="@seenbahn",
    address="du",
    sign_off="initials",
    service_name="Dein Team der Seenbahn",
    private_addresses=("hilfe@seenbahn.example",),
    channels=(
        Channel("microblog", "Kurznachrichten", "microblog", 280, 4 * MINUTE, 6 * MINUTE),
        Channel("forum", "Forum", "forum", None, 8 * MINUTE, 8 * MINUTE),
    ),
    templates=(Template("dank", "Dank", "Hallo {name}, danke! {agent}"),),
)


def make_post(
    key: str, thread: str, *, at_ms: int | None, persona: str = "jana", text: str = "Hallo?", needs: Needs = NEEDS
) -> Post:
    return Post(key, thread, persona, at_ms, None, text, needs)


QUIET = Public(settings={rule.key: {"off": 1} for rule in GENERAL_RULES})
"""A public that reacts to nothing but what the scenario says."""


def make_timeline(
    *,
    posts: Sequence[Post],
    reactions: Sequence[Reaction] = (),
    facts: Sequence[Fact] = (),
    threads: Mapping[str, str] | None = None,
    duration_ms: int = 10 * MINUTE,
    language: str = "de",
    brand: Brand = BRAND,
    public: Public = QUIET,
) -> Timeline:
    """A timeline around these posts. `threads` maps key to channel; what it does not name is on the microblog."""
    keys = dict.fromkeys(post.thread for post in posts)
    return Timeline(
        format=1,
        key="world",
        language=language,
        title={"de": "Welt", "en": "World"},
        brief={"de": "Los.", "en": "Go."},
        situation="normal",
        duration_ms=duration_ms,
        weights={"speed": 1, "tone": 1, "individuality": 1},
        brand=brand,
        personas=tuple(
            Persona(key, "customer", 100, 2, None, None, gender, {})
            for key, gender in dict.fromkeys((post.persona, "fmx"[len(post.persona) % 3]) for post in posts)
        ),
        facts=tuple(facts),
        templates=brand.templates,
        threads=tuple(Thread(key, (threads or {}).get(key, "microblog"), key) for key in keys),
        posts=tuple(posts),
        reactions=tuple(reactions),
        public=public,
    )


def make_morning() -> Timeline:
    """Two threads, a fact, a silence that is noticed and thanks for an answer."""
    return make_timeline(
        facts=(Fact("eta", "Der Zug kommt um acht.", 90 * SECOND, "Ankunft: 8 Uhr."),),
        posts=(
            make_post("bag-1", "bag", at_ms=0, text="Mein Rucksack ist weg, {brand}!"),
            make_post("bag-still", "bag", at_ms=None, text="Niemand da?"),
            make_post("bag-thanks", "bag", at_ms=None, text="Danke {agent}", needs=NO_NEEDS),
            make_post("train-1", "train", at_ms=60 * SECOND, persona="ole", text="Wo bleibt der Zug?"),
            make_post("train-2", "train", at_ms=120 * SECOND, persona="ole", text="Immer noch nichts."),
            make_post("train-3", "train", at_ms=120 * SECOND, persona="jana", text="Hier auch nicht."),
        ),
        reactions=(
            Reaction("bag-silence", "bag", NoAnswer("bag-1", 180 * SECOND), 20 * SECOND, follow_up="bag-still"),
            Reaction("bag-answered", "bag", Answered("bag-1"), follow_up="bag-thanks"),
        ),
        threads={"train": "forum"},
    )


def kinds_of(log: Sequence[Event]) -> list[str]:
    return [event.kind for event in log]
