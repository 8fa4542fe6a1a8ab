"""What a finding says, in both languages."""

import re
import tomllib
from pathlib import Path

import pytest

from scenarios.core.vocabulary import CLUSTERS, LANGUAGES, PERSONAL_DATA
from scoring import sentences
from scoring.core.rules import RULES
from scoring.sentences import TEXTS, explain_finding

VERSIONS = tomllib.loads(Path(__file__).with_name("rules_of_versions.toml").read_text(encoding="utf-8"))
PARAMS = {
    "speed.wait": {"wait_ms": 305_000, "target_ms": 240_000, "worthless_ms": 1_920_000, "response": "first"},
    "speed.closing": {"wait_ms": 305_000, "target_ms": 240_000, "response": "closing"},
    "triage.danger": {"wait_ms": 305_000, "target_ms": 60_000},
    "triage.desk": {"desk": "Betriebsleitung"},
    "triage.order": {"saved_ms": 305_000},
    "individuality.template": {"template": "dank", "likeness": 1000},
    "individuality.repeated": {"reply": 12, "likeness": 900},
    "individuality.earlier_run": {"run": 4, "day": "2026-11-02", "likeness": 900},
    **dict.fromkeys(("substance.stated", "substance.missing", "substance.partly"), {"fact": "eta"}),
    **dict.fromkeys(("substance.drawback", "substance.early", "substance.unasked"), {"fact": "eta"}),
    "substance.unfounded": {"fact": "eta"},
    **dict.fromkeys(("substance.against_facts", "substance.outdated", "substance.approved_changed"), {"fact": "eta"}),
    "substance.contradicts": {"reply": 12, "value": "time:1185", "since_ms": 240_000, "to": "@omar"},
    "substance.strategy": {"strategy": "excuse", "cluster": "preventable"},
    "substance.strategy_right": {"strategy": "own", "cluster": "preventable"},
    "substance.unowned": {"cluster": "accidental"},
    "privacy.asked_in_public": {"kind": "bank"},
    "privacy.shown_in_public": {"kind": "phone"},
}


def test_there_are_words_for_exactly_the_rules_and_the_kinds():
    assert list(TEXTS["rules"]) == list(RULES)
    assert set(TEXTS["kinds"]) == {*PERSONAL_DATA, "history"}
    assert set(TEXTS["clusters"]) == set(CLUSTERS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_why_what_to_do_and_on_what_it_stands(rule, language):
    words = explain_finding(rule, language=language, params=PARAMS.get(rule))

    assert all((words.title, words.why, words.advice, words.source))
    assert re.findall(r"{\w+}", words.why) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("version", VERSIONS)
def test_what_an_older_version_found_can_still_be_explained(version, language):
    """Rules that are gone keep their sentences, and a sentence never asks for what a stored finding does not have."""
    samples = {name: value for params in PARAMS.values() for name, value in params.items()}
    for rule, names in VERSIONS[version].items():
        params = {name: samples.get(name, "x") for name in names}
        words = explain_finding(rule, language=language, params=params)
        assert all((words.title, words.why, words.advice, words.source)), rule
        assert re.findall(r"{\w+}", words.why) == [], rule


def test_a_rule_that_is_gone_keeps_its_sentences_and_an_old_finding_the_words_of_its_time(monkeypatch):
    def told(why):
        texts = {"title": "t", "why": why, "advice": "a"}
        return {"source": {"de": "s", "en": "s"}, "de": texts, "en": texts}

    texts = {"rules": {"new": told("{fact} at {at}")}, "former": {"new": told("only {fact}"), "gone": told("gone")}}
    monkeypatch.setattr(sentences, "TEXTS", texts)

    assert explain_finding("gone", language="en").why == "gone"
    assert explain_finding("new", language="en", params={"fact": "eta"}).why == "only eta"
    assert explain_finding("new", language="en", params={"fact": "{at}", "at": "8"}).why == "{at} at 8"


def test_waits_are_told_as_people_tell_them():
    words = explain_finding("speed.wait", language="en", params=PARAMS["speed.wait"])

    assert words.why.startswith("Waited 5:05; 4:00 was promised.")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("time:1185", "19:45"),
        ("money:1250", "12,50"),
        ("money:1000", "10"),
        ("percent:25", "25 %"),
        ("span:20", "20 min"),
        ("cause", "another cause"),
    ],
)
def test_figures_are_told_as_people_write_them(value, words):
    params = {"reply": 12, "value": value, "since_ms": 240_000, "to": "@omar"}

    assert explain_finding("substance.contradicts", language="en", params=params).why.startswith(
        f"Reply 12 to @omar said {words} 4:00 minutes ago."
    )


def test_days_are_told_as_people_tell_them():
    words = {
        language: explain_finding(
            "individuality.earlier_run", language=language, params=PARAMS["individuality.earlier_run"]
        ).why
        for language in LANGUAGES
    }

    assert "vom 2.11.2026." in words["de"]
    assert "of 2 Nov 2026 already" in words["en"]


def test_a_wait_of_older_rules_has_the_sentence_of_its_time():
    now, then = (
        explain_finding("speed.wait", language="en", params={"wait_ms": 1000, "target_ms": 1000} | more).why
        for more in ({"worthless_ms": 90_000}, {})
    )

    assert now.endswith("from 1:30 on it is nothing.")
    assert then.endswith("at eight times it is nothing.")


def test_sources_are_told_in_the_readers_language_and_works_are_cited_alike():
    sources = {language: explain_finding("speed.wait", language=language).source for language in LANGUAGES}

    assert sources == {
        "de": "Istanbulluoglu 2017 (Richtung); das Ziel gibt der Kanal vor",
        "en": "Istanbulluoglu 2017 (direction); the target is the channel's",
    }


def test_no_english_is_left_in_german_sources():
    english = re.compile(r"\b(direction|data|textbook|panel|practice|the|of|on|with|own|replies|and)\b")

    assert [rule for rule, text in TEXTS["rules"].items() if english.search(text["source"]["de"])] == []
    assert len([rule for rule, text in TEXTS["rules"].items() if english.search(text["source"]["en"])]) > 30


def test_another_language_is_answered_in_english():
    assert explain_finding("tone.thanks", language="fr").title == "Thanks"
