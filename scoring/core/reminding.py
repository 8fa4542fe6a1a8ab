"""When a holder is reminded that a certificate runs out."""

STAGES = (60, 30, 7, 0)
"""Days before the end at which a holder is reminded, once each; 0: it has run out."""
DAY_S = 86_400
LONGEST_AFTER_S = 30 * DAY_S
"""Who has not been reminded for so long after the end is left alone."""


def find_stage(left_s: int) -> int | None:
    """The last of STAGES that is reached, with `left_s` seconds to go (negative: since its end); None before the first
    and long after the last. Nights that were missed are not caught up with: one reminder says it all."""
    if left_s < -LONGEST_AFTER_S:
        return None
    return min((stage for stage in STAGES if left_s <= stage * DAY_S), default=None)
