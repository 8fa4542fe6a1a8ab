"""The guide of a run that teaches the desk: what a step may say, and that what it says is a step of this desk."""

import re
from pathlib import Path

import pytest

from scenarios.core.codec import dumps, loads
from scenarios.core.timeline import Step
from scenarios.core.vocabulary import GUIDE_KEYS
from tests.scenarios.samples import change, compile_text, list_problems

ROOT = Path(__file__).parents[3]
TEXT = "text: {de: Öffnen Sie ihn., en: Open it.}"


def write(*steps: str, head: str = "") -> str:
    guide = "guide:\n" + "".join(f"  - {{{TEXT}, {step}}}\n" for step in steps)
    return change("duration: 10:00\n", f"duration: 10:00\n{head}{guide}")


def test_steps_keep_their_order_and_survive_publishing():
    text = write("until: opened, of: rucksack-1, at: queue, keys: [next, reply]", "until: paused")
    timeline, problems = compile_text(text)
    words = {"de": "Öffnen Sie ihn.", "en": "Open it."}

    assert problems == []
    assert timeline is not None
    assert timeline.guide == (
        Step(words, "opened", "rucksack-1", "queue", ("next", "reply")),
        Step(words, "paused"),
    )
    assert loads(dumps(timeline)) == timeline


def test_a_scenario_without_a_guide_is_the_text_it_was():
    timeline, _ = compile_text(change("duration: 10:00\n", "duration: 10:00\n"))

    assert timeline is not None
    assert timeline.guide == ()
    assert "guide" not in dumps(timeline)


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ("until: answered", "step-of-nothing @answered"),
        ("until: paused, of: rucksack-1", "step-of-no-post @rucksack-1"),
        ("until: opened, of: koffer-1", "unknown-post @koffer-1"),
        ("until: dreamt, of: rucksack-1", "not-a-choice @dreamt"),
        ("until: opened, of: rucksack-1, at: cellar", "not-a-choice @cellar"),
    ],
)
def test_a_step_that_cannot_be_meant_is_named(step: str, problem: str):
    assert [each.rstrip(",}") for each in list_problems(write(step))] == [problem]


@pytest.mark.parametrize(
    ("until", "part"), [("templates", "templates"), ("handed_over", "desks"), ("left_alone", "treat")]
)
def test_a_step_asks_for_nothing_that_the_desk_does_not_show(until: str, part: str):
    shown = "stage: [queue, thread, composer, facts]\n"
    steps = f"until: {until}, of: rucksack-1"

    assert [each.rstrip(",}") for each in list_problems(write(steps, head=shown))] == [f"stage-lacks @{until}"]
    assert list_problems(write(steps, head=shown.replace("facts]", f"facts, {part}]"))) == []


def test_a_step_in_one_language_only_is_named():
    text = write("until: paused").replace("en: Open it.", "en: Öffnen Sie ihn.")

    assert [each.partition(" ")[0] for each in list_problems(text)] == ["same-in-both-languages"]


def test_the_keys_a_step_may_show_are_those_of_the_desk():
    keymap = (ROOT / "trainer_ui/static/trainer_ui/js/write/keymap.js").read_text("utf-8")
    shown = re.search(r"DEFAULT_KEYS = Object\.freeze\(\{(.*?)\}\)", keymap, flags=re.DOTALL)

    assert shown is not None
    assert set(GUIDE_KEYS) - {"send", *re.findall(r"(\w+):", shown[1])} == set()
