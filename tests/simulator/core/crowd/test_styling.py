"""Ways of writing."""

import pytest

from simulator.core.crowd.styling import style_text, suits

TEXT = "Der Zug ist nicht da, @seenbahn. Das ist ja eine Frechheit."


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("lowercase", "der zug ist nicht da, @seenbahn. das ist ja eine frechheit."),
        ("shouting", "Der Zug ist nicht da, @seenbahn. DAS IST JA EINE FRECHHEIT!!!"),
        ("regional", "Der Zug is net da, @seenbahn. Das is ja ne Frechheit."),
        ("terse", "Der Zug ist nicht da, @seenbahn. Das ist eine Frechheit"),
        ("emoji", TEXT + " 🙄"),
        ("du", TEXT),
        ("sie", TEXT),
    ],
)
def test_a_style_changes_how_a_text_is_typed(style, expected):
    assert style_text(TEXT, styles=[style], language="de", drawn=0) == expected


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        (
            "terse",
            "I’m really asking for the whole street, not just for us.",
            "I’m asking for the whole street, not just for us",
        ),
        ("terse", "At Hollerau not even the lamp actually does.", "At Hollerau not even the lamp does"),
        ("regional", "So much glitter and so little railway, yes.", "So much glitter and so little railway, aye."),
        ("regional", "Nothing for my sister, mein Gott.", "Nowt for me sister, mein Gott."),
    ],
)
def test_english_keeps_its_articles_and_what_other_words_lean_on(style, text, expected):
    assert style_text(text, styles=[style], language="en", drawn=0) == expected


@pytest.mark.parametrize(("drawn", "expected"), [(0, "Da nchts mehr."), (1, "Da ncihts mehr.")])
def test_a_typo_swaps_or_loses_a_letter(drawn, expected):
    assert style_text("Da nichts mehr.", styles=["typos"], language="de", drawn=drawn) == expected


def test_a_text_without_a_long_word_has_no_typo():
    assert style_text("Na ja.", styles=["typos"], language="de", drawn=5) == "Na ja."


def test_handles_tags_and_links_stay_as_they_are():
    text = "@Seenbahn schau #RE4 auf https://seenbahn.example/Lage"

    assert style_text(text, styles=["lowercase", "shouting", "typos"], language="de", drawn=3).split()[0] == "@Seenbahn"
    assert "#RE4" in style_text(text, styles=["lowercase"], language="de", drawn=3)
    assert "https://seenbahn.example/Lage" in style_text(text, styles=["lowercase"], language="de", drawn=3)


def test_whoever_says_sie_says_nothing_with_ihr_and_the_other_way_round():
    assert [suits("Ihr lasst uns hängen.", [way]) for way in ("du", "sie")] == [True, False]
    assert [suits("Ich danke Ihnen.", [way]) for way in ("du", "sie")] == [False, True]
    assert [suits("Niemand meldet sich. Sie schweigen.", [way]) for way in ("du", "sie")] == [True, True]
