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


def test_the_dark_renames_every_colour_but_those_of_faces():
    assert set(DARK) == {name for name in LIGHT if not name.startswith(("face-", "on-face"))}


def test_letters_on_faces_can_be_read():
    faces = [color for name, color in LIGHT.items() if name.startswith("face-")]

    assert len(faces) == 6
    assert [color for color in faces if contrast(LIGHT["on-face"], color) < 4.5] == []


COLOUR = r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\("
LENGTH = r"(?<![\w.-])-?[0-9.]*[1-9][0-9]*(?:\.[0-9]+)?(?:rem|px)\b"
DISTANCES = r"(?:padding|margin|gap|row-gap|column-gap|font-size|border-radius)[a-z-]*:[^;{}]*"
"""What is bound to the text that it stands in is measured in em, and may be."""


def find_literals(text: str) -> list[str]:
    """Colours, and distances, sizes of letters and roundings that are no token."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found = re.findall(COLOUR, text)
    return found + [
        length for rule in re.findall(rf"(?<![\w-]){DISTANCES}", text) for length in re.findall(LENGTH, rule)
    ]


def test_colours_and_sizes_stand_in_one_file():
    """Paper (print.css) is measured in points and millimetres."""
    others = sorted((ROOT / "static/trainer_ui/css").glob("*.css"))
    others = [path for path in others if path.name not in ("variables.css", "print.css")]

    assert {path.name: found for path in others if (found := find_literals(path.read_text(encoding="utf-8")))} == {}


def test_a_colour_or_a_size_of_its_own_is_found():
    """The twin that shows that the search finds something."""
    text = "a { color: rgb(1 2 3); padding: 0 7px var(--space-1); margin-left: calc(-1 * 0.3rem); gap: 0.4em 0; }"

    assert find_literals(text) == ["rgb(", "7px", "0.3rem"]


def test_every_token_that_is_used_is_there():
    given = set(re.findall(r"^\s*--([\w-]+):", VARIABLES, re.MULTILINE))
    sheets = (path.read_text(encoding="utf-8") for path in (ROOT / "static/trainer_ui/css").glob("*.css"))

    assert {name for text in sheets for name in re.findall(r"var\(--([\w-]+)", text)} - given == set()


def test_no_page_carries_styles_scripts_or_handlers_of_its_own():
    forbidden = re.compile(r'\sstyle="|<style|\son\w+="|<script(?![^>]*\bsrc=)|\|safe\b|autoescape off')
    pages = [*ROOT.glob("templates/**/*.html")]

    assert [
        (path.name, found[0]) for path in pages if (found := forbidden.search(path.read_text(encoding="utf-8")))
    ] == []
