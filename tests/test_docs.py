"""Every setting, event kind, command and scenario field has a heading in docs/, and a heading has something to it."""

import ast
import re
from pathlib import Path

import pytest

from config import checks
from scenarios.core import conditions
from scenarios.core.constants import CONSTANTS
from scenarios.core.public_rules import GENERAL_RULES
from scenarios.core.schema.scenario import ELEMENTS
from simulator.core import effects, firing, hearing, ordering
from simulator.core.events import KINDS
from simulator.frames import FRAMES
from simulator.messages import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def find_settings() -> set[str]:
    """The names that config/settings.py reads from the environment."""
    tree = ast.parse((ROOT / "config" / "settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return {ast.literal_eval(call.args[0]) for call in calls if call.func.id.startswith("read_")}  # type: ignore[attr-defined]  # filtered above


def find_headings(text: str) -> set[str]:
    """The words in backticks in the headings of a Markdown page. Code blocks have no headings."""
    outside = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", outside, flags=re.MULTILINE)
    return {word for heading in headings for word in re.findall(r"`([^`]+)`", heading)}


def find_undocumented(names: set[str], page: str) -> list[str]:
    return sorted(names - find_headings((DOCS / page).read_text()))


def test_every_setting_has_a_heading_and_every_heading_a_setting():
    assert find_headings((DOCS / "settings.md").read_text()) == find_settings()


def test_every_kind_of_event_has_a_heading():
    assert find_undocumented(set(KINDS), "events.md") == []


def test_every_command_and_every_frame_has_a_heading():
    assert find_undocumented(set(COMMANDS) | set(FRAMES), "wire.md") == []


def test_every_field_of_a_scenario_has_a_heading():
    fields = {f"{element.name}.{name}" for element in ELEMENTS for name in element.fields}

    assert find_undocumented(fields, "scenario-format.md") == []


def test_every_general_rule_of_the_public_has_a_heading():
    assert find_undocumented({rule.key for rule in GENERAL_RULES}, "simulation.md") == []


def test_every_constant_of_reactions_is_listed():
    page = (DOCS / "simulation.md").read_text()
    constants = (
        {name for module in (conditions, effects, firing, hearing) for name in vars(module) if name.isupper()}
        - {"ANY", "NOT_HEARD", "PER_MILLE", "DESK", "LATER"}
        - {name for name in vars(ordering) if name.isupper()}
    )

    assert sorted(name for name in constants if f"`{name}`" not in page) == []


def test_every_constant_of_the_public_is_listed_with_its_source():
    page = (DOCS / "simulation.md").read_text()

    assert [name for name in CONSTANTS if f"`constants.{name}`" not in page] == []


def test_every_system_check_is_listed():
    source = Path(checks.__file__).read_text()

    listed = re.findall(r"^\| `(generalprobe\.\w+)`", (DOCS / "settings.md").read_text(), flags=re.MULTILINE)

    assert listed == sorted(set(re.findall(r'id="([^"]+)"', source)), key=lambda each: each[-3:])


PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_a_missing_heading_is_missed():
    page = "# Settings\n\n### `DEMO`\n\n```sh\n# `PORT`\n```\n"

    assert find_headings(page) == {"DEMO"}
