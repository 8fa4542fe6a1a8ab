import json
import re
import tomllib
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command

from scenarios.core.schema.brand import BRAND
from scenarios.core.schema.scenario import ELEMENTS
from scenarios.core.vocabulary import LANGUAGES
from tests.scenarios.samples import change
from tests.scenarios.schema_check import find_faults
from tests.scenarios.storm_sample import STORM, STORM_BRAND

LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"


class EditorLoader(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: whole numbers and true or false; everything else is text."""

    yaml_implicit_resolvers: dict[str, Any] = {}


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?[0-9]+$"), list("-0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true$|false$"), list("tf"))


def load(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a SafeLoader with less in it


def print_schema(of: str, language: str = "en") -> dict[str, Any]:
    out = StringIO()
    call_command("scenario_schema", "--of", of, "--language", language, stdout=out)
    schema: dict[str, Any] = json.loads(out.getvalue())
    return schema


@pytest.fixture(scope="module")
def of_scenarios() -> dict[str, Any]:
    return print_schema("scenario")


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_scenarios_are_what_the_schema_allows(path: Path, of_scenarios: dict[str, Any]) -> None:
    assert list(find_faults(load(path.read_text("utf-8")), of_scenarios, root=of_scenarios)) == []


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("brands/*.yaml")), ids=lambda path: path.stem)
def test_shipped_brands_are_what_the_schema_allows(path: Path) -> None:
    schema = print_schema("brand")

    assert list(find_faults(load(path.read_text("utf-8")), schema, root=schema)) == []


def test_a_scenario_with_every_field_is_allowed(of_scenarios: dict[str, Any]) -> None:
    of_brands = print_schema("brand")

    assert list(find_faults(load(STORM), of_scenarios, root=of_scenarios)) == []
    assert list(find_faults(load(STORM_BRAND), of_brands, root=of_brands)) == []


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("format: 1\n", "", [": required"]),
        ("situation: normal", "situation: norml", ["/situation: enum"]),
        (
            "{known: sicher}",
            "{knwon: sicher}",
            ["/reactions/gut/when/all/1/knwon: false", "/reactions/gut/when/all/1: anyOf"],
        ),
        ("{known: sicher}", "{known: sicher, late: true}", ["/reactions/gut/when/all/1: anyOf"]),
        ("at_most: 3", "at_most: seldom", ["/threads/zug/reactions/zug-ton/at_most: anyOf"]),
        ("duration: 10:00", "duration: 10", ["/duration: type"]),
        ("weight: 3", "weight: 300", ["/crowd/voices/stuck/weight: maximum"]),
        ("  stuck:\n", "  Stuck:\n", ["/crowd/voices/Stuck: pattern"]),
        ("last: absent", "lst: absent", ["/rehearsal/lst: false"]),
        ("  privat:\n", "  Privat:\n", ["/reactions/Privat: anyOf"]),
        ("  privat:\n", "  solved_in_private:\n", []),
    ],
)
def test_what_is_wrong_in_form_is_not_allowed(
    old: str, new: str, faults: list[str], of_scenarios: dict[str, Any]
) -> None:
    assert list(find_faults(load(change(old, new, text=STORM)), of_scenarios, root=of_scenarios)) == faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_in_it_with_a_description(language: str, of_scenarios: dict[str, Any]) -> None:
    schemas = print_schema("scenario", language)["$defs"] | print_schema("brand", language)["$defs"]

    fields = {(element.name, name) for element in ELEMENTS for name in element.fields}
    assert {field for field in fields if not schemas[field[0]]["properties"][field[1]].get("description")} == set()
    assert BRAND.name not in of_scenarios["$defs"]


def test_german_descriptions_are_of_fields_that_there_are() -> None:
    texts = tomllib.loads((LIBRARY.parent / "field_texts.toml").read_text("utf-8"))

    assert {name: sorted(fields) for name, fields in texts.items()} == {
        element.name: sorted(element.fields) for element in ELEMENTS
    }
