"""Call-backs, calls and mails: what is written and refused, how people come back, what the score makes of it."""

import json
from dataclasses import replace

import pytest

from scoring.core import assess_log
from simulator import queries, services
from simulator.core import ways
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import State, start_state
from simulator.models import Run, RunEvent
from simulator.services import Refused, replying
from tests.simulator.services.acts import log_of
from tests.simulator.timelines import NEEDS, NO_NEEDS, make_post, make_timeline
from tests.simulator.worlds import start

MAIL = "Dein Rucksack im RE 4\nHallo Jana, wir haben ihn gefunden und schicken ihn dir heute. Viele Grüße ^TI"
CALL = "Rucksack gefunden, geht heute in die Post."
OFFER = "Hallo Jana, ich rufe dich um 18:30 Uhr an. ^TI"


def make_talk(**record: str):
    """Jana writes in private, and what the company knows of her is `record`; she writes again after a minute."""
    timeline = make_timeline(
        posts=(
            replace(make_post("bag-1", "bag", at_ms=0, text="Mein Rucksack ist weg!"), visibility="private"),
            replace(make_post("bag-2", "bag", at_ms=60_000, text="Und?", needs=NO_NEEDS), visibility="private"),
            make_post("train-1", "train", at_ms=1_000, persona="ole", text="Wo bleibt der Zug?", needs=NEEDS),
        )
    )
    people = (replace(each, record=record if each.key == "jana" else {}) for each in timeline.personas)
    return replace(timeline, personas=tuple(people))


def begin(tia, now, **record: str) -> Run:
    run = start(tia, timeline=make_talk(**record))
    now.advance(2_000)
    services.catch_up(run.pk)
    return run


def send(run: Run, actor, way: str, text: str, cmd_id: str = "a", **other):
    asked = {"thread": "bag", "post": "bag-1", "visibility": "private", "seen_seq": 99, "way": way, **other}
    return services.reply(run.pk, actor=actor, cmd_id=cmd_id, text=text, **asked)


@pytest.mark.parametrize(("way", "text"), [("mail", MAIL), ("call", CALL), ("callback", OFFER)])
def test_a_way_stands_in_the_event_and_the_words_beside_it(tia, now, way, text):
    run = begin(tia, now, phone="030 23125 000", mail="jana@post.example")

    ack = send(run, tia, way, text)

    [sent] = log_of(run, "ReplySent")
    data = {"thread": "bag", "post": "bag-1", "visibility": "private", "seen_seq": sent.seq - 1, "way": way}
    assert sent == Event(ack.seq - 1, 2_000, "ReplySent", f"u{tia.pk}", data, text)
    assert not RunEvent.objects.filter(data__contains="Rucksack im RE").exists()
    assert services.verify_chain(run.pk) is None


def test_nobody_is_called_or_written_to_where_no_number_or_address_is_known(tia, now):
    run = begin(tia, now, customer_number="S-1")

    for way, text in (("mail", MAIL), ("call", CALL)):
        with pytest.raises(Refused, match="unreachable"):
            send(run, tia, way, text)
    assert log_of(run, "ReplySent") == []
    send(run, tia, "callback", OFFER)
    assert len(log_of(run, "ReplySent")) == 1


def test_without_the_guard_a_number_that_nobody_knows_would_be_called(tia, now, monkeypatch):
    monkeypatch.setattr(replying, "can_reach", lambda *_: True)
    run = begin(tia, now, customer_number="S-1")

    send(run, tia, "call", CALL)

    assert len(log_of(run, "ReplySent")) == 1


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"way": "fax"}, "bad_way"),
        ({"way": "call", "visibility": "public"}, "bad_way"),
        ({"text": "Nur ein Betreff"}, "no_subject"),
        ({"text": "\nNur ein Text"}, "no_subject"),
        ({"text": "Betreff\n \n"}, "no_subject"),
        ({"text": f"{'ä' * 121}\nText"}, "no_subject"),
    ],
)
def test_what_is_no_call_or_mail_is_refused(tia, now, asked, code):
    run = begin(tia, now, phone="030 23125 000", mail="jana@post.example")

    with pytest.raises(Refused, match=code):
        send(run, tia, **{"way": "mail", "text": MAIL, **asked})


def test_a_mail_keeps_its_subject_when_it_is_corrected(tia, now):
    run = begin(tia, now, mail="jana@post.example")
    send(run, tia, "mail", MAIL)
    [sent] = log_of(run, "ReplySent")

    with pytest.raises(Refused, match="no_subject"):
        services.correct_reply(run.pk, actor=tia, cmd_id="b", reply=sent.seq, text="Ohne Betreff", seen_seq=9)
    services.correct_reply(run.pk, actor=tia, cmd_id="c", reply=sent.seq, text=f"{MAIL}!", seen_seq=9)

    assert log_of(run, "ReplyCorrected")[0].words == f"{MAIL}!"


@pytest.mark.parametrize(("ways_taken", "comes"), [(["callback"], "call"), (["mail"], "mail"), (["call", ""], None)])
def test_people_come_back_the_way_the_desk_took_last(tia, now, ways_taken, comes):
    run = begin(tia, now, phone="030 23125 000", mail="jana@post.example")
    for nth, way in enumerate(ways_taken):
        send(run, tia, way, MAIL, cmd_id=str(nth))

    now.advance(70_000)
    services.catch_up(run.pk)

    again = next(event for event in log_of(run, "PostAppeared") if event.data["post"] == "bag-2")
    assert again.data.get("way") == comes
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_who_was_offered_a_call_can_be_called_once_they_are_on_the_phone(tia, now):
    run = begin(tia, now)
    send(run, tia, "callback", OFFER)
    with pytest.raises(Refused, match="unreachable"):
        send(run, tia, "call", CALL, cmd_id="b")
    now.advance(70_000)

    send(run, tia, "call", CALL, cmd_id="c", post="bag-2")

    assert [event.data["way"] for event in log_of(run, "ReplySent")] == ["callback", "call"]


def assess_last(run: Run):
    [*_, (_, assessment)] = assess_log(make_talk(), queries.read_log(run.pk))
    return assessment


def test_of_a_call_neither_tone_nor_reuse_is_judged_for_its_words_were_not_said_so(tia, now):
    run = begin(tia, now, phone="030 23125 000")

    send(run, tia, "call", CALL)

    [assessed] = log_of(run, "ReplyAssessed")
    assert not {"tone", "individuality"} & set(assessed.data["criteria"])
    assert "speed" in assessed.data["criteria"]
    assert [each for each in assessed.data["findings"] if each["criterion"] in ("tone", "individuality")] == []
    assert assess_last(run).criteria == assessed.data["criteria"]


def test_an_insult_in_the_notes_of_a_call_stays_one(tia, now):
    run = begin(tia, now, phone="030 23125 000")

    send(run, tia, "call", "Ihm gesagt: Sie sind ein Idiot.")

    [assessed] = log_of(run, "ReplyAssessed")
    assert assessed.data["criteria"]["tone"] == 0


def test_what_was_noted_of_a_call_is_no_reply_to_be_repeated(tia, now):
    run = begin(tia, now, phone="030 23125 000")
    same = "Hallo Jana, wir haben deinen Rucksack gefunden und schicken ihn dir heute mit der Post. ^TI"
    send(run, tia, "call", same)

    for nth, forget in enumerate((lambda: None, services.forget_all)):
        forget()
        send(run, tia, "", same, cmd_id=str(nth))

    first, second = log_of(run, "ReplyAssessed")[1:]
    assert not any(each["rule"] == "individuality.repeated" for each in first.data["findings"])
    assert any(each["rule"] == "individuality.repeated" for each in second.data["findings"])


def test_the_subject_of_a_mail_stands_before_the_greeting_and_is_not_read(tia, now):
    run = begin(tia, now, mail="jana@post.example")

    send(run, tia, "mail", MAIL)

    [assessed] = log_of(run, "ReplyAssessed")
    [greeting] = [each for each in assessed.data["findings"] if each["rule"] == "tone.greeting"]
    assert MAIL[slice(*greeting["span"])] == "Hallo"
    assert assess_last(run).to_data()["findings"] == json.loads(json.dumps(assessed.data["findings"]))


def test_an_insult_in_the_subject_of_a_mail_is_one(tia, now):
    run = begin(tia, now, mail="jana@post.example")

    send(run, tia, "mail", f"Sie sind ein Idiot\n{MAIL.partition(chr(10))[2]}")

    [assessed] = log_of(run, "ReplyAssessed")
    [insult] = [each for each in assessed.data["findings"] if each["critical"]]
    assert (assessed.data["criteria"]["tone"], insult["rule"]) == (0, "tone.insult")
    assert assess_last(run).criteria == assessed.data["criteria"]
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_graphemes_of_a_subject_are_counted_as_people_do():
    assert ways.blank_subject("👩‍👩‍👧 da\nHallo") == "    \nHallo"


def test_a_command_without_a_way_says_what_it_always_said(tia, now):
    run = begin(tia, now)
    services.reply(run.pk, actor=tia, cmd_id="a", text=OFFER, thread="bag", post="bag-1", visibility="private",
                   seen_seq=5)  # fmt: skip

    assert "way" not in log_of(run, "ReplySent")[0].data


def test_a_log_from_before_there_were_ways_folds_as_ever(tia, now):
    run = begin(tia, now)
    send(run, tia, "", OFFER)
    state: State = start_state(make_talk())
    for event in queries.read_log(run.pk):
        fold(state, event)

    assert state.ways == {}


def test_no_later_run_is_held_against_the_notes_of_a_call(tia, now):
    run = begin(tia, now, phone="030 23125 000")
    send(run, tia, "call", CALL)
    alone = start(tia)
    send(run, tia, "callback", OFFER, cmd_id="b")
    after = start(tia)

    counted = [queries.read_log(each.pk)[0].data["fingerprints"] for each in (alone, after)]
    assert [sum(replies for _, _, replies in prints) for prints in counted] == [0, 1]


def test_a_later_run_is_not_held_against_what_was_noted_of_a_call_corrected_or_not(tia, now):
    run = begin(tia, now, phone="030 23125 000")
    send(run, tia, "call", CALL)
    [sent] = log_of(run, "ReplySent")
    services.correct_reply(run.pk, actor=tia, cmd_id="b", reply=sent.seq, text=f"{CALL} Morgen da.", seen_seq=9)

    assert queries.read_log(begin(tia, now).pk)[0].data["fingerprints"] == []


def test_a_later_run_is_held_against_the_body_of_a_mail_whatever_its_subject(tia, now):
    run = begin(tia, now, mail="jana@post.example")
    send(run, tia, "mail", "Rucksack\nKommt morgen zurück.")
    again = begin(tia, now, mail="jana@post.example")

    send(again, tia, "mail", "Dein Anliegen\nKommt morgen zurück.")

    [assessed] = log_of(again, "ReplyAssessed")
    assert assessed.data["signals"]["reuse_likeness"] == 1000
