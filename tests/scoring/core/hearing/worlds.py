"""Two small worlds to be heard in, one per language: a line that is closed, its facts and what is said about it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from scenarios.core.public import Public, Rumour
from scenarios.core.timeline import Fact, Timeline
from scoring.core import Shelf, ears_of, judge, read
from scoring.core.assessment import Assessment
from scoring.core.context import context_alone
from tests.simulator.timelines import make_post, make_timeline

FACTS = {
    "de": (
        Fact("closed", "Zwischen Altenried und Moorweiler fährt seit 17:52 Uhr kein Zug.", 0, None),
        Fact("cause", "Ursache ist eine Signalstörung, die Technik tauscht ein Bauteil.", 0, None),
        Fact("forecast", "Ab 19:45 Uhr fahren wieder Züge, zunächst eingleisig.", None, None),
        Fact("buses", "Ersatzbusse fahren alle 15 Minuten ab Südausgang, ohne Fahrräder.", 0, None),
        Fact("safe", "Am Gerücht ist nichts dran.", 0, "Es gab keinen Unfall, verletzt ist niemand."),
        Fact("rights", "Ab 60 Minuten Verspätung gibt es 25 % des Fahrpreises.", 0, None, kind="right"),
        Fact("voucher", "Wir geben einen Gutschein über 10 Euro.", 0, None, kind="goodwill"),
        Fact("connection", "Der QX 218 wartet nicht, der nächste fährt um 20:04 Uhr.", 0, None),
    ),
    "en": (
        Fact("closed", "No trains between Altenried and Moorweiler since 17:52.", 0, None),
        Fact("cause", "The cause is a signal failure; engineers are replacing a part.", 0, None),
        Fact("forecast", "Trains will run again from 19:45, single track at first.", None, None),
        Fact("buses", "Replacement buses leave every 15 minutes from the south exit, without bikes.", 0, None),
        Fact("safe", "There is nothing in the rumour.", 0, "There was no accident and nobody is hurt."),
        Fact("rights", "From 60 minutes late you get 25% of the fare.", 0, None, kind="right"),
        Fact("voucher", "We give a voucher of 10 euros.", 0, None, kind="goodwill"),
        Fact("connection", "The QX 218 cannot be held, the next one leaves at 20:04.", 0, None),
    ),
}
RUMOURS = {
    "de": Rumour("crash", "", "Zwei Züge sind zusammengestoßen.", ("zusammen(ge)?sto(ß|ss)", "unfall"), ("safe",)),
    "en": Rumour("crash", "", "Two trains have collided.", ("collid|collision", "crash|accident"), ("safe",)),
}
KNOWN = frozenset(fact.key for fact in FACTS["de"] if fact.release_ms == 0)


def make_world(language: str, **changes: Any) -> Timeline:
    timeline = make_timeline(posts=(make_post("gleis-1", "gleis", at_ms=0),), facts=FACTS[language], language=language)
    return replace(timeline, **{"public": Public(rumours=(RUMOURS[language],)), **changes})


WORLDS = {language: make_world(language) for language in FACTS}


def hear(text: str, *, language: str = "de", world: Timeline | None = None, **changes: Any) -> dict[str, Any]:
    """The `heard` block of `text` in a world where all but the forecast is known."""
    return dict(assess(text, language=language, world=world, **changes).heard)


def assess(
    text: str, *, language: str = "de", world: Timeline | None = None, earlier: Iterable[str] = (), **changes: Any
) -> Assessment:
    ears = ears_of(world or WORLDS[language])
    written = Shelf((seq, read(before, language=language).prose) for seq, before in enumerate(earlier, start=1))
    fields = {"ears": ears, "known_facts": KNOWN, "earlier": written, "said_in_public": set(written.writers)}
    context = replace(context_alone(language=language), **{**fields, **changes})
    return judge(read(text, language=language, ears=ears), context)
