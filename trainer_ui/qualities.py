"""How good a test is, as the page and its tables show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.translation import get_language, gettext

from scenarios.models import ScenarioVersion
from scenarios.queries import tell_about
from scoring.core.quality import Item, Quality, Spread
from scoring.models import Programme
from scoring.queries.quality import Quarter, Report, report_quality
from trainer_ui.certification_texts import name_value
from trainer_ui.core.tables import Cell
from trainer_ui.shelves import make_offer

HEAD = (
    "part", "name", "people", "mean", "deviation", "lower_quartile", "median", "upper_quartile", "passed",
    "passed_low", "passed_high", "standard_error", "reliability", "unsure", "as_proposed", "ruled_by_two", "alpha",
    "difficulty", "discrimination",
)  # fmt: skip
"""Of the tables to take along. Per mille, but for people and ruled_by_two; empty where too few people were there."""


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A scenario; `item` is None where too few people had it. `doubts` are sentences."""

    title: str
    item: Item | None
    doubts: Sequence[str]


@dataclass(frozen=True, slots=True)
class ShownQuality:
    report: Report
    alpha: str
    items: Sequence[ShownItem]
    criteria: Sequence[tuple[str, Spread | None]]
    periods: Sequence[tuple[str, Quality]]


def show_quality(programme: Programme) -> ShownQuality:
    report = report_quality(programme)
    titles = _tell_titles(report.items)
    items = [
        ShownItem(titles.get(key, ""), item, [_explain(doubt) for doubt in item.doubts] if item else [])
        for key, item in report.items.items()
    ]
    alpha = report.whole.alpha if report.whole is not None else None
    return ShownQuality(
        report=report,
        alpha="" if alpha is None else localize(round(alpha, 2)),
        items=sorted(items, key=lambda each: each.title),
        criteria=[(name_value(name), spread) for name, spread in report.criteria.items()],
        periods=[(_name_period(each.first, each.last), each.quality) for each in report.periods],
    )


def list_quality_cells(shown: ShownQuality) -> list[list[Cell]]:
    """The page as a table with its head: the whole, periods, scenarios and criteria, told apart by `part`."""
    rows: list[list[Cell]] = [list(HEAD)]
    if shown.report.whole is not None:
        rows.append(_fill("programme", "", shown.report.whole.spread, shown.report.whole))
    rows += [_fill("period", name, quality.spread, quality) for name, quality in shown.periods]
    for each in shown.items:
        spread = each.item.spread if each.item is not None else None
        rows.append(_fill("scenario", each.title, spread, item=each.item))
    return rows + [_fill("criterion", name, spread) for name, spread in shown.criteria]


def _fill(
    part: str, name: str, spread: Spread | None, quality: Quality | None = None, *, item: Item | None = None
) -> list[Cell]:
    cells: dict[str, Cell] = {"part": part, "name": name}
    if spread is not None:
        cells |= {"people": spread.people, "mean": spread.mean, "deviation": spread.deviation}
        cells |= {"lower_quartile": spread.lower, "median": spread.middle, "upper_quartile": spread.upper}
    if quality is not None:
        cells |= {"passed": quality.passed.value, "passed_low": quality.passed.low, "passed_high": quality.passed.high}
        cells |= {"standard_error": quality.error, "reliability": quality.reliability}
        cells |= {"unsure": quality.unsure.value, "as_proposed": quality.upheld.value, "ruled_by_two": quality.doubly}
        cells["alpha"] = None if quality.alpha is None else round(1000 * quality.alpha)
    if item is not None:
        cells |= {"difficulty": item.difficulty, "discrimination": item.discrimination}
    return [cells.get(column) for column in HEAD]


def _tell_titles(scenarios: Mapping[int, Item | None]) -> Mapping[int, str]:
    """Scenario → its title, by its newest version."""
    rows = ScenarioVersion.objects.filter(scenario__in=scenarios).select_related("scenario").order_by("pk")
    newest = {each.scenario_id: each for each in rows}
    abouts, language = tell_about(newest.values()), get_language() or "de"
    return {key: make_offer(version, abouts[version.pk], language=language).title for key, version in newest.items()}


def _name_period(first: Quarter, last: Quarter) -> str:
    named = [
        gettext("quarter %(quarter)s of %(year)s") % {"quarter": each[1], "year": each[0]} for each in (first, last)
    ]
    return named[0] if first == last else " – ".join(named)


def _explain(doubt: str) -> str:
    return {
        "easy": gettext("Nearly everybody does well: it tells nobody apart."),
        "hard": gettext("Hardly anybody does well: it tells few apart."),
        "weak": gettext("It says little of what the other scenarios say."),
        "contrary": gettext("Who does well here does worse in the others: look at it before it certifies anybody."),
    }[doubt]
