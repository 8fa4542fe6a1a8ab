"""Hand-over notes: what the next colleague finds in them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.core.notes import list_missing, read_note, value_note
from simulator.core.state import PostState, State, start_state
from tests.simulator.timelines import NEEDS, make_post, make_timeline

POST = {
    "de": "Mein Koffer liegt seit 14:20 Uhr im RE 4 nach Seebrück, roter Anhänger. Hilft mir jemand?",
    "en": "My suitcase has been on the RE 4 to Seabridge since 2:20 pm, red tag. Can anybody help me?",
}
GOOD = {
    "de": "Jana hat ihren roten Koffer im RE 4 vergessen. Bitte Zugteam anrufen, sie wartet bis 16 Uhr.",
    "en": "Jana left her red suitcase on the RE 4. Please call the train crew, she expects an answer by 4 pm.",
}


def see(language: str, *, danger: str = "") -> State:
    text = POST[language]
    timeline = make_timeline(posts=(make_post("bag-1", "bag", at_ms=0, text=text),), language=language)
    state = start_state(timeline)
    state.cast = {"jana": {"name": "Jana Kühn", "handle": "@jana_k"}}
    needs = replace(NEEDS, danger=danger)
    state.posts["bag-1"] = PostState("bag-1", 2, 0, "bag", "jana", text, needs)
    return state


def lacks(words: str, *, language: str = "de", danger: str = "") -> list[str]:
    return list_missing(read_note(words, see(language, danger=danger), "bag-1"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_note_that_one_can_work_from_lacks_nothing(language):
    note = read_note(GOOD[language], see(language, danger="accident"), "bag-1")

    assert (list_missing(note), value_note(note)) == ([], 1000)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_copy_of_the_post_says_nothing_of_its_own(language):
    for words in (POST[language], f"„{POST[language]}“", POST[language].upper(), f"{POST[language]} ok", ""):
        note = read_note(words, see(language), "bag-1")
        assert (note["own"], value_note(note)) == (0, 0), words


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Bitte den Koffer im RE 4 suchen lassen", ["who"]),
        ("@jana_k braucht ihren Koffer aus dem RE 4 zurück", []),
        ("Kundin vermisst Koffer im RE 4, wen frage ich?", []),
        ("Kundin vermisst den roten Koffer im RE 4", ["needed"]),
        ("Die Kundin ist sehr aufgebracht, bitte übernehmen", ["what"]),
        ("zur Kenntnis von uns allen hier", ["who", "what"]),
    ],
)
def test_it_says_who_what_and_what_is_needed(words, missing):
    assert lacks(words) == missing


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Please search the RE 4 for the suitcase", ["who"]),
        ("Passenger left a red suitcase on the RE 4", ["needed"]),
        ("The passenger is very upset, can you call?", ["what"]),
        ("Jana's suitcase is on the RE 4, who could look?", []),
    ],
)
def test_it_does_in_english(words, missing):
    assert lacks(words, language="en") == missing


def test_what_the_post_asks_is_not_what_the_note_asks_for():
    """The post ends with a question; it goes along by itself."""
    assert lacks(f"Das schreibt die Kundin uns gerade so: {POST['de']}") == ["needed"]


@pytest.mark.parametrize(("words", "missing"), [("", ["urgent"]), (" Dringend!", []), (" Bis 15:00 Uhr.", [])])
def test_in_danger_it_says_how_soon(words, missing):
    calm = "Jana Kühn sitzt im RE 4 und sucht den Koffer, bitte übernehmen."

    assert lacks(calm + words, danger="accident") == missing
    assert lacks(calm + words) == []


def test_a_note_is_worth_the_share_of_what_is_in_it():
    assert [value_note({"own": 1, "who": who, "what": 1, "needed": 0}) for who in (0, 1)] == [333, 666]
    assert value_note({"own": 0, "who": 1, "what": 1, "needed": 1}) == 0


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_adding_to_it_never_takes_away(text):
    state = see("de")
    bare, more = (read_note(words, state, "bag-1") for words in (text, f"{text}\n{GOOD['de']}"))

    assert set(bare.values()) <= {0, 1}
    assert all(more[name] >= bare[name] for name in bare)
