"""One thing to keep, one to change, one to try again: by the rule that stands at the top of the core."""

from typing import Any

from trainer_ui.core.picking import UNANSWERED, pick_three


def find(rule: str, points: int, *, critical: bool = False) -> dict[str, Any]:
    criterion = rule.split(".")[0]
    return {"rule": rule, "criterion": criterion, "points": points, "critical": critical, "span": None, "params": {}}


def make_card(tones: dict[int, int], **changes: Any) -> dict[str, Any]:
    """Replies whose tone is `tones`, each in a thread of its own."""
    tone = [{"reply": seq, "thread": f"t{seq}", "value": value, "counted": value} for seq, value in tones.items()]
    return {
        "weights": {"tone": 1},
        "criteria": {"tone": 0},
        "evidence": {"tone": tone},
        "replies": list(tones),
        "critical": [],
        **changes,
    }


def test_the_reply_worth_most_is_kept_and_the_one_that_lost_most_is_tried_again():
    picks = pick_three(make_card({5: 300, 7: 900, 9: 700}), {}, {})

    assert (picks.keep.reply, picks.retry.reply, picks.worst, picks.best) == (7, 5, [5, 9, 7], [])


def test_of_equal_replies_the_one_that_calmed_its_person_more_is_kept():
    assert pick_three(make_card({5: 800, 7: 800}), {}, {5: -3, 7: -20}).keep.reply == 7


def test_who_made_somebody_angrier_lost_more_than_the_points_say():
    card = make_card({5: 600, 7: 610, 9: 900})

    assert pick_three(card, {}, {}).retry.reply == 5
    assert pick_three(card, {}, {7: 30}).retry.reply == 7


def test_nothing_is_kept_where_every_reply_is_poor():
    assert pick_three(make_card({5: 300, 7: 590}), {}, {}).keep is None


def test_a_reply_in_a_zeroed_thread_is_never_the_one_to_keep():
    zeroed = {"reply": 5, "thread": "t5", "value": 990, "counted": 0}
    good = {"reply": 7, "thread": "t7", "value": 700, "counted": 700}

    assert pick_three(make_card({5: 0, 7: 0}, evidence={"tone": [zeroed, good]}), {}, {}).keep.reply == 7


def test_formalities_carry_a_reply_only_where_nothing_else_does():
    warm = [find("tone.greeting", 260), find("tone.feeling", 70)]
    carried = [pick_three(make_card({5: 900}), {5: found}, {}).keep.carried for found in (warm, warm[:1])]

    assert [[each["rule"] for each in found] for found in carried] == [["tone.feeling"], ["tone.greeting"]]


def test_what_cost_a_little_everywhere_is_changed_before_what_cost_much_once():
    often = {seq: [find("tone.officialese", -200)] for seq in (5, 7, 9)}
    findings = {**often, 11: [find("tone.shouting", -500)]}

    change = pick_three(make_card({5: 400, 7: 500, 9: 300, 11: 500}), findings, {}).change

    assert (change.rule, change.times, change.lost) == ("tone.officialese", 3, 150_000)


def test_a_finding_never_takes_more_than_was_lost():
    change = pick_three(make_card({5: 900}), {5: [find("tone.shouting", -500)]}, {}).change

    assert change.lost == 100_000


def test_a_critical_error_costs_what_it_set_to_zero():
    zeroed = [{"reply": seq, "thread": "bag", "value": 800, "counted": 0} for seq in (5, 7)]
    findings = {5: [find("privacy.asked", -1000, critical=True)], 7: [find("tone.cold", -200)]}
    critical = [{"reply": 5, "thread": "bag", "rule": "privacy.asked", "span": None}]

    change = pick_three(make_card({5: 0, 7: 0}, evidence={"tone": zeroed}, critical=critical), findings, {}).change

    assert (change.rule, change.reply, change.lost) == ("privacy.asked", 5, 800_000)


def test_silence_is_a_rule_of_its_own_and_can_be_tried_again():
    silent = [{"reply": None, "thread": f"t{nth}", "post": f"p{nth}", "value": 0, "counted": 0} for nth in (1, 2)]
    card = make_card({}, weights={"speed": 1}, criteria={"speed": 0}, evidence={"speed": silent})

    picks = pick_three(card, {}, {})

    assert (picks.change.rule, picks.change.times, picks.change.lost) == (UNANSWERED, 2, 1_000_000)
    assert (picks.keep, picks.retry.reply, picks.retry.post) == (None, None, "p1")


def test_what_is_to_be_kept_is_tried_again_only_where_there_is_nothing_else():
    silent = {"reply": None, "thread": "t9", "post": "p9", "value": 0, "counted": 0}
    alone, beside = make_card({5: 800}), make_card({5: 800}, weights={"tone": 1, "speed": 1})
    beside["evidence"]["speed"] = [silent]
    beside["criteria"]["speed"] = 0

    picks = [pick_three(card, {}, {}) for card in (alone, beside)]
    assert [(each.keep.reply, each.retry.reply, each.retry.post) for each in picks] == [(5, 5, ""), (5, None, "p9")]


def test_where_nothing_was_scored_nothing_is_picked():
    picks = pick_three(make_card({}, criteria={}, evidence={}), {}, {})

    assert (picks.keep, picks.change, picks.retry, picks.worst, picks.best) == (None, None, None, [], [])


def test_danger_that_was_left_is_what_to_change_though_no_reply_is_to_blame():
    left = {"reply": None, "thread": "t5", "post": "help-1", "value": 900, "counted": 0}
    error = {"reply": None, "thread": "t5", "post": "help-1", "rule": "triage.danger", "span": None}
    card = make_card({}, weights={"triage": 1}, criteria={"triage": 0}, evidence={"triage": [left]}, critical=[error])

    change = pick_three(card, {}, {}).change

    assert (change.rule, change.reply, change.post, change.lost) == ("triage.danger", None, "help-1", 900_000)
