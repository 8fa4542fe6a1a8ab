"""Progress says how sure it is, and what was weak comes back."""

from trainer_ui.core.progress import LAST, SPACING, WEAK, Result, choose_next, list_standings


def stand(*values: int, days: int = 1):
    results = [Result(nth, nth * days, {"tone": value}) for nth, value in enumerate(values)]
    return list_standings(results, criteria=("speed", "tone"))


def test_what_never_applied_has_no_place():
    assert [each.criterion for each in stand(500)] == ["tone"]


def test_of_one_run_nothing_can_be_said_about_how_sure_it_is():
    assert [(each.mean, each.low, each.high) for each in stand(500)] == [(500, None, None)]


def test_the_interval_is_students_t_over_the_runs():
    # 400, 500, 600: s = 100, s/√3 = 57.7, t = 4.303 → ± 248
    assert [(each.mean, each.low, each.high) for each in stand(400, 500, 600)] == [(500, 252, 748)]


def test_equal_runs_leave_no_doubt_and_wild_ones_are_cut_to_what_there_is():
    assert [(each.low, each.high) for each in stand(600, 600)] == [(600, 600)]
    assert [(each.low, each.high) for each in stand(0, 1000)] == [(0, 1000)]


def test_only_the_last_runs_make_the_mean():
    assert stand(0, *[800] * LAST)[0].mean == 800


def test_what_was_weak_is_due_at_once_and_what_was_not_after_ever_longer():
    assert [stand(*[WEAK] * times)[0].due_day - (times - 1) for times in range(1, 7)] == [2, 4, 8, 16, 16, 16]
    assert stand(WEAK, WEAK, WEAK - 1)[0].due_day == 2 + SPACING[0]


def test_the_weakest_of_what_is_due_comes_first():
    results = [Result(1, 0, {"tone": 300, "speed": 500, "privacy": 900})]
    standings = list_standings(results, criteria=("speed", "tone", "privacy"))

    assert choose_next(standings, today=0).criterion == "tone"


def test_nothing_is_asked_for_before_it_is_due():
    standings = stand(900)

    assert choose_next(standings, today=1) is None
    assert choose_next(standings, today=2).criterion == "tone"
