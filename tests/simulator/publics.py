"""A small storm made by hand: everything that the public can do, in five minutes."""

from dataclasses import replace

from scenarios.core.conditions import AllOf, Answered, AnyOf, Escalated, HeatIs, Known, Not, NoticeIs, Replied
from scenarios.core.public import Crowd, Desk, Notice, Phase, Picture, Public, Reaction, Rumour, Voice
from scenarios.core.timeline import Fact, Needs, Persona, Timeline
from tests.simulator.timelines import BRAND, MINUTE, NEEDS, NO_NEEDS, SECOND, make_post, make_timeline

DESKS = (Desk("operations", "Leitstelle", "Züge"), Desk("refunds", "Erstattung", "Geld"))

CROWD = Crowd(
    most_per_minute=60,
    branching=700,
    tires_after=120,
    heat=30_000,
    authors=20,
    phases=(Phase(0, 240, "witnesses"), Phase(MINUTE, 900, "flood"), Phase(4 * MINUTE, 120, "morphing")),
    voices=(
        Voice(
            "stuck", "outage", "microblog", 3, ("steht {thing} in {place} rum", "{place}: nichts geht mehr"), ("train",)
        ),
        Voice("crash", "outage", "microblog", 2, ("in {place} sind zwei züge zusammengestoßen",), rumour="crash"),
    ),
    places=("Altenried", "Gleis 3", "Moosbach"),
    things=("der RE 4", "mein Anschluss"),
)

PUBLIC = Public(
    crowd=CROWD,
    rumours=(Rumour("crash", "outage", "Zwei Züge sind zusammengestoßen.", ("zusammengesto",), ("situation",)),),
    notice=Notice(("outage",), ("situation", "eta"), 30 * SECOND),
)

FACTS = (
    Fact("situation", "Ein Signal ist gestört.", 0, None, topic="outage"),
    Fact("eta", "Es geht um 18:00 weiter.", 40 * SECOND, None, topic="outage"),
    Fact("eta-new", "Es geht um 19:45 weiter.", None, "Weiter um 19:45.", topic="outage", replaces="eta"),
    Fact("refund", "Ab 60 Minuten gibt es Geld zurück.", 20 * SECOND, None, topic="money", kind="right"),
)

PEOPLE = {
    "jana": ("customer", 4, 100),
    "ole": ("critic", 3, 9_000),
    "mara": ("moderator", 2, 500),
    "ada": ("advocate", 1, 300),
    "tom": ("troll", 5, 40),
    "kim": ("bystander", 2, 100),
}

ASKS = replace(NEEDS, facts=("eta",), desk="operations")
REACTIONS = (
    Reaction("expert", "train", Escalated("train-1", right=True), 30 * SECOND, fact="eta-new"),
    Reaction("hot", "", AllOf((HeatIs(above=34), Known("eta"))), 5 * SECOND, crowd=20, follow_up="press"),
    Reaction("curt", "bag", Replied(lacks=("apology",)), 2 * SECOND, 0, heat=700, mood=4, mood_of="ole"),
    Reaction(
        "seen", "", AnyOf((NoticeIs("published"), AllOf((Answered("train-1"), Not(Known("eta-new")))))), heat=-500
    ),
)


def make_storm(*, public: Public = PUBLIC, reactions: tuple[Reaction, ...] = REACTIONS) -> Timeline:
    """Threads on a microblog and in a forum, facts that are replaced, a rumour, a crowd, desks, a notice."""
    timeline = make_timeline(
        posts=(
            make_post("bag-1", "bag", at_ms=0, text="Mein Rucksack ist weg, {brand}!"),
            make_post("train-1", "train", at_ms=5 * SECOND, persona="ole", text="Wann geht es weiter?", needs=ASKS),
            make_post("train-2", "train", at_ms=8 * SECOND, persona="kim", text="Sind da Züge zusammengestoßen?"),
            make_post("tip-1", "tip", at_ms=10 * SECOND, persona="ada", text="Wer kennt einen guten Rucksack?"),
            make_post("rage-1", "rage", at_ms=12 * SECOND, persona="tom", text="Saftladen!", needs=LEAVE),
            make_post(
                "noise-1", "noise", at_ms=15 * SECOND, persona="kim", text="Auf der Seenbahn im Park", needs=NO_NEEDS
            ),
            make_post("press", "train", at_ms=None, persona="mara", text="Hier wird es laut.", needs=NO_NEEDS),
        ),
        reactions=reactions,
        facts=FACTS,
        threads={"train": "forum", "tip": "forum"},
        duration_ms=5 * MINUTE,
        brand=replace(BRAND, channels=SHORT, desks=DESKS),
        public=public,
    )
    return replace(
        timeline,
        posts=tuple(replace(post, picture=PICTURE) if post.key == "bag-1" else post for post in timeline.posts),
        personas=tuple(make_person(key) for key in PEOPLE),
        threads=tuple(replace(thread, **MENTIONS.get(thread.key, {})) for thread in timeline.threads),
    )


def make_person(key: str) -> Persona:
    role, temper, reach = PEOPLE[key]
    record = {"customer_number": "S-1"} if key == "jana" else {}
    return Persona(key, role, reach, temper, None, None, "x", record, 30 * SECOND if key == "jana" else 0, ("du",))


LEAVE = Needs(False, (), (), False, "leave", None, None, treatment="leave")
SHORT = tuple(replace(channel, first_target_ms=50 * SECOND, next_target_ms=70 * SECOND) for channel in BRAND.channels)
MENTIONS = {"noise": {"mention": "noise"}, "tip": {"mention": "unasked"}, "train": {"topic": "outage"}}
PICTURE = Picture("board", "Eine Tafel: RE 4 fällt aus.", "Abfahrt", (("RE 4", "fällt aus"),))
