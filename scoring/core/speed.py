"""The worth of a wait: all of it up to the channel's target, falling with the logarithm, nothing from some time on.

The logarithm is a committed table of eighths of an octave with straight lines between, so that no mathematics library
can move a score.
"""

WORTHLESS_AFTER = 8
"""Times the target, where a channel does not say when an answer is worth nothing any more."""
LADDER = (1000, 1091, 1189, 1297, 1414, 1542, 1682, 1834, 2000)
"""1000 · 2^(k/8): waits in per mille of the target, each of which costs the same again."""
EIGHTHS = len(LADDER) - 1


def value_wait(wait_ms: int, *, target_ms: int, worthless_ms: int = 0) -> int:
    """Per mille 0..1000 for an answer after `wait_ms` of run time where `target_ms` was promised.

    `worthless_ms` is the wait from which on it is worth nothing; 0: eight times the target.
    """
    worthless_ms = worthless_ms or WORTHLESS_AFTER * target_ms
    if wait_ms <= target_ms:
        return 1000
    if target_ms <= 0 or wait_ms >= worthless_ms:
        return 0
    return 1000 - _octaves(wait_ms, target_ms) * 1000 // _octaves(worthless_ms, target_ms)


def _octaves(wait_ms: int, target_ms: int) -> int:
    """How often the target has to be doubled to get the wait, in thousandths."""
    whole = (wait_ms // target_ms).bit_length() - 1
    ratio = wait_ms * 1000 // (target_ms << whole)
    step = max(k for k in range(EIGHTHS) if LADDER[k] <= ratio)
    low, high = LADDER[step], LADDER[step + 1]
    return whole * 1000 + (step * (high - low) + ratio - low) * 1000 // (EIGHTHS * (high - low))
