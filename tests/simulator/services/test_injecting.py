"""A coach lets people say something, and makes facts known: in a class, now or later, in words that lie in one row."""

import json
from typing import Any

import pytest

from people.models import User
from simulator import queries, services
from simulator.core.events import COACH, TRAINEE, Event
from simulator.core.injecting import find_source
from simulator.frames import write_events
from simulator.models import Run, RunEvent, Words
from simulator.services import Refused, session, start_run
from tests.simulator.publics import make_storm
from tests.simulator.services.acts import log_of
from tests.simulator.worlds import publish

TEXT = "Und was ist mit mir? 🚆"
OLE = {"persona": "ole", "thread": "train", "reply_to": "train-1"}
STRANGER = {"name": "Rieke Öz", "channel": "microblog", "reach": 4_000}


@pytest.fixture
def lesson(tia, early, now) -> Run:
    """Twenty seconds into a storm, in class."""
    run = start_run(trainee=tia, version=publish(make_storm()), mode="class", cohort=early, seed=7)
    now.advance(20_000)
    services.catch_up(run.pk)
    return run


def inject(run: Run, actor: User, cmd_id: str = "i", **other: Any) -> int:
    asked = {"text": TEXT, "answer": True, **other}
    return services.inject_post(run.pk, actor=actor, cmd_id=cmd_id, **asked).seq


def tell(run: Run, actor: User, cmd_id: str = "f", **other: Any) -> int:
    return services.inject_fact(run.pk, actor=actor, cmd_id=cmd_id, **other).seq


def seen_by(run: Run, audience: str, kind: str) -> list[dict[str, Any]]:
    frames = write_events(queries.rows_after(run.pk, 0, 1_000), audience=audience, after=0)
    return [frame for _, text in frames if (frame := json.loads(text))["kind"] == kind]


def shown_in(run: Run) -> list[Event]:
    return [event for event in queries.read_log(run.pk) if find_source(event)]


def check_whole(run: Run) -> None:
    log = queries.read_log(run.pk)
    assert [event.seq for event in log] == list(range(1, len(log) + 1))
    assert (services.verify_chain(run.pk), services.replay(run.pk)) == (None, log)


def test_a_coach_speaks_as_a_persona_in_a_thread(lesson, carla):
    seq = inject(lesson, carla, **OLE)

    [written], [shown] = log_of(lesson, "PostInjected"), shown_in(lesson)
    assert (written.seq, written.actor, written.at_ms, written.words) == (seq, f"u{carla.pk}", 20_000, TEXT)
    assert written.data == {
        "post": f"said_{seq}", "thread": "train", "channel": "forum", "reply_to": "train-1", "persona": "ole",
        "answer": 1,
    }  # fmt: skip
    usual = next(event.data for event in log_of(lesson, "PostAppeared") if event.data["post"] == "train-1")
    assert shown.data == {
        **usual, "post": f"said_{seq}", "text": None, "reply_to": "train-1", "first": False, "target_ms": 90_000,
    }  # fmt: skip
    check_whole(lesson)


def test_the_words_lie_in_one_row(lesson, carla):
    inject(lesson, carla, **OLE)
    rows = RunEvent.objects.filter(run=lesson, kind__in=("PostInjected", "PostAppeared"), words__isnull=False)

    assert len({(row.words_id, row.words_mac) for row in rows}) == 1
    assert (rows.count(), Words.objects.filter(text=TEXT).count()) == (2, 1)


def test_what_lies_ahead_is_told_to_no_trainee_until_it_is_there(lesson, carla, now):
    inject(lesson, carla, **OLE, due_ms=30_000)
    assert TEXT not in json.dumps(seen_by(lesson, TRAINEE, "PostAppeared"), ensure_ascii=False)
    assert seen_by(lesson, TRAINEE, "PostInjected") == []
    assert [frame["words"] for frame in seen_by(lesson, COACH, "PostInjected")] == [TEXT]

    services.forget_all()
    now.advance(10_000)
    services.catch_up(lesson.pk)
    [shown] = [frame for frame in seen_by(lesson, TRAINEE, "PostAppeared") if "words" in frame]
    assert (shown["at_ms"], shown["words"], "by" in shown) == (30_000, TEXT, False)
    assert Words.objects.filter(text=TEXT).count() == 1
    check_whole(lesson)


def test_a_copy_of_the_words_would_be_noticed(lesson, carla, monkeypatch):
    monkeypatch.setattr(session, "find_source", lambda event: 0)

    with pytest.raises(AssertionError):
        test_the_words_lie_in_one_row(lesson, carla)


def test_a_stranger_opens_a_thread_and_speaks_again(lesson, carla, now):
    seq = inject(lesson, carla, **STRANGER)
    now.advance(1_000)
    inject(lesson, carla, "j", persona=f"said_p{seq}", thread=f"said_{seq}", visibility="private", answer=False)

    first, again = (event.data for event in shown_in(lesson))
    assert {key: first[key] for key in ("thread", "channel", "name", "handle", "reach", "first")} == {
        "thread": f"said_{seq}", "channel": "microblog", "name": "Rieke Öz", "handle": "@riekeöz", "reach": 4_000,
        "first": True,
    }  # fmt: skip
    assert {key: again[key] for key in ("thread", "name", "reach", "visibility", "first")} == {
        "thread": f"said_{seq}", "name": "Rieke Öz", "reach": 4_000, "visibility": "private", "first": False,
    }  # fmt: skip
    check_whole(lesson)


def test_an_author_of_the_crowd_goes_on_where_they_wrote(lesson, carla, now):
    now.advance(40_000)
    services.catch_up(lesson.pk)
    voice = next(event.data for event in log_of(lesson, "PostAppeared") if event.data.get("crowd"))
    theirs = {"persona": voice["persona"], "thread": voice["thread"]}
    inject(lesson, carla, **theirs, reply_to=voice["post"])

    [shown] = shown_in(lesson)
    same = ("persona", "name", "handle", "thread", "channel", "reach")
    assert {key: shown.data[key] for key in same} == {key: voice[key] for key in same}
    assert (shown.data["target_ms"] is None, "crowd" in shown.data, shown.words) == (False, False, TEXT)
    for number, elsewhere in enumerate(({"thread": "train"}, {"thread": "", "channel": "microblog"})):
        with pytest.raises(Refused, match="unknown_persona"):
            inject(lesson, carla, f"else{number}", **{**theirs, **elsewhere})
    check_whole(lesson)


def test_the_trainee_answers_it_as_any_other(lesson, tia, carla, now):
    seq = inject(lesson, carla, **STRANGER)
    where = {"thread": f"said_{seq}", "post": f"said_{seq}", "visibility": "public", "seen_seq": seq + 1}
    now.advance(5_000)
    services.reply(lesson.pk, actor=tia, cmd_id="r", text="Hallo Rieke, das tut mir leid. ^TI", **where)

    [assessed] = log_of(lesson, "ReplyAssessed")
    assert set(assessed.data["criteria"]) <= {"tone", "individuality", "privacy"}
    assert {found["criterion"] for found in assessed.data["findings"]} <= {"tone", "individuality", "privacy"}
    check_whole(lesson)


def test_it_counts_once_however_often_it_is_sent(lesson, carla):
    first = inject(lesson, carla, **OLE)

    assert inject(lesson, carla, **OLE) == first
    assert len(shown_in(lesson)) == 1
    with pytest.raises(Refused, match="conflict"):
        inject(lesson, carla, **OLE, due_ms=30_000)


def test_a_fact_of_the_scenario_is_known_at_once_and_later_not_again(lesson, carla, now):
    tell(lesson, carla, fact="eta")
    with pytest.raises(Refused, match="already_known"):
        tell(lesson, carla, "g", fact="eta")
    now.advance(60_000)
    services.catch_up(lesson.pk)

    released = [(event.data["fact"], event.at_ms) for event in log_of(lesson, "FactReleased")]
    assert released == [("situation", 0), ("refund", 20_000), ("eta", 20_000)]
    check_whole(lesson)


def test_a_fact_in_the_coachs_words_comes_at_its_time(lesson, carla, now):
    tell(lesson, carla, text="Um 19 Uhr kommt ein Bus.", due_ms=25_000)
    assert [frame["data"]["fact"] for frame in seen_by(lesson, TRAINEE, "FactReleased")] == ["situation", "refund"]
    now.advance(5_000)
    services.catch_up(lesson.pk)

    assert seen_by(lesson, TRAINEE, "FactReleased")[-1]["words"] == "Um 19 Uhr kommt ein Bus."
    check_whole(lesson)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({**OLE, "text": "  "}, "empty"),
        ({**OLE, "persona": "nobody"}, "unknown_persona"),
        ({**OLE, "persona": ""}, "bad_speaker"),
        ({**OLE, "name": "Rieke"}, "bad_speaker"),
        ({**STRANGER, "name": "R" * 61}, "bad_speaker"),
        ({**STRANGER, "name": "a\nb"}, "bad_speaker"),
        ({**OLE, "reach": 5}, "bad_reach"),
        ({**STRANGER, "reach": 10_000_001}, "bad_reach"),
        ({**OLE, "channel": "forum"}, "bad_place"),
        ({"persona": "ole"}, "bad_place"),
        ({**OLE, "thread": "nowhere"}, "unknown_thread"),
        ({**STRANGER, "channel": "fax"}, "unknown_channel"),
        ({**OLE, "reply_to": "bag-1"}, "unknown_post"),
        ({**STRANGER, "visibility": "private"}, "bad_visibility"),
        ({**OLE, "visibility": "loud"}, "bad_visibility"),
        ({**STRANGER, "text": "x" * 281}, "too_long"),
        ({**OLE, "due_ms": 20_000}, "bad_time"),
        ({**OLE, "due_ms": 300_001}, "bad_time"),
    ],
)
def test_what_nobody_could_say_there_is_refused(lesson, carla, asked, code):
    with pytest.raises(Refused, match=code):
        inject(lesson, carla, **asked)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "bad_fact"),
        ({"fact": "eta", "text": "Doch."}, "bad_fact"),
        ({"fact": "nothing"}, "unknown_fact"),
        ({"text": "x" * 1_001}, "too_long"),
        ({"fact": "eta", "due_ms": 1}, "bad_time"),
    ],
)
def test_what_is_no_fact_is_refused(lesson, carla, asked, code):
    with pytest.raises(Refused, match=code):
        tell(lesson, carla, **asked)


@pytest.mark.parametrize("who", ["tia", "theo", "milan", "ada", "sam", "cem"])
def test_nobody_else_writes_into_a_run(lesson, request, who):
    person = request.getfixturevalue(who)
    for write in (lambda: inject(lesson, person, **OLE), lambda: tell(lesson, person, fact="eta")):
        with pytest.raises(Refused, match="forbidden"):
            write()


def test_in_a_pause_only_what_lies_ahead_is_prepared(lesson, carla):
    services.pause(lesson.pk, actor=carla, cmd_id="p")
    with pytest.raises(Refused, match="paused"):
        inject(lesson, carla, **OLE)

    assert inject(lesson, carla, **OLE, due_ms=30_000)


def test_erasing_clears_the_words_wherever_they_show(lesson, tia, carla, now):
    inject(lesson, carla, **OLE)
    tell(lesson, carla, text="Um 19 Uhr kommt ein Bus.")
    inject(lesson, carla, "late", **OLE, due_ms=290_000)
    services.end_run(lesson.pk, actor=carla, cmd_id="e")
    lesson.refresh_from_db()

    assert services.erase_words(lesson, actor=tia) == 3
    assert [event.words for event in shown_in(lesson)] == [None, None]
    assert "words" not in seen_by(lesson, TRAINEE, "FactReleased")[-1]
    check_whole(lesson)


def test_a_fork_keeps_what_a_coach_brought_and_has_still_to_bring(lesson, tia, carla, now):
    inject(lesson, carla, **OLE)
    ahead = inject(lesson, carla, "late", **STRANGER, due_ms=60_000)
    # A class is not forked today: the log is what is asked about here.
    Run.objects.filter(pk=lesson.pk).update(mode="practice")
    lesson.refresh_from_db()
    fork = services.fork_run(lesson, at_seq=ahead, actor=tia)
    now.advance(40_000)
    services.catch_up(fork.pk)

    assert [event.words for event in shown_in(fork)] == [TEXT, TEXT]
    assert Words.objects.filter(text=TEXT).count() == 2
    check_whole(fork)
