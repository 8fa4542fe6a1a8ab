"""A company puts its own profile under the shipped scenarios: those of one railway play under another's unchanged."""

from pathlib import Path

import pytest

from scenarios.core.compiler import Compiled, compile_located
from scenarios.core.problems import HINT
from scenarios.core.timeline import Brand
from scenarios.core.vocabulary import LANGUAGES
from scenarios.services.model_replies import assess_compiled

pytestmark = pytest.mark.computes

LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"
PLAYED = sorted(
    file.stem for file in LIBRARY.glob("*.yaml") if "brand: brands/querlandbahn." in file.read_text(encoding="utf-8")
)
"""Scenarios with their language, such as `signal-failure.de`."""


def compile_under(brand: str, scenario: str) -> Compiled:
    """`scenario` as it is written, with the profile `brand` in place of the one that it names."""
    profile = LIBRARY / "brands" / f"{brand}.{scenario.rpartition('.')[2]}.yaml"
    file = LIBRARY / f"{scenario}.yaml"
    return compile_located(file.read_bytes(), file=file.name, brands=lambda _: (profile.name, profile.read_bytes()))


def brand_under(brand: str, scenario: str) -> Brand:
    timeline = compile_under(brand, scenario).timeline
    assert timeline is not None
    return timeline.brand


def test_four_scenarios_of_the_railway_are_played_in_both_languages() -> None:
    assert len(PLAYED) >= 4 * len(LANGUAGES)


@pytest.mark.parametrize("scenario", PLAYED)
def test_a_scenario_of_one_railway_is_one_of_the_other(scenario: str) -> None:
    compiled = compile_under("kuestenbahn", scenario)

    assert [problem for problem in compiled.problems if problem.severity != HINT] == []
    assert compiled.timeline is not None
    assert compiled.timeline.brand.key == "kuestenbahn"


@pytest.mark.parametrize("scenario", PLAYED)
def test_a_model_reply_under_the_other_railway_is_still_no_template_and_no_critical_error(scenario: str) -> None:
    compiled = compile_under("kuestenbahn", scenario)
    _, problems = assess_compiled(compiled, file=scenario)

    assert [problem for problem in problems if problem.severity != HINT] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_railways_share_keys_and_differ_in_what_a_reply_has_to_keep_to(language: str) -> None:
    one, other = (brand_under(brand, f"signal-failure.{language}") for brand in ("querlandbahn", "kuestenbahn"))

    assert [channel.key for channel in one.channels] == [channel.key for channel in other.channels]
    assert [desk.key for desk in one.desks] == [desk.key for desk in other.desks]
    assert one.sign_off != other.sign_off
    assert {template.text for template in one.templates}.isdisjoint(template.text for template in other.templates)
    assert (one.address != other.address) == (language == "de")
