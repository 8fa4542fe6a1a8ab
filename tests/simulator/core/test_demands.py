"""What a condition demands of a reply at the least, so that most rules need not be asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.conditions import ANY, AllOf, Answered, AnyOf, MovedToPrivate, Not, Replied
from scenarios.core.public import Public
from scenarios.core.public_rules import Scope
from scenarios.core.vocabulary import VISIBILITIES
from simulator.core import firing
from simulator.core.about import about_event
from simulator.core.asking import holds
from simulator.core.demands import list_demands, list_demands_of
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.hearing import list_told
from tests.simulator.core.plays import Play
from tests.simulator.timelines import make_post, make_timeline

TIMELINE = make_timeline(posts=(make_post("late", "late", at_ms=0),), public=Public())

flags = st.sampled_from([None, True, False])
visibilities = st.sampled_from(VISIBILITIES)
names = st.sampled_from(["", ANY, "one"])
lists = st.lists(st.sampled_from(["one", "two"]), max_size=2).map(tuple)
questions = st.builds(
    Replied, visibility=st.sampled_from(["", *VISIBILITIES]),
    does=lists, lacks=lists, against=lists, template=flags, repeats=st.integers(0, 2),
    personal=st.sampled_from(["", "asked", "shown"]), overpromises=flags, states=names, known=flags, corrects=names,
    spreads=names, advertises=flags,
)  # fmt: skip
conditions = st.recursive(
    questions | st.builds(Answered) | st.builds(MovedToPrivate, public_word=flags),
    lambda parts: (
        st.lists(parts, min_size=1, max_size=3).map(tuple).map(AllOf)
        | st.lists(parts, min_size=1, max_size=3).map(tuple).map(AnyOf)
        | parts.map(Not)
    ),
    max_leaves=4,
)
blocks = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            ("acts", "against", "facts", "early", "corrects", "spreads", "asked", "shown"), st.just(["one"])
        ),
        **dict.fromkeys(("overpromises", "repeats"), st.just(2)),
        **dict.fromkeys(("advertises", "deaf", "to_private", "offers", "notice"), st.just(True)),
        "template": st.just(1000),
    },
)


def hear(block, *, visibility="public"):
    """The state after one reply, and the event that says what was heard in it."""
    state = Play(TIMELINE).state
    sent = {"post": "late", "thread": "late", "visibility": visibility, "seen_seq": state.seq}
    fold(state, Event(state.seq + 1, state.at_ms, "ReplySent", "u1", sent, "Hallo"))
    data = {"reply": state.seq, "criteria": {"tone": 500}, "heard": block}
    return state, Event(state.seq + 1, state.at_ms, "ReplyAssessed", "world", data)


@given(condition=conditions, block=blocks, visibility=visibilities)
def test_nothing_is_true_of_a_reply_that_lacks_what_it_demands(condition, block, visibility):
    state, assessed = hear(block, visibility=visibility)
    fold(state, assessed)

    about = about_event(assessed, state)
    is_true = holds(condition, state, about)

    assert not is_true or list_demands(condition) <= list_told(state, about.seq)


@given(block=blocks, visibility=visibilities)
def test_the_same_rules_fire_whether_or_not_demands_spare_questions(block, visibility):
    asked_all, assessed = hear(block, visibility=visibility)
    spared, _ = hear(block, visibility=visibility)
    asked_all.plan = replace(asked_all.plan, demands=dict.fromkeys(asked_all.plan.demands, frozenset()))
    fold(asked_all, assessed)
    fold(spared, assessed)

    assert spared.firing == asked_all.firing


@pytest.mark.parametrize(
    ("condition", "demanded"),
    [
        (Replied(does=("apology",), repeats=3), {"acts", "repeats"}),
        (Replied(personal="asked", advertises=True), {"asked", "advertises"}),
        (Replied(known=True), {"facts"}),
        (Replied(visibility="public", template=True), {"public", "template"}),
        (Replied(lacks=("apology",), overpromises=False, template=False, tone_below=300), set()),
        (MovedToPrivate(public_word=False), {"to_private"}),
        (MovedToPrivate(post="late"), set()),
        (Replied(post="late", does=("apology",)), set()),
        (AllOf((Replied(does=("apology",)), Answered(), Replied(corrects=ANY))), {"acts", "corrects"}),
        (AnyOf((Replied(against=("blame",)), Replied(against=("insult",), does=("thanks",)))), {"against"}),
        (AnyOf((Replied(against=("blame",)), Answered())), set()),
        (Not(Replied(does=("apology",))), set()),
    ],
)
def test_demanded_is_what_every_way_to_a_yes_needs(condition, demanded):
    assert list_demands(condition) == demanded


@pytest.mark.parametrize(
    ("scope", "demanded"),
    [
        (Scope(), set()),
        (Scope(correct=True), {"facts"}),
        (Scope(right=True, goodwill=True), {"facts", "offers"}),
        (Scope(points=True, turns=3), {"notice"}),
        (Scope(correct=False, points=False), set()),
    ],
)
def test_a_scope_demands_what_no_reply_can_be_in_it_without(scope, demanded):
    assert list_demands_of(scope) == demanded


def test_rules_of_which_something_is_demanded_are_asked_of_no_reply_without_it(monkeypatch):
    state, assessed = hear({})
    asked = []
    monkeypatch.setattr(firing, "may_fire", lambda state, reaction, about: asked.append(reaction.key) or False)

    fold(state, assessed)

    demands = state.plan.demands
    assert asked == [each.key for each in state.plan.woken["ReplyAssessed"] if demands[each.key] <= {"public"}]
    assert {"empathy", "defensive", "advertising", "moved_early", "answered_well"}.isdisjoint(asked)
