"""The logs and scorecards of many runs at once, each in one query, for who may see those runs."""

import json
from collections import defaultdict
from collections.abc import Sequence

from scoring.core import renew
from scoring.models import Scorecard
from scoring.queries import read_assessments
from simulator.core.events import Event
from simulator.models import Run, RunEvent


def read_cards(runs: Sequence[Run]) -> dict[int, Scorecard]:
    """Run → the scorecard that counts; those that nobody has settled are not there."""
    return {card.run_id: card for card in Scorecard.objects.filter(run__in=runs).order_by("revision")}


def read_logs(cards: Sequence[Scorecard]) -> dict[int, list[Event]]:
    """Run → its whole log, with what the scorecard says of each reply in the place of what the log says."""
    logs: dict[int, list[Event]] = defaultdict(list)
    rows = RunEvent.objects.filter(run__in=[card.run_id for card in cards]).order_by("run", "seq")
    for run, seq, at_ms, kind, actor, data, words in rows.values_list(
        "run", "seq", "at_ms", "kind", "actor", "data", "words__text"
    ):
        logs[run].append(Event(seq, at_ms, kind, actor, json.loads(data), words))
    return {card.run_id: list(renew(logs[card.run_id], read_assessments(card))) for card in cards}
