"""Who speaks in which second: the voices and their weights, by the life cycle of a storm."""

from scenarios.core.constants import USUAL, Constants
from scenarios.core.public import Crowd, Voice

SECOND_MS = 1000
PER_MILLE = 1000
MORPHING = "morphing"
FIRST_PHASE = "witnesses"


def phase_at(crowd: Crowd, at_ms: int) -> str:
    """The kind of the phase that `at_ms` lies in; before the first one there are witnesses only."""
    return next((phase.kind for phase in reversed(crowd.phases) if phase.at_ms <= at_ms), FIRST_PHASE)


def list_voices(crowd: Crowd, second: int, *, constants: Constants = USUAL) -> list[tuple[int, Voice]]:
    """The voices that speak in `second`, with their weights.

    While a storm is morphing, all weigh the same: old grievances attach to it. A rumour grows; that it was corrected
    is not known here (candidates know nothing of the run), but then nobody lets its posts through.
    """
    at_ms = second * SECOND_MS
    is_morphing = phase_at(crowd, at_ms) == MORPHING
    voices = []
    for voice in crowd.voices:
        if voice.from_ms <= at_ms and (voice.until_ms is None or at_ms < voice.until_ms) and voice.bodies:
            weight = PER_MILLE * (1 if is_morphing else max(1, voice.weight))
            if voice.rumour:
                grown = PER_MILLE + (at_ms - voice.from_ms) * PER_MILLE // constants.rumour_doubles
                weight = weight * min(constants.rumour_most, grown) // PER_MILLE
            voices.append((weight, voice))
    return voices
