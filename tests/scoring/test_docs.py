"""docs/scoring.md and the code say the same."""

import re
from pathlib import Path

from scenarios.core.vocabulary import CRITERIA
from scoring.core import SCORING_VERSION
from scoring.core.acts import DANGER_WEIGHT
from scoring.core.answering import ECHO, ECHO_WORDS, ELSEWHERE, LIST, LIST_WORDS, RUN, SHARE, TIMES
from scoring.core.authors import WINDOW
from scoring.core.channel import FEW, LEAST
from scoring.core.declared import CALM, NEXT_MS, WRITING_MS
from scoring.core.fingerprints import ALIKE, ROW
from scoring.core.hearing import degrees
from scoring.core.hearing.copying import HEAP, ORDERED
from scoring.core.hearing.copying import ROW as COPIED_ROW
from scoring.core.hearing.heard import HEARD
from scoring.core.hearing.repeating import POINTER
from scoring.core.hearing.signatures import FIGURES, LARGE, RARE, STATED
from scoring.core.hearing.signatures import SHORT as SHORT_WORD
from scoring.core.individuality import COPIED, OWN
from scoring.core.marks import LISTED, SPECIFIC
from scoring.core.notes import OWN_WORDS
from scoring.core.order import LEAST_AT_STAKE
from scoring.core.reuse import FEWEST
from scoring.core.rules import RULES
from scoring.core.shelf import SAME_SENTENCE, SAME_TEXT, SHORT
from scoring.core.speed import WORTHLESS_AFTER
from scoring.core.tone_rules import BASE, FACTORS, TONE, WEIGHTS
from scoring.core.triage import DANGER_TARGET_MS
from scoring.core.truth import MARGIN, SHARED
from scoring.core.veiled import SHOWN
from scoring.sentences import TEXTS
from tests.scoring.tricks.playing import TRICKS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
COMPUTED = {
    "tone.plain",
    "speed.wait",
    "speed.no_answer",
    "speed.closing",
    "individuality.template",
    "individuality.repeated",
    "individuality.earlier_run",
    "substance.missing",
    "substance.partly",
    *(rule for rule in RULES if rule.startswith("triage.")),
}


def rows(pattern):
    return re.findall(pattern, PAGE, flags=re.MULTILINE)


def test_every_rule_stands_there_with_its_points_and_its_source():
    stated = rows(r"^\| `([a-z_.]+)` \| ([^|]+) \| (\d+) \| (yes)? ?\| (.+) \|$")

    assert [(rule, int(most), critical == "yes") for rule, _, most, critical, _ in stated] == [
        (name, rule.most, rule.critical) for name, rule in RULES.items()
    ]
    assert {rule: points for rule, points, *_ in stated if rule not in COMPUTED} == {
        name: str(rule.points) for name, rule in RULES.items() if name not in COMPUTED
    }
    assert {rule: source for rule, *_, source in stated} == {
        name: text["source"]["en"] for name, text in TEXTS["rules"].items()
    }


def test_every_situation_stands_there_with_its_weights_and_factors():
    weights = rows(r"^\| ([a-z_]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$")
    factors = rows(r"^\| ([a-z_]+) \| `([a-z_.]+)` \| (\d+) % \|$")

    assert [(situation, *map(int, stated)) for situation, *stated in weights] == [
        (situation, *of.values()) for situation, of in WEIGHTS.items()
    ]
    assert [(situation, rule, int(percent)) for situation, rule, percent in factors] == [
        (situation, rule, percent) for situation, of in FACTORS.items() for rule, percent in of.items()
    ]


def test_every_rule_of_tone_stands_there_with_what_it_adds_to_the_subscores():
    stated = rows(r"^\| `(tone\.[a-z_]+)` \| ((?:[a-z_]+ -?\d+(?:, )?)+) \|$")

    assert [(rule, parts) for rule, parts in stated] == [
        (name, ", ".join(f"{part} {points}" for part, points in rule.parts.items()))
        for name, rule in TONE.items()
        if rule.parts
    ]


def test_everything_heard_is_described():
    described = {key for row in rows(r"^\| ((?:`\w+`(?:, )?)+) \| ") for key in re.findall(r"\w+", row)}

    assert described == set(HEARD)


def test_every_criterion_has_a_heading():
    assert rows(r"^### `(\w+)`$") == ["speed", "tone", "individuality", "privacy", "substance", "triage"]
    assert set(rows(r"^### `(\w+)`$")) == set(CRITERIA)


def test_the_thresholds_are_those_of_the_code():
    for sentence in (
        f"scoring version (now {SCORING_VERSION})",
        f"`openness` start at {BASE['openness']}; each finding",
        f"against {BASE['plain_language']}.",
        f"the same words from {SAME_SENTENCE} % likeness",
        f"two whole replies from {SAME_TEXT} %",
        f"fewer than {SHORT} words",
        f"A time of day, a link and a percentage weigh {FIGURES['time']} each",
        f"an amount of money {FIGURES['money']} (from {LARGE} on, or with cents, {FIGURES['money'] + 1})",
        f"a span of time or a code (RE 4) {FIGURES['span']}",
        f"`substance.partly` and loses {degrees.FIGURES} ‰ of its share",
        f"a sentence of the reply speaks (weight {degrees.LEAST} or more",
        f"is worth up to {degrees.TOUCHED} ‰",
        f"from {LARGE} on 2",
        f"word whose stem has {SHORT_WORD} letters or more weighs 2, else 1",
        f"in {RARE} others or more nothing",
        f"From {STATED} on the fact is stated",
        f"Up to {OWN} the criterion is 1000",
        f"the last {WINDOW} are compared in full",
        f"at least {ALIKE} ‰ of its words stand in rows of {ROW} words",
        f"at most {POINTER} words and marks that point to the notice",
        f"in rows of at least {FEWEST}, where only a part",
        f"words of at least {SPECIFIC} letters, and figures, of the customer's own post",
        f"at least {SHOWN} letters are shown",
        f"is 0 from {COPIED} on",
        f"({LEAST} letters and figures or more)",
        f"after {FEW} public turns",
        f"a time at least {MARGIN} minutes earlier",
        f"shares words of weight {STATED} with",
        f"or {SHARED} words where the post asks for it",
        f"{ECHO} ‰ of at least {ECHO_WORDS} words stand in the customer's post in rows of {RUN}",
        f"at least {ELSEWHERE} of the reply's words are another thread's, {TIMES} times as many",
        f"and {SHARE} ‰ of all",
        f"of {LIST_WORDS} words or more, less than {LIST} ‰",
        f"which is {WORTHLESS_AFTER} times the target",
        f"{DANGER_TARGET_MS // 1000} seconds where there is no target",
        f"0 without {OWN_WORDS} words that do not stand in the post",
        f"the root of reach × (anger + {CALM}), danger by {DANGER_WEIGHT}",
        f"{(WRITING_MS + NEXT_MS) // 1000} s before the target",
        f"less than {LEAST_AT_STAKE // 60_000} × 60 s lies between",
    ):
        assert sentence in PAGE


def test_what_is_copied_is_said_with_its_numbers():
    assert f"a row of {COPIED_ROW} words of the post or more, {LISTED} of its words one after the other" in PAGE
    assert f"A fact of which {COPIED_ROW} words or more stand in a row" in PAGE
    assert f"a row of at least {HEAP} words of the fact" in PAGE
    assert f"of whose pairs fewer than {ORDERED} ‰ stand so in the fact" in PAGE


def test_every_trick_that_is_tried_is_counted():
    assert f"there are {len(TRICKS)} cheap tricks" in PAGE
