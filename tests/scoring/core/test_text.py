"""Cleaning, cutting, and spans that count what a person sees."""

import re
import unicodedata

import pytest

from scoring.core.text import CLEAN, GRAPHEME, analyse, fold

FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


def words(text):
    return [token.text for token in analyse(text).tokens]


def sentences(text):
    analysed = analyse(text)
    return [" ".join(token.text for token in analysed.tokens[first:last]) for first, last in analysed.sentences]


def test_folding_knows_umlauts_sharp_s_and_apostrophes():
    assert [fold(word) for word in ("Größe", "GROESSE", "geht’s")] == ["groesse", "groesse", "geht's"]


def test_white_space_zero_width_characters_and_unicode_form_leave_no_trace():
    plain = analyse("Schöne Grüße, Jana!")

    for other in (
        "  Schöne\n\nGrüße,\tJana! ",
        "Scho\u0308ne Gru\u0308ße, Jana!",
        "Schö\u200bne\u00ad Grüße, Ja\u2060na!",
    ):
        assert analyse(other).clean == plain.clean


@pytest.mark.parametrize("text", ["Schöne Grüße, Jana!", "„Gleis 4“ – it’s 12:30 Uhr.", "x", "a  b", " a", "a…", "é́"])
def test_texts_that_need_no_cleaning_come_out_as_if_they_were_cleaned(text, monkeypatch):
    short = analyse(text)
    monkeypatch.setattr("scoring.core.text.CLEAN", re.compile(r"(?!)"))

    assert short == analyse(text)


def test_no_character_that_cleaning_would_change_or_join_passes_for_clean():
    clean = [character for character in map(chr, range(0x2500)) if CLEAN.fullmatch(character)]

    for character in clean:
        assert unicodedata.normalize("NFKC", character) == character
        assert GRAPHEME.findall(character * 2) == [character, character]
    assert not any(character.isspace() or unicodedata.category(character)[0] in "CM" for character in clean)


def test_spans_count_graphemes_of_the_text_as_it_was_sent():
    text = analyse(f"{FAMILY} Scho\u0308n,\r\n\r\nsorry!")

    [sorry] = [nth for nth, token in enumerate(text.tokens) if token.norm == "sorry"]

    assert text.span(sorry, sorry + 1) == (10, 15)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("um 17:30 Uhr", ["word", "time"]),
        ("@jana.k #bahn ^TB", ["handle", "tag", "initials"]),
        ("hilfe@seenbahn.example", ["mail"]),
        ("seenbahn.example/taxi", ["link"]),
        ("RE14 kostet 4,50", ["code", "word", "number"]),
        ("{name}", ["placeholder"]),
    ],
)
def test_tokens_know_their_kind(text, kinds):
    assert [token.kind for token in analyse(text).tokens] == kinds


def test_a_link_does_not_swallow_the_full_stop():
    assert words("Mehr auf https://seenbahn.example/a.") == ["Mehr", "auf", "https://seenbahn.example/a", "."]


def test_sentences_end_where_people_end_them():
    assert sentences("Am 3. Mai, z. B. um 8.30 Uhr. Ja! Geht das?") == [
        "Am 3 . Mai , z . B . um 8.30 Uhr .",
        "Ja !",
        "Geht das ?",
    ]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ja. Ohne Punkt am Ende", ["Ja .", "Ohne Punkt am Ende"]),
        ("Wirklich?! Ja!!! Gut", ["Wirklich ? !", "Ja ! ! !", "Gut"]),
        ("„Nein!“ So sei es. (Sagte er.) Gut.", ["„ Nein ! “", "So sei es .", "( Sagte er . )", "Gut ."]),
        (". Gut", [".", "Gut"]),
    ],
)
def test_a_sentence_takes_along_all_that_ends_it(text, cut):
    assert sentences(text) == cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Bis zum 12. Mai. Gut.", ["Bis zum 12 . Mai .", "Gut ."]),
        ("Es waren 100. Mai ist es.", ["Es waren 100 .", "Mai ist es ."]),
        ("Ich nehme 3. Danke.", ["Ich nehme 3 .", "Danke ."]),
        ("Wir sagen es allen. Mai ist es.", ["Wir sagen es allen .", "Mai ist es ."]),
        ("Bei Bahn Co., Gleis 4. Gut.", ["Bei Bahn Co . , Gleis 4 .", "Gut ."]),
        ("Das ist so. bald mehr.", ["Das ist so . bald mehr ."]),
        ("Mehr hier. seenbahn.example/a", ["Mehr hier .", "seenbahn.example/a"]),
    ],
)
def test_a_full_stop_ends_nothing_within_a_date_an_abbreviation_or_before_a_small_letter(text, cut):
    assert sentences(text) == cut


def test_a_tag_is_matched_as_the_word_it_tags():
    assert [token.norm for token in analyse("#Verspätung #R").tokens] == ["verspaetung", "r"]


def test_nothing_is_a_text_too():
    assert analyse(" \u200b\n") == analyse("")
