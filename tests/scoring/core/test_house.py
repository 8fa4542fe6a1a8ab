"""A brand's own phrases: found beside the score's, said to be the house's, and never a burden."""

import time
from dataclasses import replace

import pytest

from scenarios.core.timeline import HouseWords
from scoring.core import ears_of, judge, read
from scoring.core.context import context_alone
from scoring.core.hearing import ears as ears_module
from scoring.core.lexicon.house import KEPT, MOST_WAYS, compile_house
from scoring.sentences import explain_finding
from tests.scoring.replies import marked, rules_of
from tests.simulator.timelines import make_morning


def make_house(**lexicon):
    """The morning, of a brand with these phrases."""
    words = tuple(HouseWords(rule, tuple(phrases)) for rule, phrases in lexicon.items())
    morning = make_morning()
    return replace(morning, brand=replace(morning.brand, lexicon=words))


def assess(text, timeline):
    ears = ears_of(timeline)
    return judge(read(text, language="de", ears=ears), replace(context_alone(language="de"), ears=ears))


def find(assessment, rule):
    return [finding for finding in assessment.findings if finding.rule == rule]


def test_a_greeting_and_a_sign_off_of_the_house_count_like_any():
    text = "Ahoi Mara, der Koffer ist am Kai. Mast- und Schotbruch, Tian"
    house = make_house(greeting=["ahoi"], sign_off=["mast- und schotbruch"])

    own, plain = assess(text, house), assess(text, make_morning())

    assert marked(text, own, "tone.greeting") == ["Ahoi"]
    assert marked(text, own, "tone.sign_off") == ["Mast- und Schotbruch"]
    assert {"tone.greeting", "tone.sign_off"} & rules_of(plain) == set()
    assert own.criteria["tone"] > plain.criteria["tone"]


def test_in_the_middle_of_a_reply_they_are_no_more_a_greeting_than_others():
    text = "Der Koffer steht am Kai, und der Kapitän rief nur noch ahoi."

    assert "tone.greeting" not in rules_of(assess(text, make_house(greeting=["ahoi"])))


def test_a_word_that_the_house_does_not_say_is_found_and_costs_its_points():
    text = "Das Problem am Kai ist gelöst, und die Probleme am Gleis auch."
    house = make_house(forbidden=["problem|probleme"])

    found = find(assess(text, house), "tone.forbidden")

    assert marked(text, assess(text, house), "tone.forbidden") == ["Problem", "Probleme"]
    assert {(finding.params["courtesy"], finding.critical) for finding in found} == {(-150, False)}
    assert assess(text, house).criteria["tone"] < assess(text, make_morning()).criteria["tone"]
    assert assess(text, house).heard["against"] == ["forbidden", "vague"]


def test_what_does_good_in_a_forbidden_word_still_does():
    text = "Sorry, der Koffer fehlt noch."

    assessment = assess(text, make_house(forbidden=["sorry"]))

    assert {"tone.apology", "tone.forbidden"} <= rules_of(assessment)


def test_what_the_house_excludes_is_none_of_the_fault_that_the_score_takes_it_for():
    text = "Der Zähler obliegt gemäß Ziffer 8 dem Personal."
    plain = make_morning()
    words = marked(text, assess(text, plain), "tone.officialese")

    house = make_house(officialese=[f"! {words[0].lower()}"])

    assert words != []
    assert marked(text, assess(text, house), "tone.officialese") == words[1:]


@pytest.mark.parametrize("language", ["de", "en"])
def test_only_a_finding_of_the_house_says_so(language):
    text = "Ahoi Mara, hier ist der Koffer."
    house = make_house(greeting=["ahoi", "hallo"])
    [own] = find(assess(text, house), "tone.greeting")
    [known] = find(assess(text.replace("Ahoi", "Hallo"), house), "tone.greeting")

    words = [explain_finding("tone.greeting", language=language, params=each.params).why for each in (own, known)]

    assert (own.params.get("house"), known.params.get("house")) == (1, None)
    assert words[0] != words[1]
    assert words[0].startswith(words[1])


def test_a_word_of_the_house_is_no_typing_error():
    text = "Das ist nachvolziehbar, sagt der Kapitän."

    assert "tone.feeling" in rules_of(assess(text, make_morning()))
    assert "tone.feeling" not in rules_of(assess(text, make_house(forbidden=["nachvolziehbar"])))


def test_its_greeting_is_masked_in_replies_and_templates_alike():
    house = make_house(greeting=["ahoi zusammen"])
    ears = ears_of(house)

    prose = read("Ahoi zusammen, der Koffer steht am Kai.", language="de", ears=ears).prose

    assert prose.whole == "der koffer steht am kai"
    lexicon = compile_house(house.brand.lexicon, language="de")
    assert read("Ahoi zusammen, der Koffer steht am Kai.", language="de", house=lexicon).prose.whole == prose.whole


def test_what_cannot_be_read_or_costs_too_much_is_left_out():
    words = (HouseWords("forbidden", ("=nirgendwas", "(", "a .. b .. c .. d .. e", "kulanz")),)
    many = (HouseWords("forbidden", tuple(f"wort{number}" for number in range(MOST_WAYS + 10))),)

    assert compile_house(words, language="de").words == {"kulanz"}
    assert len(compile_house(many, language="de").words) == MOST_WAYS


def test_no_profile_makes_a_long_reply_expensive():
    gaps = tuple(f"a .. a .. wort{number}" for number in range(100))
    house = make_house(forbidden=gaps, stalling=gaps, blame=gaps)
    ears = ears_of(house)
    text = "a " * 5_000
    read(text, language="de")
    began = time.process_time()
    read(text, language="de")
    plain = time.process_time() - began

    began = time.process_time()
    read(text, language="de", ears=ears)

    # Some ten times what it takes: a machine may be slow, and what this is about takes minutes.
    assert time.process_time() - began < plain + 20


def test_a_brand_is_compiled_once_for_all_versions_that_share_its_words():
    house, again = make_house(greeting=["ahoi"]), make_house(greeting=["ahoi"])

    assert ears_of(house).lexicon is ears_of(again).lexicon
    assert ears_of(make_morning()).lexicon is None
    assert compile_house.cache_parameters()["maxsize"] == KEPT


def test_what_is_used_is_kept_and_what_was_used_longest_ago_is_forgotten():
    first, *others = [make_house(greeting=[f"ahoi{number}"]) for number in range(ears_module.KEPT + 1)]
    kept = ears_of(first)
    for other in others[:-1]:
        ears_of(other)

    assert ears_of(first) is kept
    ears_of(others[-1])
    assert ears_of(first) is kept
    assert len(ears_module._ears) <= ears_module.KEPT
