"""A reply that belongs to no run, held against what its house has chosen."""

from dataclasses import replace

import pytest

from scenarios.core.timeline import Article, HouseWords, Template
from scoring.core import judge, read
from scoring.core.profile import context_at, ends_as_signed, language_of, open_house
from scoring.core.text import analyse
from tests.scoring.replies import marked, rules_of
from tests.simulator.timelines import make_morning

BRAND = make_morning().brand


def assess(text, *, visibility="public", **chosen):
    house = open_house(replace(BRAND, **chosen))
    reading = read(text, language=house.language, names=house.names, house=house.lexicon)
    return judge(reading, context_at(house, visibility=visibility, post_text=""))


def test_the_form_of_address_is_the_houses():
    text = "Hallo Jana, dein Koffer steht am Kai. Hol ihn bitte ab."
    kept, broken = (assess(text, address=address) for address in ("du", "sie"))

    assert marked(text, broken, "tone.address") == ["dein"]
    assert "tone.address" not in rules_of(kept)
    assert kept.criteria["tone"] > broken.criteria["tone"]


def test_its_templates_are_canned_and_its_articles_are_not():
    words = "Liegengebliebenes bringt der letzte Zug des Tages nach Oldersiel."
    canned = assess(words, templates=(Template("fund", "Fund", words),))
    free = assess(words, articles=(Article("fund", "Fund", words),), templates=(Template("fund", "Fund", words),))

    assert (canned.criteria["individuality"], canned.signals["reuse_likeness"]) == (0, 1000)
    assert [finding.params["template"] for finding in canned.findings if finding.rule == "individuality.template"] == [
        "fund"
    ]
    assert (free.criteria["individuality"], free.signals["reuse_likeness"]) == (1000, 0)


def test_its_own_address_is_no_personal_data():
    text = "Schreiben Sie bitte an mara.kern@kiesel.example."
    shown, own = assess(text), assess(text, private_addresses=("mara.kern@kiesel.example",))

    assert (shown.criteria["privacy"], own.criteria["privacy"]) == (0, 1000)


def test_its_words_are_known():
    text = "Ahoi Mara, das Problem ist gelöst."
    own = assess(text, lexicon=(HouseWords("greeting", ("ahoi",)), HouseWords("forbidden", ("problem",))))

    assert marked(text, own, "tone.forbidden") == ["Problem"]
    assert marked(text, own, "tone.greeting") == ["Ahoi"]


@pytest.mark.parametrize(
    ("sign_off", "text", "ends_so"),
    [
        ("initials", "Bis bald! ^TB", True),
        ("initials", "Bis bald! ^TB 🌊", True),
        ("initials", "^TB sagt: bis bald!", False),
        ("initials", "Bis bald! Ihr Kiesel-Team", False),
        ("initials", "", False),
        ("service_name", "Bis bald! Ihr Kiesel-Team", True),
        ("service_name", "Bis bald! ihr kiesel-team.", True),
        ("service_name", "Bis bald! ^TB", False),
        ("service_name", "Kiesel-Team", False),
    ],
)
def test_a_reply_ends_as_the_house_signs_or_it_does_not(sign_off, text, ends_so):
    house = open_house(replace(BRAND, sign_off=sign_off, service_name="Ihr Kiesel-Team"))

    assert ends_as_signed(house, analyse(text).tokens) is ends_so


def test_the_form_of_address_tells_the_language():
    assert [language_of(replace(BRAND, address=address)) for address in ("du", "sie", "you")] == ["de", "de", "en"]
