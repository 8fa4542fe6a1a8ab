"""One time of day is one figure, however it is written, and so is a span, an amount, a train."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.core.hearing import figures as module
from scoring.core.hearing.figures import BEGINNINGS, find_figures
from scoring.core.lexicon.counting import AFTER_CLOCK, BEFORE_CLOCK, MINUTES, PERCENT
from scoring.core.text import analyse

WORDS = sorted(
    {*BEGINNINGS["de"], *BEGINNINGS["en"], *BEFORE_CLOCK["de"], *BEFORE_CLOCK["en"], *AFTER_CLOCK, *MINUTES, *PERCENT}
    | {"zug", "QX", "218", "ICE", "7", "19:45", "uhr", "o'clock", "past", "of", "and", "a1b", "www.bus.example", "."}
)


def figures(text: str, language: str) -> list[str]:
    found = find_figures(analyse(text).tokens, language=language)
    assert all(value.startswith(f"{figure.kind}:") for figure in found for value in figure.values)
    return [" ".join(figure.values) for figure in found]


@pytest.mark.parametrize(
    "text",
    ["um 19:45", "um 19.45 Uhr", "um 19 Uhr 45", "um 19:45."],
)
def test_a_time_is_the_same_in_every_german_spelling(text):
    assert figures(text, "de") == ["time:1185"]


@pytest.mark.parametrize("text", ["at 19:45", "at 7.45 pm", "at 7:45pm.", "by 7:45 p.m. tonight"])
def test_a_time_is_the_same_in_every_english_spelling(text):
    assert figures(text, "en")[0] == "time:1185"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("um viertel vor acht", "de"),
        ("um dreiviertel acht", "de"),
        ("um Viertel vor 8", "de"),
        ("at quarter to eight", "en"),
        ("at a quarter to 8", "en"),
    ],
)
def test_a_spoken_hour_is_morning_or_evening(text, language):
    assert figures(text, language) == ["time:465 time:1185"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("halb acht", "de", ["time:450 time:1170"]),
        ("half past seven", "en", ["time:450 time:1170"]),
        ("zehn nach acht", "de", ["time:490 time:1210"]),
        ("fünf vor halb acht", "de", ["time:445 time:1165"]),
        ("acht Uhr dreißig", "de", ["time:510 time:1230"]),
        ("bis 18 fährt der Bus", "de", ["time:1080"]),
        ("by eight tonight", "en", ["time:480 time:1200", "day:tonight"]),
        ("24 Uhr, um Mitternacht", "de", ["time:0", "time:0"]),
        ("12 am and noon", "en", ["time:0", "time:720"]),
        ("in zehn Minuten", "de", ["span:10"]),
        ("anderthalb Stunden, 90 Minuten", "de", ["span:90", "span:90"]),
        ("an hour and a half, half an hour", "en", ["span:90", "span:30"]),
        ("a quarter of an hour, eine Viertelstunde", "en", ["span:15", "span:15"]),
        ("48 Stunden sind 2 Tage", "de", ["span:2880", "span:2880"]),
        ("25 % und 25 Prozent", "de", ["percent:25", "percent:25"]),
        ("4,50 Euro, 4.50 €, €4.50", "de", ["money:450", "money:450", "money:450"]),
        ("QX 218 ab Gleis 3", "de", ["code:qx218", "number:3"]),
        ("QX218, RB-31", "de", ["code:qx218", "code:rb31"]),
        ("3.000 Leute", "de", ["number:3000"]),
        ("3,000 people", "en", ["number:3000"]),
        ("bis morgen, am Freitag", "de", ["day:morgen", "day:freitag"]),
        ("Guten Morgen, guten morgen", "de", []),
        ("19 Uhr 90 Leute", "de", ["time:1140", "number:90"]),
        ("19 Uhr 5 Leute", "de", ["time:1140", "number:5"]),
        ("acht Uhr sechzig Leute", "de", ["time:480 time:1200", "number:60"]),
        ("um 23:59, nie um 23:60", "de", ["time:1439"]),
        ("um 24:00, nie um 25:00", "de", ["time:0"]),
        ("acht Uhr zwei", "de", ["time:482 time:1202"]),
        ("platform eight of ten", "en", ["number:8", "number:10"]),
        ("https://www.bahn.example/fund", "de", ["link:bahn.example/fund"]),
    ],
)
def test_other_figures(text, language, found):
    assert figures(text, language) == found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["19 Uhr 45", "zehn nach acht", "fünf vor halb acht", "acht Uhr dreißig", "Mitternacht"]),
        ("de", ["zehn Minuten", "eine Stunde", "anderthalb Stunden", "Viertelstunde", "2 Tage"]),
        ("de", ["25 %", "4,50 Euro", "€ 20", "QX 218", "RB-31", "Freitag", "3.000"]),
        ("en", ["an hour and a half", "half an hour", "quarter of an hour", "25 per cent", "$ 5", "half past seven"]),
    ],
)
def test_a_figure_is_all_the_words_that_it_is_written_in(language, words):
    text = " und ".join(words) if language == "de" else " and also ".join(words)
    found = analyse(text)

    assert [
        text[slice(*found.span(figure.first, figure.last))] for figure in find_figures(found.tokens, language=language)
    ] == words


@given(words=st.lists(st.sampled_from(WORDS), max_size=8), language=st.sampled_from(["de", "en"]))
def test_no_figure_begins_where_none_is_looked_for(words, language):
    tokens = analyse(" ".join(words)).tokens
    found = find_figures(tokens, language=language)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_may_begin", lambda token, language: True)

        assert find_figures(tokens, language=language) == found


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("zwischen 14 und 16 Uhr", "de", "time:840"),
        ("von 14 bis 16 Uhr", "de", "time:840"),
        ("14-16 Uhr", "de", "time:840"),
        ("between 2 and 4 pm", "en", "time:120 time:840"),
        ("2 to 4 pm", "en", "time:120 time:840"),
        ("0 bis 2 Uhr", "de", "time:0 time:720"),
        ("24 bis 2 Uhr", "de", "time:0"),
        ("25 bis 2 Uhr", "de", "number:25"),
        ("13 bis 16 Uhr", "de", "time:780"),
        ("014 bis 16 Uhr", "de", "number:014"),
        ("bis 012 fährt der Bus", "de", "number:012"),
        ("bis 25 fährt der Bus", "de", "number:25"),
        ("bis 24 fährt der Bus", "de", "time:0"),
    ],
)
def test_the_first_hour_of_a_range_is_a_time_as_well(text, language, first):
    assert figures(text, language)[0] == first


@pytest.mark.parametrize(("text", "language"), [("Gleis 14 und 16 Uhr", "de"), ("room 2 and 4 pm", "en")])
def test_a_number_beside_a_time_is_none(text, language):
    assert figures(text, language)[0].startswith("number:")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "A quarter of your fare comes back", "percent:25"),
        ("en", "half of it", "percent:50"),
        ("de", "ein Viertel des Fahrpreises", "percent:25"),
        ("de", "die Hälfte davon", "percent:50"),
    ],
)
def test_a_share_in_words_is_a_percentage(language, text, value):
    assert [figure.values for figure in find_figures(analyse(text).tokens, language=language)] == [(value,)]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "a quarter of eight"), ("en", "half the train"), ("de", "viertel vor acht")]
)
def test_a_quarter_of_an_hour_is_none(language, text):
    found = find_figures(analyse(text).tokens, language=language)

    assert [figure for figure in found if figure.kind == "percent"] == []
