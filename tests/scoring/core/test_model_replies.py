"""A scenario's own model replies are assessed like anybody's, without a run."""

from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.core.conditions import NoAnswer
from scenarios.core.public import Reaction
from scenarios.core.timeline import Fact, Persona, Post, Timeline
from scoring.core import SCORING_VERSION, assess_log, assess_models, fill_model
from scoring.core.lexicon.library import PRIVACY, TONE
from scoring.core.model_replies import STAND_IN
from scoring.core.patterns import find_matches
from scoring.core.text import analyse
from simulator.core.events import canonical
from tests.scenarios.shipped import LIBRARY as SHIPPED
from tests.scenarios.shipped import load_shipped, perform_shipped
from tests.simulator.timelines import BRAND, MINUTE, NEEDS, NO_NEEDS, make_post, make_timeline

LIBRARY = sorted(SHIPPED.glob("*.yaml"))
GOOD = "Hallo {name}, wie ärgerlich! Ich suche deinen Rucksack bis 17 Uhr im Fundbüro. {agent}"


def ask(
    model: str | None, *, key: str = "bag-1", at_ms: int | None = 0, facts: tuple[str, ...] = (), **needs: bool
) -> Post:
    text = "Mein Rucksack ist weg, ihr habt ihn!"
    return make_post(key, "bag", at_ms=at_ms, text=text, needs=replace(NEEDS, model=model, facts=facts, **needs))


def assess(model: str, *, timeline: Timeline | None = None) -> dict:
    """What a scenario of one post says of its model."""
    return assess_models(timeline or make_timeline(posts=[ask(model)]))["bag-1"]


def rules_in(data: dict) -> set[str]:
    return {finding["rule"] for finding in data["findings"]}


def points_of(rule: str, data: dict) -> list[int]:
    return [finding["points"] for finding in data["findings"] if finding["rule"] == rule]


def test_it_is_what_replyassessed_holds_with_integers_only():
    data = assess(GOOD)

    assert list(data) == ["scoring", "criteria", "signals", "findings", "heard"]
    assert data["scoring"] == SCORING_VERSION
    assert data["signals"]["formality"] == "du"
    canonical(data)  # raises on anything but integers and texts


def test_nothing_waited_so_speed_does_not_apply():
    assert list(assess(GOOD)["criteria"]) == ["tone", "individuality", "privacy"]


def test_posts_without_a_model_have_no_assessment():
    posts = [ask(GOOD), ask(None, key="bag-2", at_ms=1), make_post("bag-3", "bag", at_ms=2, needs=NO_NEEDS)]

    assert list(assess_models(make_timeline(posts=posts))) == ["bag-1"]


def test_a_model_to_a_private_message_is_one_too():
    post = replace(ask("Danke, {name}. Bitte nenne mir noch deine Kundennummer. {agent}"), visibility="private")

    assert "privacy" not in assess_models(make_timeline(posts=[post]))["bag-1"]["criteria"]


def test_a_model_to_a_private_matter_is_the_public_word():
    asks = "Hallo {name}, schick uns deine Kundennummer. {agent}"
    timeline = make_timeline(posts=[ask(asks, private=True)])

    assert "privacy.asked_in_public" in rules_in(assess(asks, timeline=timeline))


@pytest.mark.parametrize(
    ("release_ms", "needed", "value"), [(0, False, 1000), (9 * MINUTE, False, 0), (9 * MINUTE, True, 1000)]
)
def test_what_is_known_by_then_or_asked_for_may_be_repeated(release_ms: int, needed: bool, value: int):
    sentence = "Das Fundbüro am Nordausgang hat heute bis in den Abend offen."
    post = ask(f"Hallo {{name}}! {sentence} {{agent}}", facts=("office",) if needed else ())
    timeline = make_timeline(posts=[post], facts=[Fact("office", sentence, release_ms, None)])
    template = replace(BRAND.templates[0], text=sentence)

    data = assess("", timeline=replace(timeline, templates=(template,)))

    assert data["criteria"]["individuality"] == value


def test_a_follow_up_may_say_what_is_released_before_it_can_appear():
    sentence = "Das Fundbüro am Nordausgang hat heute bis in den Abend offen."
    posts = [ask(None), ask(f"Hallo! {sentence}", key="bag-2", at_ms=None)]
    reaction = Reaction("r", "bag", NoAnswer("bag-1", 3 * MINUTE), after_ms=MINUTE, follow_up="bag-2")
    template = replace(BRAND.templates[0], text=sentence)

    def value(release_ms: int) -> int:
        timeline = make_timeline(posts=posts, reactions=[reaction], facts=[Fact("office", sentence, release_ms, None)])
        return assess_models(replace(timeline, templates=(template,)))["bag-2"]["criteria"]["individuality"]

    assert [value(4 * MINUTE), value(4 * MINUTE + 1)] == [1000, 0]


@pytest.mark.parametrize("owner", ["brand", "scenario"])
def test_a_model_that_is_a_template_is_nobodys_own(owner: str):
    copied = "Hallo {name}, wir haben dein Anliegen aufgenommen und geben es weiter. {agent}"
    timeline = make_timeline(posts=[ask(copied)])
    template = replace(BRAND.templates[0], text=copied)
    if owner == "brand":
        timeline = replace(timeline, brand=replace(BRAND, templates=(template,)), templates=())
    else:
        timeline = replace(timeline, templates=(template,))

    assert assess("", timeline=timeline)["criteria"]["individuality"] == 0


def test_situation_and_address_are_the_scenarios():
    timeline = make_timeline(posts=[ask("Hallo {name}, ich melde mich bis 17 Uhr bei Ihnen. {agent}")])
    calm = assess("", timeline=timeline)
    outage = assess("", timeline=replace(timeline, situation="outage"))

    assert "tone.address" in rules_in(calm)
    assert points_of("tone.next_step", outage) > points_of("tone.next_step", calm)


@pytest.mark.parametrize("persona", [("Jana Kühn", "@jana_k"), (None, None), ("Ole", None)])
def test_who_is_answered_makes_no_difference(persona: tuple[str | None, str | None]):
    timeline = make_timeline(posts=[ask(GOOD)])
    person = replace(timeline.personas[0], name=persona[0], handle=persona[1])

    data = assess("", timeline=replace(timeline, personas=(person,)))

    reference = assess(GOOD)
    assert data["criteria"] == reference["criteria"]
    assert rules_in(data) == rules_in(reference)


@pytest.mark.parametrize(("sign_off", "shown"), [("initials", "^GP"), ("service_name", "Team Seenbahn")])
def test_it_is_signed_as_the_brand_signs(sign_off: str, shown: str):
    brand = replace(BRAND, sign_off=sign_off, service_name="Team Seenbahn")
    timeline = make_timeline(posts=[ask(GOOD)], brand=brand)

    assert fill_model(timeline.posts[0], timeline=timeline).endswith(f" im Fundbüro. {shown}")
    assert "tone.sign_off" in rules_in(assess("", timeline=timeline))


def test_a_name_is_no_placeholder_that_was_left_in():
    named = "Hallo {name} ({handle}), {brand} hier. Ich suche ihn bis 17 Uhr. {agent}"

    assert "individuality.placeholder" not in rules_in(assess(named))
    assert fill_model(ask(named), timeline=make_timeline(posts=[ask(named)])) == (
        "Hallo Mika Sandvoss (@mika.sandvoss), Seenbahn hier. Ich suche ihn bis 17 Uhr. ^GP"
    )


def test_a_name_given_to_somebody_else_is_a_name_too():
    timeline = make_timeline(posts=[ask("Hallo {name}! Wanda Feldhüter sucht deinen Rucksack im Fundbüro. {agent}")])
    template = replace(BRAND.templates[0], text="Sucht deinen Rucksack im Fundbüro.")
    timeline = replace(timeline, templates=(template,))
    wanda = Persona("wanda", "customer", 1, 1, "Wanda Feldhüter", None, "f")

    without = assess("", timeline=timeline)
    named = assess("", timeline=replace(timeline, personas=(*timeline.personas, wanda)))

    assert named["signals"]["reuse_likeness"] == 1000 > without["signals"]["reuse_likeness"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_stand_ins_are_words_of_no_lexicon(language: str):
    text = analyse(f"{STAND_IN['name']} {STAND_IN['handle']}")

    found = [find_matches(lexicon[language], text.tokens, text.sentences) for lexicon in (TONE, PRIVACY)]

    assert [list(matches) for matches in found] == [[], []]


@pytest.mark.parametrize("file", LIBRARY, ids=lambda file: file.stem)
def test_an_expert_who_sends_the_shipped_models_gets_what_was_said_of_them(file: Path):
    timeline = load_shipped(file.stem)
    models = assess_models(timeline)
    for seed in (1, 2):
        log = perform_shipped(file.stem, seed=seed)
        posts = {event.seq: event.data["post"] for event in log if event.kind == "ReplySent"}
        for seq, assessment in assess_log(timeline, log):
            assert assessment is not None
            sent = {**assessment.criteria, "speed": 0}
            assert sent == {**models[posts[seq]]["criteria"], "speed": 0}, posts[seq]
