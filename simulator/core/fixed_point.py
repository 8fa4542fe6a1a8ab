"""Exponentials in whole numbers, so that no machine's floating-point library can change a run.

A number x stands for x / ONE. Every step rounds down; errors stay below 2**-60 for the arguments used here.
"""

BITS = 128
ONE = 1 << BITS


def exp_of(numerator: int, denominator: int) -> int:
    """e to the power of `numerator` / `denominator`, both not negative, by its series."""
    total = term = ONE
    n = 0
    while term:
        n += 1
        term = term * numerator // (denominator * n)
        total += term
    return total


def exp_of_minus(numerator: int, denominator: int) -> int:
    """e to the power of -`numerator` / `denominator`."""
    return ONE * ONE // exp_of(numerator, denominator)


def _sum_ln_2() -> int:
    """ln 2 = 1/(1·2) + 1/(2·2²) + 1/(3·2³) + …"""
    return sum((ONE >> n) // n for n in range(1, BITS + 1))


LN_2 = _sum_ln_2()
