"""Every piece of evidence decides its share of the overall score, and together they decide all of it."""

from typing import Any

from trainer_ui.core.weighing import FULL, list_items


def make_card(**changes: Any) -> dict[str, Any]:
    return {
        "weights": {"speed": 3, "tone": 1},
        "criteria": {"speed": 500, "tone": 200},
        "evidence": {
            "speed": [
                {"reply": 4, "thread": "bag", "post": "bag-1", "value": 1000, "counted": 1000},
                {"reply": None, "thread": "train", "post": "train-1", "value": 0, "counted": 0},
            ],
            "tone": [{"reply": 4, "thread": "bag", "value": 200, "counted": 200}],
        },
        **changes,
    }


def test_the_shares_are_the_weights_parted_among_what_they_are_the_mean_of():
    assert [(item.criterion, item.reply, item.share) for item in list_items(make_card())] == [
        ("speed", 4, FULL * 3 // 8),
        ("speed", None, FULL * 3 // 8),
        ("tone", 4, FULL // 4),
    ]


def test_what_is_lost_and_the_score_make_a_whole():
    items = list_items(make_card())

    score = (3 * 500 + 1 * 200) // 4
    assert sum(item.lost for item in items) == FULL - score * 1000


def test_a_criterion_without_a_weight_decides_nothing():
    items = list_items(make_card(weights={"speed": 1}))

    assert [item.share for item in items if item.criterion == "tone"] == [0]


def test_the_order_of_service_weighs_as_much_as_all_the_rest():
    rest = [{"reply": None, "thread": f"t{nth}", "post": f"p{nth}", "value": 0, "counted": 0} for nth in range(3)]
    order = {"reply": None, "thread": "", "post": "", "value": 900, "counted": 0, "weight": 3}
    card = make_card(weights={"triage": 1}, criteria={"triage": 0}, evidence={"triage": [*rest, order]})

    assert [item.share for item in list_items(card)] == [FULL // 6] * 3 + [FULL // 2]


def test_what_a_critical_error_took_is_told_apart_from_what_was_bad_anyway():
    tone = [{"reply": 4, "thread": "bag", "value": 200, "counted": 0}]
    item = list_items(make_card(weights={"tone": 1}, criteria={"tone": 0}, evidence={"tone": tone}))[0]

    assert (item.lost, item.lost_by_error) == (FULL, FULL // 5)
