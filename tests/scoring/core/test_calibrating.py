"""Where coaches differ on the same replies, and how severe one of them is."""

from scoring.core.calibrating import Severity, list_units, measure_severity, rank_disputes

CARLA, CLARA, KIM = 1, 2, 3
GIVEN = {
    "a": {CARLA: {"tone": 4, "overall": 4}, CLARA: {"tone": 2, "overall": 4}},
    "b": {CARLA: {"tone": 5, "overall": 5}, CLARA: {"tone": 1, "overall": 2}, KIM: {"tone": 0, "overall": 5}},
    "c": {CARLA: {"tone": 3, "overall": 3}, CLARA: {"tone": 3, "overall": 3}},
    "d": {CARLA: {"tone": 1, "overall": 1}},
}


def test_a_unit_is_what_was_judged_of_one_reply():
    assert list_units(GIVEN.values(), criterion="tone") == [[4, 2], [5, 1], [3, 3], [1]]
    assert list_units(GIVEN.values(), criterion="overall") == [[4, 4], [5, 2, 5], [3, 3], [1]]


def test_one_is_severe_only_on_what_others_have_judged_too():
    assert measure_severity(GIVEN.values(), coach=CARLA) == Severity(125, 6)
    assert measure_severity(GIVEN.values(), coach=CLARA) == Severity(-150, 6)
    assert measure_severity([GIVEN["d"]], coach=CARLA) is None
    assert measure_severity(GIVEN.values(), coach=99) is None


def test_replies_on_which_all_agree_are_nothing_to_talk_about():
    assert rank_disputes(GIVEN, most=5) == [("b", 7), ("a", 2)]
    assert rank_disputes(GIVEN, most=1) == [("b", 7)]
