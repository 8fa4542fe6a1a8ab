"""Old and new scorecards, held against each other."""

from scenarios.core.vocabulary import CRITERIA
from scoring.core.changes import Rescored, compare_scores


def card(score, **criteria):
    return {"score": score, "criteria": criteria}


RUNS = [
    Rescored(1, old=card(650, tone=500), new=card(590, tone=300, triage=900), pass_mark=600),
    Rescored(2, old=card(500, tone=500), new=card(600, tone=501), pass_mark=600),
    Rescored(3, old=card(700, tone=700, substance=0), new=card(699, tone=700), pass_mark=600),
    Rescored(4, old=card(None), new=card(None), pass_mark=600),
]


def test_each_criterion_says_how_many_and_how_much():
    assert compare_scores(RUNS)["criteria"]["tone"] == {
        "runs": 3,
        "changed": 2,
        "mean": -66,
        "median": 0,
        "most": -200,
        "most_run": 1,
        "begins": 0,
        "ceases": 0,
    }


def test_what_begins_or_ceases_to_apply_is_no_change_of_points():
    criteria = compare_scores(RUNS)["criteria"]

    assert (criteria["triage"]["runs"], criteria["triage"]["begins"]) == (0, 1)
    assert (criteria["substance"]["mean"], criteria["substance"]["ceases"]) == (None, 1)


def test_who_would_cross_the_pass_mark_is_counted():
    assert compare_scores(RUNS)["passing"] == {"before": 2, "after": 2, "fall": 1, "rise": 1}


def test_the_order_of_runs_does_not_matter():
    assert compare_scores(reversed(RUNS)) == compare_scores(RUNS)


def test_nothing_is_compared_where_there_is_nothing():
    report = compare_scores([])

    assert list(report["criteria"]) == ["score", *CRITERIA]
    assert {found["runs"] for found in report["criteria"].values()} == {0}


def test_every_change_counts_and_none_does_not():
    runs = [
        Rescored(nth, old=card(500, tone=500), new=card(500, tone=500 + change), pass_mark=600)
        for nth, change in enumerate((0, 0, 1, -1, 2), start=1)
    ]

    tone = compare_scores(runs)["criteria"]["tone"]

    assert (tone["changed"], tone["median"], tone["most"], tone["most_run"]) == (3, 0, 2, 5)


def test_of_equal_changes_the_first_run_is_named():
    runs = [Rescored(nth, old=card(500), new=card(500 + change), pass_mark=600) for nth, change in ((4, -3), (2, 3))]

    assert compare_scores(runs)["criteria"]["score"]["most_run"] == 2


def test_who_falls_and_who_rises_are_told_apart_from_who_stays():
    marks = ((700, 500), (700, 500), (500, 700), (700, 800), (400, 500), (900, 700), (700, 650))
    runs = [Rescored(nth, old=card(old), new=card(new), pass_mark=600) for nth, (old, new) in enumerate(marks)]

    assert compare_scores(runs)["passing"] == {"before": 5, "after": 4, "fall": 2, "rise": 1}
