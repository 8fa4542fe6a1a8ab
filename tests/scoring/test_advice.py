"""The advice can be followed: doing what a finding says takes the finding away and raises the score."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from scenarios.core.public import Crisis
from scenarios.core.timeline import Fact, HouseWords, Needs
from scoring.core import ears_of, read, write_fingerprints
from scoring.core.fingerprints import Fingerprints
from scoring.core.hearing.telling import Told, list_claims
from scoring.core.rules import RULES
from tests.scoring.core.hearing.worlds import FACTS, KNOWN, assess, make_world
from tests.scoring.replies import as_templates, judge_text
from tests.simulator.timelines import make_post, make_timeline

PAIRS = yaml.safe_load(Path(__file__).with_name("advice.yaml").read_text(encoding="utf-8"))
COMPUTED = {
    "speed.wait",
    "speed.no_answer",
    "individuality.template",
    "individuality.repeated",
    "individuality.earlier_run",
    "substance.missing",
    "substance.partly",
}
TAKING = sorted(name for name, rule in RULES.items() if rule.points < 0 or name in COMPUTED)
ONE_LANGUAGE = {"tone.address": {"de"}, "tone.address_changed": {"de"}}
"""English has one form of address."""
ALL = KNOWN | {"forecast"}
OPEN = Needs(True, ("buses",), ("next_step",), False, "normal", None, None)
PRIVATE = replace(OPEN, private=True, facts=())
OWNS = Needs(True, ("buses",), ("apology", "ownership"), False, "normal", None, None)
ASKED = {"asked_for": ("buses",)}
POST = {
    "de": "Im Bus von Altenried nach Moorweiler zieht es durch jede Ritze, und mein Koffer ist klatschnass.",
    "en": "The bus from Altenried to Moorweiler has draughts from every gap, and my suitcase is soaking wet.",
}
OTHER = {
    "de": "Mein Router im Keller blinkt orange, seit die Glasfaser gekappt ist. Netzstecker gezogen habe ich schon.",
    "en": "My router in the basement blinks orange since the fibre was cut. I pulled the mains plug already.",
}
NEW = {
    "de": (
        Fact("later", "Neue Prognose: Züge fahren erst ab 20:30 Uhr wieder.", None, None, replaces="forecast"),
        Fact("esim", "Das Modell kann keine eSIM aufnehmen.", 0, None, topic="phone", kind="drawback"),
    ),
    "en": (
        Fact("later", "New forecast: trains will run from 20:30 only.", None, None, replaces="forecast"),
        Fact("esim", "The model cannot take an eSIM.", 0, None, topic="phone", kind="drawback"),
    ),
}


def place(name, language):
    """The fields of the context that a pair is judged in, by the name that advice.yaml gives it."""
    world = make_world(language, facts=(*FACTS[language], *NEW[language]))
    match name:
        case "late":
            return {"wait_ms": 900_000, "target_ms": 240_000}
        case "in_time":
            return {"wait_ms": 200_000, "target_ms": 240_000}
        case "quick":
            return {**ASKED, "needs": OPEN, "wait_ms": 60_000, "target_ms": 240_000}
        case "house":
            brand = replace(world.brand, lexicon=(HouseWords("forbidden", ("störfall", "hiccup")),))
            return {"world": replace(world, brand=brand)}
        case "brand_sie":
            return {"address": "sie"}
        case "thread_sie":
            return {"form_before": "sie"}
        case "templates":
            return {"templates": as_templates(PAIRS["individuality.template"][language][0], language=language)}
        case "again":
            return {"earlier": (PAIRS["individuality.repeated"][language][0],)}
        case "earlier_run":
            text = PAIRS["individuality.earlier_run"][language][0]
            prints = write_fingerprints([(3, "2026-11-20", read(text, language=language).prose)], key="00" * 16)
            return {"before": Fingerprints(prints.text)}
        case "asked":
            return ASKED
        case "asked_of_a_model":
            model = PAIRS["substance.partly"][language][1]
            return {"asked_for": ("connection",), "needs": replace(OPEN, facts=("connection",), model=model)}
        case "refused":
            model = PAIRS["substance.unfounded"][language][1]
            return {"asked_for": ("connection",), "needs": replace(OPEN, facts=("connection",), model=model)}
        case "asked_safe":
            return {"asked_for": ("safe",)}
        case "asked_rights":
            return {"asked_for": ("rights",)}
        case "rumour":
            rumours = tuple(replace(rumour, facts=("cause",)) for rumour in world.public.rumours)
            return {"world": replace(world, public=replace(world.public, rumours=rumours))}
        case "drawback":
            return {"world": world, "known_facts": KNOWN | {"esim"}, "topic": "phone"}
        case "forecast":
            return {"asked_for": ("forecast",), "known_facts": ALL}
        case "replaced":
            return {"world": world, "known_facts": ALL | {"later"}, "asked_for": ("later",)}
        case "promised":
            before = {
                "de": "Der Zug nach Moorweiler fährt um 19:10 Uhr.",
                "en": "The train to Moorweiler will run at 19:10.",
            }
            claims = list_claims(read(before[language], language=language, ears=ears_of(world)).said)
            told = tuple(Told(claim, 12, 60_000, "@omar") for claim in claims)
            return {**ASKED, "told_before": told, "at_ms": 300_000}
        case "preventable" | "victim":
            crisis = make_world(language, crisis=Crisis(name, ("gleis",)))
            return {**ASKED, "world": crisis, "topic": "gleis", "needs": OWNS}
        case "answering":
            return {"needs": replace(OPEN, facts=()), "post_text": POST[language]}
        case "two_threads":
            bus = replace(make_post("bus-1", "bus", at_ms=0), text=POST[language])
            router = replace(make_post("router-1", "router", at_ms=0), text=OTHER[language])
            two = make_timeline(posts=(bus, router), facts=FACTS[language], language=language)
            return {"world": two, "thread": "bus", "needs": replace(OPEN, facts=()), "post_text": POST[language]}
        case "open_matter":
            return {**ASKED, "needs": OPEN}
        case "private_alone":
            return {"needs": PRIVATE, "visibility": "private"}
        case "after_a_public_word":
            return {"needs": PRIVATE, "visibility": "private", "public_turns": 1}
        case "many_turns":
            return {"needs": PRIVATE, "public_turns": 2}
    return {}


def points(judged, rule):
    return sum(found.points for found in judged.findings if found.rule == rule)


def test_there_is_a_pair_for_every_rule_that_takes_points_in_both_languages():
    missing = {
        rule: sorted({"de", "en"} & (ONE_LANGUAGE.get(rule, {"de", "en"}) - set(PAIRS.get(rule, ()))))
        for rule in TAKING
    }

    assert {rule: languages for rule, languages in missing.items() if languages} == {}


CASES = [(rule, language) for rule in TAKING for language in ("de", "en") if language in PAIRS.get(rule, ())]


@pytest.mark.parametrize(("rule", "language"), CASES)
def test_doing_what_the_advice_says_takes_the_finding_away_and_raises_the_score(rule, language):
    pair = PAIRS[rule]
    judge_it = judge_text if rule == "individuality.earlier_run" else assess
    before = judge_it(pair[language][0], language=language, **place(pair.get("in"), language))
    after = judge_it(pair[language][1], language=language, **place(pair.get("change", pair.get("in")), language))
    criterion = RULES[rule].criterion

    assert points(before, rule) < 0
    assert points(after, rule) == 0
    # Where a fault alone made a criterion apply, it no longer does: nothing is lost there.
    assert before.criteria[criterion] < after.criteria.get(criterion, 1000)


@pytest.mark.parametrize(
    ("language", "three"),
    [
        ("de", "Hallo Jana, Entschuldigung. Ich schaue nach und melde mich bis 15 Uhr."),
        ("en", "Hi Jana, sorry. I’ll check and write by 3 pm."),
    ],
)
def test_who_keeps_three_things_of_everything_at_once_is_better_off(language, three):
    crowded = judge_text(PAIRS["tone.crowded"][language][0], language=language)

    assert judge_text(three, language=language).criteria["tone"] > crowded.criteria["tone"]
