"""What a trainee's own runs say about their progress, and which drill comes next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from people.models import User
from scenarios.core.vocabulary import CRITERIA
from scenarios.models import ScenarioVersion
from scenarios.queries import list_guided
from scoring.queries.figures import figure, read_figure
from simulator.models import Run
from simulator.services import clock
from trainer_ui.core.progress import Result, Standing, choose_next, list_standings
from trainer_ui.criteria import name_criterion
from trainer_ui.shelves import Offer, list_offers

EPOCH = date(1970, 1, 1)
LATEST = 60
"""So many of the latest runs are looked at."""
WIDTH, TOP, BOTTOM = 600, 10, 110


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int
    value: int
    run: int


@dataclass(frozen=True, slots=True)
class ShownStanding:
    """`low_y` and `high_y` are where the interval lies in the picture; None where there is none yet."""

    name: str
    standing: Standing
    points: Sequence[Point]
    line: str
    low_y: int | None
    high_y: int | None
    due_on: date
    is_due: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """The criterion to practise next, and a drill for it, if one is there."""

    name: str
    mean: int
    drill: Offer | None


def list_results(user: User) -> list[Result]:
    """Own runs that were scored, the oldest first. A moment that was tried again is no run of its own here, and who was
    led through the desk was not practising."""
    runs = Run.objects.filter(trainee=user, ended=True, purging=False, parent=None, version__scenario__trial=None)
    runs = runs.exclude(version__in=list_guided(ScenarioVersion.objects.filter(runs__in=runs)))
    scored = runs.filter(scorecards__revision=0).annotate(said=figure("criteria")).order_by("-created_at", "-pk")
    rows = scored.values_list("pk", "created_at", "said")[:LATEST]
    return [Result(pk, (at.date() - EPOCH).days, read_figure(said)) for pk, at, said in rows][::-1]


def show_progress(user: User) -> list[ShownStanding]:
    return [_show(each) for each in list_standings(list_results(user), criteria=CRITERIA)]


def advise(user: User, *, language: str, drills: Sequence[Offer] | None = None) -> Advice | None:
    """What to practise today; None where nothing is due, or nothing was played yet. `drills` are those of `user`,
    where the caller has them."""
    standing = choose_next(list_standings(list_results(user), criteria=CRITERIA), today=_today())
    if standing is None:
        return None
    if drills is None:
        drills = list_offers(user, language=language).drills
    found = [drill for drill in drills if drill.about.drill == standing.criterion]
    return Advice(name_criterion(standing.criterion), standing.mean, choose_drill(found, user))


def choose_drill(drills: Sequence[Offer], user: User) -> Offer | None:
    """The one that was played the least, so that they take turns; of equals, the first on the shelf."""
    played = Counter(Run.objects.filter(trainee=user, purging=False).values_list("version__scenario__key", flat=True))
    return min(drills, key=lambda drill: played[drill.version.scenario.key], default=None)


def _show(standing: Standing) -> ShownStanding:
    step = WIDTH // max(1, len(standing.values))
    points = [Point(step // 2 + nth * step, _y(value), value, run) for nth, (run, value) in enumerate(standing.values)]
    return ShownStanding(
        name=name_criterion(standing.criterion),
        standing=standing,
        points=points,
        line=" ".join(f"{point.x},{point.y}" for point in points),
        low_y=None if standing.low is None else _y(standing.low),
        high_y=None if standing.high is None else _y(standing.high),
        due_on=EPOCH + timedelta(days=standing.due_day),
        is_due=standing.due_day <= _today(),
    )


def _y(value: int) -> int:
    return BOTTOM - value * (BOTTOM - TOP) // 1000


def _today() -> int:
    return (datetime.fromtimestamp(clock.wall_ms() / 1000, tz=UTC).date() - EPOCH).days
