"""Whatever is written: no exception, no flood of findings, and no long wait."""

import time

import pytest

from scenarios.core.vocabulary import LANGUAGES
from scoring.core import read, warm_up
from scoring.core.tone_rules import TONE
from tests.scoring.replies import judge_text

ODD = {
    "emoji": "😀" * 10_000,
    "digits": "0" * 10_000,
    "spaced digits": "12 " * 3_333,
    "letters": "a" * 10_000,
    "insults": "Du Idiot! " * 1_000,
    "greetings": "Hallo " * 1_666,
    "sorry": "sorry, leider keine Entschuldigung. " * 280,
    "thanks": "Thank you for your patience, thanks. " * 270,
    "quotes": "„" * 10_000,
    "more quotes": '"a" ' * 2_500,
    "colons": "a: b c d e f " * 760,
    "arabic": "مرحبا كيف حالك " * 660,
    "control": "\x00\x07\u200b\u202e" * 2_500,
    "marks": "e\u0301\u0323" * 3_333,
    "capitals": "HILFE! " * 1_400,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ODD)
def test_findings_of_tone_are_as_many_as_count(name: str, language: str) -> None:
    judged = judge_text(ODD[name], language=language)

    for rule, of in TONE.items():
        assert sum(finding.rule == rule for finding in judged.findings) <= of.most
    assert 0 <= judged.criteria["tone"] <= 1000


@pytest.mark.parametrize("name", ODD)
def test_ten_thousand_characters_of_anything_are_read_in_time(name: str) -> None:
    warm_up()
    times = []
    for _ in range(3):
        started = time.process_time()
        read(ODD[name], language="de")
        times.append(time.process_time() - started)

    assert min(times) < 0.5
