"""Reads of scores."""

import json
from typing import Any

from scoring.models import Scorecard
from simulator.models import Run


def scorecard_of(run: Run) -> dict[str, Any] | None:
    """The settled scorecard of a run that the caller may see; None before `settle`."""
    card = Scorecard.objects.filter(run=run).first()
    return json.loads(card.data) if card else None
