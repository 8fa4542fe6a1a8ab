"""A reply as a whole: any text will do, and what must never matter never does."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.vocabulary import CRITERIA, LANGUAGES
from scoring.core import SCORING_VERSION, read, warm_up
from scoring.core.rules import RULES
from simulator.core.events import canonical
from tests.scoring.replies import as_templates, judge_text

ROOT = Path(__file__).resolve().parents[3]
HELP = {
    "de": "Das ist ärgerlich, und es lag an uns. Der Ersatzbus fährt um 8:30 ab Gleis 4, das Taxi geht auf uns.",
    "en": "That is annoying, and it was our fault. The spare bus leaves at 8:30 from platform 4, the taxi is on us.",
}
ODD = [
    "",
    "😀😀😀",
    "مرحبا، القطار متأخر",
    "\u200b\u200d\ufeff",
    "\x01\x02\x1b[0m",
    "a" * 10_000,
    "Hallo! " * 1_400,
    "1 " * 5_000,
    "a.a" * 3_300,
    "Hi Jana, wir kommen, we are late, désolé.",
    "e\u0301" * 500,
    "{name} {agent} {",
    "^ @ # http:// www. +49",
]

pieces = st.sampled_from(
    [
        "Hallo",
        "Jana",
        "leider",
        "wir",
        "bis 17 Uhr",
        "DM",
        "?",
        "!",
        ".",
        "Kundennummer",
        "Fehler",
        "tut",
        "uns",
        "leid",
    ]
)
texts = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=15).map(" ".join))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_text_is_judged_in_whole_numbers(language, text):
    data = judge_text(text, language=language, earlier=[HELP[language]]).to_data()

    assert canonical(data)
    assert data["scoring"] == SCORING_VERSION
    assert all(0 <= value <= 1000 for value in data["criteria"].values())


@given(text=texts, language=st.sampled_from(LANGUAGES))
@settings(deadline=None, max_examples=150)
def test_findings_are_of_known_rules_and_lie_within_the_text(text, language):
    judged = judge_text(text, language=language)

    length = len(read(text, language=language).text.origins) and max(read(text, language=language).text.origins) + 1
    for finding in judged.findings:
        assert finding.criterion == RULES[finding.rule].criterion
        assert finding.criterion in CRITERIA
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= length


@given(text=texts, language=st.sampled_from(LANGUAGES), form=st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
@settings(deadline=None, max_examples=150)
def test_unicode_form_never_moves_a_score(text, language, form):
    text = unicodedata.normalize("NFC", text)

    assert scores(unicodedata.normalize(form, text), language) == scores(text, language)


@given(words=st.lists(pieces, min_size=1, max_size=12), gap=st.sampled_from(["  ", "\n", "\t", " \u200b", "\u00a0"]))
@settings(deadline=None, max_examples=100)
def test_white_space_and_zero_width_characters_never_move_a_score(words, gap):
    assert scores(gap.join(words), "de") == scores(" ".join(words), "de")


@given(text=texts)
@settings(deadline=None, max_examples=100)
def test_an_insult_never_helps(text):
    assert judge_text(f"{text} Du Idiot").criteria["tone"] == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "greeting", [{"de": "Hallo Jana,", "en": "Hi Jana,"}, {"de": "Guten Morgen,", "en": "Good morning,"}]
)
def test_a_greeting_never_hurts(language, greeting):
    greeted = f"{greeting[language]} {HELP[language][0].lower()}{HELP[language][1:]}"

    with_it, without_it = (judge_text(text, language=language).criteria for text in (greeted, HELP[language]))

    assert with_it["tone"] > without_it["tone"]
    assert with_it["individuality"] == without_it["individuality"]


@given(text=texts)
@settings(deadline=None, max_examples=100)
def test_repeating_a_reply_is_seen_in_full(text):
    has_prose = read(text, language="de").prose.whole

    assert judge_text(text, earlier=[text]).signals["reuse_likeness"] == (1000 if has_prose else 0)


@pytest.mark.parametrize("rule", ["ownership", "concrete", "to_private", "sign_off", "first_person"])
def test_following_the_advice_raises_the_score(rule):
    plain = "Der Bus fährt heute nicht."
    better = {
        "ownership": f"{plain} Das war unser Fehler.",
        "concrete": "Der Bus 14 fährt heute um 8:30 nicht.",
        "to_private": f"{plain} Schreib uns per DM.",
        "sign_off": f"{plain} ^TB",
        "first_person": f"{plain} Ich schaue nach.",
    }

    assert judge_text(better[rule]).criteria["tone"] > judge_text(plain).criteria["tone"]


def test_a_model_reply_beats_a_canned_one_in_both_languages():
    canned = {
        "de": "Vielen Dank für Ihre Nachricht. Wir bedauern die Unannehmlichkeiten und bitten um etwas Geduld.",
        "en": "Thank you for reaching out. We regret any inconvenience and appreciate your patience at this time.",
    }

    for language in LANGUAGES:
        good, bad = (judge_text(text[language], language=language).criteria["tone"] for text in (HELP, canned))
        assert good > 500 > 250 > bad


def test_speed_is_judged_where_somebody_waited():
    judged = judge_text(HELP["de"], wait_ms=480_000, target_ms=240_000, is_first=True)

    assert judged.criteria["speed"] == 667
    assert [f.params for f in judged.findings if f.criterion == "speed"] == [
        {"wait_ms": 480_000, "target_ms": 240_000, "worthless_ms": 1_920_000, "response": "first"}
    ]


def test_speed_does_not_apply_where_nobody_did():
    assert "speed" not in judge_text(HELP["de"]).criteria


JUDGE = f"""
from tests.scoring.replies import as_templates, judge_text
from simulator.core.events import canonical
for language, text in {HELP!r}.items():
    print(canonical(judge_text(text, language=language, earlier=[text], templates=as_templates(text)).to_data()))
"""


def test_the_same_words_give_the_same_bytes_on_any_machine():
    def judge_there(**environment):
        done = subprocess.run(
            [sys.executable, "-c", JUDGE],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
        )
        assert done.stderr == b""
        return done.stdout

    here = "".join(
        canonical(judge_text(text, language=language, earlier=[text], templates=as_templates(text)).to_data()) + "\n"
        for language, text in HELP.items()
    ).encode()

    assert judge_there(PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C.UTF-8") == here
    assert judge_there(PYTHONHASHSEED="4711", TZ="America/New_York", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8") == here


def test_warming_up_loads_what_reading_needs():
    warm_up(("de", "en"))

    assert [read(HELP[language], language=language).plain_language is not None for language in LANGUAGES] == [
        True,
        True,
    ]


def scores(text, language):
    judged = judge_text(text, language=language)
    return dict(judged.criteria), dict(judged.signals), [(f.rule, f.points) for f in judged.findings]


@pytest.mark.parametrize(("text", "form"), [("Haben Sie Zeit?", "sie"), ("Hast du Zeit?", "du"), ("Es geht.", "none")])
def test_the_signals_name_the_form_of_address(text, form):
    assert judge_text(text).signals["formality"] == form
