"""What the home page shows: scenarios to pick from, and one's own runs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import OuterRef, Subquery

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import CRITERIA
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline, versions_visible_to
from scoring.models import Scorecard
from simulator.models import Run
from simulator.queries import runs_visible_to
from trainer_ui.criteria import name_criterion

HARDER_THAN_KNOWN = 6
"""Where a scenario that was never rehearsed stands among difficulties from 1 to 5: behind them."""
LATEST = 20
"""How many of one's ended runs the home page lists."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A scenario as it stands on the shelf, in the language of the page; its own texts stay in `timeline.language`."""

    version: ScenarioVersion
    timeline: Timeline
    title: str
    brief: str
    goal: str
    criterion: str = ""
    """What a drill is for, by name; empty for all other scenarios."""
    others: Sequence["Offer"] = ()
    """The same scenario in other languages."""


@dataclass(frozen=True, slots=True)
class Played:
    """`score` is per mille, None while nobody has looked at the debrief yet."""

    run: Run
    timeline: Timeline
    title: str
    score: int | None


def make_offer(version: ScenarioVersion, *, language: str) -> Offer:
    timeline = load_timeline(version)
    title, brief, goal = (pick(texts, language) for texts in (timeline.title, timeline.brief, timeline.goal))
    criterion = name_criterion(timeline.drill) if timeline.drill else ""
    return Offer(version, timeline, title, brief, goal, criterion)


@dataclass(frozen=True, slots=True)
class Shelves:
    """The easy before the hard, drills by what they are for; `guided` are the runs that teach the desk."""

    scenarios: list[Offer]
    drills: list[Offer]
    guided: list[Offer]


def list_offers(user: User, *, language: str) -> Shelves:
    """What `user` may play, each once: in the language of the page if there is such an edition; those first."""
    editions: dict[tuple[str, int | None], list[Offer]] = {}
    for version in versions_visible_to(user):
        shelf = editions.setdefault((version.scenario.key, version.scenario.cohort_id), [])
        shelf.append(make_offer(version, language=language))
    offers = [gather(each, language=language) for each in editions.values()]
    offers.sort(key=lambda offer: _find_place(offer, language=language))
    guided = [offer for offer in offers if offer.timeline.guide]
    others = [offer for offer in offers if not offer.timeline.guide]
    drills = [offer for offer in others if offer.timeline.drill]
    drills.sort(key=lambda offer: CRITERIA.index(offer.timeline.drill))
    return Shelves([offer for offer in others if not offer.timeline.drill], drills, guided)


def _find_place(offer: Offer, *, language: str) -> tuple[bool, int, str]:
    timeline = offer.timeline
    return timeline.language != language, timeline.difficulty or HARDER_THAN_KNOWN, offer.title


def gather(editions: Sequence[Offer], *, language: str) -> Offer:
    """The editions of one scenario as one offer."""
    first, *others = sorted(editions, key=lambda offer: offer.timeline.language != language)
    return replace(first, others=others)


def list_own_runs(user: User, *, language: str) -> tuple[list[Played], list[Played]]:
    """(under way, ended), newest first."""
    cards = Scorecard.objects.filter(run=OuterRef("pk")).order_by("-revision")
    scored = runs_visible_to(user).filter(trainee=user).annotate(card=Subquery(cards.values("data")[:1]))
    runs = scored.select_related("version__scenario")
    newest = runs.order_by("-created_at", "-pk")
    return (
        [describe_run(run, language=language) for run in newest.filter(ended=False)],
        [describe_run(run, language=language) for run in newest.filter(ended=True)[:LATEST]],
    )


def describe_run(run: Run, *, language: str) -> Played:
    """`run` is annotated with `card`, the data of the scorecard that counts."""
    timeline = load_timeline(run.version)
    score = json.loads(run.card)["score"] if run.card else None
    return Played(run, timeline, pick(timeline.title, language), score)


def pick(texts: Mapping[str, str], language: str) -> str:
    """The text in `language`, or in whatever there is."""
    return texts.get(language) or next(iter(texts.values()), "")
