"""Reads of scores."""

import json
from typing import Any

from scoring.models import Scorecard
from simulator.models import Run


def scorecard_of(run: Run) -> dict[str, Any] | None:
    """The scorecard that counts, of a run that the caller may see; None before `settle`."""
    cards = list_cards(run)
    return json.loads(cards[-1].data) if cards else None


def read_assessments(card: Scorecard) -> dict[int, dict[str, Any]]:
    """What `card` says of each reply in the place of what the log says, by the reply's seq; empty: nothing else."""
    return {int(reply): found for reply, found in json.loads(card.assessments or "{}").items()}


def list_cards(run: Run) -> list[Scorecard]:
    """The scorecards of a run that the caller may see; the last counts."""
    return list(Scorecard.objects.filter(run=run).order_by("revision"))
