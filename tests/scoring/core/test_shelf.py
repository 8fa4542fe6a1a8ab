"""What was written before, found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from scoring.core import Shelf, read
from scoring.core.shelf import REMEMBERED, SAME_SENTENCE, Texts, is_short

texts = st.lists(st.text("abc ", min_size=1, max_size=12), max_size=20)


@given(before=texts, after=texts, asked=st.text("abc ", min_size=1, max_size=12))
def test_what_was_looked_up_is_found_as_if_for_the_first_time_whatever_is_added_meanwhile(before, after, asked):
    often, once = Texts(cutoff=SAME_SENTENCE), Texts(cutoff=SAME_SENTENCE)
    for place, text in enumerate([*before, *after]):
        often.find(asked)
        often.add(text, place)
        once.add(text, place)

    assert often.find(asked) == once.find(asked)


@given(written=texts, asked=st.text("abc ", min_size=1, max_size=12))
def test_the_first_writer_of_what_is_most_alike_is_found_as_if_every_text_were_kept(written, asked):
    kept = Texts(cutoff=SAME_SENTENCE)
    for place, text in enumerate(written):
        kept.add(text, place)
    alike = [fuzz.ratio(asked, text) for text in written]

    found = kept.find(asked)

    best = max((percent for percent in alike if percent >= SAME_SENTENCE), default=None)
    assert [(hit.percent, hit.writers[0]) for hit in found[:1]] == ([] if best is None else [(best, alike.index(best))])
    assert {place for hit in found for place in hit.writers} == {
        place for place, percent in enumerate(alike) if percent >= SAME_SENTENCE
    }


def test_only_so_much_is_remembered():
    kept = Texts(cutoff=SAME_SENTENCE)
    kept.add("der bus faehrt", 1)
    for nth in range(10 * REMEMBERED):
        kept.find(f"der bus {nth}")

    assert len(kept._found) <= REMEMBERED


@pytest.mark.parametrize("text", ["Danke dir sehr!", "Der Bus fährt um 19 Uhr 45.", "Ab 7:30 pm. Wir sind da, ok?"])
def test_masked_words_are_counted_by_their_blanks(text):
    sentences = read(text, language="de").prose.sentences

    assert [is_short(each.words) for each in sentences] == [each.length < 4 for each in sentences]


def test_a_shelf_knows_who_wrote_on_it():
    shelf = Shelf((name, read("Der Bus fährt heute.", language="de").prose) for name in ("first", 7))

    assert (shelf.writers, shelf.wholes.find("der bus faehrt heute")[0].writers) == (["first", 7], ["first", 7])


def test_what_is_kept_is_found_and_says_whether_everybody_could_read_it():
    shelf = Shelf()
    reading = read("Der Koffer steht am Schalter, Ihre Frau Weber.", language="de")
    shelf.keep(7, reading, is_public=False)
    shelf.keep(9, reading, is_public=True)

    [sentence, *_] = reading.prose.sentences
    assert [hit.writers for hit in shelf.sentences.find(sentence.words)] == [[7, 9]]
    assert (shelf.writers, shelf.public, shelf.forms) == ([7, 9], {9}, dict.fromkeys((7, 9), reading.formality))
