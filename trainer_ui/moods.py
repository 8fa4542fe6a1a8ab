"""The public's heat over a run, for its debrief."""

from trainer_ui.core.curves import Curve, HeatPicture, draw_heat
from trainer_ui.played import PlayedRun

OWN = "own"


def draw_moods(played: PlayedRun) -> HeatPicture | None:
    """The heat of this run; None where nothing ever moved it. Twins are more curves of the same picture."""
    if len(played.heats) == 1 and played.heats[0][1] == 0:
        return None
    curves = [Curve(OWN, played.heats)]
    marks = [(event.at_ms, "notice") for event in played.acts if event.kind in ("NoticePublished", "NoticeUpdated")]
    return draw_heat(curves, ended_ms=played.card["ended_ms"], marks=marks)
