"""What a condition demands of a reply at the least, so that most rules need not be asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.conditions import ANY, AllOf, Answered, AnyOf, Not, Replied
from scenarios.core.public import Public
from simulator.core import firing
from simulator.core.about import about_event
from simulator.core.asking import holds
from simulator.core.demands import list_demands
from simulator.core.events import Event
from simulator.core.folding import fold
from tests.simulator.core.plays import Play
from tests.simulator.timelines import make_post, make_timeline

TIMELINE = make_timeline(posts=(make_post("late", "late", at_ms=0),), public=Public())

flags = st.sampled_from([None, True, False])
names = st.sampled_from(["", ANY, "one"])
lists = st.lists(st.sampled_from(["one", "two"]), max_size=2).map(tuple)
questions = st.builds(
    Replied, does=lists, lacks=lists, against=lists, template=flags, repeats=st.integers(0, 2),
    personal=st.sampled_from(["", "asked", "shown"]), overpromises=flags, states=names, known=flags, corrects=names,
    spreads=names, advertises=flags,
)  # fmt: skip
conditions = st.recursive(
    questions | st.builds(Answered),
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
        **dict.fromkeys(("advertises", "deaf"), st.just(True)),
        "template": st.just(1000),
    },
)


def hear(block):
    """The state after one reply, and the event that says what was heard in it."""
    state = Play(TIMELINE).state
    sent = {"post": "late", "thread": "late", "visibility": "public", "seen_seq": state.seq}
    fold(state, Event(state.seq + 1, state.at_ms, "ReplySent", "u1", sent, "Hallo"))
    data = {"reply": state.seq, "criteria": {"tone": 500}, "heard": block}
    return state, Event(state.seq + 1, state.at_ms, "ReplyAssessed", "world", data)


@given(condition=conditions, block=blocks)
def test_nothing_is_true_of_a_reply_that_lacks_what_it_demands(condition, block):
    state, assessed = hear(block)
    fold(state, assessed)

    is_true = holds(condition, state, about_event(assessed, state))

    assert not is_true or list_demands(condition) <= block.keys()


@given(block=blocks)
def test_the_same_rules_fire_whether_or_not_demands_spare_questions(block):
    asked_all, assessed = hear(block)
    spared, _ = hear(block)
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
        (Replied(lacks=("apology",), overpromises=False, tone_below=300), set()),
        (Replied(post="late", does=("apology",)), set()),
        (AllOf((Replied(does=("apology",)), Answered(), Replied(corrects=ANY))), {"acts", "corrects"}),
        (AnyOf((Replied(against=("blame",)), Replied(against=("insult",), does=("thanks",)))), {"against"}),
        (AnyOf((Replied(against=("blame",)), Answered())), set()),
        (Not(Replied(does=("apology",))), set()),
    ],
)
def test_demanded_is_what_every_way_to_a_yes_needs(condition, demanded):
    assert list_demands(condition) == demanded


def test_rules_of_which_something_is_demanded_are_asked_of_no_reply_without_it(monkeypatch):
    state, assessed = hear({})
    asked = []
    monkeypatch.setattr(firing, "may_fire", lambda state, reaction, about: asked.append(reaction.key) or False)

    fold(state, assessed)

    demands = state.plan.demands
    assert asked == [each.key for each in state.plan.woken["ReplyAssessed"] if not demands[each.key]]
    assert {"empathy", "defensive", "advertising"}.isdisjoint(asked)
