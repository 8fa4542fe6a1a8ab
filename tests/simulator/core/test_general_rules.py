"""What the public does by itself, in a storm where no author wrote what follows."""

from dataclasses import replace

import pytest

from scenarios.core.public import Public
from scenarios.core.public_rules import GENERAL_RULES, SCOPES
from scenarios.core.stock.lines import LINES, list_lines
from scenarios.core.vocabulary import GENERAL_RULES as NAMES
from scenarios.core.vocabulary import ROLES
from tests.simulator.core.plays import Play
from tests.simulator.publics import make_storm


def play(*moves: tuple[int, str, int]) -> Play:
    """A storm without crowd or author's reactions."""
    played = Play(make_storm(public=Public(), reactions=()))
    played.make_moves(list(moves))
    return played


def fired(played: Play) -> list[str]:
    return [event.data["reaction"] for event in played.log if event.kind == "ReactionFired"]


def lines(played: Play) -> list[tuple[int, str, str]]:
    """(run time, rule, who) of each stock line."""
    return [
        (event.at_ms, event.data["reaction"], event.data["persona"])
        for event in played.log
        if event.kind == "PostAppeared" and "_" in event.data["post"]
    ]


def test_the_format_names_exactly_these_rules():
    assert [rule.key for rule in GENERAL_RULES] == list(NAMES)
    assert set(SCOPES) <= set(NAMES)


@pytest.mark.parametrize("language", ["de", "en"])
def test_everybody_has_something_to_say_in_both_languages(language):
    missing = [
        (rule.line, role, temper)
        for rule in GENERAL_RULES
        if rule.line and not SCOPES.get(rule.key, SCOPES["ping_pong"]).speaker
        for role in ROLES
        for temper in range(1, 6)
        if not list_lines(language, rule.line, role=role, temper=temper)
        and not (rule.line == "speaks_up" and role not in ("critic", "leader", "advocate"))
    ]

    assert missing == []
    assert set(LINES["de"]) == set(LINES["en"]) == {rule.line for rule in GENERAL_RULES if rule.line}


def test_who_is_patient_for_half_a_minute_asks_again_then_and_is_cross_after_the_target():
    played = play((66_000, "look", 0))

    assert [line for line in lines(played) if line[2] == "jana"] == [
        (30_000, "impatient", "jana"),
        (65_000, "ignored", "jana"),
    ]


def test_an_answer_in_time_keeps_the_silence_from_being_noticed():
    played = play((16_000, "reply", 0), (50_000, "look", 0))

    assert [post for post in played.state.lines.values() if post.about == "bag-1"] == []


def test_blame_makes_the_person_angrier_and_the_public_hotter():
    played = play((16_000, "send_blame", 0), (10_000, "look", 0))

    assert "defensive" in fired(played)
    assert played.state.heat > 0


def test_a_wrong_desk_costs_time_and_says_so():
    played = play((16_000, "escalate", 1), (91_000, "look", 0))
    (answer,) = [event for event in played.log if event.kind == "DeskAnswered"]

    assert (answer.at_ms, answer.data["right"]) == (106_000, False)
    assert answer.data["text"].startswith("Erstattung")


def test_advertising_in_a_forum_gets_the_brand_thrown_out():
    played = play((16_000, "advertise", 0), (21_000, "look", 0))

    assert list(played.state.closed) == ["tip"]
    assert (36_000, "advertising", "mara") in lines(played)


def test_who_is_moved_to_private_writes_there_and_is_known():
    played = play((16_000, "whisper", 0), (26_000, "look", 0))
    (known,) = [event for event in played.log if event.kind == "CustomerIdentified"]

    assert (known.at_ms, known.data["record"]) == (41_000, {"customer_number": "S-1"})


def test_what_they_had_to_do_with_the_house_before_comes_with_the_record():
    storm = make_storm(public=Public(), reactions=())
    people = tuple(
        replace(each, history=("März: Fundbüro",)) if each.key == "jana" else each for each in storm.personas
    )
    played = Play(replace(storm, personas=people))
    played.make_moves([(16_000, "whisper", 0), (26_000, "look", 0)])

    (known,) = [event for event in played.log if event.kind == "CustomerIdentified"]

    assert known.data["history"] == ["März: Fundbüro"]


def test_nobody_else_speaks_up_in_a_private_conversation():
    played = play((16_000, "whisper", 0), (400_000, "look", 0))
    private = [event.data for event in played.log if event.data.get("visibility") == "private" and "text" in event.data]

    assert "advocate_helps" in fired(played)
    assert {said["persona"] for said in private} == {"jana"}


def test_a_run_of_the_first_engine_knows_no_general_rules():
    played = play((16_000, "upgrade", 1), (200_000, "look", 0))

    assert fired(played) == []
