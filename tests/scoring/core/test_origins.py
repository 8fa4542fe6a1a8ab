"""Where repeated words stood before."""

import pytest

from scoring.core.origins import find_origin


@pytest.mark.parametrize(
    ("language", "words", "text", "origin"),
    [
        (
            "de",
            "Der Bus nach Seedorf fährt heute",
            "Hallo Ole, ach je. 👍 Der Bus nach Seedorf fährt heute nur bis Hafen. Danke!",
            "Der Bus nach Seedorf fährt heute nur bis Hafen.",
        ),
        (
            "en",
            "Your ticket is with our engineers now.",
            "Hi Ole, oh no! Your ticket is with our engineers. Bear with us.",
            "Your ticket is with our engineers.",
        ),
    ],
)
def test_it_is_the_sentence_that_is_most_alike(language, words, text, origin):
    span = find_origin(words, text, language=language)

    assert span is not None
    # The emoji is one grapheme and one character.
    assert text[slice(*span)].strip() == origin


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("", "Das eine. Das andere."),
        ("Das eine kommt heute. Das andere kommt erst morgen früh.", "Das eine kommt heute. Das andere kommt morgen."),
        ("Ganz anderes steht hier.", "Der Bus fährt um acht. Die Bahn kommt morgen."),
    ],
)
def test_else_it_is_all_of_it(words, text):
    assert find_origin(words, text, language="de") is None
