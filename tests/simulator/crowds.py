"""Scenarios with a crowd: an outage and a storm, in German and English, and whatever a test wants changed in them."""

from dataclasses import replace
from typing import Any

from scenarios.core.public import Crowd, Phase, Public, Rumour, Voice
from scenarios.core.timeline import Timeline
from tests.simulator import crowd_bodies
from tests.simulator.timelines import make_post, make_timeline

MINUTE = 60_000

PLACES = {
    "de": ("Altenried", "Seebrück", "Moosham", "Kaltenau", "Oberfurt"),
    "en": ("Northam", "Brackley", "Ashcombe", "Westport", "Millbridge"),
}
THINGS = {
    ("outage", "de"): ("der RE 4", "mein Anschluss", "die S 7", "der Eilzug", "unser Bus"),
    ("outage", "en"): ("the app", "my box", "the TV app", "my account", "the player"),
    ("storm", "de"): ("das Plakat", "der Spot", "die Anzeige", "so eine Werbung", "dieses Video"),
    ("storm", "en"): ("a rucksack", "a laptop sleeve", "one cabin bag", "her handbag", "a duty-free bag"),
}
BODIES = {
    ("outage", "de"): crowd_bodies.OUTAGE_DE,
    ("outage", "en"): crowd_bodies.OUTAGE_EN,
    ("storm", "de"): crowd_bodies.STORM_DE,
    ("storm", "en"): crowd_bodies.STORM_EN,
}


def make_crowd(situation: str = "outage", language: str = "de", **changes: Any) -> Crowd:
    voices = tuple(
        Voice(
            key=key,
            topic=key,
            channel="microblog",
            weight=2 if key == "stuck" else 1,
            bodies=bodies,
            joins=("board",),
            rumour=key if key == "crash" else "",
        )
        for key, bodies in BODIES[situation, language].items()
    )
    crowd = Crowd(
        most_per_minute=60,
        branching=700,
        tires_after=400,
        heat=30_000,
        authors=60,
        phases=(Phase(0, 240, "witnesses"), Phase(3 * MINUTE, 900, "flood"), Phase(9 * MINUTE, 300, "morphing")),
        voices=voices,
        places=PLACES[language],
        things=THINGS[situation, language],
    )
    return replace(crowd, **changes)


def make_storm(situation: str = "outage", language: str = "de", *, minutes: int = 12, **changes: Any) -> Timeline:
    """Twelve minutes with a scripted thread that the crowd joins. `changes` are fields of the crowd."""
    timeline = make_timeline(
        posts=(
            make_post("board-1", "board", at_ms=5_000, persona="jana", text="Was ist da los, {brand}?"),
            make_post("board-2", "board", at_ms=4 * MINUTE, persona="ole", text="Noch immer nichts?"),
        ),
        duration_ms=minutes * MINUTE,
        language=language,
    )
    crowd = make_crowd(situation, language, **changes)
    rumours = (Rumour("crash", "crash", "Zwei Züge sind zusammengestoßen.", ("zusammengesto",), ()),)
    return replace(timeline, situation=situation, public=Public(crowd=crowd, rumours=rumours))
