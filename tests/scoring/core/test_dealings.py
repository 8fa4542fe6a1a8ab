"""What somebody had to do with the company before, told in public; near misses beside each error."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Fact
from scoring.core import Shelf
from scoring.core.past import read_past
from tests.scoring.core.hearing.worlds import assess, make_world
from tests.scoring.core.test_context import TIMELINE, play, post
from tests.simulator.timelines import MINUTE

HISTORY = {
    "de": (
        "14. September: umgezogen, per Mail bestätigt",
        "vor drei Tagen: neue Karte bestellt, unterwegs",
        "Rechnung dreimal angemahnt",
    ),
    "en": (
        "14 September: gave notice, took it back by mail",
        "three days ago: ordered a new card, on its way",
        "bill reminded of three times",
    ),
}


def find_shown(text, *, language="de", history=None, **changes):
    judged = assess(text, language=language, history=history or HISTORY[language], **changes)
    return [
        (text[slice(*each.span)], each.critical)
        for each in judged.findings
        if (each.rule, each.params.get("kind")) == ("privacy.shown_in_public", "history")
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Sie sind umgezogen, das haben wir per Mail bestätigt.", "umgezogen, das haben wir per Mail bestätigt"),
        ("de", "Hallo! Am 14. September sind Sie umgezogen.", "14. September sind Sie umgezogen"),
        ("de", "Ihre neue Karte ist schon bestellt.", "neue Karte ist schon bestellt"),
        ("de", "Die Rechnung wurde dreimal angemahnt.", "Rechnung wurde dreimal angemahnt"),
        ("en", "On 14 September you gave notice.", "14 September you gave notice"),
        ("en", "You ordered a new card, it is on its way.", "ordered a new card"),
    ],
)
def test_what_only_the_history_says_is_personal_data_in_public(language, text, words):
    assert find_shown(text, language=language) == [(words, True)]
    assert assess(text, language=language, history=HISTORY[language]).criteria["privacy"] == 0
    assert find_shown(text, language=language, visibility="private") == []
    assert find_shown(text, language=language, history=("2019: Adresse geändert",)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wir melden uns in drei Tagen."),
        ("de", "Ab dem 14. September gilt der neue Fahrplan."),
        ("de", "Umgezogen sind wir auch schon."),
        ("de", "Eine Karte bekommen Sie im Laden. Bestellt ist sie dort schnell."),
        ("de", "Schreiben Sie uns bitte eine Mail."),
        ("en", "We will be back within three days."),
        ("en", "Please send us a mail."),
        ("en", "A card is on its way to nobody."),
    ],
)
def test_a_word_of_it_and_a_day_alone_give_nothing_away(language, text):
    assert find_shown(text, language=language) == []


def test_what_the_person_wrote_in_public_may_be_taken_up():
    text = "Ihre neue Karte ist schon bestellt."

    assert find_shown(text, post_text="Ich habe eine neue Karte bestellt!") == []
    assert find_shown(text, own_posts=("Wo ist meine neue Karte?", "Vor Tagen bestellt!")) == []
    assert len(find_shown(text, own_posts=("Wo bleibt sie?",))) == 1


def test_what_is_known_to_all_may_be_said():
    text = "Die neue Karte ist bestellt und unterwegs."
    world = make_world("de", facts=(Fact("cards", "Neue Karten sind bestellt und unterwegs.", 0, None),))

    assert find_shown(text, world=world, known_facts=frozenset({"cards"})) == []
    assert len(find_shown(text, world=world, known_facts=frozenset())) == 1


def test_the_history_and_the_posts_are_those_of_whom_the_reply_is_for():
    people = tuple(replace(each, history=HISTORY["de"] if each.key == "jana" else ()) for each in TIMELINE.personas)
    state = play(post("bag-1", 0), post("bag-3", MINUTE, "ole"), timeline=replace(TIMELINE, personas=people))

    jana, ole = (read_past(state, [], post=key, topic="bag", earlier=Shelf()) for key in ("bag-1", "bag-3"))

    assert (jana["history"], jana["own_posts"]) == (HISTORY["de"], (state.posts["bag-1"].text,))
    assert (ole["history"], ole["own_posts"]) == ((), ())
