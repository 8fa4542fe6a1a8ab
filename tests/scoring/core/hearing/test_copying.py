"""Rows of words that were copied, heaps of words, and what is the customer's own."""

import pytest

from scoring.core.hearing.copying import find_rows, is_heap, list_norms, make_wording, rows_of
from scoring.core.text import analyse
from tests.scoring.core.hearing.worlds import FACTS, hear

FACT = "Ersatzbusse fahren alle 15 Minuten ab Südausgang, ohne Fahrräder."
POST = {
    "de": "Fahren die Ersatzbusse denn noch alle 15 Minuten ab Südausgang?",
    "en": "Do replacement buses still leave every 15 minutes from the south exit?",
}


def norms_of(text):
    return [norm for norm, _ in list_norms(analyse(text))]


def test_five_words_in_a_row_are_copied_and_four_are_not():
    text = analyse("Ja: alle 15 Minuten ab Südausgang!")

    assert sorted(find_rows(text, rows_of(FACT))) == [2, 3, 4, 5, 6]
    assert find_rows(analyse("alle 15 Minuten ab Nordausgang"), rows_of(FACT)) == frozenset()


def test_case_and_marks_do_not_matter_for_a_row():
    assert len(find_rows(analyse("MINUTEN ab südausgang ohne, Fahrräder"), rows_of(FACT))) == 5


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        (" ".join(sorted(norms_of(FACT))), True),
        (" ".join(reversed(norms_of(FACT))), True),
        (", ".join(sorted(norms_of(FACT))), True),
        (FACT, False),
        ("Ab Südausgang fahren alle 15 Minuten Ersatzbusse, Fahrräder leider nicht.", False),
        ("Ohne Fahrräder: ab Südausgang fahren alle 15 Minuten Ersatzbusse.", False),
        ("Minuten alle Fahrräder ohne 15", False),
    ],
)
def test_a_heap_is_six_words_or_more_in_no_order_of_the_fact(text, is_it):
    assert is_heap(norms_of(text), make_wording([FACT])) == is_it


def test_a_heap_in_the_middle_of_a_sentence_is_one():
    heap = " ".join(sorted(norms_of(FACT)))

    assert is_heap(norms_of(f"Hallo Anna, wie gesagt {heap} und schönen Tag"), make_wording([FACT]))


@pytest.mark.parametrize("language", FACTS)
def test_no_heap_states_a_fact(language):
    fact = next(fact.text for fact in FACTS[language] if fact.key == "buses")

    assert "buses" in hear(fact, language=language)["facts"]
    assert hear(" ".join(sorted(norms_of(fact))), language=language).get("facts") is None


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        ("de", "Und zwar: alle 15 Minuten ab Südausgang.", ()),
        ("de", "Ja, alle 15 Minuten ab Südausgang, ohne Fahrräder.", ["buses"]),
        ("de", "Ersatzbusse fahren weiter, am südlichen Ausgang, Räder bleiben draußen.", ()),
        ("en", "So: every 15 minutes from the south exit.", ()),
        ("en", "Yes, every 15 minutes from the south exit, without bikes.", ["buses"]),
    ],
)
def test_a_row_of_the_customer_s_own_words_tells_nothing_but_behind_a_yes(language, text, facts):
    assert tuple(hear(text, language=language, post_text=POST[language]).get("facts", ())) == tuple(facts)
