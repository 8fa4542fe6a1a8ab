"""What the format says about the public becomes the values of the contract, and each mistake is told at its place."""

import pytest

from scenarios.core.codec import dumps, loads
from scenarios.core.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    HeatIs,
    Ignored,
    Known,
    MovedToPrivate,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    Stands,
    Treated,
)
from scenarios.core.constants import Constants
from scenarios.core.public import Crisis, Crowd, Desk, Notice, Phase, Picture, Reaction, Rehearsal, Rumour, Voice
from scenarios.core.schema.review import DOUBT, REVIEW
from scenarios.core.schema.scenario import ELEMENTS
from scenarios.core.timeline import Timeline
from tests.scenarios import samples
from tests.scenarios.samples import change, compile_text
from tests.scenarios.storm_sample import STORM, STORM_BRAND

BODIES = (
    "in {place} steht {thing} rum",
    "{brand} schweigt, und wir frieren in {place}",
    "keiner weiß, wann {thing} endlich fährt",
    "die Tafel in {place} ist seit einer Stunde leer",
    "ich laufe jetzt nach {place}",
    "wer holt uns hier ab?",
    "auf {thing} warte ich seit Mittag",
    "meine Kinder schlafen schon auf dem Boden ein",
)

WRITTEN = [element for element in ELEMENTS if element not in (REVIEW, DOUBT)]
"""By authors: a review is written by the import."""


def list_problems(text: str) -> list[str]:
    return samples.list_problems(text, brand=STORM_BRAND)


@pytest.fixture(scope="module")
def storm() -> Timeline:
    timeline, problems = compile_text(STORM, brand=STORM_BRAND)
    assert problems == []
    assert timeline is not None
    return timeline


def test_the_sample_uses_every_field_there_is() -> None:
    fields = {f"{element.name}.{name}" for element in WRITTEN for name in element.fields if name != "review"}

    assert {field for field in fields if f"{field.partition('.')[2]}:" not in STORM + STORM_BRAND} == set()


def test_conditions_of_every_kind_are_read(storm: Timeline) -> None:
    when = {reaction.key: reaction.when for reaction in storm.reactions}

    assert when["zug-ton"] == AnyOf(
        (
            Replied("zug-1", tone_below=400, lacks=("feeling",), against=("blame",)),
            AllOf(
                (
                    Replied(visibility="public", says="selber? schuld", repeats=2),
                    Not(NoticeIs("stale", "fundsache")),
                )
            ),
        )
    )
    assert when["gemeldet"] == Escalated("rucksack-1", "operations", True)
    assert when["privat"] == MovedToPrivate("rucksack-1", False)
    assert when["werbung"] == Replied(does=("offer",), personal="shown", spreads="any", advertises=True)
    assert when["heiss"] == HeatIs(60, 90)
    assert when["steht"] == Stands("zug-1", 120_000)
    assert when["presse"] == Ignored("jana", 1)
    assert when["gut"] == AllOf(
        (
            Replied("rucksack-1", states="sicher", known=True, corrects="crash", template=False, overpromises=False),
            Known("sicher"),
            NoAnswer("rucksack-1", 0),
            Treated("hidden", "zug-1"),
            Answered("", True),
        )
    )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{no_answer_for: 2:00, to: any}", NoAnswer(wait_ms=120_000, calls=True)),
        ("{no_answer_for: 2:00, to: rucksack-1}", NoAnswer("rucksack-1", 120_000)),
        ("{stands_for: 2:00, to: any}", Stands(wait_ms=120_000)),
    ],
)
def test_silence_may_be_towards_any_post(when: str, expected: Condition) -> None:
    timeline, problems = compile_text(change("when: {no_answer_for: 3:00, to: rucksack-1}", f"when: {when}"))

    assert timeline is not None, problems
    assert timeline.reactions[0].when == expected
    assert loads(dumps(timeline)) == timeline


def test_effects_are_read_in_the_units_of_the_engine(storm: Timeline) -> None:
    reactions = {reaction.key: reaction for reaction in storm.reactions}

    assert reactions["zug-ton"] == Reaction(
        "zug-ton",
        "zug",
        reactions["zug-ton"].when,
        after_ms=10_000,
        at_most=3,
        heat=4_000,
        crowd=-20,
        mood=15,
        mood_of="omar",
    )
    assert (reactions["gemeldet"].fact, reactions["gemeldet"].thread) == ("sicher", "")
    assert (reactions["heiss"].at_most, reactions["heiss"].calm) == (0, 100)
    assert (reactions["gut"].mood, reactions["gut"].mood_of) == (-20, "")


def test_a_follow_up_appears_where_its_author_says_or_where_the_post_stands_that_was_asked(storm: Timeline) -> None:
    posts = {post.key: post for post in storm.posts}

    assert (posts["presse-1"].thread, posts["presse-1"].reply_to) == ("zug", "zug-1")
    assert (posts["privat-1"].thread, posts["privat-1"].reply_to) == ("rucksack", "rucksack-1")
    assert posts["privat-1"].visibility == "private"


def test_the_public_is_read(storm: Timeline) -> None:
    assert storm.public.crowd == Crowd(
        most_per_minute=30,
        branching=600,
        tires_after=200,
        heat=25_000,
        authors=40,
        phases=(Phase(0, 20, "witnesses"), Phase(180_000, 60, "flood")),
        voices=(
            Voice(
                "stuck",
                "fundsache",
                "microblog",
                3,
                BODIES,
                ("rucksack",),
                60_000,
                540_000,
                "crash",
                ("asking", "weary"),
            ),
        ),
        openers=("", "Boah,"),
        closers=(
            "",
            "Danke für nichts.",
            "Und jetzt?",
            "Mir reicht es.",
            "Sagt doch was.",
            "Ich gehe heim.",
            "Es regnet auch noch.",
            "Bin bedient.",
            "Gute Nacht.",
        ),
        places=("Altenried", "Gleis 3"),
        things=("der RE 4", "mein Anschluss"),
        half_life_ms=240_000,
    )
    claim = "Zwei Züge sind zusammengestoßen."
    assert storm.public.rumours == (Rumour("crash", "fundsache", claim, ("zusammen(ge)?sto", "crash"), ("sicher",)),)
    assert storm.public.notice == Notice(("fundsache",), ("fundbuero",), 180_000)
    assert storm.crisis == Crisis("accidental", ("fundsache",), "fundbuero", has_history=True)
    assert storm.public.settings == {
        "ignored": {"heat": 2_000, "crowd": 0, "after_ms": 30_000, "mood": 5},
        "impatient": {"off": 1},
    }
    assert storm.public.constants == Constants(
        post_heat=300,
        heat_share=400,
        most_weight=6_000,
        mood_per_temper=12,
        most_swing=120,
        least_topic=200,
        most_topic=1_500,
        joining=600,
        author_offset=3,
        crowd_reach=80,
        rumour_doubles=240_000,
        rumour_most=2_500,
        polite=300,
        lowercase=200,
        emoji=150,
        typos=100,
        terse=90,
        regional=80,
        shouting=40,
        template_likeness=650,
        full_weight=7_000,
        least_calm=250,
    )
    assert storm.brand.desks[0] == Desk("operations", "Leitstelle", "Züge und Störungen")
    assert storm.rehearsal == Rehearsal(("expert", "paraphraser"), ("absent", "spammer"), "absent")
    assert (storm.goal["en"], storm.difficulty, storm.pass_mark) == ("The urgent first.", 3, 700)
    assert storm.stage == ("queue", "listening", "thread", "composer", "facts", "notice", "desks", "treat")


def test_pictures_treatments_and_styles_are_read(storm: Timeline) -> None:
    posts = {post.key: post for post in storm.posts}
    jana, fact, later = storm.personas[0], storm.facts[0], storm.facts[1]

    rows = (("RE 4", "Quellberg", "fällt aus"), ("S 4", "", ""))
    assert posts["zug-1"].picture == Picture("board", "Alle Züge fallen aus.", "Abfahrt", rows)
    assert (posts["zug-1"].needs.treatment, posts["zug-1"].needs.danger) == ("hide", "hate")
    assert (posts["rucksack-1"].needs.desk, posts["rucksack-1"].needs.paraphrase) == ("operations", "Frag ab neun Uhr.")
    assert (jana.patience_ms, jana.style, jana.is_vindictive, jana.is_linked) == (150_000, ("du", "typos"), True, True)
    assert (fact.kind, fact.topic, fact.says) == ("right", "fundsache", ("ab neun", "0?9 uhr"))
    assert (later.release_ms, later.replaces) == (None, "fundbuero")
    assert [thread.mention for thread in storm.threads] == ["direct", "unasked"]


def test_all_of_it_survives_being_written_and_read(storm: Timeline) -> None:
    assert loads(dumps(storm)) == storm


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("{known: sicher}", "{known: sicher, ignored: omar}", ["two-conditions @ignored:"]),
        ("{known: sicher}", "{known: sicher, late: true}", ["field-of-other-condition @late:"]),
        ("{known: sicher}", "{late: true}", ["half-condition @late:"]),
        ("{known: sicher}", "{}", ["which-condition @{}"]),
        ("{known: sicher}", "{all: []}", ["nothing-inside @[]"]),
        ("{known: sicher}", "{known: sichr}", ["unknown-fact @sichr}"]),
        ("{known: sicher}", "{knwon: sicher}", ["unknown-field @knwon:"]),
        ("as: hidden", "as: hiden", ["not-a-choice @hiden}"]),
        ("treated: zug-1, as: hidden", "treated: zug-1", ["half-condition @treated:"]),
        ("states: sicher, released", "released", ["half-condition @released:"]),
        ("corrects: crash", "corrects: krach", ["unknown-rumour @krach"]),
        ("desk: operations, right", "desk: operation, right", ["unknown-desk @operation"]),
        ("ignored: jana", "ignored: jna", ["unknown-persona @jna"]),
        ("reply: zug-1, tone", "reply: rucksack-1, tone", ["other-thread @rucksack-1"]),
        ("says: 'selber? schuld'", "says: 'selber? (schuld'", ["pattern @'selber?"]),
        ("says: 'selber? schuld'", "says: '(?=schuld)'", ["pattern @'(?=schuld)'"]),
        ("says: 'selber? schuld'", "says: 'schuld*|x*'", ["pattern-of-nothing @'schuld*|x*'"]),
        ("says: 'selber? schuld'", "says: '(\\pL{300}){3}'", ["pattern @'(\\pL{300}"]),
        ("known_from: fundbuero", "known_from: fundbureau", ["unknown-fact @fundbureau"]),
        ("accidental, topics: [fundsache]", "accidental, topics: [fundsachen]", ["unknown-topic @fundsachen]"]),
        ("cluster: accidental", "cluster: unlucky", ["not-a-choice @unlucky"]),
        ("notice: stale, topic: fundsache", "notice: stale, topic: fundsachen", ["unknown-topic @fundsachen}"]),
        ("joins: [rucksack]", "joins: [rucksak]", ["unknown-thread @rucksak]"]),
        ("mood: {by: -20}", "after: 0:10", ["no-effect @gut:"]),
        ("mood: {by: -20}", "mood: {by: -200}", ["out-of-range @-200}"]),
        ("{key: presse-1, thread: zug,", "{key: presse-1,", []),
        ("thread: zug, by: omar, reply_to: zug-1,", "by: omar,", ["which-thread @post:"]),
        ("replaces: fundbuero", "replaces: sicher", ["replaces-in-circle @sicher}"]),
        ("ignored: {heat: 2", "ignord: {heat: 2", ["not-a-choice @ignord:"]),
        ("  crash: {topic", "  any: {topic", ["reserved-key @any:", "unknown-rumour @crash", "unknown-rumour @crash"]),
        ("at_most: 3", "at_most: 0", ["out-of-range @0"]),
        ("last: absent", "last: nobody", ["not-a-choice @nobody}"]),
    ],
)
def test_a_mistake_is_told_once_and_where_it_is(old: str, new: str, problems: list[str]) -> None:
    assert list_problems(change(old, new, text=STORM)) == problems
