"""Whatever people, clocks and restarts do in whatever order: a log stays whole, and makes itself again."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from people.models import User
from people.services import set_comparing
from scenarios.core.timeline import Timeline
from simulator import queries, services
from simulator.core.engine import fold_all
from simulator.core.events import Event, canonical
from simulator.models import Run
from simulator.services import Refused, catching_up, clock, memory
from simulator.services.clock import FixedClock
from simulator.services.session import Session
from tests.simulator.publics import make_storm
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import start

TEXTS = ("Hallo, das tut uns leid. ^TI", "Hallo, danke! ^TI", "Schreib uns deine Telefonnummer!", "👍")


class Desk:
    """Tia at a run, and what can happen to her."""

    def __init__(self, tia: User, now: FixedClock, run: Run) -> None:
        self.tia, self.now, self.run = tia, now, run
        self.commands = 0

    def command(self, verb: Callable[..., object], **more: object) -> None:
        self.commands += 1
        try:
            verb(self.run.pk, actor=self.tia, cmd_id=f"c{self.commands}", **more)
        except Refused:
            return

    def reply(self, number: int) -> None:
        thread, post = (("bag", "bag-1"), ("train", "train-1"), ("train", "train-3"), ("bag", "bag-still"))[number % 4]
        asked = {"thread": thread, "post": post, "visibility": "public", "seen_seq": number}
        self.command(services.reply, text=TEXTS[number % len(TEXTS)], **asked)

    def correct(self, number: int) -> None:
        self.command(services.correct_reply, reply=self.pick_own(number), text=TEXTS[number % 3], seen_seq=number)

    def delete(self, number: int) -> None:
        self.command(services.delete_reply, reply=self.pick_own(number))

    def pick_own(self, number: int) -> int:
        """A reply, deleted or not; where there is none, something else."""
        sent = [event.seq for event in queries.read_log(self.run.pk) if event.kind == "ReplySent"]
        return sent[number % len(sent)] if sent else 1

    def toggle(self, number: int) -> None:
        self.command((services.pause, services.resume)[number % 2])

    def speed(self, number: int) -> None:
        self.command(services.set_speed, per_mille=(500, 1_000, 2_000, 8_000)[number % 4])

    def end(self, number: int) -> None:
        if number % 4 == 0:
            self.command(services.end_run)

    def look(self, number: int) -> None:
        services.catch_up(self.run.pk)

    def alarm(self, number: int) -> None:
        services.catch_up_due()

    def sleep(self, number: int) -> None:
        self.now.jump(number * 3_000)

    def set_clock_back(self, number: int) -> None:
        self.now.jump(-number * 2_000)

    def restart(self, number: int) -> None:
        services.forget_all()

    def play(self, moves: list[tuple[int, str, int]]) -> list[Event]:
        for pause_ms, name, number in moves:
            self.now.advance(pause_ms)
            getattr(self, name)(number)
        services.catch_up(self.run.pk)
        return queries.read_log(self.run.pk)


MOVES = (
    "reply",
    "reply",
    "correct",
    "delete",
    "toggle",
    "speed",
    "end",
    "look",
    "alarm",
    "sleep",
    "set_clock_back",
    "restart",
)
AWAKE = tuple(move for move in MOVES if move not in ("sleep", "set_clock_back"))


def make_moves(names: tuple[str, ...]) -> st.SearchStrategy[list[tuple[int, str, int]]]:
    return st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(names), st.integers(0, 12)), max_size=15)


moves = make_moves(MOVES)

in_database = {
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
    # Shrinking a failure would take minutes here; tests/simulator/core has the same laws without a database.
    "phases": [Phase.explicit, Phase.generate],
}
quickly = settings(max_examples=25, **in_database)
until_found = settings(max_examples=150, derandomize=True, **in_database)


def play(tia: User, played: list[tuple[int, str, int]], *, timeline=None) -> tuple[Run, list[Event]]:
    services.forget_all()
    with clock.fixed() as now:
        run = start(tia, timeline=timeline)
        log = Desk(tia, now, run).play(played)
    return run, log


def check_whole(tia: User, played: list[tuple[int, str, int]]) -> None:
    run, log = play(tia, played)

    assert [event.seq for event in log] == list(range(1, len(log) + 1))
    assert [event.at_ms for event in log] == sorted(event.at_ms for event in log)
    assert services.verify_chain(run.pk) is None
    run.refresh_from_db()
    assert (run.head_seq, run.head_at_ms, run.ended) == (log[-1].seq, log[-1].at_ms, log[-1].kind == "RunEnded")


def check_replay(tia: User, played: list[tuple[int, str, int]], *, timeline: Timeline | None = None) -> None:
    run, log = play(tia, played, timeline=timeline)

    again = services.replay(run.pk)

    assert [canonical(event.data) for event in again] == [row.data_text for row in queries.rows_after(run.pk, 0, 1_000)]
    assert again == log


def check_memory(tia: User, played: list[tuple[int, str, int]]) -> None:
    run, log = play(tia, played)

    remembered = memory.peek(run.pk)

    assert remembered is None or remembered == fold_all(make_morning(), log)


@quickly
@given(moves)
def test_a_log_has_no_gap_never_goes_back_and_its_chain_holds(tia, played):
    check_whole(tia, played)


@quickly
@given(moves)
def test_inputs_make_the_whole_log_again_byte_for_byte(tia, played):
    check_replay(tia, played)


@quickly
@given(moves)
def test_inputs_make_a_whole_storm_again_byte_for_byte(tia, played):
    """With crowd, moods, rumours, reactions and what the public does by itself."""
    check_replay(tia, [*played, (60_000, "look", 0)], timeline=make_storm())


@quickly
@given(moves)
def test_what_is_remembered_is_the_log_folded(tia, played):
    check_memory(tia, played)


@quickly
@given(make_moves(AWAKE), st.lists(st.integers(0, 14), max_size=6))
def test_looking_more_often_changes_nothing(tia, played, looks):
    """Where nothing sleeps: a look is a sign of life, so it may cut a long outage into two short ones."""
    often = list(played)
    for place in sorted(looks, reverse=True):
        often.insert(place, (0, "look", 0))

    # Twice the same replies by the same person would not be the same run.
    set_comparing(tia, compares=False)
    logs = [play(tia, each)[1] for each in (played, often)]

    assert logs[0][1:] == logs[1][1:]
    assert {**logs[0][0].data, "rubric": 0} == {**logs[1][0].data, "rubric": 0}


def test_a_stamp_that_follows_the_clock_alone_would_be_noticed(tia, monkeypatch):
    monkeypatch.setattr(Session, "stamp", property(lambda session: session.state.clock.run_ms(session.now) - 1))

    with pytest.raises(ValueError, match="does not follow"):
        until_found(given(moves)(lambda played: check_whole(tia, played)))()


def test_a_command_that_does_not_catch_up_first_would_be_noticed(tia, monkeypatch):
    monkeypatch.setattr(Session, "catch_up", lambda session: True)

    with pytest.raises(AssertionError):
        until_found(given(moves)(lambda played: check_replay(tia, played)))()


def test_a_memory_that_believes_whatever_it_holds_would_be_noticed(tia, monkeypatch):
    """The state is put back although its events were never written."""
    close = Session.close

    def close_half(session: Session):
        if len(session.new) % 3 == 2:
            session.state.duration_ms += 1
        return close(session)

    monkeypatch.setattr(Session, "close", close_half)

    with pytest.raises(AssertionError):
        until_found(given(moves)(lambda played: check_memory(tia, played)))()


def test_an_alarm_is_only_ever_another_way_to_look(tia, now):
    """Taking all due runs together writes what looking at each would have written."""
    together, alone = start(tia), start(tia)
    for _ in range(20):
        now.advance(31_000)
        catching_up.catch_up_due()
    logs = []
    with clock.fixed() as later:
        later.now_ms = now.now_ms
        for run in (together, alone):
            services.catch_up(run.pk)
            logs.append(queries.read_log(run.pk)[1:])

    assert logs[0] == logs[1]
