"""What a coach did to a class is held against nobody: skips, pauses, posts and facts of theirs."""

from dataclasses import replace
from typing import Any

from scoring.core import scorecard
from scoring.core.robots.cast import ABSENT, EXPERT
from scoring.core.robots.heat import heat_curve
from scoring.core.robots.twins import play_twin
from scoring.core.waiting import was_skipped
from simulator.core.events import Event
from tests.scoring.core.shifts import Asked, Happening, answer, appear, make_shift, order_of, write
from tests.simulator.core.plays import COACH, Play
from tests.simulator.publics import make_storm
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS, SECOND

HELLO = Asked("bag")
DANGER = replace(NO_NEEDS, danger="threat", desk="operations")


def skip(at_ms: int, to_ms: int) -> Happening:
    return at_ms, "Skipped", {"wall_ms": 0, "to_ms": to_ms}


def card_of(*happenings: Happening, posts: tuple[Asked, ...] = (HELLO,)) -> dict[str, Any]:
    return scorecard(make_shift(posts), write(happenings, until_ms=20 * MINUTE))


def triage_of(*happenings: Happening, posts: tuple[Asked, ...]) -> list[tuple[str, int]]:
    evidence = card_of(*happenings, posts=posts)["evidence"].get("triage", [])
    return [(item["kind"], item["value"]) for item in evidence]


def test_who_waited_across_a_skip_has_no_speed_and_who_came_after_it_has():
    during, later = Asked("during", at_ms=5 * MINUTE), Asked("later", at_ms=9 * MINUTE)
    posts = (HELLO, during, later)
    happened = [skip(MINUTE, 9 * MINUTE), *map(appear, posts), *(answer(post.key, 10 * MINUTE) for post in posts)]
    card = card_of(*happened, posts=posts)

    assert [item["post"] for item in card["evidence"]["speed"]] == ["later"]
    assert card["skips"] == [{"at_ms": MINUTE, "to_ms": 9 * MINUTE}]
    assert card["speeds"] == [{"at_ms": 0, "per_mille": 1000}, {"at_ms": 9 * MINUTE, "per_mille": 1000}]


def test_who_was_answered_before_a_skip_has_speed():
    card = card_of(appear(HELLO), answer("bag", MINUTE), skip(MINUTE, 9 * MINUTE))

    assert [item["value"] for item in card["evidence"]["speed"]] == [1000]


def test_who_was_never_answered_across_a_skip_was_not_overdue():
    assert [item["overdue"] for item in card_of(appear(HELLO))["unanswered"]] == [1]
    assert [item["overdue"] for item in card_of(appear(HELLO), skip(MINUTE, 9 * MINUTE))["unanswered"]] == [0]


def test_what_was_due_in_a_skip_belongs_to_no_triage_danger_neither():
    asks = Asked("desk", needs=replace(NEEDS, desk="operations"))
    danger = Asked("danger", needs=DANGER)
    posts = (asks, danger)
    assert triage_of(*map(appear, posts), posts=posts) == [("desk", 0), ("danger", 0)]

    skipped = [*map(appear, posts), skip(SECOND, 9 * MINUTE)]
    assert triage_of(*skipped, posts=posts) == []
    assert card_of(*skipped, posts=posts)["critical"] == []


def test_danger_handed_over_before_a_skip_is_judged_as_ever():
    danger = Asked("danger", needs=DANGER)
    over = (30 * SECOND, "Escalated", {"post": "danger", "thread": "danger", "desk": "operations"})

    assert triage_of(appear(danger), over, skip(MINUTE, 9 * MINUTE), posts=(danger,)) == [("danger", 1000)]


def test_the_order_of_service_is_that_since_the_last_skip():
    loud, quiet = Asked("loud", reach=5000), Asked("quiet", reach=50)
    wrong = [answer("quiet", 3 * MINUTE), answer("loud", 6 * MINUTE)]
    assert order_of([loud, quiet], *wrong)["value"] == 0

    assert order_of([loud, quiet], *wrong, skip(7 * MINUTE, 20 * MINUTE)) is None


def test_a_skip_does_not_make_work_longer():
    """What was begun after it took as long as from its end."""
    loud, quiet = Asked("loud", reach=5000), Asked("quiet", reach=50)
    leap = skip(MINUTE, 20 * MINUTE)
    right = order_of([loud, quiet], leap, answer("loud", 22 * MINUTE), answer("quiet", 24 * MINUTE))
    wrong = order_of([loud, quiet], leap, answer("quiet", 22 * MINUTE), answer("loud", 24 * MINUTE))

    assert (right["value"], wrong["value"]) == (1000, 0)


def test_a_skip_reaches_from_its_beginning_to_where_it_led():
    speeds = [(0, 1000), (100, 0), (200, 1000)]
    spans = [(0, 100), (0, 101), (150, 160), (199, 300), (200, 300)]

    assert [was_skipped(speeds, *span) for span in spans] == [False, True, True, True, False]


def test_the_experts_twin_does_nothing_in_a_skip_either():
    played = Play(make_storm())
    played.make_moves([(20_000, "look", 0)])
    played.act("Skipped", {"wall_ms": played.wall, "to_ms": 120_000}, actor=COACH)
    played.make_moves([(400_000, "look", 0)])

    twin = play_twin(make_storm(), played.log, robot=EXPERT)
    acts = [event.at_ms for event in twin if event.actor == "u1" and event.seq > 1]
    assert acts
    assert [at_ms for at_ms in acts if 20_000 < at_ms < 120_000] == []


def bring(key: str, at_ms: int, *, thread: str, persona: str = "u9") -> list[Happening]:
    """A coach's post that calls for an answer, and its appearance."""
    data = {"post": key, "thread": thread, "channel": "microblog", "persona": persona, "answer": 1}
    stranger = {"name": "Rieke", "handle": "@rieke"} if persona == "u9" else {}
    shown = {"post": key, "thread": thread, "channel": "microblog", "persona": persona, "text": None}
    return [(at_ms, "PostInjected", data | stranger), (at_ms, "PostAppeared", shown | {"target_ms": at_ms + MINUTE})]


def reply_to(key: str, thread: str, at_ms: int) -> Happening:
    return at_ms, "ReplySent", {"post": key, "thread": thread, "visibility": "public", "seen_seq": 1}


def test_what_a_coach_brought_has_no_speed_answered_late_or_never():
    late, never = bring("said_2", SECOND, thread="said_2"), bring("said_4", SECOND, thread="said_4")
    card = card_of(*late, *never, appear(HELLO), reply_to("said_2", "said_2", 9 * MINUTE), answer("bag", 10 * MINUTE))

    assert [item["post"] for item in card["evidence"]["speed"]] == ["bag"]
    assert card["unanswered"] == []
    assert card["coached"]["replies"] == [next(iter(card["replies"]))]


def test_a_coachs_post_makes_nobody_of_the_scenario_wait_less():
    """The answer to it is one to the scenario's own post as well, by whom the wait is timed."""
    said = bring("said_2", MINUTE, thread="bag", persona="bag")
    card = card_of(appear(HELLO), *said, reply_to("said_2", "bag", 2 * MINUTE))

    assert [(item["post"], item["wait_ms"]) for item in card["evidence"]["speed"]] == [("bag", 2 * MINUTE)]


def test_nothing_of_a_coach_is_in_the_order_of_service():
    loud, quiet = Asked("loud", reach=5000), Asked("quiet", reach=50)
    wrong = [answer("quiet", 3 * MINUTE), answer("loud", 6 * MINUTE)]
    without = order_of([loud, quiet], *wrong)
    never = order_of([loud, quiet], *bring("said_2", 0, thread="said_2"), *wrong)

    assert without["value"] == never["value"] == 0
    assert (without["own"], without["declared"]) == (never["own"], never["declared"])


def test_a_card_without_a_coach_says_nothing_of_one():
    card = card_of(appear(HELLO), answer("bag", MINUTE))

    assert {"coached", "skips"} & set(card) == set()


def test_the_card_says_what_was_the_coachs_and_what_a_whisper_came_before():
    happened = [
        (0, "Whispered", {}),
        (MINUTE, "Whispered", {"thread": "data"}),
        (0, "WaveRaised", {"posts": 40, "seconds": 30, "due_ms": 90_000}),
        (0, "HeatTurned", {"milli": 9_000}),
    ]
    posts = (HELLO, Asked("data"))
    answers = [answer("bag", 2 * MINUTE), answer("data", 3 * MINUTE)]
    card = card_of(*map(appear, posts), *happened, *answers, posts=posts)

    assert card["coached"] == {
        "whispered": card["replies"],
        "waves": [{"at_ms": 90_000, "posts": 40, "seconds": 30}],
        "heat": [{"at_ms": 0, "milli": 9_000}],
    }


def test_both_twins_keep_the_heat_that_a_coach_turned():
    played = Play(make_storm())
    played.make_moves([(20_000, "look", 0)])
    played.act("HeatTurned", {"milli": 30_000}, actor=COACH)
    played.make_moves([(400_000, "look", 0)])
    without = Play(make_storm())
    without.make_moves([(420_000, "look", 0)])

    for robot in (ABSENT, EXPERT):
        hot, usual = (heat_at(play_twin(make_storm(), log, robot=robot), 25_000) for log in (played.log, without.log))
        assert hot > usual + 15


def heat_at(log: list[Event], at_ms: int) -> int:
    return [points for told_ms, points in heat_curve(log) if told_ms <= at_ms][-1]


def test_the_twins_answer_what_a_coach_brought_wherever_it_stands():
    """In a crowd's thread that is not there in silence, too: it is opened then."""
    played = Play(make_storm())
    played.make_moves([(60_000, "look", 0)])
    crowd = next(post for post in played.state.posts.values() if post.is_crowd and post.thread == post.key)
    place = {"thread": crowd.thread, "channel": played.state.threads[crowd.thread].channel, "reply_to": crowd.key}
    stranger = {"persona": "said_p0", "name": "Rieke Öz", "handle": "@rieke", "reach": 900}
    data = {"post": f"said_{played.state.seq + 1}", **place, **stranger, "answer": 1}
    played.act("PostInjected", data, actor=COACH, words="Und wer zahlt mir das?")
    played.make_moves([(400_000, "look", 0)])

    for robot in (ABSENT, EXPERT):
        twin = play_twin(make_storm(), played.log, robot=robot)
        [shown] = [event for event in twin if event.kind == "PostAppeared" and event.data["post"] == data["post"]]
        answered = [event for event in twin if event.kind == "ReplySent" and event.data["post"] == data["post"]]
        assert (shown.words, len(answered)) == ("Und wer zahlt mir das?", int(robot is EXPERT))
        assert {item["post"] for item in scorecard(make_storm(), twin)["evidence"].get("speed", [])} & {
            data["post"]
        } == set()
