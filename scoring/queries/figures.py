"""Single figures of many runs' scorecards: the database reads them, so that whole scorecards (100 kB and more) stay
where they are."""

import json
from typing import Any

from django.db.models import JSONField, OuterRef, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from scoring.models import Scorecard


def figure(name: str) -> Subquery:
    """What the scorecard that counts says under `name`, for a query of runs; to be read with `read_figure`."""
    newest = Scorecard.objects.filter(run=OuterRef("pk")).order_by("-revision")
    said = newest.annotate(json=Cast("data", JSONField())).annotate(said=KT(f"json__{name}"))
    return Subquery(said.values("said")[:1])


def read_figure(said: Any) -> Any:
    """A figure as the scorecard has it; None where it says null, or where there is none. Databases differ in how they
    hand out numbers and null."""
    return None if said is None else json.loads(str(said))
