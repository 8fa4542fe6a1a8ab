"""Colours are readable in the light and in the dark, and no page carries styles or scripts of its own."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "trainer_ui"
VARIABLES = (ROOT / "static/trainer_ui/css/variables.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in VARIABLES.split("@media (prefers-color")[:2]
)
TEXT = [
    ("ink", "ground"), ("ink", "surface"), ("ink", "sunken"), ("ink", "accent-soft"), ("ink", "private-soft"),
    ("ink", "late-soft"), ("ink", "good-soft"), ("ink", "soon-soft"), ("ink-soft", "ground"), ("ink-soft", "surface"),
    ("ink-soft", "sunken"), ("accent", "surface"), ("accent", "ground"), ("on-accent", "accent"),
    ("on-accent", "accent-strong"), ("on-private", "private"), ("private", "private-soft"),
    ("ink", "call-soft"), ("on-call", "call"), ("call", "call-soft"), ("ink", "mail-soft"), ("on-mail", "mail"),
    ("mail", "mail-soft"), ("ink-soft", "call-soft"), ("ink-soft", "mail-soft"),
    ("ink", "note-soft"), ("on-note", "note"), ("note", "note-soft"),
    ("late", "late-soft"), ("late", "surface"),
    ("surface", "late"),
    ("soon", "soon-soft"), ("soon", "surface"), ("good", "good-soft"), ("good", "surface"), ("surface", "good"),
]  # fmt: skip
EDGES = [
    ("line-strong", "surface"),
    ("accent", "surface"),
    ("private", "private-soft"),
    ("note", "note-soft"),
    ("call", "call-soft"),
    ("mail", "mail-soft"),
]


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("names", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])
def test_text_can_be_read_and_edges_can_be_seen(names: dict[str, str]):
    too_faint = [pair for pair in TEXT if contrast(names[pair[0]], names[pair[1]]) < 4.5]
    too_faint += [pair for pair in EDGES if contrast(names[pair[0]], names[pair[1]]) < 3]

    assert too_faint == []


def test_the_dark_renames_every_colour():
    assert set(DARK) == set(LIGHT)


def test_colours_stand_in_one_file():
    allowed = {"#17212b", "#cfe3f7", "#f6d9c4", "#d5ead0", "#ead5ee", "#f3e5b5", "#cde8e6"}  # faces, in post.css
    others = [path for path in (ROOT / "static/trainer_ui/css").glob("*.css") if path.name != "variables.css"]
    found = {color for path in others for color in re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8"))}

    assert found - allowed == set()


def test_no_page_carries_styles_scripts_or_handlers_of_its_own():
    forbidden = re.compile(r'\sstyle="|<style|\son\w+="|<script(?![^>]*\bsrc=)|\|safe\b|autoescape off')
    pages = [*ROOT.glob("templates/**/*.html")]

    assert [
        (path.name, found[0]) for path in pages if (found := forbidden.search(path.read_text(encoding="utf-8")))
    ] == []
