"""What the pages of certification show."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from people.models import User
from scenarios.core.vocabulary import CRITERIA
from scenarios.models import ScenarioVersion
from scenarios.queries import tell_about
from scoring.core.terms import PASSED, Terms
from scoring.models import Attempt, AttemptRun, Certificate, Programme, Proposal
from scoring.queries.certification import is_good
from scoring.services.attempts import find_stood_ms, list_runs, terms_of
from simulator.models import Run
from trainer_ui.certification_texts import explain_reason, name_value
from trainer_ui.criteria import NamedValue
from trainer_ui.shelves import Offer, make_offer


@dataclass(frozen=True, slots=True)
class ShownTerms:
    """Terms with the scenarios by name. `marks` are pass marks by criterion, overall first."""

    terms: Terms
    number: int
    offers: Sequence[Offer]
    marks: Sequence[NamedValue]
    minutes: int

    @property
    def is_drawn(self) -> bool:
        return self.terms.draw < len(self.terms.scenarios)


@dataclass(frozen=True, slots=True)
class Step:
    """A place of an attempt: its scenario, and the run that counts there. `may_repeat`: it stood still for too long."""

    place: int
    offer: Offer
    run: Run | None
    stood_ms: int
    may_repeat: bool


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value of a proposal in per mille, with its interval and its pass mark, None where nothing was asked."""

    name: str
    value: int
    low: int
    high: int
    mark: int | None

    @property
    def is_unsure(self) -> bool:
        return self.mark is not None and self.low < self.mark <= self.high


@dataclass(frozen=True, slots=True)
class ShownProposal:
    revision: int
    verdict: str | None
    second: bool
    values: Sequence[ShownValue]
    reasons: Sequence[str]
    critical: Sequence[dict[str, Any]]


def show_terms(programme: Programme, *, language: str) -> ShownTerms:
    """The newest version of a programme."""
    version = max(programme.versions.all(), key=lambda each: each.number)
    terms = terms_of(version)
    offers = _list_offers(terms.scenarios, language=language)
    marks = [NamedValue(name_value("overall"), terms.overall)]
    marks += [NamedValue(name_value(name), terms.criteria[name]) for name in CRITERIA if name in terms.criteria]
    lengths = sorted((offer.about.duration_ms for offer in offers), reverse=True)
    return ShownTerms(terms, version.number, offers, marks, sum(lengths[: terms.draw]) // 60_000)


def show_steps(attempt: Attempt, *, language: str) -> list[Step]:
    """Every place of the attempt, played or not."""
    runs = {each.place: each.run for each in list_runs(attempt)}
    limit_ms = terms_of(attempt.version).gap_s * 1000
    steps = []
    for place, offer in enumerate(_list_offers(json.loads(attempt.drawn), language=language)):
        run = runs.get(place)
        stood_ms = find_stood_ms(run) if run is not None and run.ended else 0
        may = stood_ms > limit_ms and not attempt.verdict and not attempt.rulings.exists()
        steps.append(Step(place, offer, run, stood_ms, may))
    return steps


def show_proposal(proposal: Proposal, attempt: Attempt) -> ShownProposal:
    data = json.loads(proposal.data)
    values = [ShownValue(name_value(name), **value) for name, value in sorted(data["values"].items(), key=_place)]
    reviews = {(each.place, each.reply, each.rule): each for each in attempt.reviews.select_related("by")}
    runs = {each.place: each.run_id for each in list_runs(attempt)}
    critical = [
        {
            **each,
            "said": explain_reason({"code": "provisional", "of": each["rule"]}).partition(": ")[2],
            "review": reviews.get((each["run"], each["reply"], each["rule"])),
            "run_id": runs.get(each["run"]),
        }
        for each in data["critical"]
    ]
    reasons = [explain_reason(each) for each in data["reasons"]]
    return ShownProposal(
        proposal.revision, data["verdict"], data["second"], values, list(dict.fromkeys(reasons)), critical
    )


def name_verdict(verdict: str) -> str:
    return gettext("passed") if verdict == PASSED else gettext("not passed")


def name_state(attempt: Attempt) -> str:
    """How far an attempt is; its runs and rulings are prefetched."""
    if attempt.verdict:
        return name_verdict(attempt.verdict)
    ended = sum(1 for each in _counted(attempt) if each.run is not None and each.run.ended)
    if ended < len(json.loads(attempt.drawn)):
        return gettext("under way")
    if any(each.round == attempt.round for each in attempt.rulings.all()):
        return gettext("waits for a second person")
    return gettext("appealed, waits for a decision") if attempt.round > 1 else gettext("waits for a decision")


def name_standing(certificate: Certificate) -> str:
    if certificate.revoked_at is not None:
        return gettext("revoked")
    return gettext("valid") if is_good(certificate) else gettext("expired")


def name_person(person: User) -> str:
    return person.get_full_name() or person.username


def _place(value: tuple[str, Any]) -> int:
    """Overall first, then as criteria are told everywhere."""
    return ("overall", *CRITERIA).index(value[0])


def _counted(attempt: Attempt) -> Iterable[AttemptRun]:
    return (each for each in attempt.runs.all() if each.repeated_at is None)


def _list_offers(ids: Sequence[int], *, language: str) -> list[Offer]:
    versions = {each.pk: each for each in ScenarioVersion.objects.filter(pk__in=ids).select_related("scenario")}
    abouts = tell_about(versions.values())
    return [make_offer(versions[pk], abouts[pk], language=language) for pk in ids if pk in versions]
