"""A fact that is pasted behind a doubt, a denial or into a question is not told; one that is told in own words is."""

import pytest

from scenarios.core.timeline import Fact
from tests.scoring.core.hearing.worlds import FACTS, hear, make_world

BUSES = {language: next(fact.text for fact in FACTS[language] if fact.key == "buses") for language in FACTS}
TAKEN_BACK = {
    "de": [
        "Vielleicht: {buses}",
        "Hallo Anna, vielleicht. {buses}",
        "Angeblich: {buses}",
        "Falls das stimmt: {buses}",
        "Man hört so einiges: {buses}",
        "Es stimmt nicht, dass {buses}",
        "Ich bezweifle, dass {buses}",
        "Ich weiß nicht, ob {buses}",
        "Wussten Sie schon: Es gibt etwas Neues. {asked}",
        "{asked}",
        "{buses} Das ist gelogen.",
        "Vielleicht: Es gibt Neues. {buses}",
    ],
    "en": [
        "Maybe: {buses}",
        "Hi Anna, perhaps. {buses}",
        "Allegedly: {buses}",
        "If that is so: {buses}",
        "People say all sorts of things: {buses}",
        "It is not true that {buses}",
        "I doubt that {buses}",
        "I don't know whether {buses}",
        "Did you know: there is news. {asked}",
        "{asked}",
        "{buses} That is a lie.",
        "Maybe: there is news. {buses}",
    ],
}
TOLD = {
    "de": [
        "{buses}",
        "Hallo Anna, gut zu wissen: {buses}",
        "Das stimmt so nicht: {buses}",
        "Kein Problem: {buses}",
        "Es stimmt nicht, dass nichts fährt. {buses}",
        "Es stimmt nicht, dass nichts fährt, sondern {buses}",
        "Ich weiß nicht, ob Ihr Zug noch kommt. {buses}",
        "Ich glaube nicht, dass es klappt, aber {buses}",
        "Vielleicht hilft Ihnen das: {buses}",
        "Der Zug kommt heute vielleicht nicht mehr. {buses}",
        "{buses} Das ist nicht schön, ich weiß.",
        "{buses} Hilft Ihnen das?",
        "Ob Sie heute noch fahren? {buses}",
    ],
    "en": [
        "{buses}",
        "Hi Anna, good to know: {buses}",
        "That's not quite right: {buses}",
        "No problem: {buses}",
        "It isn't true that nothing runs. {buses}",
        "I don't know whether your train will come. {buses}",
        "I don't think that will work, but {buses}",
        "Maybe this helps: {buses}",
        "Your train may not come today. {buses}",
        "{buses} That is not nice, I know.",
        "{buses} Does that help?",
        "Whether you'll travel today? {buses}",
    ],
}


def write(text: str, *, language: str) -> str:
    return text.format(buses=BUSES[language], asked=BUSES[language].rstrip(".") + "?")


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in TAKEN_BACK.items() for text in texts])
def test_what_is_taken_back_is_not_told(language, text):
    assert "buses" not in hear(write(text, language=language), language=language).get("facts", ())


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in TOLD.items() for text in texts])
def test_what_stands_beside_a_doubt_is_told(language, text):
    assert "buses" in hear(write(text, language=language), language=language)["facts"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Vielleicht: Am Südausgang stehen Busse, alle 15 Minuten fährt einer."),
        ("en", "Maybe: there are buses at the south exit, one leaves every 15 minutes."),
    ],
)
def test_a_doubt_before_a_colon_holds_for_own_words_too(language, text):
    assert "buses" not in hear(text, language=language).get("facts", ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es stimmt nicht, dass der Schalter heute schließt: Er bleibt bis 20 Uhr offen."),
        ("en", "It is not true that the ticket office closes today; it stays open until 8 pm."),
    ],
)
def test_a_fact_that_denies_something_itself_is_told_by_its_own_words(language, text):
    world = make_world(language, facts=(*FACTS[language], Fact("office", text, 0, None)))
    known = frozenset({"office"})

    assert "office" in hear(text, language=language, world=world, known_facts=known)["facts"]


def test_a_contrast_that_stands_in_the_fact_itself_ends_no_doubt():
    """ "…, ohne Fahrräder" with an "aber" in it: whoever pastes that has said nothing of their own."""
    text = BUSES["de"].replace(", ohne", ", aber ohne")

    assert "buses" not in hear(f"Ich bezweifle, dass {BUSES['de']} {text}").get("facts", ())
