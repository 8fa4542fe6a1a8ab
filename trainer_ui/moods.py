"""The public's heat over a run, for its debrief."""

from collections.abc import Mapping
from typing import Any

from trainer_ui.comparing import SIDES
from trainer_ui.core.curves import Curve, HeatPicture, draw_heat
from trainer_ui.played import PlayedRun


def draw_moods(played: PlayedRun, twins: Mapping[str, Any]) -> HeatPicture | None:
    """The heat of this run and of its twins; None where nothing ever moved any."""
    curves = [Curve(kind, [(at_ms, heat) for at_ms, heat in twins[name]["curve"]]) for name, kind in SIDES.items()]
    if not any(heat for curve in curves for _, heat in curve.points):
        return None
    marks = [(event.at_ms, "notice") for event in played.acts if event.kind in ("NoticePublished", "NoticeUpdated")]
    return draw_heat(curves, ended_ms=played.card["ended_ms"], marks=marks)
