"""The rows that posts and heat steps add: made anew from their constants."""

from decimal import Decimal, localcontext

import pytest

from simulator.core.fixed_point import BITS, LN_2, ONE, exp_of, exp_of_minus
from simulator.core.kernel import SCALE, cooling_of, kernel_of
from simulator.core.kernel_table import KERNEL

SEISMIC_C = Decimal("6.265725e-4")
SEISMIC_THETA = Decimal("0.2314843")


def test_the_committed_table_is_seismics():
    with localcontext(prec=60):
        falling = [SEISMIC_C * (Decimal(age) / 300) ** -(1 + SEISMIC_THETA) for age in range(301, 3_601)]
        expected = [int((value * SCALE).to_integral_value()) for value in [SEISMIC_C] * 300 + falling]

    assert list(KERNEL) == expected


@pytest.mark.parametrize(("minutes", "per_cent"), [(5, 19), (10, 31), (60, 54)])
def test_so_many_reactions_come_within_the_first_minutes_as_science_says(minutes, per_cent):
    """science.md: of all reactions, without any cut-off."""
    assert round(sum(KERNEL[: minutes * 60]) * 100 / SCALE) == per_cent


@pytest.mark.parametrize("seconds", [1, 2, 60, 720, 3_600, 86_400])
def test_a_kernel_is_cut_off_at_the_end_of_the_run_and_renormalised(seconds):
    row = kernel_of(seconds)

    assert len(row) == min(seconds, 3_600)
    assert SCALE - len(row) <= sum(row) <= SCALE
    assert all(earlier >= later for earlier, later in zip(row, row[1:], strict=False))


@pytest.mark.parametrize("half_life_ms", [1_000, 45_500, 300_000, 3_600_000])
def test_cooling_is_the_power_of_a_half(half_life_ms):
    row = cooling_of(half_life_ms, 1_200)

    with localcontext(prec=60):
        exact = [SCALE * Decimal(2) ** (Decimal(-1_000 * second) / half_life_ms) for second in range(1_200)]
    # Rounded down; a whole number may come out as the one below it.
    assert all(0 <= value - entry <= 1 for value, entry in zip(exact, [*row, *[0] * (1_200 - len(row))], strict=True))


def test_cooling_does_not_depend_on_how_long_the_run_is():
    assert cooling_of(300_000, 60) == cooling_of(300_000, 720)[:60]


def test_exponentials_are_right_to_a_hundred_bits():
    with localcontext(prec=80):
        for numerator, denominator in [(0, 1), (1, 60), (40, 60), (10, 1), (600, 60)]:
            exact = (Decimal(numerator) / denominator).exp() * ONE
            assert abs(exact - exp_of(numerator, denominator)) < Decimal(2) ** 60
            assert abs(1 / (exact / ONE) * ONE - exp_of_minus(numerator, denominator)) < Decimal(2) ** 28
        assert abs(Decimal(2).ln() * ONE - LN_2) < BITS
