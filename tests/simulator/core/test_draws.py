"""Chance without dice."""

from simulator.core.draws import draw, draw_below


def test_the_same_question_has_the_same_answer():
    assert draw(7, "name", "jana") == 9862756461666456590
    assert draw_below(100, seed=7, purpose="name", id="jana") == 90


def test_seed_purpose_and_id_all_count():
    answers = {draw(seed, purpose, id) for seed in (1, 2) for purpose in ("a", "b") for id in ("x", "y")}

    assert len(answers) == 8


def test_draws_are_spread_evenly():
    counts = [0] * 4
    for number in range(4_000):
        counts[draw_below(4, seed=7, purpose="spread", id=str(number))] += 1

    assert all(900 < count < 1_100 for count in counts)
