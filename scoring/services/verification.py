"""Whether a run's stored score is what its log gives, to the byte (engine.md, 18; design.md, 5).

In order: the chain of the log, each assessment made again from the words, the scorecard made again from the log. The
first difference of each is named with its place. Erased words cannot be read again, and what an older scoring version
found cannot be found again by this one: their points stand as stored, under the chain and the digest of the scorecard.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenarios.core.timeline import Timeline
from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, assess_log, renew, scorecard
from scoring.core.comparing import first_byte, first_difference
from scoring.core.renewing import Assessments
from scoring.models import Scorecard
from scoring.queries import list_cards, read_assessments
from scoring.services.settling import digest_card
from simulator.core.events import Event, canonical
from simulator.models import Run, RunEvent
from simulator.queries import read_log
from simulator.services import verify_chain


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` is chain, assessment, scorecard or basis; `seq` the event (None: the scorecard), `path` the field."""

    code: str
    seq: int | None
    kind: str
    path: str
    stored: Any = None
    computed: Any = None


@dataclass(frozen=True, slots=True)
class Report:
    """`replies` is how many there are; `erased` maps those without words to their stored data, `older` those that an
    older scoring version assessed."""

    replies: int
    is_settled: bool
    erased: Mapping[int, Mapping[str, Any]]
    problems: tuple[Problem, ...]
    older: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


def rescore(run: Run) -> Report:
    """Recomputes every assessment and the scorecard of `run` and compares them with what is stored. Writes nothing."""
    cards = list_cards(run)
    if (broken := verify_chain(run.pk)) is not None:
        row = RunEvent.objects.filter(run=run, seq=broken.seq).first()
        problem = Problem("chain", broken.seq, row.kind if row else "", broken.code)
        return Report(0, bool(cards), {}, (problem,))
    log = read_log(run.pk)
    timeline = load_timeline(run.version)
    stored = {event.data["reply"]: event for event in log if event.kind == "ReplyAssessed"}
    older = {reply: event.data for reply, event in stored.items() if event.data["scoring"] < SCORING_VERSION}
    computed = dict(assess_log(timeline, log))
    fresh = {reply: {"reply": reply, **found.to_data()} for reply, found in computed.items() if found is not None}
    problems: list[Problem] = []
    for reply, data in fresh.items():
        if reply not in older:
            problems += _compare_assessment(stored.get(reply), data, reply=reply)
    for card in cards:
        problems += _compare_card(card, run, timeline, log, fresh)
    erased = {reply: stored[reply].data for reply, found in computed.items() if found is None and reply in stored}
    older = {reply: data for reply, data in older.items() if reply in fresh}
    return Report(len(computed), bool(cards), erased, tuple(problems), older)


def _compare_assessment(stored: Event | None, computed: dict[str, Any], *, reply: int) -> Iterator[Problem]:
    if stored is None:
        yield Problem("assessment", reply, "ReplySent", "", None, computed)
        return
    fresh = json.loads(canonical(computed))
    if found := first_difference(stored.data, fresh):
        yield Problem("assessment", stored.seq, stored.kind, found.path, found.stored, found.computed)


def _compare_card(
    card: Scorecard, run: Run, timeline: Timeline, log: Sequence[Event], fresh: Assessments
) -> Iterator[Problem]:
    """A scorecard of an older version is held against its own digest, one of today against what the log gives."""
    kept = read_assessments(card)
    if card.scoring_version >= SCORING_VERSION:
        again = canonical(scorecard(timeline, renew(log, kept)))
        if (byte := first_byte(card.data, again)) is not None:
            yield _name_difference(card.data, again, byte)
            return
        for reply in sorted(kept.keys() & fresh.keys()):
            if found := first_difference(kept[reply], json.loads(canonical(fresh[reply]))):
                yield Problem("assessment", None, "Scorecard", f"{reply}.{found.path}", found.stored, found.computed)
    if card.digest != (digest := digest_card(card.data, card.assessments)):
        yield Problem("basis", None, "Scorecard", "digest", card.digest, digest)
    basis = (
        ("log_digest", run.head_digest),
        ("rubric_digest", log[0].data["rubric"]),
        ("scoring_version", min(card.scoring_version, SCORING_VERSION)),
    )
    for name, value in basis:
        if getattr(card, name) != value:
            yield Problem("basis", None, "Scorecard", name, getattr(card, name), value)


def _name_difference(stored: str, fresh: str, byte: int) -> Problem:
    """The field that differs, or the byte where the stored text cannot be read or differs in form only."""
    try:
        found = first_difference(json.loads(stored), json.loads(fresh))
    except ValueError:
        found = None
    if found is None:
        return Problem("scorecard", None, "Scorecard", f"byte {byte}")
    return Problem("scorecard", None, "Scorecard", found.path, found.stored, found.computed)
