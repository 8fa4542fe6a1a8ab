"""The pattern language of the lexicons."""

import pytest

from scoring.core.lexicon.compiling import PatternError, compile_rules
from scoring.core.patterns import find_matches
from scoring.core.text import analyse


def found(lines, text):
    analysed = analyse(text)
    index = compile_rules({"rule": lines}, forms={"gehen": frozenset({"gehen", "ging"})})
    matches = find_matches(index, analysed.tokens, analysed.sentences)
    return [" ".join(token.text for token in analysed.tokens[match.first : match.last]) for match in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("tut mir leid", "Das tut mir leid.", ["tut mir leid"]),
        ("tut|tun uns leid", "Sie tun uns leid", ["tun uns leid"]),
        ("entschuldig*", "Wir entschuldigen uns", ["entschuldigen"]),
        ("*idioten", "Vollidioten und Idiot", ["Vollidioten"]),
        ("es? tut leid", "Es tut leid, tut leid", ["Es tut leid", "tut leid"]),
        ("wir .. leider", "Wir können das hier leider nicht", ["Wir können das hier leider"]),
        ("wir .. leider", "Wir eins zwei drei vier fünf leider", []),
        ("wir .. leider", "Wir? Nein, leider", []),
        ("ab #", "ab 8:30 und ab morgen", ["ab 8:30"]),
        ("bis <time>", "bis 17 Uhr, bis 17", ["bis 17 Uhr"]),
        ("größe", "GROESSE", ["GROESSE"]),
        ("grosse|kleine|\n    mittlere hunde", "mittlere Hunde", ["mittlere Hunde"]),
        ("-- ein Kommentar\nhallo", "Hallo", ["Hallo"]),
        ("=gehen wir", "Gehen wir, ging wir, geht wir", ["Gehen wir", "ging wir"]),
        (
            "(keine sorge|kein problem) mehr",
            "Kein Sorge mehr, keine Sorge mehr, kein Problem mehr",
            ["keine Sorge mehr", "kein Problem mehr"],
        ),
    ],
)
def test_patterns_find_what_they_say(pattern, text, expected):
    assert found(pattern, text) == expected


def test_an_exclusion_takes_the_match_it_touches():
    assert found("sorge|sorgen\n! keine sorge", "Keine Sorge, aber Sorgen") == ["Sorgen"]


def test_matches_of_a_rule_do_not_overlap_and_the_longest_wins():
    assert found("tut leid\ntut leid sehr", "Tut leid sehr") == ["Tut leid sehr"]


@pytest.mark.parametrize("line", ["..", "hallo ..", "ab*", "es? uns?", "!", "=laufen", "(da", "ab <zeit>", "ab|"])
def test_a_pattern_that_says_nothing_is_refused(line):
    with pytest.raises(PatternError, match="rule"):
        compile_rules({"rule": line})


def test_a_line_that_cannot_be_read_is_named():
    with pytest.raises(PatternError) as caught:
        compile_rules({"rule": "hallo|\n  moin\n-- gut\nab*"})

    assert caught.value.line == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send us it.", ["Send us"]),
        ("Please call, send us it.", ["send us"]),
        ("Call and send us it.", ["send us"]),
        ("and they send us it", []),
        ("7 send us", []),
    ],
)
def test_what_opens_a_clause_has_nothing_but_a_mark_or_a_link_before_it(text, expected):
    assert found("^ send us", text) == expected


def test_a_gap_may_reach_to_the_last_word_and_no_further():
    assert found("one .. end", "one a b c end") == ["one a b c end"]
    assert found("one .. end", "One a b c d e end") == []


@pytest.mark.parametrize(("pattern", "text", "expected"), [("a? bus", "bus", ["bus"])])
def test_what_may_be_missing_has_a_word_before_its_mark(pattern, text, expected):
    assert found(pattern, text) == expected
