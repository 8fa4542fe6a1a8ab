"""A scenario that does not show a part of the desk takes no command that is made with it."""

from dataclasses import replace

import pytest

from simulator import queries, services
from simulator.messages import COMMANDS, Command
from simulator.models import Run
from simulator.services import Refused, commands
from simulator.services.showing import PARTS
from tests.simulator.publics import make_storm
from tests.simulator.services.acts import escalate, note, propose, publish, resolve, tag, treat, unblock, untag, update
from tests.simulator.worlds import start

DAY_THREE = ("queue", "thread", "composer", "facts")


def reply(run: Run, actor, cmd_id: str = "r", **other):
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "text": "Wir suchen ihn. ^TI", "seen_seq": 9}
    return services.reply(run.pk, actor=actor, cmd_id=cmd_id, **{**asked, **other})


def correct(run: Run, actor, cmd_id: str = "a"):
    return services.correct_reply(run.pk, actor=actor, cmd_id=cmd_id, reply=1, text="Anders.", seen_seq=9)


def delete(run: Run, actor, cmd_id: str = "a"):
    return services.delete_reply(run.pk, actor=actor, cmd_id=cmd_id, reply=1)


def hint(run: Run, actor, cmd_id: str = "a", **other):
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "text": "Hallo.", "seen_seq": 9}
    return services.ask_hint(run.pk, actor=actor, cmd_id=cmd_id, **{**asked, **other})


BY_TYPE = {
    "reply": reply,
    "hint": hint,
    "correct": correct,
    "delete": delete,
    "note": note,
    "escalate": escalate,
    "publish_notice": publish,
    "update_notice": update,
    "treat": treat,
    "propose_article": propose,
    "tag": tag,
    "untag": untag,
    "unblock": unblock,
}


def begin(tia, now, *stage: str) -> Run:
    run = start(tia, timeline=replace(make_storm(), stage=stage))
    now.advance(20_000)
    services.catch_up(run.pk)
    return run


def code_of(act, *asked) -> str:
    try:
        act(*asked)
    except Refused as refusal:
        return refusal.code
    return "done"


def test_every_act_has_its_part_or_belongs_to_none():
    without = {"resolve", "assign", "pause", "resume", "speed", "skip", "end"}

    without |= {"inject_post", "inject_fact", "raise_wave", "turn_heat", "whisper", "note_moment"}
    # A hint is no command of the socket.
    on_the_wire = {name for name, kind in COMMANDS.items() if issubclass(kind, Command)}
    assert set(PARTS) == on_the_wire - without | {"hint"}
    assert set(BY_TYPE) == set(PARTS)


@pytest.mark.parametrize("type_", [name for name, part in PARTS.items() if part != "composer"])
def test_on_day_three_only_the_composer_is_at_hand(tia, now, type_):
    run = begin(tia, now, *DAY_THREE)
    before = queries.read_log(run.pk)

    with pytest.raises(Refused, match="not_shown"):
        BY_TYPE[type_](run, tia)

    assert queries.read_log(run.pk) == before
    reply(run, tia)
    resolve(run, tia, "b")


@pytest.mark.parametrize("type_", PARTS)
def test_each_part_alone_opens_its_own_commands(tia, now, type_):
    run = begin(tia, now, "queue", PARTS[type_])

    opened = {name for name, act in BY_TYPE.items() if code_of(act, run, tia, name) != "not_shown"}

    assert opened == {name for name, part in PARTS.items() if part == PARTS[type_]}


def test_a_scenario_that_names_no_part_takes_all(tia, now):
    run = begin(tia, now)

    assert "not_shown" not in {code_of(act, run, tia, name) for name, act in BY_TYPE.items()}


def test_what_only_listening_finds_is_not_answered_without_it(tia, now):
    found = {"thread": "tip", "post": "tip-1"}
    run = begin(tia, now, *DAY_THREE)
    with pytest.raises(Refused, match="not_shown"):
        reply(run, tia, **found)

    reply(begin(tia, now, *DAY_THREE, "listening"), tia, **found)


def test_a_call_is_offered_only_where_the_customer_card_is_shown(tia, now):
    offer = {"visibility": "private", "way": "callback"}
    run = begin(tia, now, *DAY_THREE)
    for act in (reply, hint):
        with pytest.raises(Refused, match="not_shown"):
            act(run, tia, **offer)

    reply(begin(tia, now, *DAY_THREE, "card"), tia, **offer)


def test_without_the_guard_a_note_would_be_kept_where_there_are_none(tia, now, monkeypatch):
    monkeypatch.setattr(commands, "require_shown", lambda *_: None)

    note(begin(tia, now, *DAY_THREE), tia)
