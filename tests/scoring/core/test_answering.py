"""No answer at all: an echo, another thread's answer, a list of words; and what is short and yet an answer."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Needs
from scoring.core.answering import find_echo
from scoring.core.rules import RULES
from scoring.core.text import analyse
from tests.scoring.core.hearing.worlds import FACTS, assess, make_world
from tests.simulator.timelines import make_post, make_timeline

ASKS = Needs(True, (), ("greeting", "next_step"), False, "normal", None, None)
PRAISE = Needs(True, (), ("greeting", "thanks"), False, "normal", None, None)
POST = {
    "de": "Im Bus von Altenried nach Moorweiler zieht es durch jede Ritze, und mein Koffer ist klatschnass.",
    "en": "The bus from Altenried to Moorweiler has draughts from every gap, and my suitcase is soaking wet.",
}
NOT_AN_ANSWER = {
    "de": [
        "Vielen Dank für Ihre Nachricht! Wir wünschen alles Gute und einen schönen Tag.",
        "Service, Lösung, Verständnis, Entschuldigung, Hilfe, Zufriedenheit, Kulanz, Unterstützung.",
    ],
    "en": [
        "Thank you for your message! We value you and wish you all the very best.",
        "Service, solution, understanding, apology, assistance, satisfaction, goodwill, commitment.",
    ],
}
AN_ANSWER = {
    "de": [
        "Danke, gebe ich weiter!",
        "Ich schaue nach und melde mich bis 18 Uhr.",
        "Ja.",
        "Das wissen wir leider selbst noch nicht.",
        "Dazu ist noch nichts entschieden.",
        "Ihr Koffer sollte nicht nass werden.",
        "Welcher Wagen war das genau?",
        "Das hätte nicht passieren dürfen. Nehmen Sie den Stoffbeutel vom Personal, der hält dicht.",
        "Sobald mir jemand Bescheid gibt, steht es hier.",
    ],
    "en": [
        "Thanks, I’ll pass it on!",
        "I’ll look into it and write by 6 pm.",
        "Yes.",
        "I’m afraid we don’t know yet.",
        "Nothing has been decided, it’s still open.",
        "No suitcase should get wet.",
        "Which seat was that?",
        "That should never have happened. Ask the staff for a bin liner, those hold tight.",
        "As soon as somebody tells me, it will be here.",
    ],
}
ECHOES = {
    "de": "Hallo Jana, " + POST["de"],
    "en": "Hi Jana, " + POST["en"],
}


def list_all(cases):
    return [(language, text) for language in cases for text in cases[language]]


def found(text, *, language="de", needs=ASKS, **changes):
    judged = assess(text, language=language, needs=needs, post_text=POST[language], **changes)
    rules = {"substance.echo", "substance.no_answer", "substance.off_topic"}
    return [(each.rule, each.points) for each in judged.findings if each.rule in rules]


@pytest.mark.parametrize(("language", "text"), list_all(NOT_AN_ANSWER))
def test_who_says_nothing_of_the_post_and_does_nothing_has_not_answered(language, text):
    assert found(text, language=language) == [("substance.no_answer", RULES["substance.no_answer"].points)]


@pytest.mark.parametrize(("language", "text"), list_all(AN_ANSWER))
def test_a_short_word_that_does_something_is_an_answer(language, text):
    assert found(text, language=language) == []


@pytest.mark.parametrize(("language", "text"), [("de", "Danke für die lieben Zeilen!"), ("en", "Thanks so much!")])
def test_thanks_answer_praise_and_nothing_else(language, text):
    assert found(text, language=language, needs=PRAISE) == []
    assert found(text, language=language) == [("substance.no_answer", -600)]


def test_a_post_that_needs_no_answer_may_have_any():
    assert found(NOT_AN_ANSWER["de"][0], needs=replace(ASKS, answer=False)) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_customers_own_words_back_are_no_answer(language):
    text = ECHOES[language]
    judged = assess(text, language=language, needs=ASKS, post_text=POST[language])

    assert found(text, language=language) == [("substance.echo", -1000)]
    assert judged.criteria["substance"] == 0


def test_an_echo_is_marked_from_its_first_to_its_last_word():
    text = analyse("Hallo! Im Bus zieht es durch jede Ritze, mein Koffer ist nass. Gruß!")
    post = "Im Bus zieht es durch jede Ritze! Und mein Koffer ist nass."

    assert text.clean[slice(*text.span(*find_echo(text, post)))] == (
        "Im Bus zieht es durch jede Ritze, mein Koffer ist nass"
    )


@pytest.mark.parametrize(
    ("text", "is_echo"),
    [
        ("Im Bus zieht es durch jede", True),
        ("Im Bus zieht es durch", False),
        ("Im Bus zieht es durch jede eins zwei drei vier", True),
        ("Im Bus zieht es durch jede eins zwei drei vier fünf", False),
    ],
)
def test_an_echo_is_six_words_at_least_and_three_fifths_of_the_reply(text, is_echo):
    assert (find_echo(analyse(text), POST["de"].replace(" von Altenried nach Moorweiler", "")) is not None) == is_echo


def test_who_takes_up_some_of_the_customers_words_is_no_echo():
    post = "Hält der RE 4 heute in Birkstetten?"

    assert find_echo(analyse("Ja, der RE 4 hält heute in Birkstetten, um 18:25 Uhr an Gleis 2."), post) is None
    assert find_echo(analyse("Der RE 4."), post) is None


OTHER = {
    "de": "Der Kinderwagenaufzug am Nordplatz bekommt morgen eine neue Kette, die Werkstatt baut sie vormittags ein.",
    "en": "The pushchair lift at Northgate gets a new chain tomorrow, the workshop fits the parts before noon.",
}


def world(language):
    other = replace(ASKS, model=OTHER[language])
    posts = (
        make_post("gleis-1", "gleis", at_ms=0, text=POST[language], needs=ASKS),
        make_post(
            "lift-1", "lift", at_ms=0, text={"de": "Aufzug kaputt?", "en": "Lift broken?"}[language], needs=other
        ),
    )
    threads = make_timeline(posts=posts, facts=FACTS[language], language=language)
    return make_world(language, posts=threads.posts, threads=threads.threads, personas=threads.personas)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_answer_to_another_thread_is_off_the_subject(language):
    here = {"language": language, "world": world(language)}

    assert found(OTHER[language], thread="gleis", **here) == [("substance.off_topic", -800)]
    assert found(OTHER[language], thread="lift", **here) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Nehmen Sie morgen den Kinderwagenaufzug am Nordplatz, im Bus nach Moorweiler wird der Koffer nass.",
        ),
        (
            "en",
            "Take the pushchair lift at Northgate tomorrow, no suitcase gets wet in the Moorweiler bus.",
        ),
    ],
)
def test_who_speaks_of_both_is_on_the_subject(language, text):
    assert found(text, language=language, thread="gleis", world=world(language)) == []


BUSES = {"de": "Wann kommt endlich ein Ersatzbus zum Ausgang?", "en": "When does a replacement get to the exit?"}
EMPTY = {
    "de": [
        "Hallo, ich verstehe Ihren Ärger, tut mir leid, unser Fehler. Danke! Ich prüfe es bis heute Abend. {bye}",
        "Das Fundbüro hat Ihren Schlüssel.",
    ],
    "en": [
        "Hi, I understand your frustration, sorry, our mistake. Thanks! I'll check by tonight. {bye}",
        "Lost property has got your key.",
    ],
}
FILLED = {
    "de": ["Alle 15 Minuten, ab Südausgang.", "Der Ersatzbus wartet gleich vorn am Ausgang."],
    "en": ["Every 15 minutes, from the south exit.", "The replacement is waiting at the exit."],
}


def speed(text, *, language="de", needs=None, **changes):
    """Of a reply that came in time to somebody who asks for what is known."""
    asks = needs or replace(ASKS, facts=("buses",))
    here = {"wait_ms": 60_000, "target_ms": 240_000, "asked_for": asks.facts, "post_text": BUSES[language]}
    judged = assess(text, language=language, needs=asks, **{**here, **changes})
    return judged.criteria.get("speed"), [each.points for each in judged.findings if each.rule == "speed.no_answer"]


@pytest.mark.parametrize(("language", "text"), list_all(EMPTY))
def test_who_is_quick_and_tells_nothing_of_what_was_asked_has_ended_no_wait(language, text):
    assert speed(text, language=language) == (0, [-1000])
    assert speed(text, language=language, wait_ms=None) == (None, [0])


@pytest.mark.parametrize(("language", "text"), list_all(FILLED))
def test_who_speaks_of_it_has_answered_whatever_was_heard(language, text):
    assert speed(text, language=language) == (1000, [])


def test_nobody_has_to_tell_what_is_not_known_or_was_told_before():
    assert speed(EMPTY["de"][0], known_facts=frozenset()) == (1000, [])
    assert speed(EMPTY["de"][0], told=frozenset({"buses"})) == (1000, [])
    assert speed(EMPTY["de"][0], needs=replace(ASKS, answer=False, facts=("buses",))) == (1000, [])


def test_the_way_into_private_is_an_answer_only_where_the_post_needs_it():
    text = "Bitte schreiben Sie uns eine Direktnachricht."

    assert speed(text, needs=replace(ASKS, facts=("buses",), private=True)) == (1000, [])
    assert speed(text) == (0, [-1000])


POURED = (
    "Seit 17:52 Uhr fährt kein Zug zwischen Altenried und Moorweiler. Ursache ist eine Signalstörung, die Technik "
    "tauscht ein Bauteil. Es gab keinen Unfall, verletzt ist niemand. Ab 60 Minuten Verspätung gibt es 25 % des "
    "Fahrpreises. Ersatzbusse fahren alle 15 Minuten ab Südausgang, ohne Fahrräder."
)


@pytest.mark.parametrize(
    ("facts", "unasked"),
    [(("buses",), ["safe", "rights"]), (("buses", "cause", "safe"), []), ((), ["safe", "rights", "buses"])],
)
def test_all_that_is_known_is_not_an_answer(facts, unasked):
    judged = assess(POURED, needs=replace(ASKS, facts=facts), asked_for=facts, post_text=BUSES["de"])

    assert [each.params["fact"] for each in judged.findings if each.rule == "substance.unasked"] == unasked
    assert judged.criteria["substance"] == 1000 + len(unasked) * RULES["substance.unasked"].points


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_no_answer_is_worth_no_speed(language):
    here = {"needs": ASKS, "post_text": POST[language], "wait_ms": 60_000, "target_ms": 240_000}
    none, some = (assess(cases[language][0], language=language, **here) for cases in (NOT_AN_ANSWER, AN_ANSWER))

    speed = [(each.rule, each.span, each.points) for each in none.findings if each.criterion == "speed"]
    assert speed == [("speed.wait", None, 0), ("speed.no_answer", None, -1000)]
    assert (none.criteria["speed"], some.criteria["speed"]) == (0, 1000)
    assert [each.rule for each in some.findings if each.criterion == "speed"] == ["speed.wait"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_where_nobody_waited_no_speed_is_lost(language):
    judged = assess(NOT_AN_ANSWER[language][0], language=language, needs=ASKS, post_text=POST[language])

    assert "speed" not in judged.criteria
    assert [each.points for each in judged.findings if each.rule == "speed.no_answer"] == [0]


def test_an_echo_is_one_whatever_marks_stand_between_the_words():
    post = "Der Bus, nach Moorweiler: zieht! Und mein Koffer (ein neuer) ist nass, schon wieder. Was nun?"
    plain = "Der Bus nach Moorweiler zieht und mein Koffer ein neuer ist nass schon wieder was nun"

    assert find_echo(analyse(plain), post) is not None
    assert find_echo(analyse(post), plain) is not None
