"""Whether a run's stored score is what its log gives, to the byte (engine.md, 18; design.md, 5).

In order: the chain of the log, each assessment made again from the words, the scorecard made again from the log. The
first difference of each is named with its place. Erased words cannot be read again; their points stand as stored.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenarios.core.timeline import Timeline
from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, assess_log, scorecard
from scoring.core.comparing import first_byte, first_difference
from scoring.models import Scorecard
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
    """`replies` is how many assessments were made again; `erased` maps replies without words to their stored data."""

    replies: int
    is_settled: bool
    erased: Mapping[int, Mapping[str, Any]]
    problems: tuple[Problem, ...]


def rescore(run: Run) -> Report:
    """Recomputes every assessment and the scorecard of `run` and compares them with what is stored. Writes nothing."""
    card = Scorecard.objects.filter(run=run).first()
    if (broken := verify_chain(run.pk)) is not None:
        row = RunEvent.objects.filter(run=run, seq=broken.seq).first()
        problem = Problem("chain", broken.seq, row.kind if row else "", broken.code)
        return Report(0, card is not None, {}, (problem,))
    log = read_log(run.pk)
    timeline = load_timeline(run.version)
    stored = {event.data["reply"]: event for event in log if event.kind == "ReplyAssessed"}
    computed = list(assess_log(timeline, log))
    problems: list[Problem] = []
    for reply, assessment in computed:
        if assessment is not None:
            problems += _compare_assessment(stored.get(reply), {"reply": reply, **assessment.to_data()}, reply=reply)
    if card is not None:
        problems += _compare_card(card, run, timeline, log)
    erased = {reply: stored[reply].data for reply, assessment in computed if assessment is None and reply in stored}
    return Report(len(computed), card is not None, erased, tuple(problems))


def _compare_assessment(stored: Event | None, computed: dict[str, Any], *, reply: int) -> Iterator[Problem]:
    if stored is None:
        yield Problem("assessment", reply, "ReplySent", "", None, computed)
        return
    fresh = json.loads(canonical(computed))
    if found := first_difference(stored.data, fresh):
        yield Problem("assessment", stored.seq, stored.kind, found.path, found.stored, found.computed)


def _compare_card(card: Scorecard, run: Run, timeline: Timeline, log: Sequence[Event]) -> Iterator[Problem]:
    fresh = canonical(scorecard(timeline, log))
    if (byte := first_byte(card.data, fresh)) is not None:
        yield _name_difference(card.data, fresh, byte)
    elif card.digest != hashlib.sha256(fresh.encode()).hexdigest():
        yield Problem("basis", None, "Scorecard", "digest", card.digest, hashlib.sha256(fresh.encode()).hexdigest())
    basis = (
        ("log_digest", run.head_digest),
        ("rubric_digest", log[0].data["rubric"]),
        ("scoring_version", SCORING_VERSION),
    )
    for field, value in basis:
        if getattr(card, field) != value:
            yield Problem("basis", None, "Scorecard", field, getattr(card, field), value)


def _name_difference(stored: str, fresh: str, byte: int) -> Problem:
    """The field that differs, or the byte where the stored text cannot be read or differs in form only."""
    try:
        found = first_difference(json.loads(stored), json.loads(fresh))
    except ValueError:
        found = None
    if found is None:
        return Problem("scorecard", None, "Scorecard", f"byte {byte}")
    return Problem("scorecard", None, "Scorecard", found.path, found.stored, found.computed)
