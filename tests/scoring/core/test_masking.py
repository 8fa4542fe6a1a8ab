"""What is left of a reply when everything that any reply may share is taken out."""

import pytest

from scoring.core import read


def prose(text, *, language="de", names=frozenset()):
    return read(text, language=language, names=names).prose.whole


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "de",
            "Hallo Frau Özkan, der Bus 14 fährt um 8:30. ^TB",
            "Guten Tag Herr Lange, der Bus 9 fährt um 17:45. ^MK",
        ),
        ("de", "@jana_k Mehr auf a.example/x. Viele Grüße", "@ole Mehr auf b.example/y. Mit freundlichen Grüßen"),
        ("de", "Hallo {name}, der Bus kommt. {agent}", "Hallo Jana, der Bus kommt. Sevgi Ö."),
        ("en", "Hi Mrs Frith, bus 14 leaves at 8:30. Owen", "Hello Mr Pugh! Bus 9 leaves at 17:45. ^CW"),
    ],
)
def test_greetings_names_numbers_links_and_signatures_are_taken_out(language, one, other):
    assert prose(one, language=language) == prose(other, language=language)


def test_a_name_of_the_run_is_taken_out_wherever_it_stands():
    names = frozenset({"nele"})

    assert prose("Das wird knapp, Nele.", names=names) == prose("Das wird knapp.")


def test_words_that_are_no_formula_stay():
    assert prose("Hallo zusammen, der Bus kommt.") == "zusammen der bus kommt"


def test_the_last_sentence_is_a_signature_only_if_it_is_a_name():
    assert [bool(read(text, language="en").prose.signature) for text in ("It works. Dana", "It works. It does")] == [
        True,
        False,
    ]
