"""Whatever a trainee and their coach do to one run in whatever order: a log stays whole, and makes itself again."""

import pytest
from hypothesis import given

from people.models import User
from simulator import queries, services
from simulator.core import replay
from simulator.core.engine import advance
from simulator.core.events import Event, canonical
from simulator.models import Run
from simulator.services import clock, start_run
from simulator.services.session import Session
from tests.simulator.publics import make_storm
from tests.simulator.services.test_properties import MOVES, Desk, make_moves, quickly, until_found
from tests.simulator.worlds import publish


class Lesson(Desk):
    """Tia's desk, and what Carla does to her run."""

    carla: User

    def coach(self, verb, **more: object) -> None:
        tia, self.tia = self.tia, self.carla
        self.command(verb, **more)
        self.tia = tia

    def halt(self, number: int) -> None:
        self.coach((services.pause, services.resume)[number % 2])

    def hurry(self, number: int) -> None:
        self.coach(services.set_speed, per_mille=(500, 1_000, 2_000, 8_000)[number % 4])

    def skip(self, number: int) -> None:
        self.coach(services.skip, to_ms=number * 20_000)

    def inject(self, number: int) -> None:
        place = {"thread": ("bag", "train", "rage")[number % 3]} if number % 4 else {"channel": "forum"}
        who = {"persona": "ole"} if number % 3 else {"name": f"Gast {number}"}
        due_ms = number * 20_000 if number % 2 else None
        self.coach(
            services.inject_post, text=f"Und ich? {number}", answer=number % 5 > 2, due_ms=due_ms, **place, **who
        )

    def tell(self, number: int) -> None:
        what = {"text": f"Ab {number} Uhr."} if number % 2 else {"fact": ("eta", "eta-new")[number // 2 % 2]}
        self.coach(services.inject_fact, due_ms=number * 20_000 if number % 3 == 0 else None, **what)

    def stir(self, number: int) -> None:
        due_ms = number * 20_000 if number % 3 == 0 else None
        if number % 2:
            self.coach(services.raise_wave, posts=number, seconds=60, due_ms=due_ms)
        else:
            self.coach(services.turn_heat, milli=(number - 5) * 3_000, due_ms=due_ms)

    def confide(self, number: int) -> None:
        verb = services.whisper if number % 2 else services.note_moment
        self.coach(verb, text=f"Ruhig. {number}", thread=("", "bag")[number // 2 % 2])


COACHED = ("halt", "halt", "hurry", "skip", "inject", "inject", "tell", "stir", "confide")
moves = make_moves((*MOVES, *COACHED))


@pytest.fixture(autouse=True)
def _whispering_is_allowed(settings):
    settings.WHISPER = True


def play(tia: User, carla: User, played: list[tuple[int, str, int]]) -> tuple[Run, list[Event]]:
    services.forget_all()
    with clock.fixed() as now:
        cohort = carla.memberships.get().cohort
        run = start_run(trainee=tia, version=publish(make_storm()), mode="class", cohort=cohort, seed=7)
        lesson = Lesson(tia, now, run)
        lesson.carla = carla
        log = lesson.play(played)
    return run, log


def check_whole(tia: User, carla: User, played: list[tuple[int, str, int]]) -> None:
    run, log = play(tia, carla, played)

    assert [event.seq for event in log] == list(range(1, len(log) + 1))
    assert [event.at_ms for event in log] == sorted(event.at_ms for event in log)
    assert services.verify_chain(run.pk) is None
    again = services.replay(run.pk)
    assert [canonical(event.data) for event in again] == [row.data_text for row in queries.rows_after(run.pk, 0, 1_000)]
    assert again == log


@quickly
@given(moves)
def test_whatever_a_coach_does_the_log_stays_whole_and_makes_itself_again(tia, carla, played):
    check_whole(tia, carla, played)


def test_a_replay_that_looks_a_moment_too_late_would_be_noticed(tia, carla, monkeypatch):
    monkeypatch.setattr(replay, "advance", lambda state, now_ms, **more: advance(state, now_ms - 1, **more))

    with pytest.raises(AssertionError):
        until_found(given(moves)(lambda played: check_whole(tia, carla, played)))()


def test_a_skip_that_is_stamped_with_where_it_leads_would_be_noticed(tia, carla, monkeypatch):
    add = Session.add

    def add_late(session, kind, data, **more):
        return add(session, kind, data, **more, **({"at_ms": data["to_ms"]} if kind == "Skipped" else {}))

    monkeypatch.setattr(Session, "add", add_late)

    with pytest.raises((AssertionError, ValueError)):
        until_found(given(moves)(lambda played: check_whole(tia, carla, played)))()
