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
        ("en", "Dear Ms Frith: it left. Kind regards, Owen Bow", "Dear Mr Pugh - it left. Best wishes\nDana"),
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


def test_words_after_a_greeting_are_a_name_up_to_a_mark_only():
    assert prose("Hallo Frau Lange, Bus 3 kommt.") == prose("Bus 3 kommt.")
    assert prose("Hallo Bus 3 kommt.") == "bus 0 kommt"


def test_a_reply_that_is_only_a_name_is_no_signature():
    assert (prose("Dana"), read("Dana", language="en").prose.signature) == ("dana", None)


def test_sentences_stand_one_after_the_other_with_their_words_and_where_they_stand():
    told = read("Der Bus kommt. Er wartet, Jana!", language="de", names=frozenset({"jana"})).prose

    assert told.whole == "der bus kommt er wartet"
    assert [(each.words, each.bag, each.length, each.places) for each in told.sentences] == [
        ("der bus kommt", "bus der kommt", 3, (0, 1, 2)),
        ("er wartet", "er wartet", 2, (4, 5)),
    ]


@pytest.mark.parametrize("mark", list(",!.:-–;"))
def test_a_name_after_a_greeting_ends_at_any_mark(mark):
    assert prose(f"Hallo Jana Weber {mark} der Zug kommt.") == prose("Hallo, der Zug kommt.")


def test_a_team_may_call_itself_by_small_words():
    assert prose("Der Zug kommt. Ihr Team der Seenbahn") == prose("Der Zug kommt.")
    assert prose("Der Zug kommt. Ihr Team kommt morgen") != prose("Der Zug kommt.")
