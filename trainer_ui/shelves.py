"""What the home page shows: scenarios to pick from, and one's own runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from people.models import User
from scenarios.core.vocabulary import CRITERIA
from scenarios.models import ScenarioVersion
from scenarios.queries import TEXTS, About, tell_about, versions_visible_to
from scoring.queries.figures import figure, read_figure
from simulator.models import Run
from simulator.queries import runs_visible_to
from trainer_ui.criteria import name_criterion

HARDER_THAN_KNOWN = 6
"""Where a scenario that was never rehearsed stands among difficulties from 1 to 5: behind them."""
LATEST = 20
"""How many of one's ended runs the home page lists."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A scenario as it stands on the shelf, in the language of the page; its own texts stay in `about.language`."""

    version: ScenarioVersion
    about: About
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
    about: About
    title: str
    score: int | None


def make_offer(version: ScenarioVersion, about: About, *, language: str) -> Offer:
    title, brief, goal = (pick(texts, language) for texts in (about.title, about.brief, about.goal))
    criterion = name_criterion(about.drill) if about.drill else ""
    return Offer(version, about, title, brief, goal, criterion)


@dataclass(frozen=True, slots=True)
class Shelves:
    """The easy before the hard, drills by what they are for; `guided` are the runs that teach the desk."""

    scenarios: list[Offer]
    drills: list[Offer]
    guided: list[Offer]


def list_offers(user: User, *, language: str) -> Shelves:
    """What `user` may play, each once: in the language of the page if there is such an edition; those first."""
    editions: dict[tuple[str, int | None], list[Offer]] = {}
    versions = list(versions_visible_to(user))
    abouts = tell_about(versions)
    for version in versions:
        shelf = editions.setdefault((version.scenario.key, version.scenario.cohort_id), [])
        shelf.append(make_offer(version, abouts[version.pk], language=language))
    offers = [gather(each, language=language) for each in editions.values()]
    offers.sort(key=lambda offer: _find_place(offer, language=language))
    guided = [offer for offer in offers if offer.about.is_guided]
    others = [offer for offer in offers if not offer.about.is_guided]
    drills = [offer for offer in others if offer.about.drill]
    drills.sort(key=lambda offer: CRITERIA.index(offer.about.drill))
    return Shelves([offer for offer in others if not offer.about.drill], drills, guided)


def _find_place(offer: Offer, *, language: str) -> tuple[bool, int, str]:
    about = offer.about
    return about.language != language, about.difficulty or HARDER_THAN_KNOWN, offer.title


def gather(editions: Sequence[Offer], *, language: str) -> Offer:
    """The editions of one scenario as one offer."""
    first, *others = sorted(editions, key=lambda offer: offer.about.language != language)
    return replace(first, others=others)


def list_own_runs(user: User, *, language: str) -> tuple[list[Played], list[Played]]:
    """(under way, ended), newest first. What was tried of a draft belongs to its editor."""
    own = runs_visible_to(user).filter(trainee=user, version__scenario__trial=None)
    scored = own.annotate(said=figure("score"))
    texts = (f"version__{name}" for name in TEXTS)
    newest = scored.select_related("version__scenario").defer(*texts).order_by("-created_at", "-pk")
    running, ended = list(newest.filter(ended=False)), list(newest.filter(ended=True)[:LATEST])
    abouts = tell_about(run.version for run in (*running, *ended))
    return (
        [describe_run(run, abouts[run.version_id], language=language) for run in running],
        [describe_run(run, abouts[run.version_id], language=language) for run in ended],
    )


def describe_run(run: Run, about: About, *, language: str) -> Played:
    """`run` is annotated with `said`, the figure `score`."""
    return Played(run, about, pick(about.title, language), read_figure(run.said))


def pick(texts: Mapping[str, str], language: str) -> str:
    """The text in `language`, or in whatever there is."""
    return texts.get(language) or next(iter(texts.values()), "")
