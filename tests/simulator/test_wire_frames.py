"""What a client may send, and what the server makes of a row."""

import json
from typing import Any

import pytest

from simulator.core.events import COACH, KINDS, TRAINEE
from simulator.frames import write_events, write_frame
from simulator.messages import COMMANDS, BadFrame, Follow, Heartbeat, Reply, parse_message
from simulator.sentences import TEXTS, explain_refusal
from simulator.services.doorbell import Row
from simulator.services.refusals import CODES

REPLY: dict[str, Any] = {
    "type": "reply",
    "cmd_id": "c-1",
    "run": 7,
    "thread": "rucksack",
    "post": "rucksack-1",
    "visibility": "public",
    "text": "Hallo Jana 👋",
    "seen_seq": 12,
}


def write_row(seq: int, kind: str, data: dict[str, Any] | None = None, *, words: str | None = None) -> Row:
    return Row(7, seq, seq * 1000, kind, json.dumps(data or {}), words)


def test_a_message_becomes_the_type_it_says() -> None:
    assert parse_message('{"type":"follow","run":7,"after":0}') == Follow(type="follow", run=7, after=0)
    assert parse_message('{"type":"heartbeat","seen":{"7":3}}') == Heartbeat(type="heartbeat", seen={"7": 3})
    assert parse_message(json.dumps(REPLY)) == Reply(**REPLY)


@pytest.mark.parametrize(
    "message",
    [
        {"type": "escalate", "thread": "bag", "post": "bag-1", "desk": "operations", "note": "Bitte."},
        {"type": "note", "thread": "bag", "text": "Ruft um zwölf zurück."},
        {"type": "correct", "text": "Doch um eins.", "seen_seq": 4, "reply": 3},
        {"type": "publish_notice", "topic": "Störung im Norden", "channel": "page", "text": "Es geht nichts."},
        {"type": "update_notice", "topic": "Störung im Norden", "text": "Es geht weiter."},
        {"type": "treat", "thread": "bag", "post": "bag-1", "as": "left_alone", "reason": "settled"},
        {"type": "unblock", "thread": "bag", "post": "bag-1"},
        {"type": "resolve", "thread": "bag"},
        {"type": "propose_article", "thread": "bag", "title": "Rucksack weg", "text": "Ins Fundbüro."},
        {"type": "tag", "thread": "bag", "post": "bag-1", "tag": "product_feedback"},
        {"type": "skip", "to_ms": 50_000},
        {"type": "raise_wave", "posts": 5, "due_ms": None, "seconds": 10},
        {"type": "turn_heat", "due_ms": 60_000, "milli": -5_000},
        {"type": "whisper", "thread": "bag", "text": "Ruhig."},
        {"type": "untag", "thread": "bag", "post": "bag-1", "tag": "product_feedback"},
    ],
)
def test_an_act_is_what_it_says_and_nothing_more(message: dict[str, str | int]) -> None:
    whole = message | {"cmd_id": "c-1", "run": 7}
    assert parse_message(json.dumps(whole)).model_dump(by_alias=True) == whole
    for wrong in (message, whole | {"loud": True}, whole | {next(reversed(message)): [7]}):
        with pytest.raises(BadFrame):
            parse_message(json.dumps(wrong))


def test_every_message_has_the_name_it_is_registered_under() -> None:
    assert {name: model.model_fields["type"].annotation.__args__ for name, model in COMMANDS.items()} == {
        name: (name,) for name in COMMANDS
    }


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "[]",
        "null",
        "{",
        '{"type":"dance"}',
        '{"type":"follow","run":7}',
        '{"type":"follow","run":"7","after":0}',
        '{"type":"follow","run":7.0,"after":0}',
        '{"type":"follow","run":true,"after":0}',
        '{"type":"follow","run":7,"after":-1}',
        '{"type":"follow","run":9007199254740992,"after":0}',
        '{"type":"follow","run":1e999,"after":0}',
        '{"type":"follow","run":7,"after":0,"as":"coach"}',
        '{"type":"heartbeat","seen":{"seven":3}}',
        "[" * 60_000,
        '{"type":"follow","run":' + "9" * 5_000 + ',"after":0}',
        json.dumps(REPLY | {"text": "nul \x00"}),
        json.dumps(REPLY)[:-1] + ',"thread":"\\ud800"}',
        json.dumps(REPLY | {"text": "x" * 66_000}),
        json.dumps(REPLY | {"text": "ü" * 40_000}, ensure_ascii=False),
        json.dumps(REPLY | {"cmd_id": ""}),
    ],
)
def test_what_is_no_message_is_a_bad_frame(text: str | None) -> None:
    with pytest.raises(BadFrame):
        parse_message(text)


def test_a_bad_command_is_told_by_its_id() -> None:
    with pytest.raises(BadFrame) as refused:
        parse_message(json.dumps(REPLY | {"seen_seq": "twelve"}))
    assert refused.value.cmd_id == "c-1"


def test_a_frame_leaves_out_what_is_not_there() -> None:
    assert json.loads(write_frame("refused", code="ended", cmd_id=None)) == {"type": "refused", "code": "ended"}


def test_each_frame_links_to_the_one_before_that_the_same_audience_may_see() -> None:
    rows = [
        write_row(1, "PostAppeared"),
        write_row(2, "ReplySent", words="Hallo „Jana“ 👋"),
        write_row(3, "ReplyAssessed"),
        write_row(4, "FactReleased"),
    ]
    links = {
        audience: [(frame["after"], frame["seq"]) for _, text in write_events(rows, audience=audience, after=0)
                   if (frame := json.loads(text))]
        for audience in (TRAINEE, COACH)
    }  # fmt: skip
    assert links == {TRAINEE: [(0, 1), (1, 2), (2, 4)], COACH: [(0, 1), (1, 2), (2, 3), (3, 4)]}


def test_a_frame_holds_the_stored_bytes_and_the_words_beside_them() -> None:
    row = Row(7, 2, 1500, "ReplySent", '{"post":"rucksack-1","thread":"rucksack"}', "Hallo „Jana“\n👋")
    [(seq, text)] = write_events([row], audience=TRAINEE, after=1)
    assert (seq, json.loads(text)) == (
        2,
        {
            "type": "event",
            "run": 7,
            "seq": 2,
            "after": 1,
            "at_ms": 1500,
            "kind": "ReplySent",
            "data": {"post": "rucksack-1", "thread": "rucksack"},
            "words": "Hallo „Jana“\n👋",
        },
    )


def test_what_a_kind_hides_never_leaves_the_server() -> None:
    data = {"seed": 4711, "fingerprints": [1], "agent": "TB"}
    hidden = {kind.name: kind.hidden for kind in KINDS.values() if kind.hidden}
    assert hidden == {"RunStarted": {"cast", "crowd", "seed", "fingerprints", "own_templates"}, "Escalated": {"note"}}
    [(_, text)] = write_events([write_row(1, "RunStarted", data)], audience=COACH, after=0)
    assert json.loads(text)["data"] == {"agent": "TB"}


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    assert set(TEXTS) == {*CODES, "bad_frame", "failed"}
    assert {code: set(texts) for code, texts in TEXTS.items()} == {code: {"de", "en"} for code in TEXTS}


def test_a_sentence_names_what_it_is_about() -> None:
    assert explain_refusal("too_long", language="en", params={"limit": 280}) == (
        "The text is too long: at most 280 characters."
    )
