"""A run minute by minute."""

from trainer_ui.core.minutes import MINUTE, count_waiting, list_minutes, sample


def test_there_is_a_minute_for_all_until_the_last_has_ended():
    assert list_minutes([90_000, 61_000]) == [MINUTE, 2 * MINUTE]
    assert list_minutes([MINUTE]) == [MINUTE]
    assert list_minutes([]) == []


def test_a_value_holds_until_it_moves():
    assert sample([(0, 10), (60_000, 30), (61_000, 40)], [30_000, 60_000, 120_000]) == [10, 30, 40]
    assert sample([], [60_000]) == [0]


def test_who_waits_longer_than_promised_is_late():
    waits = [(0, 90_000, 50_000), (30_000, 300_000, 100_000), (70_000, 80_000, None)]

    assert count_waiting(waits, [MINUTE, 2 * MINUTE, 5 * MINUTE]) == [(2, 1), (1, 1), (0, 0)]
