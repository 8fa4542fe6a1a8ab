"""Calibrations as their pages show them, and the score held against the coaches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from people.models import User
from scoring.core.agreement import Agreement
from scoring.core.rubric import MARKABLE, NOT_JUDGED, OVERALL, SPELLING
from scoring.queries.against_coaches import DecidedRule, Held, HeldCriterion, Pair
from scoring.queries.calibrations import Calibrated, Dispute
from scoring.queries.queue import AskedPost, read_posts
from scoring.sentences import explain_finding
from trainer_ui.core.blinding import cover_names
from trainer_ui.rubrics import name_marked

ORDER = (*MARKABLE, SPELLING, OVERALL)
DEPENDABLE, TENTATIVE = 0.8, 0.667
"""From so much on, Krippendorff draws conclusions from data, or tentative ones."""


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """`alpha`, `low` and `high` in hundredths, None where they do not exist; `said` is what that means."""

    name: str
    alpha: int | None
    low: int | None
    high: int | None
    units: int
    said: str


@dataclass(frozen=True, slots=True)
class DisputedStep:
    """`own` is the viewer's step, "–" for none; `others` are those of the others, from low to high."""

    name: str
    own: str
    others: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ShownDispute:
    asked: AskedPost | None
    words: str
    language: str
    steps: Sequence[DisputedStep]


@dataclass(frozen=True, slots=True)
class ShownSeverity:
    """`hundredths` of a step, without its sign; `side` is higher, lower or same."""

    hundredths: int
    side: str
    count: int


@dataclass(frozen=True, slots=True)
class ShownExample:
    """A reply with what it got, per mille."""

    words: str
    language: str
    score: int
    coaches: int


@dataclass(frozen=True, slots=True)
class ShownHeld:
    """`bias` is per mille: how far the score lies above the coaches."""

    label: str
    agreement: ShownAgreement
    bias: int
    low: int | None
    high: int | None
    count: int


@dataclass(frozen=True, slots=True)
class ShownCriterion:
    name: str
    whole: ShownHeld
    months: Sequence[ShownHeld]
    is_systematic: bool
    is_milder: bool
    examples: Sequence[ShownExample]


def show_agreements(agreements: Mapping[str, Agreement], *, language: str) -> list[ShownAgreement]:
    return [
        show_agreement(name_marked(name, language=language), agreements[name]) for name in ORDER if name in agreements
    ]


def show_agreement(name: str, found: Agreement) -> ShownAgreement:
    return ShownAgreement(
        name, _hundredths(found.alpha), _hundredths(found.low), _hundredths(found.high), found.units, _say(found)
    )


def _say(found: Agreement) -> str:
    if not found.units:
        return gettext("Nobody else has marked the same replies yet.")
    if found.alpha is None:
        return gettext("All gave the same step throughout: nobody knows whether you would tell a difference.")
    if found.alpha >= DEPENDABLE and (found.low is None or found.low < TENTATIVE):
        return gettext("You agree on these replies, but they are too few to build on.")
    if found.alpha >= DEPENDABLE:
        return gettext("You agree: such marks can be built on.")
    if found.alpha >= TENTATIVE:
        return gettext("You agree roughly: good enough to talk, not to decide.")
    return gettext("You do not agree: talk about the replies below, and mark others afterwards.")


def show_disputes(calibrated: Calibrated, *, coach: User, language: str) -> list[ShownDispute]:
    asked = read_posts({each.reply.run.pk for each in calibrated.disputes})
    return [
        ShownDispute(
            asked=asked.get((each.reply.run.pk, each.reply.post)),
            words=cover_names(each.reply.text or "", each.reply.names),
            language=each.reply.run.version.scenario.language,
            steps=list_steps(each, coach=coach, language=language),
        )
        for each in calibrated.disputes
    ]


def list_steps(dispute: Dispute, *, coach: User, language: str) -> list[DisputedStep]:
    steps = []
    for name in ORDER:
        if any(name in given for given in dispute.given.values()):
            own = dispute.given.get(coach.pk, {}).get(name)
            others = sorted(given[name] for who, given in dispute.given.items() if who != coach.pk and name in given)
            judged = {each for each in (own, *others) if each}
            said = ", ".join(map(_name_step, others)) or "–"
            steps.append(DisputedStep(name_marked(name, language=language), _name_step(own), said, len(judged) > 1))
    return steps


def show_severity(calibrated: Calibrated) -> ShownSeverity | None:
    found = calibrated.severity
    if found is None:
        return None
    side = "same" if abs(found.hundredths) < 10 else "higher" if found.hundredths > 0 else "lower"
    return ShownSeverity(abs(found.hundredths), side, found.count)


def show_held(held: Sequence[HeldCriterion], *, language: str) -> list[ShownCriterion]:
    return [
        ShownCriterion(
            name=name_marked(each.criterion, language=language),
            whole=_show_held("", each.whole),
            months=[_show_held(_name_month(month, scoring), found) for month, scoring, found in each.months],
            is_systematic=each.is_systematic,
            is_milder=each.whole.bias.mean > 0,
            examples=[_show_example(pair) for pair in each.examples],
        )
        for each in held
    ]


def show_rules(rules: Sequence[DecidedRule], *, language: str) -> list[tuple[str, DecidedRule]]:
    """(what the rule is called, how often it was lifted and confirmed)."""
    return [(explain_finding(each.rule, language=language).title, each) for each in rules]


def _show_held(label: str, held: Held) -> ShownHeld:
    bias = held.bias
    low, high = (None if each is None else round(each) for each in (bias.low, bias.high))
    return ShownHeld(label, show_agreement("", held.agreement), round(bias.mean), low, high, bias.count)


def _show_example(pair: Pair) -> ShownExample:
    words = cover_names(pair.reply.text or "", pair.reply.names)
    return ShownExample(words, pair.reply.run.version.scenario.language, pair.score, pair.coaches)


def _name_month(month: tuple[int, int], scoring: int) -> str:
    return pgettext("month and version of the score", "%(month)02d/%(year)d, version %(version)d") % {
        "month": month[1],
        "year": month[0],
        "version": scoring,
    }


def _name_step(step: int | None) -> str:
    return str(step) if step not in (None, NOT_JUDGED) else "–"


def _hundredths(value: float | None) -> int | None:
    return None if value is None else round(value * 100)
