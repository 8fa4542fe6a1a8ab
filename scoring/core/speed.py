"""The worth of a wait: all of it up to the channel's target, falling with the logarithm, nothing from eight times on.

The logarithm is a committed table of eighths of an octave with straight lines between, so that no mathematics library
can move a score.
"""

OCTAVES = 3
LADDER = (
    1000, 1091, 1189, 1297, 1414, 1542, 1682, 1834,
    2000, 2181, 2378, 2594, 2828, 3084, 3364, 3668,
    4000, 4362, 4757, 5187, 5657, 6169, 6727, 7336,
    8000,
)  # fmt: skip
"""1000 · 2^(k/8): waits in per mille of the target, each of which costs the same again."""


def value_wait(wait_ms: int, *, target_ms: int) -> int:
    """Per mille 0..1000 for an answer after `wait_ms` of run time where `target_ms` was promised."""
    if wait_ms <= target_ms:
        return 1000
    if target_ms <= 0 or wait_ms * 1000 >= LADDER[-1] * target_ms:
        return 0
    ratio = wait_ms * 1000 // target_ms
    step = max(k for k in range(len(LADDER) - 1) if LADDER[k] <= ratio)
    low, high = LADDER[step], LADDER[step + 1]
    steps = len(LADDER) - 1
    return 1000 - (step * (high - low) + (ratio - low)) * 1000 // (steps * (high - low))
