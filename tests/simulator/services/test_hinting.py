"""Hints on demand: what is said, what is written down, and where there are none."""

import json

import pytest

from simulator import queries, services
from simulator.core.events import Event
from simulator.models import CERTIFICATION, Draft, Run, RunEvent, Words
from simulator.services import Refused, hinting, start_run
from tests.simulator.services.acts import log_of
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

ASKS = "Hallo, schick uns bitte deine Kundennummer. ^TI"
GOOD = "Hallo, das ist ärgerlich! Wir suchen deinen Rucksack und melden uns um 17 Uhr. ^TI"


def begin(tia, now, help_stage: str = "hints") -> Run:
    run = start_run(trainee=tia, version=publish(make_morning()), seed=7, help_stage=help_stage)
    now.advance(20_000)
    services.catch_up(run.pk)
    return run


def ask(run: Run, actor, text: str = ASKS, cmd_id: str = "a", **other) -> services.Hint:
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 99, **other}
    return services.ask_hint(run.pk, actor=actor, cmd_id=cmd_id, text=text, **asked)


def test_a_hint_says_what_the_score_would_find_in_tone_reuse_and_privacy(tia, now):
    run = begin(tia, now)

    hint = ask(run, tia)

    services.reply(
        run.pk, actor=tia, cmd_id="b", thread="bag", post="bag-1", visibility="public", text=ASKS, seen_seq=9
    )
    [assessed] = log_of(run, "ReplyAssessed")
    hinted = [each for each in assessed.data["findings"] if each["criterion"] in ("tone", "individuality", "privacy")]
    assert json.loads(json.dumps(hint.findings)) == hinted
    assert any(each["rule"] == "privacy.asked_in_public" for each in hint.findings)


def test_the_log_says_that_somebody_asked_where_and_in_what_something_was_found(tia, now):
    run = begin(tia, now)
    before = queries.read_log(run.pk)

    hint = ask(run, tia)

    [*earlier, asked] = queries.read_log(run.pk)
    data = {"thread": "bag", "post": "bag-1", "criteria": ["tone", "privacy"]}
    assert earlier == before
    assert asked == Event(hint.ack.seq, 20_000, "HintAsked", f"u{tia.pk}", data)


def test_nothing_of_the_draft_is_kept_anywhere(tia, now):
    run = begin(tia, now)
    rows = Words.objects.count()

    ask(run, tia, "Zwetschgendatschi für deine Kundennummer")

    kept = [list(table.objects.values()) for table in (RunEvent, Words, Draft, Run)]
    assert "Zwetschgendatschi" not in repr(kept)
    assert Words.objects.count() == rows
    row = RunEvent.objects.get(run=run, kind="HintAsked")
    assert row.words_id is None
    # Nor a hash: another text under the same id is the same command.
    assert ask(run, tia, "Ganz etwas anderes").ack == services.Ack("a", row.seq)


def test_what_was_found_is_said_once(tia, now):
    run = begin(tia, now)
    ask(run, tia)

    assert ask(run, tia).findings == []
    assert len(log_of(run, "HintAsked")) == 1


def test_a_hint_changes_nothing_that_follows(tia, now):
    asked, silent = begin(tia, now), begin(tia, now)
    ask(asked, tia, GOOD)
    for run in (asked, silent):
        services.reply(
            run.pk, actor=tia, cmd_id="b", thread="bag", post="bag-1", visibility="public", text=GOOD, seen_seq=2
        )
    now.advance(300_000)
    for run in (asked, silent):
        services.catch_up(run.pk)

    kinds = [[event.kind for event in queries.read_log(run.pk) if event.kind != "HintAsked"] for run in (asked, silent)]
    assert kinds[0] == kinds[1]
    first, second = (log_of(run, "ReplyAssessed")[0].data for run in (asked, silent))
    assert first["criteria"]["tone"] == second["criteria"]["tone"]
    assert first["criteria"]["individuality"] == second["criteria"]["individuality"] == 1000
    assert services.replay(asked.pk) == queries.read_log(asked.pk)


@pytest.mark.parametrize("help_stage", ["guided", "hints"])
def test_how_much_help_there_is_stands_in_the_first_event(tia, now, help_stage):
    assert queries.read_log(begin(tia, now, help_stage).pk)[0].data["help"] == help_stage


def test_whoever_plays_alone_gets_no_hint(tia, now):
    run = begin(tia, now, "alone")

    with pytest.raises(Refused, match="no_help"):
        ask(run, tia)

    log = queries.read_log(run.pk)
    assert "help" not in log[0].data
    assert "HintAsked" not in {event.kind for event in log}


def begin_certification(tia, early, now, **more) -> Run:
    return start_run(
        trainee=tia, version=rehearsed(publish(make_morning())), mode=CERTIFICATION, cohort=early, seed=7, **more
    )


def test_nobody_is_certified_with_help(tia, early, now):
    for help_stage in ("guided", "hints"):
        with pytest.raises(Refused, match="no_help"):
            begin_certification(tia, early, now, help_stage=help_stage)

    with pytest.raises(Refused, match="no_help"):
        ask(begin_certification(tia, early, now), tia)


def test_a_certification_has_no_hints_whatever_its_first_event_says(tia, early, now, monkeypatch):
    monkeypatch.setattr("simulator.services.starting.check_play", lambda *_, **__: None)
    run = begin_certification(tia, early, now, help_stage="hints")
    with pytest.raises(Refused, match="no_help"):
        ask(run, tia)
    # The sabotage twin: without the second guard there would be one.
    monkeypatch.setattr(hinting, "CERTIFICATION", "none")

    assert ask(run, tia).findings


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"text": " "}, "empty"),
        ({"thread": "nowhere"}, "unknown_thread"),
        ({"post": "train-1"}, "unknown_post"),
        ({"visibility": "secret"}, "bad_visibility"),
        ({"way": "fax", "visibility": "private"}, "bad_way"),
    ],
)
def test_what_is_about_nothing_is_refused(tia, now, asked, code):
    run = begin(tia, now)

    with pytest.raises(Refused, match=code):
        ask(run, tia, **asked)


def test_there_are_no_hints_while_the_clock_stands(tia, now):
    run = begin(tia, now)
    services.pause(run.pk, actor=tia, cmd_id="p")

    with pytest.raises(Refused, match="paused"):
        ask(run, tia)


def test_a_moment_that_is_tried_again_keeps_its_help(tia, now):
    run = begin(tia, now)
    services.end_run(run.pk, actor=tia, cmd_id="end")
    fork = services.fork_run(run, actor=tia, at_seq=2)

    assert ask(fork, tia).findings
