"""The order of service, held against the declared one: the same replies, the same handling times."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.timeline import Fact
from scoring.core import order as order_module
from scoring.core import scorecard
from scoring.core.declared import NEXT_MS, WRITING_MS
from scoring.core.lineup import FOREVER_MS, Rank
from scoring.core.moods import Moods
from scoring.core.order import LEAST_AT_STAKE
from scoring.core.queue import read_queue
from scoring.core.serving import Ready, serve
from simulator.core.folding import fold
from simulator.core.public import list_first_moods
from simulator.core.state import start_state
from tests.scoring.core.plain_order import pass_over_plainly, serve_plainly
from tests.scoring.core.shifts import Asked, answer, appear, hand_over, make_shift, order_of, treat, write
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS, SECOND

DANGER = replace(NO_NEEDS, danger="threat", desk="operations")
LOUD, MIDDLE, QUIET = Asked("loud", reach=5000), Asked("middle", reach=500), Asked("quiet", reach=50)


def serve_in(*keys: str, each_ms: int = 3 * MINUTE) -> list:
    return [answer(key, (nth + 1) * each_ms) for nth, key in enumerate(keys)]


def test_the_declared_order_is_as_good_as_it_gets():
    made = order_of([LOUD, MIDDLE, QUIET], *serve_in("loud", "middle", "quiet"))

    assert (made["value"], made["own"], made["passed_over"], made["saved_ms"]) == (1000, made["declared"], [], 0)


def test_the_reverse_of_it_is_worth_nothing_and_says_who_was_passed_over():
    made = order_of([LOUD, MIDDLE, QUIET], *serve_in("quiet", "middle", "loud"))

    assert (made["value"], made["own"]) == (0, made["reverse"])
    assert [(each["post"], each["at_ms"], each["due"], each["since_ms"]) for each in made["passed_over"]] == [
        ("quiet", 3 * MINUTE, "loud", 0),
        ("middle", 6 * MINUTE, "loud", 0),
    ]


def test_what_is_even_worse_than_the_reverse_is_worth_nothing_either():
    """The reverse serves the less heard last to first, but does not look at who takes long."""
    made = order_of(
        [LOUD, MIDDLE, QUIET], answer("middle", 8 * MINUTE), answer("quiet", 9 * MINUTE), answer("loud", 12 * MINUTE)
    )

    assert made["own"] > made["reverse"]
    assert made["value"] == 0


def test_what_lies_between_is_worth_something():
    made = order_of([LOUD, MIDDLE, QUIET], *serve_in("middle", "loud", "quiet"))

    assert 0 < made["value"] < 1000
    assert [each["post"] for each in made["passed_over"]] == ["middle"]


def test_danger_comes_before_all_else():
    danger = Asked("danger", at_ms=MINUTE, reach=1, needs=DANGER)
    posts = [LOUD, Asked("early", reach=400), danger]
    made = order_of(posts, answer("early", 2 * MINUTE), answer("loud", 5 * MINUTE), hand_over("danger", 6 * MINUTE))

    before, passed = made["passed_over"]
    assert (before["post"], before["due"]) == ("early", "loud")
    assert passed == {
        "act": passed["act"],
        "post": "loud",
        "at_ms": 5 * MINUTE,
        "due": "danger",
        "since_ms": MINUTE,
        "why": "danger",
    }


def test_what_is_overdue_comes_before_what_has_more_reach():
    late, fresh = Asked("late", reach=50, due_ms=2 * MINUTE), Asked("fresh", reach=9000, due_ms=20 * MINUTE)
    good, bad = (order_of([late, fresh], *serve_in(*keys)) for keys in (("late", "fresh"), ("fresh", "late")))

    assert (good["value"], bad["value"], bad["passed_over"][0]["why"]) == (1000, 0, "due")


@pytest.mark.parametrize("moods", [{}, {"angry": 90, "calm": 0}])
def test_of_the_same_reach_the_angrier_comes_first(moods):
    posts = [Asked("calm"), Asked("angry")]
    told = [(0, "MoodMoved", {"heat": 0, "moods": moods})] if moods else []
    made = order_of(posts, *told, *serve_in("calm", "angry", each_ms=5 * MINUTE))

    assert (made is not None and made["value"] == 0) == bool(moods)


def test_of_the_same_weight_the_earlier_target_comes_first():
    posts = [Asked("soon", due_ms=3 * MINUTE), Asked("later", due_ms=9 * MINUTE)]
    made = order_of(posts, *serve_in("later", "soon"))

    assert (made["value"], made["passed_over"][0]["due"]) == (0, "soon")


def test_where_any_order_would_have_done_none_is_judged():
    assert order_of([LOUD, QUIET], *serve_in("quiet", "loud", each_ms=20 * SECOND)) is None
    assert order_of([LOUD], answer("loud", 20 * MINUTE)) is None
    assert order_of([LOUD, QUIET]) is None


def test_one_after_the_other_as_they_come_is_no_choice():
    posts = [QUIET, replace(LOUD, at_ms=4 * MINUTE)]

    assert order_of(posts, answer("quiet", 3 * MINUTE), answer("loud", 9 * MINUTE)) is None


@pytest.mark.parametrize("at_ms", [1, MINUTE])
def test_nothing_is_broken_off_for_what_comes_meanwhile(at_ms):
    posts = [QUIET, replace(LOUD, at_ms=at_ms), MIDDLE]
    made = order_of(posts, answer("middle", 5 * MINUTE), answer("loud", 10 * MINUTE), answer("quiet", 15 * MINUTE))

    assert (made["value"], made["passed_over"]) == (1000, [])


def test_a_reply_never_made_was_passed_over_too():
    made = order_of([LOUD, MIDDLE, QUIET], *serve_in("quiet", "middle"))

    assert made["value"] == 0
    assert {each["due"] for each in made["passed_over"]} == {"loud"}


def test_a_reply_never_made_that_had_to_come_last_is_no_fault_of_the_order():
    assert order_of([LOUD, MIDDLE, QUIET], *serve_in("loud", "middle"))["value"] == 1000


def test_answering_what_needs_nothing_while_somebody_waits_is_out_of_order():
    noise = Asked("noise", reach=9000, needs=NO_NEEDS)
    made = order_of([noise, QUIET], *serve_in("noise", "quiet", each_ms=6 * MINUTE))

    assert (made["value"], made["passed_over"][0]["due"]) == (0, "quiet")


@pytest.mark.parametrize(("treatment", "passed_over"), [("leave", ["troll"]), ("hide", [])])
def test_what_a_click_settles_comes_first_if_somebody_waits_for_it(treatment, passed_over):
    """Nobody waits for a troll to be left alone; what nobody should read is hidden before any reply."""
    troll = Asked("troll", reach=5000, needs=replace(NO_NEEDS, treatment=treatment))
    treated = treat("troll", MINUTE, as_="hidden" if treatment == "hide" else "left_alone")
    made = order_of([troll, LOUD, MIDDLE], treated, answer("middle", 5 * MINUTE), answer("loud", 9 * MINUTE))

    assert [each["post"] for each in made["passed_over"]] == [*passed_over, "middle"]


@pytest.mark.parametrize(("visibility", "due"), [("public", "middle"), ("private", "loud")])
def test_who_cannot_be_answered_in_a_closed_thread_any_more_is_passed_over_by_nobody(visibility, due):
    closed = (MINUTE, "ThreadClosed", {"thread": "loud", "reason": "rule"})
    made = order_of([replace(LOUD, visibility=visibility), MIDDLE, QUIET], closed, *serve_in("quiet", "middle"))

    assert {each["due"] for each in made["passed_over"]} == {due}


def test_the_second_reply_to_a_post_is_waited_for_by_nobody():
    twice = [*serve_in("loud", "loud", "quiet"), answer("middle", 12 * MINUTE)]
    made = order_of([LOUD, MIDDLE, QUIET], *twice)

    assert [each["post"] for each in made["passed_over"]] == ["quiet"]


def test_what_an_act_brought_about_follows_it_wherever_it_is_served():
    """Who asks again a minute after the reply could not have been served before it; what time brings can."""
    again = Asked("again", at_ms=7 * MINUTE, reach=9000, due_ms=MINUTE, reaction="asks-again")
    posts = [QUIET, MIDDLE, again]
    acts = [answer("quiet", 6 * MINUTE), answer("middle", 12 * MINUTE), answer("again", 18 * MINUTE)]
    # The log's order: the start, quiet and middle appear, quiet is answered: event 4.
    fired = (6 * MINUTE, "ReactionFired", {"reaction": "asks-again", "thread": "quiet", "post": "quiet", "cause": 4})
    caused, free = order_of(posts, *acts, fired), order_of(posts, *acts)

    # Served in the declared order, quiet comes second, and its consequence later too, which waits the less for it.
    assert caused["own"] == free["own"]
    assert caused["declared"] < free["declared"]


def test_a_reply_could_not_be_made_before_its_fact_was_known():
    needs = replace(NEEDS, facts=("eta",))
    asks = Asked("loud", reach=5000, needs=needs)
    facts = [Fact("eta", "Der Zug kommt um acht.", 6 * MINUTE, None)]
    known = (6 * MINUTE, "FactReleased", {"fact": "eta", "text": "…"})
    acts = [answer("quiet", 5 * MINUTE), answer("middle", 10 * MINUTE), answer("loud", 15 * MINUTE)]

    waited = order_of([asks, MIDDLE, QUIET], known, *acts, facts=facts)
    early = order_of([asks, MIDDLE, QUIET], (0, *known[1:]), *acts, facts=facts)

    assert [each["due"] for each in waited["passed_over"]] == ["middle"]
    assert [each["due"] for each in early["passed_over"]] == ["loud", "loud"]


def test_pauses_and_interruptions_move_nothing():
    acts = serve_in("middle", "loud", "quiet")
    halts = [
        (4 * MINUTE, "Paused", {"wall_ms": 240_000}),
        (4 * MINUTE, "Resumed", {"wall_ms": 900_000}),
        (5 * MINUTE, "Interrupted", {"from_ms": 960_000, "to_ms": 990_000}),
    ]
    calm, halted = (order_of([LOUD, MIDDLE, QUIET], *more, *acts) for more in ((), halts))

    assert without_seqs(calm) == without_seqs(halted)


def test_time_in_which_nothing_was_done_is_nobodys_wrong_order():
    """A break of fourteen minutes in which somebody waited: wrong is only who came first after it."""
    fresh, waiting = Asked("fresh", at_ms=18 * MINUTE, reach=50), Asked("waiting", at_ms=4 * MINUTE, reach=500)
    made = order_of(
        [QUIET, waiting, fresh], *serve_in("quiet"), answer("fresh", 19 * MINUTE), answer("waiting", 22 * MINUTE)
    )

    assert [(each["post"], each["due"]) for each in made["passed_over"]] == [("fresh", "waiting")]
    assert made["saved_ms"] == MINUTE


def test_a_fork_is_judged_for_what_follows_it():
    before = serve_in("quiet", each_ms=3 * MINUTE)
    fork = (4 * MINUTE, "RunForked", {"wall_ms": 0, "at_seq": 5})
    after = [answer("loud", 8 * MINUTE), answer("middle", 13 * MINUTE)]
    made = order_of([LOUD, MIDDLE, QUIET], *before, fork, *after)

    assert (made["value"], made["passed_over"]) == (1000, [])
    assert order_of([LOUD, MIDDLE, QUIET], *before, *after)["value"] < 1000


def test_what_a_coach_does_takes_no_time_of_the_trainees():
    log = write([*map(appear, [LOUD, MIDDLE, QUIET]), *serve_in("loud", "middle", "quiet"), answer("quiet", MINUTE)])
    coached = [replace(event, actor="u9") if event.at_ms == MINUTE else event for event in log]

    assert scorecard(make_shift([LOUD, MIDDLE, QUIET]), coached)["order"]["value"] == 1000


def test_a_good_order_makes_up_for_nothing_and_a_bad_one_weighs_as_much_as_all_else():
    lost = Asked("lost", needs=replace(NO_NEEDS, treatment="hide"), due_ms=MINUTE)
    trolled = Asked("troll", needs=replace(NO_NEEDS, treatment="leave"))
    posts = [LOUD, MIDDLE, QUIET, lost, trolled]

    def triage(*keys: str) -> tuple[int, list[int]]:
        card = scorecard(make_shift(posts), write([*map(appear, posts), *serve_in(*keys)]))
        return card["criteria"]["triage"], [item["counted"] for item in card["evidence"]["triage"]]

    assert triage("loud", "middle", "quiet") == (500, [0, 1000, 500])
    assert triage("quiet", "middle", "loud") == (250, [0, 1000, 0])


def test_an_order_alone_is_all_the_evidence_of_triage():
    posts = [LOUD, MIDDLE, QUIET]
    card = scorecard(make_shift(posts), write([*map(appear, posts), *serve_in("quiet", "middle", "loud")]))

    assert card["evidence"]["triage"] == [
        {"post": "", "thread": "", "reply": None, "kind": "order", "value": 0, "counted": 0, "weight": 1}
    ]


def test_a_critical_error_in_a_notice_does_not_zero_the_order():
    found = {"rule": "privacy.shown_in_public", "span": [0, 3], "critical": True}
    log = [
        *map(appear, [LOUD, MIDDLE, QUIET]),
        *serve_in("loud", "middle", "quiet"),
        (10 * MINUTE, "NoticePublished", {"topic": "elsewhere", "channel": "microblog", "seen_seq": 1}),
    ]
    seq = next(event.seq for event in write(log) if event.kind == "NoticePublished")
    log.append((10 * MINUTE, "ReplyAssessed", {"reply": seq, "criteria": {}, "signals": {}, "findings": [found]}))

    assert scorecard(make_shift([LOUD, MIDDLE, QUIET]), write(log))["criteria"]["triage"] == 1000


def without_seqs(made: dict) -> dict:
    return made | {"passed_over": [{**each, "act": 0} for each in made["passed_over"]]}


@given(
    st.lists(st.integers(1, 5000), min_size=2, max_size=6, unique=True),
    st.randoms(use_true_random=False),
    st.integers(2, 5),
)
@settings(max_examples=60, deadline=None)
def test_swapping_two_replies_towards_the_declared_order_never_lowers_it(reaches, random, minutes):
    posts = [Asked(f"p{nth}", reach=reach, due_ms=MINUTE) for nth, reach in enumerate(reaches)]
    served = [post.key for post in posts]
    random.shuffle(served)
    values = []
    while True:
        made = order_of(posts, *serve_in(*served, each_ms=minutes * MINUTE))
        values.append(made["value"] if made else 1000)
        reach = {post.key: post.reach for post in posts}
        wrong = [nth for nth, (one, other) in enumerate(pairwise(served)) if reach[one] < reach[other]]
        if not wrong:
            break
        nth = random.choice(wrong)
        served[nth], served[nth + 1] = served[nth + 1], served[nth]

    assert values == sorted(values)
    assert values[-1] == 1000


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4)), min_size=1, max_size=8), st.randoms())
@settings(max_examples=60, deadline=None)
def test_serving_in_the_own_order_gives_the_own_times(arrivals, random):
    """What is worked, when and for how long, is kept."""
    from scoring.core.moods import Moods
    from scoring.core.queue import read_queue
    from simulator.core.folding import fold
    from simulator.core.state import start_state

    posts = [Asked(f"p{nth}", at_ms=at * MINUTE) for nth, (at, _) in enumerate(arrivals)]
    now_ms, acts = 0, []
    for nth in random.sample(range(len(posts)), len(posts)):
        now_ms = max(now_ms, posts[nth].at_ms) + arrivals[nth][1] * MINUTE
        acts.append(answer(posts[nth].key, now_ms))
    log, state = write([*map(appear, posts), *acts]), start_state(make_shift(posts))
    for event in log:
        fold(state, event)
    queue = read_queue(state, log, Moods({}, log), begun_ms=0)

    def as_it_was(ready: Ready, now_ms: int) -> tuple[Rank, int]:
        return (ready.job.seq,), FOREVER_MS

    again = serve(queue.jobs, as_it_was, idle=queue.idle, last_ms=queue.last_ms)
    assert [(one.job.post, one.begun_ms, one.done_ms) for one in again] == [
        (one.job.post, one.begun_ms, one.done_ms) for one in queue.own
    ]


def test_the_same_log_gives_the_same_and_a_trifle_is_not_judged():
    posts = [Asked("loud", reach=5000, due_ms=MINUTE), Asked("quiet", reach=50, due_ms=MINUTE)]
    made = [order_of(posts, *serve_in("quiet", "loud", each_ms=each * SECOND)) for each in (180, 180, 1)]

    assert made[0] == made[1] != made[2]
    assert made[2] is None
    assert (made[0]["reverse"] - made[0]["declared"]) * 1000 >= LEAST_AT_STAKE


def test_a_wait_costs_from_when_the_order_calls_it_due():
    """Sabotaged, an order without that would judge who answers all in good time."""
    due_ms = 8 * MINUTE + WRITING_MS + NEXT_MS
    posts = [Asked("loud", reach=5000, due_ms=due_ms), Asked("quiet", reach=50, due_ms=due_ms)]

    assert order_of(posts, *serve_in("quiet", "loud", each_ms=4 * MINUTE)) is None
    assert order_of(posts, *serve_in("quiet", "loud", each_ms=6 * MINUTE))["value"] == 0


def test_an_order_that_looked_at_nothing_but_time_would_be_seen(monkeypatch):
    """The sabotage twin: with the newest first for the declared order, the trainee's good order is bad."""
    good = order_of([LOUD, MIDDLE, QUIET], *serve_in("loud", "middle", "quiet"))
    rank = order_module._Ranks.rank

    def turn(self, ready: Ready, now_ms: int) -> tuple[Rank, int]:
        found, until_ms = rank(self, ready, now_ms)
        return tuple(-each for each in found), until_ms

    monkeypatch.setattr(order_module._Ranks, "rank", turn)

    assert (good["value"], order_of([LOUD, MIDDLE, QUIET], *serve_in("loud", "middle", "quiet"))) == (1000, None)


KINDS = (NEEDS, NEEDS, NEEDS, NO_NEEDS, DANGER, replace(NO_NEEDS, treatment="hide"), replace(NEEDS, facts=("eta",)))
"""What posts need, most of them an answer."""


@st.composite
def shifts(draw) -> tuple[list[Asked], list]:
    """Posts and acts, many of the same moment and rank, and moods that change."""
    minutes, reaches = st.integers(0, 12), st.sampled_from([100, 100, 500, 5000])
    posts = [
        Asked(f"p{nth}", draw(minutes) * MINUTE, draw(reaches), draw(st.integers(1, 9)) * MINUTE, needs)
        for nth, needs in enumerate(draw(st.lists(st.sampled_from(KINDS), min_size=2, max_size=9)))
    ]
    happenings, now_ms = [(0, "FactReleased", {"fact": "eta", "text": "…"})], 0
    for post in draw(st.lists(st.sampled_from(posts), max_size=14)):
        now_ms = max(now_ms, post.at_ms) + draw(st.integers(0, 2)) * MINUTE
        resolve = (now_ms, "Resolved", {"thread": post.key, "reason": "done"})
        acts = [answer(post.key, now_ms), hand_over(post.key, now_ms), treat(post.key, now_ms, as_="hidden"), resolve]
        happenings.append(draw(st.sampled_from([acts[0], acts[0], *acts])))
    for post in draw(st.lists(st.sampled_from(posts), max_size=9)):
        happenings.append((draw(minutes) * MINUTE, "MoodMoved", {"heat": 0, "moods": {post.key: draw(minutes) * 8}}))
    return posts, happenings


@given(shifts())
@settings(max_examples=150, deadline=None)
def test_what_is_found_is_what_asking_everybody_for_their_rank_would_find(shift):
    posts, happenings = shift
    timeline = make_shift(posts, facts=[Fact("eta", "Der Zug kommt um acht.", 0, None)])
    log, state = write([*map(appear, posts), *happenings]), start_state(timeline)
    for event in log:
        fold(state, event)
    moods = Moods(list_first_moods(timeline), log)
    queue, ranks = read_queue(state, log, moods, begun_ms=0), order_module._Ranks(state, moods)

    for rank in (ranks.rank, ranks.reverse):
        found = serve(queue.jobs, rank, idle=queue.idle, last_ms=queue.last_ms)
        assert found == serve_plainly(queue.jobs, ask(rank), idle=queue.idle, last_ms=queue.last_ms)
    passed_over = pass_over_plainly(queue, ask(ranks.rank), end_ms=state.at_ms, why=order_module.STEPS)
    assert list(order_module._list_passed_over(queue, state, ranks)) == list(passed_over)


def ask(rank):
    return lambda ready, now_ms: rank(ready, now_ms)[0]


def test_a_long_queue_is_not_asked_for_every_rank_at_every_moment(monkeypatch):
    """Five hundred at once, whose ranks change twice at most: when they are overdue, and with one mood."""
    posts = [Asked(f"p{nth}", reach=1 + nth * 7 % 4999, due_ms=20 * MINUTE) for nth in range(500)]
    told = [(nth * SECOND, "MoodMoved", {"heat": 0, "moods": {f"p{nth}": 50}}) for nth in range(500)]
    asked, rank = [], order_module._Ranks.rank
    monkeypatch.setattr(order_module._Ranks, "rank", lambda self, *at: asked.append(at) or rank(self, *at))

    made = order_of(posts, *told, *serve_in(*(f"p{nth}" for nth in range(450)), each_ms=5 * SECOND))

    assert made is not None
    assert made["passed_over"]
    assert len(asked) < 500 * 3 * 3 + 450 * 2 + 1


def test_a_reply_could_not_be_begun_before_what_it_tells_was_known():
    """Nobody asked for the fact; that it is told is heard."""
    fact = Fact("eta", "Der Zug kommt um acht.", 10 * MINUTE, None)
    released = (10 * MINUTE, "FactReleased", {"fact": "eta", "text": fact.text})
    told = (
        11 * MINUTE,
        "ReplyAssessed",
        {"reply": 4, "criteria": {}, "signals": {}, "findings": [], "heard": {"facts": ["eta"]}},
    )
    sent = answer("loud", 11 * MINUTE)

    with_it, without_it = (read_own([LOUD], released, sent, *more, facts=[fact]) for more in ((told,), ()))

    assert [job.lead_ms for job in with_it] == [10 * MINUTE]
    assert [job.lead_ms for job in without_it] == [0]


def read_own(posts, *happenings, facts=()):
    """The jobs that were served."""
    timeline = make_shift(posts, facts=facts)
    log = write([*map(appear, posts), *happenings])
    state = start_state(timeline)
    for event in log:
        fold(state, event)
    return [one.job for one in read_queue(state, log, Moods(list_first_moods(timeline), log), begun_ms=0).own]
