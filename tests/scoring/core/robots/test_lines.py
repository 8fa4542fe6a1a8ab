"""What robots say of themselves: whole, in both languages, and as bad as it is meant to be."""

import re

import pytest

from scenarios.core.variables import find_unknown
from scenarios.core.vocabulary import ACTS, LANGUAGES
from scoring.core import judge, read
from scoring.core.context import context_alone
from scoring.core.robots.lines import LINES, list_lines, speak_to

KNOWN = ("name", "handle", "brand", "agent", "facts", "text", "channel")
LONGEST = 260
FEWEST = {"note": 2, "notice": 2, "brusher": 1}


def test_both_languages_have_lines_of_every_kind():
    assert {language: sorted(LINES[language]) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, sorted(LINES["de"])
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ["du", "sie"])
def test_every_line_is_whole(language: str, address: str):
    for kind, lines in LINES[language].items():
        assert len(set(lines)) == len(lines) >= FEWEST.get(kind, 3), kind
        for line in lines:
            spoken = speak_to(line, address=address)
            assert not re.search(r"[\[\]|]", spoken), line
            assert find_unknown(spoken, allowed=KNOWN) == [], line
            assert len(spoken) <= LONGEST, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brand_decides_how_people_are_spoken_to(language: str):
    for address, wrong in (("du", "sie"), ("sie", "du")):
        for kind, lines in LINES[language].items():
            for line in lines if kind not in ("note", "alarm") else ():  # colleagues say du
                assert read(speak_to(line, address=address), language=language).formality != wrong, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_breaks_privacy_asks_in_public_and_nobody_else_does(language: str):
    for kind in LINES[language]:
        for line in list_lines(language, kind):
            said = judge(read(speak_to(line, address="sie"), language=language), context_alone(language=language))
            assert bool(said.heard.get("asked")) == (kind == "privacy_breaker"), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_promises_too_much_is_heard_doing_so(language: str):
    for line in list_lines(language, "overpromiser"):
        said = judge(read(speak_to(line, address="sie"), language=language), context_alone(language=language))
        assert said.heard.get("overpromises"), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_stuffs_does_nearly_everything_that_a_reply_can_do(language: str):
    for line in list_lines(language, "stuffer"):
        said = judge(read(speak_to(line, address="sie"), language=language), context_alone(language=language))
        assert len(said.heard["acts"]) >= len(ACTS) - 3, (line, set(ACTS) - set(said.heard["acts"]))
