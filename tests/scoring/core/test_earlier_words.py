"""What was said earlier in a run, as it reaches the score: contradictions, who owned it, turns, the record."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.public import Crisis
from scenarios.core.timeline import Needs
from scoring.core import Assessor, assess_log, ears_of
from scoring.core.context import context_alone
from scoring.core.judging import judge
from scoring.core.reading import read
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import start_state
from tests.scoring.core.hearing.worlds import KNOWN, WORLDS
from tests.scoring.core.test_context import TIMELINE
from tests.simulator.timelines import MINUTE, make_post, make_timeline

PRIVATE = Needs(True, (), (), True, "normal", None, None)
WORLD = make_timeline(
    posts=(
        make_post("bag-1", "bag", at_ms=0, text="Wann kommt mein Rucksack?", needs=PRIVATE),
        make_post("bag-2", "bag", at_ms=0, persona="ole", text="Und meiner?", needs=PRIVATE),
        make_post("bag-3", "bag", at_ms=0, text="Hallo?", needs=PRIVATE),
        make_post("cat-1", "cat", at_ms=0, text="Und die Katze?", needs=PRIVATE),
    )
)
CAST = {"jana": {"name": "Jana Kühn", "handle": "@jana_k"}, "ole": {"name": "Ole", "handle": "@ole"}}
SIX, SEVEN = "Der Rucksack kommt um 18 Uhr an.", "Der Rucksack kommt um 19 Uhr an."


def play(*said, timeline=WORLD):
    """The log of a run in which `said`, (post, words, visibility) a minute apart, is written."""
    start = {
        "mode": "practice", "engine": 1, "scoring": 1, "agent": "TB", "trainee": "u1", "cast": CAST,
        "duration_ms": 20 * MINUTE, "speed": 1000, "wall_ms": 0,
    }  # fmt: skip
    log = [Event(1, 0, "RunStarted", "u1", start)]
    for post in timeline.posts:
        data = {
            "post": post.key,
            "thread": post.thread,
            "persona": post.persona,
            "text": post.text,
            "target_ms": MINUTE,
        }
        log.append(Event(len(log) + 1, 0, "PostAppeared", "engine", data))
    for nth, (post, words, visibility) in enumerate(said, start=1):
        data = {"post": post, "thread": post.split("-")[0], "visibility": visibility, "seen_seq": len(log)}
        log.append(Event(len(log) + 1, nth * MINUTE, "ReplySent", "u1", data, words))
    return log


def found(rule, *said):
    """The parameters of what `rule` found in the last reply."""
    *_, (_, last) = assess_log(WORLD, play(*said))
    return [dict(each.params) for each in last.findings if each.rule == rule]


def test_a_contradiction_says_where_and_to_whom_it_was_said_before():
    [told] = found("substance.contradicts", ("bag-1", SIX, "public"), ("bag-2", SEVEN, "public"))

    assert told == {"reply": 6, "value": "time:1080", "since_ms": MINUTE, "to": "@jana_k"}


def test_what_somebody_else_was_told_in_private_or_elsewhere_is_not_held_against_it():
    assert found("substance.contradicts", ("bag-1", SIX, "private"), ("bag-2", SEVEN, "public")) == []
    assert found("substance.contradicts", ("cat-1", SIX, "public"), ("bag-2", SEVEN, "public")) == []
    assert found("substance.contradicts", ("bag-1", SIX, "private"), ("bag-3", SEVEN, "private")) != []


def test_a_run_that_is_played_and_one_that_is_read_again_find_the_same():
    log = play(("bag-1", SIX, "public"), ("bag-2", SEVEN, "public"), ("bag-3", SIX, "public"))
    state, live = start_state(WORLD), []
    assessor = Assessor()
    for event in log:
        if event.kind == "ReplySent":
            live.append(assessor(state, event))
        fold(state, event)

    again = [{**judged.to_data(), "reply": seq} for seq, judged in assess_log(WORLD, log)]
    assert live == again
    assert [any(each["rule"] == "substance.contradicts" for each in data["findings"]) for data in live] == [
        False,
        True,
        False,
    ]


def test_public_turns_are_this_persons():
    turns = [("bag-1", "Moment.", "public")] * 2

    assert found("privacy.many_turns", *turns, ("bag-3", "Moment.", "public")) == [{}]
    assert found("privacy.many_turns", *turns, ("bag-2", "Moment.", "public")) == []
    assert found("privacy.many_turns", ("bag-1", "Moment.", "private"), *turns, ("bag-3", "Moment.", "public")) == []


def test_the_close_is_for_who_was_spoken_to_in_private():
    private = ("bag-1", "Moment.", "private")

    assert found("privacy.closing_note", private, ("bag-3", "Alles gut gegangen.", "public")) == [{}]
    assert found("privacy.closing_note", private, ("bag-2", "Alles gut gegangen.", "public")) == []


def test_the_record_of_who_is_answered_is_looked_for():
    people = tuple(replace(person, record={"customer_number": "KD-4711-88"}) for person in TIMELINE.personas)
    log = play(("bag-1", "Ihre KD 4711 88 habe ich.", "public"), timeline=replace(WORLD, personas=people))
    [(_, judged)] = assess_log(replace(WORLD, personas=people), log)

    assert ("privacy.shown_in_public", {"kind": "customer_number"}) in [
        (each.rule, dict(each.params)) for each in judged.findings
    ]


PIECES = [
    "Ab 18:30 Uhr fahren wieder Züge", "zunächst eingleisig", "nicht unsere Schuld", "@desk", "Gutschein", "KD-4711-88",
    "25 %", "Es gab keinen Unfall", "Hallo Jana", "unser Fehler", "bitte per DM", "garantiert", ".", "?", ",", "„", "“",
]  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join))


@given(
    text=texts, visibility=st.sampled_from(["public", "private"]), cluster=st.sampled_from(["victim", "preventable"])
)
@settings(deadline=None, max_examples=200)
def test_any_text_in_any_crisis_is_judged_and_marked_within_itself(text, visibility, cluster):
    world = replace(WORLDS["de"], crisis=Crisis(cluster, ("gleis",)))
    ears = ears_of(world)
    context = replace(
        context_alone(language="de", visibility=visibility, post_text="Wann fährt wieder ein Zug?"),
        ears=ears,
        known_facts=KNOWN | {"forecast"},
        asked_for=("forecast",),
        topic="gleis",
        thread="gleis",
        needs=replace(PRIVATE, facts=("forecast",), acts=("apology",)),
        record=(("customer_number", "KD-4711-88"), ("name", "Jana Kühn")),
        public_turns=2,
    )
    reading = read(text, language="de", ears=ears)
    judged = judge(reading, context)
    padded = judge(read(f" {text}\u200b ", language="de", ears=ears), context)

    length = max(reading.text.origins, default=-1) + 1
    assert all(0 <= value <= 1000 for value in judged.criteria.values())
    assert all(each.span is None or 0 <= each.span[0] < each.span[1] <= length for each in judged.findings)
    assert [(each.rule, each.points) for each in padded.findings] == [
        (each.rule, each.points) for each in judged.findings
    ]
    assert padded.criteria == judged.criteria
