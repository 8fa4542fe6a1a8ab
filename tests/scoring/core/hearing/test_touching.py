"""What a thread is about, and how much of a reply is."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Fact
from scoring.core.hearing.clauses import cut_clauses
from scoring.core.hearing.touching import Touch, make_subjects, read_subject, touch
from scoring.core.text import analyse
from tests.simulator.timelines import NEEDS, make_post, make_timeline

POST = "Der Rollstuhlaufzug am Nordplatz steht seit 17:52 Uhr."


def touch_post(text, *, leave_out=()):
    subject = read_subject(POST, language="de")
    return touch(cut_clauses(analyse(text), language="de"), (subject,), leave_out=leave_out)


@pytest.mark.parametrize(
    ("text", "own", "foreign"),
    [
        ("Rabe und Igel", 0, 2),
        ("Nordplatz", 1, 0),
        ("Nordplatz, Nordplatz, Rabe, Rabe", 1, 1),
        ("Der Aufzug", 1, 0),
        ("Der Rollstuhl", 1, 0),
        ("Der Rollstuhlaufzugmonteur", 1, 0),
        ("Der Stuhl", 0, 1),
        ("Der Bus zum Zug", 0, 0),
        ("17.52 Uhr", 1, 0),
        ("18 Uhr", 0, 0),
        ("Am Nordplatz wartet der Rabe seit 17:52 Uhr.", 2, 2),
    ],
)
def test_words_figures_and_parts_of_compounds_are_about_it_each_once(text, own, foreign):
    assert touch_post(text) == Touch(own, foreign)


def test_what_any_reply_may_hold_is_about_nothing_else():
    assert touch_post("Rabe Nordplatz Igel", leave_out={0, 1}) == Touch(1, 1)


def test_a_reply_may_be_about_any_of_several_subjects():
    subjects = [read_subject(text, language="de") for text in (POST, "Ein Rabe im Stellwerk")]

    assert touch(cut_clauses(analyse("Rabe am Nordplatz, Igel"), language="de"), subjects, leave_out=()) == Touch(2, 1)


def test_a_thread_is_about_its_topic_its_posts_their_models_and_the_facts_that_belong_to_it():
    needs = replace(NEEDS, facts=("asked",), model="Ein Igel hilft.", paraphrase="Ein Dachs hilft.")
    timeline = make_timeline(
        posts=(
            make_post("lift-1", "lift", at_ms=0, text="Der Wolf wartet.", needs=needs),
            make_post("boat-1", "boat", at_ms=0, text="Der Falke wartet."),
        ),
        facts=(
            Fact("asked", "Ein Rabe repariert.", 0, "Die Amsel repariert."),
            Fact("same", "Ein Adler kommt.", 0, None, topic="nordplatz"),
            Fact("other", "Ein Hase kommt.", 0, None, topic="hafen"),
            Fact("loose", "Ein Storch kommt.", 0, None),
        ),
    )
    lift, boat = timeline.threads
    subjects = make_subjects(replace(timeline, threads=(replace(lift, topic="nordplatz"), boat)))
    animals = ("wolf", "igel", "dach", "rabe", "amsel", "adler", "hase", "falk", "storch")
    named = {key: [animal for animal in animals if f"w:{animal}" in subject.marks] for key, subject in subjects.items()}

    assert named == {"lift": ["wolf", "igel", "dach", "rabe", "amsel", "adler"], "boat": ["falk"]}
    assert "w:nordplatz" in subjects["lift"].marks
