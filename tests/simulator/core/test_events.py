"""Kinds, their audiences, and the one text that stands for an event's data."""

import pytest

from simulator.core.events import BOTH, COACH, COACHES, KINDS, NOBODY, TRAINEE, Kind, canonical
from simulator.core.folding import _FOLDS

TEXTS = [1.0, {"a": 0.5}, ["\x00"], "\ud800", {"\x00": 1}]


def find_undeclared(kinds: dict[str, Kind]) -> list[str]:
    """Kinds that nobody said an audience for."""
    return [name for name, kind in kinds.items() if kind.audience not in (BOTH, COACHES, NOBODY)]


def test_every_kind_has_an_audience_and_a_fold():
    assert find_undeclared(dict(KINDS)) == []
    assert set(_FOLDS) == set(KINDS)


def test_a_kind_without_an_audience_would_be_noticed():
    assert find_undeclared({**KINDS, "New": Kind("New", True, frozenset({"everybody"}))}) == ["New"]


def test_what_a_trainee_may_not_see_while_the_run_goes_on():
    unseen = {name for name, kind in KINDS.items() if TRAINEE not in kind.audience}

    derived = {"ReplyAssessed", "RumourEnded", "ReactionFired"}
    coachs = {"PostInjected", "FactInjected", "WaveRaised", "HeatTurned", "MomentNoted"}
    assert unseen == {"EngineChanged"} | derived | coachs


def test_what_a_coach_may_not_see():
    assert {name for name, kind in KINDS.items() if COACH not in kind.audience} == {"EngineChanged"}


def test_the_seed_who_will_come_and_earlier_replies_leave_the_server_for_nobody():
    assert {name: kind.hidden for name, kind in KINDS.items() if kind.hidden} == {
        "RunStarted": {"cast", "crowd", "seed", "fingerprints", "own_templates"},
        "Escalated": {"note"},
    }


def test_derived_kinds_of_one_millisecond_have_an_order():
    ranks = [kind.rank for kind in KINDS.values() if not kind.is_input]

    assert len(set(ranks)) == len(ranks)


def test_a_backslash_that_somebody_typed_is_no_nul():
    assert canonical({"text": "\\u0000"}) == '{"text":"\\\\u0000"}'


def test_data_have_one_text():
    assert canonical({"b": [1, None, True], "a": "ß"}) == '{"a":"ß","b":[1,null,true]}'


@pytest.mark.parametrize("value", TEXTS)
def test_what_no_log_may_hold_is_refused(value):
    with pytest.raises(ValueError, match="event data holds"):
        canonical({"value": value})
