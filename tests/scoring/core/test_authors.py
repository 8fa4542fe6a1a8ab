"""An archive is compared in a time that does not grow with it, and nothing that is the same to the word is missed."""

from scoring.core import Shelf, read
from scoring.core.authors import WINDOW, Author, LongAgo
from scoring.core.reuse import compare


def prose(text):
    return read(text, language="de").prose


def number(nth):
    """A word for a number that is like no other's."""
    return "".join(chr(97 + int(digit)) * 3 for digit in f"{nth:05d}")


def write(nth):
    return f"Der Koffer {number(nth)} steht {number(7 * nth)} am Schalter {number(13 * nth)}."


def test_what_is_near_is_found_within_the_window_and_what_is_the_same_beyond_it():
    author = Author()
    for nth in range(WINDOW + 10):
        author.compare(prose(f"{write(nth)} Gern!"))
    near = prose(f"Der Koffer {number(WINDOW)} steht {number(7 * WINDOW)} am Tresen {number(13 * WINDOW)}.")

    assert author.compare(near) > 700
    assert author.compare(prose(f"{write(3)} Gern!")) == 1000
    assert author.compare(prose(f"Ach je, ganz ohne Vorbild. {write(4)}")) > 400


def test_within_the_window_an_archive_is_compared_as_a_run_is():
    author, shelf = Author(), Shelf()
    texts = [write(nth // 2) if nth % 3 else write(nth) for nth in range(60)]

    for nth, text in enumerate(texts, start=1):
        expected = compare(prose(text), shelves=[shelf], exempt=Shelf()).likeness
        assert author.compare(prose(text)) == expected
        shelf.add(nth, prose(text))


def test_no_more_is_kept_than_the_window():
    author = Author()
    for nth in range(3 * WINDOW):
        author.compare(prose(write(nth)))

    assert author.kept == WINDOW
    assert len(author.shelf.writers) == WINDOW


def test_what_is_taken_off_a_shelf_is_as_if_it_had_never_stood_there():
    shelf, other = Shelf(), Shelf()
    for nth in (1, 2, 1):
        shelf.add(nth * 10 + len(shelf.writers), prose(write(nth)))
    shelf.drop(10, prose(write(1)))
    other.add(21, prose(write(2)))
    other.add(12, prose(write(1)))

    for nth in (1, 2, 3):
        asked = prose(write(nth))
        one, two = (compare(asked, shelves=[each], exempt=Shelf()).likeness for each in (shelf, other))
        assert one == two


def test_what_was_written_long_ago_is_known_by_sentence_and_as_a_whole():
    long_ago = LongAgo()
    said = prose("Der Koffer steht noch am Schalter. Holen Sie ihn bitte bis morgen ab.")
    long_ago.add(said)
    words = said.sentences[1].words.split(" ")

    found = long_ago.find_sentence(words)

    assert found is not None
    assert (found.likeness, found.places) == (1000, tuple(range(len(words))))
    assert long_ago.find_sentence(words[1:]) is None
    assert long_ago.find_whole(said.whole) is not None
    assert long_ago.find_whole(said.sentences[1].words) is None
