"""One socket from the outside: who is let in, what they get, what their commands do."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.sessions.models import Session

from people.models import Cohort, User
from people.services import set_active
from simulator import queries
from simulator.allowance import BURST
from simulator.frames import Close
from simulator.models import Contact, Exercise, Run
from simulator.services import Plan, catch_up, end_run, join_exercise, set_exercise, start_run
from simulator.services.clock import FixedClock
from simulator.station import Station
from simulator.watch import DEAD_SECONDS
from tests.simulator.tabs import Tab, links
from tests.simulator.test_presence import Ear
from tests.simulator.timelines import SECOND, make_morning
from tests.simulator.worlds import publish, start

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def station(transactional_db: None) -> AsyncIterator[Station]:
    station = Station()
    station.ensure_started(bare=True)
    yield station
    await station.stop()


@pytest.fixture
def run(now: FixedClock, tia: User) -> Run:
    """Tia's run: started, and its first post is there."""
    return start(tia)


@pytest.fixture
def lesson(now: FixedClock, tia: User, carla: User, early: Cohort) -> Run:
    """Tia's run in class, which Carla may look at."""
    return start_run(trainee=tia, version=publish(make_morning()), mode="class", cohort=early, seed=7)


async def advance(station: Station, now: FixedClock, run: Run, ms: int) -> int:
    """Lets `ms` pass and catches the run up."""

    def pass_time() -> int:
        now.advance(ms)
        return catch_up(run.pk)

    return await station.threads.write(pass_time)


COACHING: dict[str, dict[str, Any]] = {
    "pause": {},
    "resume": {},
    "speed": {"per_mille": 2_000},
    "skip": {"to_ms": 50_000},
    "inject_post": {"text": "Und ich?", "answer": True, "name": "Rieke", "channel": "microblog", "due_ms": 90_000},
    "inject_fact": {"text": "Um acht."},
    "raise_wave": {"posts": 5, "seconds": 10},
    "turn_heat": {"milli": -5_000},
    "whisper": {"text": "Ruhig."},
    "note_moment": {},
    "end": {},
}


def reply_to_bag(run: Run, **more: Any) -> dict[str, Any]:
    fields = {"cmd_id": "c-1", "run": run.pk, "thread": "bag", "post": "bag-1", "visibility": "public"}
    return fields | {"text": "Hallo, wir suchen mit. /TI", "seen_seq": 2} | more


async def test_who_follows_gets_the_backlog_and_then_what_comes(
    station: Station, now: FixedClock, run: Run, tia: User
) -> None:
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    following = await tab.hear()
    await advance(station, now, run, 120 * SECOND)
    await tab.hear_events(6)
    assert {key: following[key] for key in ("type", "run", "audience", "head_seq")} == {
        "type": "following",
        "run": run.pk,
        "audience": "trainee",
        "head_seq": 2,
    }
    assert links(tab.events) == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]
    await tab.leave()


async def test_who_comes_back_gets_only_what_is_later(station: Station, now: FixedClock, run: Run, tia: User) -> None:
    await advance(station, now, run, 120 * SECOND)
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=4)
    assert await tab.hear_events(2) == [5, 6]
    assert await tab.hear_all() == []
    await tab.leave()


async def test_the_coach_sees_the_assessment_and_the_trainee_does_not(
    station: Station, now: FixedClock, lesson: Run, tia: User, carla: User
) -> None:
    tabs = [await Tab.open(station, tia), await Tab.open(station, carla)]
    for tab in tabs:
        await tab.say("follow", run=lesson.pk, after=0)
        await tab.hear_events(2)
    await tabs[0].say("reply", **reply_to_bag(lesson))
    await tabs[0].hear_until("ack")
    seen = [[event["kind"] for event in await tab.hear_all() if event["type"] == "event"] for tab in tabs]
    own = [event["kind"] for event in tabs[0].events[2:]]
    assert (own, seen[1]) == (
        ["ReplySent", "PostAppeared"],
        ["ReplySent", "ReplyAssessed", "ReactionFired", "PostAppeared"],
    )
    for tab in tabs:
        await tab.leave()


@pytest.mark.parametrize("known", [True, False])
async def test_a_run_of_another_cohort_is_as_unknown_as_one_that_is_not_there(
    station: Station, run: Run, sam: User, known: bool
) -> None:
    tab = await Tab.open(station, sam)
    await tab.say("follow", run=run.pk if known else run.pk + 1, after=0)
    refused = await tab.hear()
    await tab.hear()
    assert (refused["code"], tab.closed) == ("unknown_run", Close.FORBIDDEN)


async def test_a_run_that_is_not_ours_leaves_our_own_alone(station: Station, run: Run, tia: User) -> None:
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.say("follow", run=run.pk + 1, after=0)
    assert (await tab.hear_until("refused"))["run"] == run.pk + 1
    await tab.say("reply", **reply_to_bag(run))
    assert (await tab.hear_until("ack"))["cmd_id"] == "c-1"
    await tab.leave()


async def test_nobody_is_let_in_without_a_session(station: Station) -> None:
    tab = await Tab.open(station, None)
    await tab.hear()
    assert tab.closed == Close.SIGNED_OUT


async def test_a_command_sent_twice_counts_once_and_is_acknowledged_twice(
    station: Station, run: Run, tia: User
) -> None:
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    for _ in range(2):
        await tab.say("reply", **reply_to_bag(run))
    acks = [await tab.hear_until("ack"), await tab.hear_until("ack")]
    assert acks[0] == acks[1] == {"type": "ack", "cmd_id": "c-1", "run": run.pk, "seq": 4}
    assert [event["kind"] for event in tab.events].count("ReplySent") == 1
    await tab.leave()


async def test_a_resend_over_another_socket_is_no_conflict(station: Station, run: Run, tia: User) -> None:
    """That socket may have been sent less, so that it bounds `seen_seq` differently."""
    first, second = await Tab.open(station, tia), await Tab.open(station, tia)
    await first.say("follow", run=run.pk, after=0)
    await first.say("reply", **reply_to_bag(run))
    ack = await first.hear_until("ack")
    await second.say("reply", **reply_to_bag(run))
    assert await second.hear() == ack
    await first.leave()
    await second.leave()


async def test_nobody_has_seen_what_was_not_sent_to_them(
    station: Station, now: FixedClock, run: Run, tia: User
) -> None:
    await advance(station, now, run, 120 * SECOND)
    tab = await Tab.open(station, tia)
    await tab.say("reply", **reply_to_bag(run, seen_seq=999))
    await tab.hear_until("ack")
    log = await station.threads.read(queries.read_log, run.pk)
    assert [event.data["seen_seq"] for event in log if event.kind == "ReplySent"] == [2]
    await tab.leave()


async def test_what_was_acknowledged_cannot_be_unseen(station: Station, now: FixedClock, run: Run, tia: User) -> None:
    await advance(station, now, run, 120 * SECOND)
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(6)
    await tab.say("heartbeat", seen={str(run.pk): 5})
    await tab.say("reply", **reply_to_bag(run, seen_seq=2))
    await tab.hear_until("ack")
    log = await station.threads.read(queries.read_log, run.pk)
    assert [event.data["seen_seq"] for event in log if event.kind == "ReplySent"] == [5]
    await tab.leave()


async def test_a_refusal_is_in_the_persons_language(station: Station, run: Run, tia: User) -> None:
    tia.language = "en"
    await station.threads.write(tia.save)
    tab = await Tab.open(station, tia)
    await tab.say("reply", **reply_to_bag(run, text="  "))
    refused = await tab.hear()
    assert refused == {
        "type": "refused",
        "code": "empty",
        "message": "The text is empty.",
        "run": run.pk,
        "cmd_id": "c-1",
    }
    await tab.leave()


async def test_what_cannot_be_understood_is_answered_and_the_socket_lives(
    station: Station, run: Run, tia: User
) -> None:
    tab = await Tab.open(station, tia)
    huge, twice = "9" * 5_000, '{"type":"follow","run":"x","run":1.5,"after":0}'
    strange = (f'{{"type":"follow","run":{huge},"after":0}}', '{"type":"follow","run":-1,"after":0}', twice, "null")
    for text in ("{", '{"type":"dance"}', "[" * 9_000, '{"a":' * 9_000, " " * 70_000, *strange):
        await tab.say_text(text)
        assert (await tab.hear())["code"] == "bad_frame"
    await tab.say("follow", run=run.pk, after=0)
    assert await tab.hear_events(2) == [1, 2]
    await tab.leave()


async def test_an_error_on_the_server_is_answered_and_the_socket_lives(
    station: Station, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError("disk full")

    tab = await Tab.open(station, tia)
    with monkeypatch.context() as broken:
        broken.setattr("simulator.consumers.prepare", fail)
        await tab.say("reply", **reply_to_bag(run))
        assert (await tab.hear())["code"] == "failed"
    await tab.say("reply", **reply_to_bag(run))
    assert (await tab.hear_until("ack"))["cmd_id"] == "c-1"
    await tab.leave()


async def test_too_many_messages_close_the_socket(station: Station, tia: User) -> None:
    tab = await Tab.open(station, tia)
    for _ in range(int(BURST) + 100):
        await tab.say("heartbeat", seen={})
    await tab.hear()
    assert tab.closed == Close.TOO_MANY


async def test_a_command_after_the_sign_out_does_nothing(station: Station, run: Run, tia: User) -> None:
    tab = await Tab.open(station, tia)
    await station.threads.write(Session.objects.all().delete)
    await tab.say("reply", **reply_to_bag(run))
    await tab.hear()
    log = await station.threads.read(queries.read_log, run.pk)
    assert (tab.closed, len(log)) == (Close.SIGNED_OUT, 2)


async def test_a_silent_socket_is_closed_soon_after_the_sign_out(station: Station, run: Run, tia: User) -> None:
    tab, other = await Tab.open(station, tia), await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(2)
    await station.threads.write(partial(delete_session, tab))
    await station.watch.look()
    await tab.hear()
    assert (tab.closed, await other.hear_all()) == (Close.SIGNED_OUT, [])
    await other.leave()


def delete_session(tab: Tab) -> None:
    Session.objects.filter(session_key=tab.session_key).delete()


async def test_a_coach_who_leaves_the_cohort_is_turned_away(
    station: Station, lesson: Run, tia: User, carla: User
) -> None:
    tabs = [await Tab.open(station, carla), await Tab.open(station, tia)]
    for tab in tabs:
        await tab.say("follow", run=lesson.pk, after=0)
        await tab.hear_events(2)
    await station.watch.look()
    assert await tabs[0].hear_all() == []
    await station.threads.write(carla.memberships.all().delete)
    await station.watch.look()
    refused = await tabs[0].hear()
    await tabs[0].hear()
    assert (refused["code"], tabs[0].closed) == ("unknown_run", Close.FORBIDDEN)
    assert await tabs[1].hear_all() == []
    await tabs[1].leave()


async def test_who_may_no_longer_see_one_of_two_runs_is_turned_away_whichever_was_asked_first(
    station: Station, lesson: Run, carla: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Carla loses her role between the permission and the first frame, and another run of hers is checked meanwhile."""
    own = await station.threads.write(lambda: start(carla))
    tab = await Tab.open(station, carla)
    await tab.say("follow", run=own.pk, after=0)
    await tab.hear_events(2)
    follow = station.hub.follow

    async def follow_late(run_id: int, **more: Any) -> Any:
        await station.threads.write(carla.memberships.all().delete)
        await station.watch.look()
        return await follow(run_id, **more)

    monkeypatch.setattr(station.hub, "follow", follow_late)
    await tab.say("follow", run=lesson.pk, after=0)
    await tab.hear_until("following")
    await station.watch.look()
    refused = await tab.hear_until("refused")
    assert (refused["code"], refused["run"]) == ("unknown_run", lesson.pk)
    assert await tab.hear_all() == []
    await tab.leave()


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("kind", ["reply", "end"])
async def test_a_command_for_a_run_of_another_cohort_is_as_unknown_as_for_one_that_is_not_there(
    station: Station, now: FixedClock, run: Run, tia: User, sam: User, known: bool, kind: str
) -> None:
    """Not even the id of a command that is in the log, or something that is due, tells the two apart."""
    await station.threads.write(lambda: end_run(run.pk, actor=tia, cmd_id="c-1"))
    before = await station.threads.read(queries.read_log, run.pk)
    fields = reply_to_bag(run) if kind == "reply" else {"cmd_id": "c-1"}
    tab = await Tab.open(station, sam)
    await tab.say(kind, **fields | {"run": run.pk if known else run.pk + 1})
    refused = await tab.hear()
    assert (refused["code"], refused["cmd_id"]) == ("unknown_run", "c-1")
    assert await station.threads.read(queries.read_log, run.pk) == before
    await tab.leave()


async def test_a_command_of_another_cohort_does_not_catch_the_run_up(
    station: Station, now: FixedClock, run: Run, sam: User
) -> None:
    await station.threads.write(now.advance, 60 * SECOND)
    tab = await Tab.open(station, sam)
    await tab.say("pause", run=run.pk, cmd_id="c-1")
    await tab.hear()
    assert len(await station.threads.read(queries.read_log, run.pk)) == 2
    await tab.leave()


async def test_a_coach_pauses_a_class_and_the_trainee_is_told_by_whom(
    station: Station, lesson: Run, tia: User, carla: User
) -> None:
    tabs = [await Tab.open(station, tia), await Tab.open(station, carla)]
    for tab in tabs:
        await tab.say("follow", run=lesson.pk, after=0)
        await tab.hear_events(2)
    await tabs[1].say("pause", cmd_id="p", run=lesson.pk)
    assert (await tabs[1].hear_until("ack"))["seq"] == 3
    await tabs[0].hear_events(1)
    assert [(event["kind"], event["by"]) for event in tabs[0].events[2:]] == [("Paused", f"u{carla.pk}")]
    await tabs[0].say("resume", cmd_id="r", run=lesson.pk)
    assert (await tabs[0].hear_until("refused"))["code"] == "not_practice"
    for tab in tabs:
        await tab.leave()


async def test_a_coach_leads_a_class_and_every_command_is_acknowledged(
    station: Station, lesson: Run, carla: User, settings: Any
) -> None:
    settings.WHISPER = True
    tab = await Tab.open(station, carla)
    for kind, fields in COACHING.items():
        await tab.say(kind, cmd_id=kind, run=lesson.pk, **fields)
        answer = await tab.hear()
        code = {"raise_wave": "no_crowd"}.get(kind)
        assert (answer["type"], answer["cmd_id"], answer.get("code")) == ("refused" if code else "ack", kind, code)
    await tab.leave()


@pytest.mark.parametrize("who", ["theo", "milan", "ada", "sam", "cem"])
async def test_to_whom_a_class_is_not_shown_it_is_not_there_to_be_paused(
    station: Station, lesson: Run, request: pytest.FixtureRequest, who: str
) -> None:
    tab = await Tab.open(station, await station.threads.write(request.getfixturevalue, who))
    for kind, fields in COACHING.items():
        await tab.say(kind, cmd_id=kind, run=lesson.pk, **fields)
        assert (await tab.hear_until("refused"))["code"] == "unknown_run"
    assert (await station.threads.read(queries.heads, [lesson.pk]))[lesson.pk] == 2
    await tab.leave()


async def test_a_coach_does_nothing_that_is_the_trainees(station: Station, lesson: Run, carla: User) -> None:
    tab = await Tab.open(station, carla)
    await tab.say("resolve", run=lesson.pk, cmd_id="c-1", thread="bag")
    assert (await tab.hear())["code"] == "forbidden"
    await tab.leave()


async def test_the_heartbeat_tells_head_and_time_and_whoever_is_silent_is_closed(
    station: Station, now: FixedClock, run: Run, tia: User
) -> None:
    tabs = [await Tab.open(station, tia), await Tab.open(station, tia)]
    for tab in tabs:
        await tab.say("follow", run=run.pk, after=0)
        await tab.hear_events(2)
    await advance(station, now, run, 59 * SECOND)
    await station.hub.look()
    time = asyncio.get_running_loop().time()
    await station.watch.beat(now=time + 10)
    beats = [await tab.hear_until("heartbeat") for tab in tabs]
    await tabs[0].say("heartbeat", seen={str(run.pk): 2})
    await tabs[0].hear_all()
    await station.watch.beat(now=time + 11 + DEAD_SECONDS)
    await tabs[1].hear()
    assert [beat["runs"][str(run.pk)]["head_seq"] for beat in beats] == [2, 2]
    assert 59 * SECOND <= beats[0]["runs"][str(run.pk)]["run_ms"] < 60 * SECOND
    assert (tabs[0].closed, tabs[1].closed) == (None, Close.TOO_SLOW)
    await tabs[0].leave()


async def test_when_the_server_ends_every_tab_is_told_to_come_back(station: Station, tia: User) -> None:
    tab = await Tab.open(station, tia)
    await tab.hear_all()
    await station.say_goodbye()
    await tab.hear()
    assert tab.closed == Close.RESTART


async def test_two_tabs_of_one_person_and_a_coach_hear_nothing_of_where_anybody_looks(
    station: Station, now: FixedClock, lesson: Run, tia: User, carla: User
) -> None:
    first, second, coach = (
        await Tab.open(station, tia),
        await Tab.open(station, tia),
        await Tab.open(station, carla),
    )
    for tab in (first, second, coach):
        await tab.say("follow", run=lesson.pk, after=0)
        await tab.hear_events(2)
        await tab.say("look", run=lesson.pk, thread="bag")
    await first.say("look", run=lesson.pk, thread=None)
    await first.say("resolve", cmd_id="c", run=lesson.pk, thread="bag")

    # What comes next to each of them is what was done, and by whom.
    for tab in (first, second, coach):
        await tab.hear_events(1)
        event = tab.events[-1]
        assert (event["kind"], event["by"]) == ("Resolved", f"u{tia.pk}")
        assert "presence" not in {frame["type"] for frame in tab.frames}
        await tab.leave()


async def test_who_works_in_the_same_run_hears_where_the_other_looks(
    station: Station, now: FixedClock, run: Run, tia: User
) -> None:
    # No run has two trainees yet: the second one's outbox is all there is of them.
    theo = Ear()
    station.hub.presence.look(run.pk, theo, actor="u0", name="Theo", thread="bag")
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(2)
    await tab.say("look", run=run.pk, thread="train")

    heard = await tab.hear()
    assert heard == {"type": "presence", "run": run.pk, "actor": "u0", "name": "Theo", "thread": "bag"}
    await tab.leave()
    assert [json.loads(text).get("gone", False) for text in theo.texts] == [False, True]


async def test_of_a_run_that_was_set_it_is_kept_that_its_desk_is_there(
    station: Station, now: FixedClock, run: Run, early: Cohort, tia: User, carla: User
) -> None:
    begin = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)

    def set_class() -> Exercise:
        return set_exercise(Plan(run.version, early, "class", begin, begin + timedelta(hours=1)), coach=carla)

    exercise = await station.threads.write(set_class)
    set_run = await station.threads.write(join_exercise, exercise, trainee=tia)
    tabs = [await Tab.open(station, person) for person in (tia, carla)]
    for tab in tabs:
        await tab.say("follow", run=set_run.pk, after=0)
        await tab.hear()
    await tabs[0].say("follow", run=run.pk, after=0)
    await tabs[0].hear()
    await station.watch.look()
    seen = await station.threads.read(lambda: list(Contact.objects.values_list("run", "seen_at")))
    await tabs[0].leave()
    now.jump(9_000)
    await station.watch.look()
    later = await station.threads.read(lambda: list(Contact.objects.values_list("run", "seen_at")))
    await tabs[1].leave()

    assert seen == [(set_run.pk, begin)]
    assert later == seen


async def test_who_is_locked_is_signed_out_though_they_follow_nothing(station: Station, run: Run, tia: User) -> None:
    tab = await Tab.open(station, tia)
    await station.threads.write(partial(set_active, tia, is_active=False))
    await station.watch.look()
    await tab.hear()

    assert tab.closed == Close.SIGNED_OUT


async def test_the_watch_looks_often_enough_for_two_seconds(station: Station, run: Run, tia: User, carla: User) -> None:
    """On every process by itself, whether the channel layer works or not."""
    station.tasks.start(station.watch.keep_looking(), name="watch")
    tabs = [await Tab.open(station, person) for person in (tia, carla)]
    await station.threads.write(partial(delete_session, tabs[0]))
    await station.threads.write(partial(set_active, carla, is_active=False))

    await asyncio.wait_for(asyncio.gather(*(tab.hear() for tab in tabs)), timeout=2)

    assert [tab.closed for tab in tabs] == [Close.SIGNED_OUT, Close.SIGNED_OUT]
